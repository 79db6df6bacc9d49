import Articles
import Diagnostics
import Rules
import Testing

/// Queries that nobody thought of: right ones mean the same in each of their forms, wrong ones are told.
@Suite struct QueryPropertyTests {
    static let words = [
        "oil", "gas", "coal", "price", "Cuba", "Moscow", "minister", "embargo", "OPEC", "Lavrov", "нефть", "газ", "نفط", "كوبا", "petróleo",
    ]

    /// A right query, in one of the many ways in which it may be spelt.
    struct Writer {
        var random: SeededGenerator

        mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }

        mutating func term() -> String {
            let word = pick(words)
            switch Int.random(in: 0..<9, using: &random) {
            case 0: return "\"\(word) \(pick(words))\""
            case 1: return "«\(word)»"
            case 2: return "=\(word)"
            case 3: return "\(word)*"
            case 4: return pick(["/oil pric/", "/emba[rg]+o/", "/\\.? ?gas pri/"])
            case 5:
                return pick(["country:CU", "region:\"419\"", "lexicon:sanctions", "country:(CU OR RU)", "office:minister", "entity:acme"])
            case 6: return "\u{200F}\(word)\u{200F}"
            default: return word
            }
        }

        /// Something with places: a term, or several joined by OR.
        mutating func places(_ depth: Int) -> String {
            guard depth > 0, Bool.random(using: &random) else { return term() }
            return "("
                + (0..<Int.random(in: 2...3, using: &random)).map { _ in places(depth - 1) }.joined(separator: pick([" OR ", " || "])) + ")"
        }

