import Articles
import Diagnostics
import Rules
import Testing

/// Rules that watch for names, over the small core.
@Suite struct WatchlistTests {
    static let people = """
        id,name,aliases,weak,type,country
        q1,"Orlov, Pyotr Ivanovich",بيوتر أورلوف,Orlov,Person,RU
        q2,Casa de Mar LLC,,,Company,CU
        q3,Evening Tide,,,Vessel,
        q4,Grigory Zakharchenko,,,Person,RU
        """

    private func rules(_ watchlist: String, _ more: String = "") throws -> RuleSet {
        try SmallCore.rules(
            "lists:\n  - {id: people, title: People, file: people.csv}\nrules:\n  - id: t.w\n    title: Watched\n    watchlist: \(watchlist)\n"
                + more, files: ["people.csv": Self.people])
    }

    private func found(_ text: String, _ rules: RuleSet, published: String = "2024-02-19") -> [WatchSummary] {
        var matcher = Matcher(rules)
        return matcher.match(Article(id: "1", body: text, language: LanguageTag("en"), published: Timestamp(published))).matches.compactMap(
            \.watch)
    }

    @Test(
        arguments: [
            ("exact", "Pyotr Ivanovich Orlov spoke.", "q1"), ("exact", "pyotr ivanovich orlov spoke.", nil),
            ("exact", "Pyotr Orlov spoke.", nil),
            ("exact", "The Evening Tide sank.", "q3"), ("exact", "The evening tide came in.", nil), ("exact", "وصل بيوتر أورلوف", "q1"),
            ("exact", "ولبيوتر اورلوف رأي", "q1"), ("exact", "Pyotr. Ivanovich. Orlov", nil),
            ("variants", "Pyotr Orlov spoke.", "q1"), ("variants", "Orlov, Pyotr spoke.", "q1"), ("variants", "P. Orlov spoke.", "q1"),
            ("variants", "Petr Orlov spoke.", nil), ("variants", "Pyotr said Orlov.", nil), ("variants", "Pyotr Orlof spoke.", nil),
            ("variants", "Casa de Mar", "q2"), ("variants", "Casa Mar LLC", "q2"), ("variants", "Mar de Casa", nil),
            ("variants", "Pyotr, Orlov and others", nil), ("variants", "Pyotr\n\nOrlov", nil),
            ("fuzzy", "Pyotr Orlow spoke.", nil), ("fuzzy", "Grigory Zakharchemko spoke.", "q4"), ("fuzzy", "Grigory Zahkarchenko", "q4"),
            ("variants", "Grigory Zakharchemko spoke.", nil), ("fuzzy", "Gregor Zakrachemko spoke.", nil),
            ("fuzzy", "Pyotr Armow spoke.", nil),
            ("fuzzy", "Cast de Mar", nil), ("fuzzy", "Evening Tied", nil),
        ] as [(String, String, String?)])
    func `a name is found as its spelling allows`(spelling: String, text: String, entry: String?) throws {
        let rules = try rules("{lists: [people], spelling: \(spelling)}")
        #expect(found(text, rules).map(\.entry) == (entry.map { [$0] } ?? []))
    }

    @Test func `a weak name counts with the full name, or near a word of its country`() throws {
        let rules = try rules("{lists: [people], scripts: any}")
        #expect(found("Orlov spoke.", rules).isEmpty)
        #expect(found("The Russian engineer Orlov spoke.", rules).map(\.reason) == ["weak name `Orlov`, near `Russian`"])
        #expect(found("The Cuban engineer Orlov spoke.", rules).isEmpty)
        #expect(found("Russian oil is dear. Orlov spoke.", rules).isEmpty)
        let full = found("Pyotr Orlov spoke. Orlov left.", rules)
        #expect(full.map(\.entry) == ["q1"] && full[0].reason.hasPrefix("name `Orlov, Pyotr Ivanovich`"))
        #expect(found("The Russian engineer Orlov", try self.rules("{lists: [people], weak-names: never}")).isEmpty)
        #expect(found("Orlov spoke.", try self.rules("{lists: [people], weak-names: always}")).count == 1)
    }

