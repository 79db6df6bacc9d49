import Analysis
import Articles
import Diagnostics
import Rules
import Testing

@testable import Rules

@Suite struct ExplanationTests {
    private func explain(_ rule: String, _ article: Article, sections: String = "") throws -> (Explanation, RuleSet) {
        let trial = try Trial(rule, sections: sections, keepingTerms: true)
        var matcher = Matcher(trial.rules)
        return (matcher.explain(article, trial.rules.rules[0], nearMisses: true), trial.rules)
    }

    private func text(_ rule: String, _ body: String, title: String = "", language: String = "en", sections: String = "") throws -> String {
        let article = Article(id: "1", title: title, body: body, language: LanguageTag(language))
        let (explanation, rules) = try explain(rule, article, sections: sections)
        return explanationFormats[0].write(explanation, rules, colors: false)
    }

    // MARK: Near-misses

    static let misses: [(rule: String, text: String, says: String)] = [
        (
            "terms: [sanctions]", "Oil is dear.\nRead also\nNew sanctions",
            "~ `sanctions` stands there, but in page noise (related), out of scope"
        ),
        ("terms: [harbour]", "Photo: a harbour", "~ `harbour` stands there, but in a caption, out of scope"),
        ("{terms: [oil], first: 2}", "coal and gas and oil", "~ `oil` stands there, but outside of the bounds"),
        ("lexicon: sanctions", "The blockade of the harbour.", "`blockade` stands there, but requires a country in the sentence"),
        ("terms: {ar: [نفط]}", "Oil.", "~ the article is in en; `⁨نفط⁩` and its like are in ar"),
        ("terms: [=OPEC]", "Opec met.", "~ `Opec` differs from `=OPEC` in capitals or marks only"),
        ("terms: [central bank]", "The bank is central.", "~ `central` and `bank` stand there, but not as the phrase `central bank`"),
        ("terms: [central bank]", "The cental bank and a bank.", "~ `cental bank` is near `central bank`"),
        ("terms: [bank of Norway]", "A bank of Norwya.", "~ `bank of Norwya` is near `bank of Norway`"),
        ("terms: [sanctions]", "The sactions hold.", "~ `sactions` is near `sanctions`"),
        ("terms: [refinery]", "The refienry burns.", "~ `refienry` is near `refinery`"),
        (
            "terms: [sanction]", "They were sanctioned.",
            "~ `sanctioned` begins with `sanction`, but is not listed (`sanction*` would take it)"
        ),
        (
            "near: {of: [{terms: [oil]}, {terms: [tax]}], distance: 2}", "Oil has no and never had a tax.",
            "~ `Oil` and `tax` are 6 words apart, 2 allowed"
        ),
        ("near: {of: [{terms: [oil]}, {terms: [tax]}]}", "Oil. A tax.", "~ `Oil` and `tax` stand in different sentences"),
        (
            "near: {of: [{terms: [oil]}, {terms: [tax]}], ordered: true}", "A tax on oil.",
            "~ `tax` and `oil` are 1 words apart, but not in the order that is asked for"
        ),
        ("country: CU", "In Norway it rains.", "~ `Norway` is NO"),
        ("region: \"419\"", "In Norway it rains.", "~ `Norway` is NO, not in region 419"),
        ("office: minister", "The Russian president spoke.", "is president"),
        ("event: visit", "He visited the dentist.", "~ `visited` might report one, but finds its roles in the sentence by no frame"),
    ]

    @Test(arguments: misses.indices) func `what nearly held is told`(index: Int) throws {
        let (rule, body, says) = Self.misses[index]
        let found = try text("match:\n  " + rule, body)
        #expect(found.contains(says), "\(found)")
        #expect(found.hasPrefix("rule t.a: does not hold\n"))
    }

    @Test func `a weak name is told to be weak`() throws {
        let found = try text(
            "match: {entity: acme}", "Acme fell.", sections: "entities: [{id: acme, names: [Acme Shipping], weak: [Acme]}]")
        #expect(found.contains("~ `Acme` is a weak name"))
    }

    @Test func `what nearly held is no matter where something else did`() throws {
        #expect(!(try text("match: {any: [{terms: [sanctions]}, {terms: [oil]}]}", "sactions on oil").contains("~")))
        #expect(!(try text("match: {terms: [oil], none: [{terms: [sanctions]}]}", "sactions on oil").contains("~")))
    }