        mutating func query(_ depth: Int) -> String {
            guard depth > 0 else { return term() }
            let joint: String
            switch Int.random(in: 0..<8, using: &random) {
            case 0: return term()
            case 1: joint = pick([" AND ", " && "])
            case 2: joint = " OR "
            case 3: return "(\(query(depth - 1))) AND NOT (\(query(depth - 1)))"
            case 4:
                let near = pick([" NEAR/2 ", " near3 ", " ONEAR/4 ", " w/٥ ", " NEAR/1f "])
                return (0..<Int.random(in: 2...3, using: &random)).map { _ in places(1) }.joined(separator: near)
            case 5: return pick(["title:", "lead:", "body:", "HEADLINE"]) + "(\(query(depth - 1)))"
            case 6: return pick(["ATLEAST/2", "atleast2"]) + "(\(places(2)))"
            default: joint = pick([" W/S ", " w/p "])
            }
            if joint.contains("/") { return [places(1), term(), places(1)].prefix(2).joined(separator: joint) }
            return (0..<Int.random(in: 2...3, using: &random)).map { _ in "(\(query(depth - 1)))" }.joined(separator: joint)
        }
    }

    static let sections = "entities:\n  - {id: acme, names: [Acme Holding, gas price]}\n"

    private func article(_ random: inout SeededGenerator) -> Article {
        func text(_ count: Int) -> String {
            (0..<count).map { _ in
                (Self.words.randomElement(using: &random) ?? "") + ([" ", " ", " ", ". ", ", ", "\n"].randomElement(using: &random) ?? " ")
            }.joined()
        }
        return Article(id: "1", title: text(Int.random(in: 0..<5, using: &random)), body: text(Int.random(in: 0..<30, using: &random)))
    }

    private func indented(_ text: String, by blanks: Int) -> String {
        text.split(separator: "\n").map { String(repeating: " ", count: blanks) + $0 }.joined(separator: "\n")
    }

    @Test(arguments: 0..<30) func `a query and its YAML find the same, and its canonical spelling is the same query`(seed: Int) throws {
        var writer = Writer(random: SeededGenerator(seed: UInt64(seed)))
        var rules = ""
        for number in 0..<8 {
            let query = writer.query(3)
            let converted = LooseQuery(query).yaml()
            let yaml = try #require(converted.yaml, "seed \(seed): `\(query)` \(TextRenderer().render(converted.diagnostics))")
            let canonical = String(yaml.prefix { $0 != "\n" }.dropFirst(2))
            #expect(LooseQuery(canonical).yaml().yaml == yaml, "`\(query)` is printed as `\(canonical)`")
            rules += "  - id: t.q\(number)\n    title: x\n    match:\n      query: |\n        \(query)\n"
            rules += "  - id: t.y\(number)\n    title: x\n\(indented(yaml, by: 4))\n"
        }
        var matcher = Matcher(try SmallCore.rules("rules:\n\(rules)\(Self.sections)"))
        for _ in 0..<40 {
            let article = article(&writer.random)
            let found = matcher.match(article).matches.map { "\($0.rule.id.dropFirst(2)) \($0.evidence)" }
            let (queries, conditions) = (found.filter { $0.hasPrefix("q") }, found.filter { $0.hasPrefix("y") })
            #expect(queries.map { $0.dropFirst() } == conditions.map { $0.dropFirst() }, "seed \(seed): \(article.body)\n\(rules)")
        }
    }

    @Test func `random queries do hold of random articles, and the prefilter hides none of them`() throws {
        var writer = Writer(random: SeededGenerator(seed: 7))
        let rules = (0..<60).map { "  - {id: t.q\($0), title: x, match: {query: '\(writer.query(2).replacing("'", with: "''"))'}}\n" }
            .joined()
        let set = try SmallCore.rules("rules:\n\(rules)\(Self.sections)")
        var (with, without) = (Matcher(set), Matcher(set))
        without.usesPrefilter = false
        var count = 0
        for _ in 0..<100 {
            let article = article(&writer.random)
            let found = with.match(article).matches.map { "\($0.rule.id) \($0.evidence)" }
            #expect(found == without.match(article).matches.map { "\($0.rule.id) \($0.evidence)" })
            count += found.count
        }
        #expect(count > 200)
    }

    static let pieces = [
        "oil", "gas", " ", " ", " ", "(", ")", "\"", "'", "“", "»", "«", "AND", "OR", "NOT", "NEAR/3", "NEAR/", "ONEAR/٥", "W/S",
        "ATLEAST/2", "ATLEAST",
        "title:", "country:", "foo:", ":", "/", "*", "?", "~3", "=", "+", "-", "!", ",", "،", "[", "]", "{", "\\", "^2", "\u{202E}",
        "\u{200F}",
        "و", "نفط", "И", "\u{301}", "🏦", "\n", "\t", "（", "：", "CU", "and", "or", "\u{0}", "\u{FEFF}", "near", "w/p", "&&", "||",
        "\u{1F1E8}\u{1F1FA}",
    ]

    @Test(.timeLimit(.minutes(1)), arguments: 0..<20) func `any text is a query or a diagnostic, with places inside it`(block: Int) throws {
        for seed in block * 50..<block * 50 + 50 {
            var random = SeededGenerator(seed: UInt64(seed))
            let text = (0..<Int.random(in: 0..<24, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            let (yaml, said) = LooseQuery(text).yaml()
            #expect((yaml == nil) == !said.isEmpty && said.count <= 20, "`\(text)`")
            #expect(
                said.allSatisfy { $0.range.end <= text.utf8.count } && (said.isEmpty || !TextRenderer().render(said).isEmpty), "`\(text)`")
            guard let yaml else { continue }
            // What can be read may still name what is not there.
            let (rules, diagnostics) = SmallCore.load(LooseQuery(text))
            #expect(diagnostics.contains { $0.severity == .error } || !rules.rules.isEmpty, "`\(text)`")
            guard !diagnostics.contains(where: { $0.severity == .error }) else { continue }
            let canonical = String(yaml.prefix { $0 != "\n" }.dropFirst(2))
            #expect(LooseQuery(canonical).yaml().yaml == yaml, "`\(text)` is printed as `\(canonical)`")
            var matcher = Matcher(rules)
            _ = matcher.match(Article(id: "1", title: "Oil", body: "Gas and oil, Cuba. نفط"))
        }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "(", ")", "\"", "NOT ", "a AND ", "a OR b AND ", "a ", "title:", "ATLEAST/2 ", "a NEAR/1 ", "a NEAR/1 b NEAR/2 ", "\\", "/",
            "'", "«a ", "[",
            "(a OR b AND c) AND ", "((a OR b) NEAR/2 c) NEAR/3 ", "\u{202E}", "*", "-a ", "a, ", "\u{301}", "/a ", "'a ",
        ])
    func `a long query takes bounded time and says little`(piece: String) {
        for count in [17, 1000, 60_000 / piece.utf8.count] {
            let diagnostics = LooseQuery(String(repeating: piece, count: count)).yaml().diagnostics
            #expect(diagnostics.count <= 20)
            #expect(TextRenderer().render(diagnostics).utf8.count < 100_000)
        }
    }

    @Test func `a query may be as deep as its YAML may be, and as long as is said`() throws {
        func nested(_ opening: String, _ levels: Int) -> String {
            (0..<levels).map { _ in opening }.joined() + "gas" + String(repeating: ")", count: levels * opening.count { $0 == "(" })
        }
        for (opening, levels) in [
            ("oil NEAR/1 (", 16), ("oil OR (coal AND NOT (", 5), ("title:(oil W/S ", 8), ("oil NEAR/1 (coal OR ", 11),
        ] {
            let query = nested(opening, levels)
            let yaml = try #require(LooseQuery(query).yaml().yaml, "\(query) \(LooseQuery(query).yaml().diagnostics)")
            _ = try SmallCore.rules("rules:\n  - id: t.a\n    title: x\n\(indented(yaml, by: 4))")
        }
        let tooDeepForYAML = LooseQuery(nested("oil NEAR/1 (coal OR ", 16))
        #expect(tooDeepForYAML.yaml().diagnostics.map(\.code) == ["Q016"] && SmallCore.load(tooDeepForYAML).diagnostics.isEmpty)
        #expect(LooseQuery(nested("(", 17)).yaml().diagnostics.map(\.code) == ["Q016"])
        let long = "oil" + String(repeating: " OR oil", count: 9361)
        #expect(LooseQuery(long).yaml().diagnostics.isEmpty && long.utf8.count < 65_536)
        #expect(LooseQuery(long + " OR oil").yaml().diagnostics.map(\.code) == ["Q016"])
    }
}