    @Test func `an office speaks for a weak name while it is held`() throws {
        let entities =
            "entities:\n  - {id: orlov, title: P. Orlov, names: [Pyotr Orlov], weak: [Orlov],"
            + " offices: [{office: minister, country: RU, from: \"2020\", to: \"2022-06\"}]}\n"
        let rules = try SmallCore.rules("\(entities)rules:\n  - {id: t.w, title: W, watchlist: {entities: [orlov]}}\n")
        #expect(found("The minister Orlov spoke.", rules, published: "2021-05-01").map(\.entry) == ["orlov"])
        #expect(found("The minister Orlov spoke.", rules, published: "2023-05-01").isEmpty)
        #expect(found("The Cuban minister Orlov spoke.", rules, published: "2021-05-01").isEmpty)
        #expect(found("The Russian Orlov spoke.", rules, published: "2021-05-01").map(\.entry) == ["orlov"])
    }

    @Test func `exclusions, scope and languages hold as for other rules`() throws {
        let more = "    scope: [title]\n    languages: [en]\n    exclude: [{id: cup, terms: [Orlov Cup], within: sentence}]\n"
        let rules = try rules("{lists: [people]}", more)
        var matcher = Matcher(rules)
        func rule(_ title: String, _ body: String, _ language: String = "en") -> Bool {
            !matcher.match(Article(id: "1", title: title, body: body, language: LanguageTag(language))).matches.isEmpty
        }
        #expect(rule("Pyotr Orlov spoke", "x"))
        #expect(!rule("Talks", "Pyotr Orlov spoke."))
        #expect(!rule("Pyotr Orlov at the Orlov Cup", "x"))
        #expect(!rule("Pyotr Orlov spoke", "x", "ar"))
    }

    @Test func `an explanation names the nearest entry, and what keeps it from counting`() throws {
        let rules = try rules("{lists: [people], spelling: fuzzy, min-score: 0.95}")
        var matcher = Matcher(rules)
        func explained(_ text: String) -> Explanation {
            matcher.explain(Article(id: "1", body: text, language: LanguageTag("en")), rules.rules[0])
        }
        let near = explained("Grigory Zakharchemko spoke.")
        #expect(near.decidingCondition == "min-score")
        #expect(near.decidingDetail == "nearest: `Grigory Zakharchenko`, score 0.92 < 0.95")
        #expect(near.tree.children.contains { ($0.note ?? "").contains("1 letter differs") })
        #expect(explained("Orlov spoke.").decidingCondition == "weak-names")
        #expect(explained("Nobody spoke.").decidingCondition == "watchlist")
        let found = explained("Grigory Zakharchenko spoke.")
        #expect(found.tree.children.contains { ($0.note ?? "").contains("score 1.00: name `Grigory Zakharchenko`") })
    }

    @Test func `the tests of a rule may expect fields of the entry`() throws {
        let tests =
            "    tests:\n      - {match: Pyotr Orlov spoke., language: en, expect: {entry: q1, list: people, score: \"0.99\"}}\n"
            + "      - {match: Pyotr Orlov spoke., language: en, expect: {entry: q2}}\n"
            + "      - {no-match: Orlov spoke., language: en, because: weak-names}\n"
        let set = try rules("{lists: [people]}", tests)
        var runner = RuleTestRunner(set)
        #expect(runner.run(set.rules[0]).map { $0.failure == nil } == [true, false, true])
    }

