import Articles
import Rules
import Testing

/// A rule that no word leads to must not have held: with the prefilter and without, the same is found.
@Suite struct PrefilterTests {
    static let words = [
        "oil", "gas", "coal", "embargo", "sanctions", "blockade", "Cuba", "Russian", "Moscow", "Brazil", "Norway", "minister", "foreign",
        "president", "Lavrov",
        "Sergey", "visited", "will", "visit", "the", "of", "ousted", "Latin", "America", "Acme", "Holding", "price", "OPEC", "Opec", "نفط",
        "وبالنفط", "كوبا", "عقوبات",
    ]

    private func leaf(_ random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<11, using: &random) {
        case 8: "event: visit"
        case 0: "lexicon: sanctions"
        case 1: "country: [\(["RU", "CU", "BR"].randomElement(using: &random) ?? "RU")]"
        case 2: "region: [\"\(["419", "029"].randomElement(using: &random) ?? "419")\"]"
        case 3: "office: \(["minister", "president"].randomElement(using: &random) ?? "minister")"
        case 4: "entity: acme"
        case 5: "list: energy"
        case 6: "terms: [\(["/oil pric/", "\"/emba[rg]+o/\"", "/ssian/"].randomElement(using: &random) ?? "/abcd/")]"
        case 7: "terms: [\(["pri*", "=OPEC", "sanct*"].randomElement(using: &random) ?? "pri*"), coal]"
        default: "terms: [\(Self.words.randomElement(using: &random) ?? "oil"), \(Self.words.randomElement(using: &random) ?? "gas")]"
        }
    }

    private func condition(depth: Int, _ random: inout SeededGenerator) -> String {
        func list(_ count: Int) -> String { (0..<count).map { _ in condition(depth: depth - 1, &random) }.joined(separator: ", ") }
        let bounds =
            ["", "", "", ", within: sentence", ", within: title", ", first: 12", ", at-least: 2", ", scope: [body, lead]"].randomElement(
                using: &random) ?? ""
        switch Int.random(in: 0..<(depth > 0 ? 8 : 1), using: &random) {
        case 0: return "{\(leaf(&random))\(bounds)}"
        case 1: return "{all: [\(list(2))]\(bounds)}"
        case 2: return "{any: [\(list(2))]\(bounds)}"
        case 3: return "{\(leaf(&random)), none: [\(list(1))]\(bounds)}"
        case 4: return "{near: {of: [\(list(2))], distance: \(Int.random(in: 0..<6, using: &random))}\(bounds)}"
        case 5: return "{any: [\(list(1)), {\(leaf(&random)), none: [\(list(1))]}]\(bounds)}"
        case 6: return "{some: {of: [\(list(3))], at-least: \(Int.random(in: 1...3, using: &random))}\(bounds)}"
        default: return "{all: [\(list(1))], none: [\(list(2))]\(bounds)}"
        }
    }

    private func rule(_ number: Int, _ random: inout SeededGenerator) -> String {
        var text = "  - id: t.r\(number)\n    title: x\n"
        if Int.random(in: 0..<4, using: &random) == 0 {
            let role =
                ["actor: {country: RU}", "actor: {office: minister}", "destination: {region: \"419\"}", "actor: {person: sergey-lavrov}"]
                .randomElement(using: &random) ?? ""
            text += "    event: {type: visit, \(role)}\n"
        } else {
            text += "    match: \(condition(depth: 2, &random))\n"
        }
        if Int.random(in: 0..<3, using: &random) == 0 {
            let reach = ["", ", within: sentence", ", within: article"].randomElement(using: &random) ?? ""
            text += "    exclude: [{id: x, \(leaf(&random))\(reach)}]\n"
        }
        return text
    }

    private func article(_ random: inout SeededGenerator) -> Article {
        func text(_ count: Int) -> String {
            (0..<count).map { _ in
                (Self.words.randomElement(using: &random) ?? "") + ([" ", " ", " ", ". ", ", ", "\n"].randomElement(using: &random) ?? " ")
            }.joined()
        }
        let language = ["en", "ar", nil, "de"].randomElement(using: &random) ?? nil
        return Article(
            id: "1", title: text(Int.random(in: 0..<6, using: &random)), body: text(Int.random(in: 0..<40, using: &random)),
            language: language.flatMap { LanguageTag($0) },
            published: Timestamp("2024-02-19"))
    }

    @Test(arguments: 0..<25) func `the prefilter hides no match`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let rules = (0..<12).map { rule($0, &random) }.joined()
        let names = "entities:\n  - {id: acme, names: [Acme Holding], weak: [Acme]}\nlists:\n  - {id: energy, names: [gas, oil price]}\n"
        let set = try SmallCore.rules("rules:\n\(rules)\(names)")
        var (with, without) = (Matcher(set), Matcher(set))
        without.usesPrefilter = false
        for _ in 0..<30 {
            let article = article(&random)
            let (found, expected) = (with.match(article), without.match(article))
            let (shown, wanted) = (shown(found.matches), shown(expected.matches))
            if shown != wanted {
                Issue.record("seed \(seed): \(Set(wanted).symmetricDifference(shown)) in `\(article.title)` `\(article.body)`\n\(rules)")
            }
            // An explanation comes to the same, rule by rule.
            for rule in set.rules {
                let explained = !with.explain(article, rule).matches.isEmpty
                if explained != expected.matches.contains(where: { $0.rule.id == rule.id }) {
                    Issue.record("seed \(seed): \(rule.id) is explained otherwise in `\(article.body)`\n\(rules)")
                }
            }
        }
    }

    private func shown(_ matches: [Matcher.Match]) -> [String] { matches.map { "\($0.rule.id) \($0.evidence)" } }

    @Test func `random rules do hold of random articles`() throws {
        var random = SeededGenerator(seed: 1)
        let names = "entities:\n  - {id: acme, names: [Acme Holding], weak: [Acme]}\nlists:\n  - {id: energy, names: [gas, oil price]}\n"
        var matcher = Matcher(try SmallCore.rules("rules:\n\((0..<40).map { rule($0, &random) }.joined())\(names)"))
        let found = (0..<100).map { _ in matcher.match(article(&random)).matches.count }
        #expect(found.reduce(0, +) > 150)
    }
}

/// The same with the shipped rules, on the articles that come with them.
@Suite struct SamplePrefilterTests {
    @Test func `the prefilter hides no match in any sample article`() throws {
        let rules = try #require(Shipped.loaded.rules)
        var (with, without) = (Matcher(rules), Matcher(rules))
        without.usesPrefilter = false
        var reader = ArticleReader(paths: [Checkout.root + "/Samples/articles"] + (SeedTests.folder.map { [$0] } ?? []))
        var count = 0
        while let next = reader.next() {
            let article = try next.get()
            let (found, expected) = (with.match(article).matches, without.match(article).matches)
            #expect(found.map { "\($0.rule.id) \($0.evidence)" } == expected.map { "\($0.rule.id) \($0.evidence)" }, "\(article.id)")
            count += expected.count
        }
        #expect(count > 0)
    }
}