/// Queries without a rule file, as the command line has them.
@Suite struct LooseQueryTests {
    @Test func `it is a rule of its own, and sees the lexicons of the packs beside it`() throws {
        let query = LooseQuery("lexicon:sanctions AND country:CU")
        let (rules, diagnostics) = SmallCore.load(query)
        #expect(diagnostics.isEmpty && rules.rules.map(\.id) == [query.ruleID])
        var matcher = Matcher(rules)
        #expect(matcher.match(Article(id: "1", body: "The embargo on Cuba", language: LanguageTag("en"))).matches.count == 1)
        #expect(LooseQuery("lexicon:sanctions").ruleID != query.ruleID)
    }

    @Test func `its words are inflected when their language is said`() {
        for (language, holds) in [("en", true), (nil, false)] as [(String?, Bool)] {
            var matcher = Matcher(SmallCore.load(LooseQuery("tanker", language: language)).rules)
            #expect(matcher.match(Article(id: "1", body: "two tankers", language: LanguageTag("en"))).matches.isEmpty != holds)
        }
        #expect(SmallCore.load(LooseQuery("tanker", language: "xx")).diagnostics.map(\.code) == ["R004"])
    }

    @Test(arguments: [
        ("oil", "terms: [oil]"), ("oil OR gas", "terms: [oil, gas]"), ("oil AND gas", "all:\n  - terms: [oil]\n  - terms: [gas]"),
        ("oil AND NOT gas", "terms: [oil]\nnone:\n  - terms: [gas]"), ("\"a: b\"", "terms: [\"a: b\"]"),
        ("lavrov NEAR/5 visit*", "near:\n  of:\n    - terms: [lavrov]\n    - terms: [\"visit*\"]\n  distance: 5"),
        ("a1 ONEAR/0 b1", "near:\n  of:\n    - terms: [a1]\n    - terms: [b1]\n  distance: 0\n  ordered: true"),
        ("country:NO OR oil", "any:\n  - country: NO\n  - terms: [oil]"), ("title:oil", "terms: [oil]\nwithin: title"),
        ("body:oil", "terms: [oil]\nscope: [lead, body]"), ("ATLEAST/2(oil)", "terms: [oil]\nat-least: 2"),
        ("title:ATLEAST/2(oil)", "all:\n  - terms: [oil]\n    at-least: 2\nwithin: title"),
        ("oil W/P gas", "all:\n  - terms: [oil]\n  - terms: [gas]\nwithin: paragraph"), ("=\"a \\\"b\"", "terms: [\"=a \\\"b\"]"),
    ])
    func `it is printed as the YAML that says the same`(query: String, yaml: String) {
        let lines = yaml.split(separator: "\n").map { "  \($0)\n" }.joined()
        #expect(LooseQuery(query).yaml().yaml?.split(separator: "\n", maxSplits: 1).last == "match:\n\(lines)")
    }

    @Test(arguments: [
        ("oil && gas", "oil AND gas"), ("oil w/5 gas", "oil NEAR/5 gas"), ("oil pre/5 gas", "oil ONEAR/5 gas"), ("«oil»", "oil"),
        ("(oil)", "oil"), ("oil NOT gas", "oil AND NOT gas"), ("hlead(oil OR gas)", "lead:(oil OR gas)"), ("\"AND\"", "\"AND\""),
        ("\"and\" OR \"oil\"", "\"and\" OR oil"), ("atleast5 oil", "ATLEAST/5(oil)"), ("\"oil refin*\"", "\"oil refin*\""),
        ("oil near/٥ gas", "oil NEAR/5 gas"), ("(oil AND (gas))", "oil AND gas"), ("title:\"oil\"", "title:oil"),
        ("\"NEAR/5\"", "\"NEAR/5\""),
        ("NOT oil AND gas", "NOT oil AND gas"), ("\"title\" OR \"don't\"", "\"title\" OR don't"),
    ])
    func `it is spelt as this program spells it`(query: String, canonical: String) {
        #expect(LooseQuery(query).yaml().yaml?.prefix { $0 != "\n" } == "# \(canonical)")
    }
}