    @Test(arguments: 0..<20) func `the prefilter hides no name`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let words = [
            "Pyotr", "Petr", "P.", "Ivanovich", "Orlov", "Orlow", "orlov", "Grigory", "Zakharchenko", "Zakharchemko", "Casa", "de", "Mar",
            "Evening", "Tide",
            "Russian", "minister", "oil", "بيوتر", "أورلوف", "وبيوتر", "الروسي", "Cup", "Орлов",
        ]
        var text = "lists:\n  - {id: people, title: People, file: people.csv}\nrules:\n"
        for (number, spelling) in ["exact", "variants", "fuzzy"].enumerated() {
            let scripts = spelling == "exact" ? "same" : ["same", "any"].randomElement(using: &random) ?? "same"
            let weak = ["never", "with-context", "always"].randomElement(using: &random) ?? "never"
            text += "  - id: t.w\(number)\n    title: x\n    watchlist: {lists: [people], spelling: \(spelling), scripts: \(scripts),"
            text += " weak-names: \(weak), min-score: 0.\(Int.random(in: 60..<100, using: &random))}\n"
            text += "    exclude: [{id: x, terms: [Orlov Cup]}]\n"
        }
        let set = try SmallCore.rules(text + "  - {id: t.oil, title: x, match: {terms: [oil]}}\n", files: ["people.csv": Self.people])
        var (with, without) = (Matcher(set), Matcher(set))
        without.usesPrefilter = false
        for _ in 0..<40 {
            let body = (0..<Int.random(in: 0..<14, using: &random)).map { _ in
                (words.randomElement(using: &random) ?? "") + ([" ", " ", " ", ", ", ". ", "\n"].randomElement(using: &random) ?? " ")
            }.joined()
            let article = Article(id: "1", body: body, language: LanguageTag(["en", "ar"].randomElement(using: &random) ?? "en"))
            func shown(_ matches: [Matcher.Match]) -> [String] { matches.map { "\($0.rule.id) \($0.evidence) \($0.watch?.reason ?? "")" } }
            let (found, expected) = (shown(with.match(article).matches), shown(without.match(article).matches))
            #expect(found == expected, "seed \(seed): `\(body)`")
            for rule in set.rules {
                #expect(
                    !with.explain(article, rule).matches.isEmpty == expected.contains { $0.hasPrefix(rule.id + " ") },
                    "seed \(seed): \(rule.id) `\(body)`")
            }
        }
    }

    @Test(arguments: [
        ("terms: [orlov cup], within: sentence", "Pyotr Orlov won the Orlov cup.", false),
        ("before: {terms: [street], distance: 0}", "He lives in Pyotr Orlov street.", false),
        ("before: {terms: [street], distance: 0}", "Pyotr Orlov lives in a street.", true),
        ("after: {terms: [late], distance: 0}", "The late Pyotr Orlov.", false),
        ("containing: {terms: [pyotr]}", "Pyotr Orlov spoke.", false), ("containing: {terms: [spoke]}", "Pyotr Orlov spoke.", true),
        ("not-containing: {terms: [pyotr]}", "P. Orlov spoke.", false), ("not-containing: {terms: [pyotr]}", "Pyotr Orlov spoke.", true),
        ("source: tass", "Pyotr Orlov spoke.", true),
    ])
    func `every relation of an exclusion takes names away`(exclusion: String, text: String, holds: Bool) throws {
        let set = try rules("{lists: [people]}", "    exclude: [{id: no, \(exclusion)}]\n")
        #expect(!found(text, set).isEmpty == holds)
        var matcher = Matcher(set)
        let explanation = matcher.explain(Article(id: "1", body: text, language: LanguageTag("en")), set.rules[0])
        #expect(explanation.decidingCondition == (holds ? nil : "exclude no"))
    }

    @Test func `a name outside of the scope is told as such`() throws {
        let set = try rules("{lists: [people]}", "    scope: [title]\n")
        var matcher = Matcher(set)
        let explanation = matcher.explain(
            Article(id: "1", title: "News", body: "Pyotr Orlov spoke.", language: LanguageTag("en")), set.rules[0])
        #expect(explanation.decidingCondition == "scope")
    }

    @Test func `a correlation may group by the entry`() throws {
        let correlation =
            "  - id: t.c\n    title: C\n    correlation: {type: event_count, rules: [t.w], group-by: [entry], timespan: 1d, condition: {gte: 2}}\n"
        #expect(try rules("{lists: [people]}", correlation).rules.count == 2)
        let wrong =
            "schema: 1\npack: t\nentities: [{id: e, names: [Ann Lee]}]\nrules:\n"
            + "  - {id: t.w, title: W, watchlist: {entities: [e]}}\n" + correlation.replacing("[entry]", with: "[actor]")
        #expect(SmallCore.load(SourceFile(path: "t.yaml", text: wrong)).diagnostics.map(\.code.description) == ["C004"])
    }

    @Test(arguments: ["0.9", "1", "93"]) func `an expected score is written as scores are`(score: String) throws {
        let text =
            "schema: 1\npack: t\nentities: [{id: e, names: [Ann Lee]}]\nrules:\n"
            + "  - {id: t.w, title: W, watchlist: {entities: [e]}, tests: [{match: Ann Lee., language: en, expect: {score: \"\(score)\"}}]}\n"
        #expect(SmallCore.load(SourceFile(path: "t.yaml", text: text)).diagnostics.map(\.code.description) == ["R006"])
    }
}