    @Test func `near-misses of a hostile article are looked for in bounded time`() throws {
        let words = (0..<60_000).map { "refine\($0 % 9)\($0)" }.joined(separator: " ")
        #expect(try text("match: {terms: [refinery, refineries, petroleum]}", words).contains("does not hold"))
    }

    // MARK: Verdicts

    @Test(arguments: [
        ("languages: [ar]\nmatch: {terms: [oil]}", "because: language (the article is in en; the rule claims ar)"),
        ("match: {terms: [oil]}", "because: terms oil"),
        ("match: {terms: [Cuba]}\nexclude: [{id: x, terms: [visited Cuba]}]", "because: exclude x removes `visited Cuba`"),
        ("event: {type: visit, destination: {country: BR}}", "because: role destination: `Cuba` is CU, not country BR"),
        (
            "event: {type: visit, actor: {office: president}}",
            "because: role actor: `Sergey Lavrov` is minister (foreign), not office president"
        ),
        ("event: {type: visit, host: {country: CU}}", "because: role host: nobody fills it where `visited` stands"),
        ("event: {type: visit, status: planned}", "because: status completed: the form of `visited` says so (past)"),
    ])
    func `the reason stands above all`(rule: String, says: String) throws {
        let found = try text(rule, "Sergey Lavrov visited Cuba.")
        #expect(found.split(separator: "\n").dropFirst().first?.hasPrefix(says) == true, "\(found)")
    }

    @Test func `an event is told with its trigger and frame, who fills its roles, its cue and its day`() throws {
        let rule = "event: {type: visit, actor: {country: RU}, destination: {region: \"419\"}}"
        let (explanation, _) = try explain(
            rule,
            Article(id: "1", body: "Yesterday Sergey Lavrov visited Cuba.", language: LanguageTag("en"), published: Timestamp("2024-02-19"))
        )
        let event = try #require(explanation.tree.children.first)
        #expect(event.holds && event.note == "reported by `visited`, frame `actor V destination`")
        #expect(event.children.map(\.label) == ["role actor", "role destination", "status completed", "date 2024-02-18"])
        #expect(
            event.children.map(\.note) == [
                "Sergey Lavrov, minister, portfolio foreign, RU Russia", "CU Cuba", "the form of `visited` says so (past)",
                "read from the day of publication, 2024-02-19",
            ])
        #expect(
            event.children.map { $0.spans.map { explanation.article.surface($0) } } == [["Sergey Lavrov"], ["Cuba"], [], ["Yesterday"]])
    }

    @Test func `the cue that set the status is told`() throws {
        let found = try text("event: {type: visit}", "Sergey Lavrov cancelled a plan and visited Cuba.")
        #expect(found.contains("because: status cancelled: `cancelled a plan` says so"), "\(found)")
        #expect(found.contains("- status cancelled: ⁨cancelled a plan⁩"))
        #expect(found.contains("the rule asks for planned, ongoing, completed"))
    }

    @Test func `an exclusion is told with its words and what it takes away`() throws {
        let found = try text("match: {terms: [oil]}\nexclude: [{id: olive, terms: [olive oil]}, {id: x, terms: [salad]}]", "olive oil")
        #expect(found.contains("! exclude olive: ⁨olive oil⁩ [body 0–9] (takes `oil` away)"), "\(found)")
        #expect(!found.contains("exclude x"))
        #expect(found.contains("~ `oil` stands there, but an exclusion takes it away"))
        let kept = try text("match: {terms: [oil]}\nexclude: [{id: olive, terms: [olive]}]", "an olive and oil")
        #expect(kept.contains("- exclude olive: ⁨olive⁩ [body 3–8] (takes nothing away)"), "\(kept)")
    }

    @Test func `right-to-left words are isolated, and no text of an article moves the cursor`() throws {
        let found = try text("match: {terms: {ar: [نفط]}}", "نفط \u{202E}oil\u{1B}[2J نفط", language: "ar")
        #expect(found.contains("⁨نفط⁩ [body 0–6]"))
        let isHarmless = found.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control }
        #expect(isHarmless && !found.contains("\u{202E}"))
    }

    // MARK: The prefilter

    @Test func `the word that led to the rule is told, or those that are lacking`() throws {
        let rule = "match: {all: [{terms: [oil]}, {lexicon: sanctions}, {country: CU}]}"
        let found = try text(rule, "Oil.")
        #expect(found.contains("prefilter: let in by ⁨Oil⁩ (terms oil)"))
        #expect(found.contains("prefilter: kept out, for no word of the article is of lexicon sanctions, such as ⁨sanction⁩, ⁨embargo⁩"))
        #expect(found.contains("prefilter: kept out, for no word of the article is of country CU\n"))
        #expect(try text("match: {terms: [/oil price/]}", "Oil.").contains("looked at for every article"))
    }

    @Test(arguments: [
        "match: {terms: [oil]}", "match: {any: [{terms: [oil]}, {country: CU}]}", "event: {type: visit}", "match: {terms: [/oils? price/]}",
        "watchlist: {entities: [lavrov]}",
    ])
    func `the prefilter is told as it is`(rule: String) throws {
        let entities = "entities:\n  - {id: lavrov, names: [Sergey Lavrov]}\n"
        for body in ["Oil.", "Cuba and gas.", "Sergey Lavrov visited Cuba.", "gas", ""] {
            let article = Article(id: "1", body: body, language: LanguageTag("en"))
            let (explanation, rules) = try explain(rule, article, sections: entities)
            let isLetIn = try #require(explanation.prefilter).requirements.allSatisfy(\.isMet)
            var scratch = NameScratch()
            let names = rules.names(in: explanation.article, &scratch)
            #expect(isLetIn == !rules.candidates(for: explanation.article, names: names).isEmpty, "\(rule): \(body)")
        }
    }

    // MARK: One evaluation

    private static let examples = conditionKinds.flatMap { kind in kind.examples }

    @Test(arguments: examples.indices) func `an explanation finds what the rule finds, with or without its terms kept`(index: Int) throws {
        let example = Self.examples[index]
        for keepsTerms in [false, true] {
            let trial = try Trial("match:\n  " + example.condition, sections: example.given, keepingTerms: keepsTerms)
            for body in example.matches + example.misses {
                let article = Article(id: "1", body: body, language: LanguageTag("en"))
                var matcher = Matcher(trial.rules)
                let found = matcher.match(article).matches.map(\.evidence)
                let explanation = matcher.explain(article, trial.rules.rules[0], nearMisses: true)
                #expect(explanation.matches.map(\.evidence) == found, "\(body)")
                #expect(explanation.requirements.isEmpty == !found.isEmpty && explanation.tree.holds == !found.isEmpty)
            }
        }
    }

    @Test func `leaves know where they were written when that is kept`() throws {
        let (explanation, _) = try explain("match:\n  all:\n    - terms: [oil]\n    - {country: CU}", Article(id: "1", body: "oil"))
        let leaves = try #require(explanation.tree.children.first).children
        #expect(leaves.map { $0.place.map { "\($0)" } } == ["t.yaml:8:18", "t.yaml:9:21"])
    }

    // MARK: JSON

    @Test func `the JSON of an explanation keeps its shape`() throws {
        let rule = "match: {terms: [oil], near: {of: [{lexicon: sanctions}, {country: CU}], distance: 1}}"
        let body = "The oil embargo that was laid upon Cuba.\nRead also\nAnother oil"
        let (text, texts) = try explain(rule, Article(id: "a-1", title: "Oil", body: body, language: LanguageTag("en")))
        try Golden.check(explanationFormats[1].write(text, texts, colors: false), "explanation-of-text.json")
        let (event, events) = try explain(
            "event: {type: visit, destination: {country: CU}}",
            Article(
                id: "a-2", body: "Yesterday Sergey Lavrov visited Cuba. Sergey Lavrov will visit Brazil.", language: LanguageTag("en"),
                published: Timestamp("2024-02-19")))
        try Golden.check(explanationFormats[1].write(event, events, colors: false), "explanation-of-event.json")
    }

    @Test func `the text of an explanation keeps its shape`() throws {
        let rule = "match: {any: [{terms: [harbour]}, {lexicon: sanctions}]}\nexclude: [{id: ban, terms: [trade embargo]}]"
        try Golden.check(
            try text(rule, "A trade embargo hurts the habour.\nRead also\nHarbour life", title: "Trade"), "explanation-of-text.txt")
    }
}
