import Analysis
import Articles
import Diagnostics
import Rules
import Testing

/// The rules as they are shipped.
enum Shipped {
    static let loaded = RuleLoader.load([Checkout.root + "/Rules"])
}

@Suite struct ShippedRuleTests {
    @Test func `the shipped rules load without a word`() {
        #expect(Shipped.loaded.diagnostics.isEmpty, "\(TextRenderer().render(Shipped.loaded.diagnostics.prefix(20)))")
        #expect(Shipped.loaded.rules?.rules.isEmpty == false)
    }

    @Test func `the tests that rules carry pass`() throws {
        let rules = try #require(Shipped.loaded.rules)
        var runner = RuleTestRunner(rules)
        for result in rules.rules.flatMap({ runner.run($0) }) where result.failure != nil {
            Issue.record("\(result.place): \(result.rule): \(result.failure?.message ?? "") in `\(result.name)`")
        }
    }
}

/// The five articles that the project was asked to handle first; they stand beside the checkout, not in it.
@Suite struct SeedTests {
    struct Seed: Sendable, CustomTestStringConvertible {
        let file: String
        /// Countries visited, with the status of each visit.
        let visits: Set<String>
        let hasSanctions: Bool
        var testDescription: String { file }
    }

    /// Source: shared/seeds/README.md.
    static let seeds = [
        Seed(file: "000_1adef4d8d067fe9e.txt", visits: ["CU ongoing", "VE planned", "BR planned"], hasSanctions: true),
        Seed(file: "001_5f4093a959ca775e.txt", visits: [], hasSanctions: true),
        Seed(file: "002_69a18c3edfd9111b.txt", visits: [], hasSanctions: false),
        Seed(file: "003_2a1375cafe2bf826.txt", visits: [], hasSanctions: false),
        Seed(file: "004_2b0a31d376df4e44.txt", visits: [], hasSanctions: false),
    ]

    /// The folder, looked for upward from this file.
    static let folder: String? = {
        var parts = #filePath.split(separator: "/")
        while parts.popLast() != nil {
            let candidate = "/" + (parts + ["shared", "seeds"]).joined(separator: "/")
            if Checkout.exists(candidate) { return candidate }
        }
        print("no folder shared/seeds above \(#filePath): the tests of the seed articles are skipped")
        return nil
    }()

    @Test(.enabled(if: folder != nil, "no folder shared/seeds beside the checkout"), arguments: seeds)
    func `a seed article is told of as its reader would`(seed: Seed) throws {
        let rules = try #require(Shipped.loaded.rules)
        var reader = ArticleReader(paths: [try #require(Self.folder) + "/" + seed.file])
        let article = try #require(try reader.next()?.get())
        var matcher = Matcher(rules)
        let (matches, analyzed) = matcher.match(article)
        let visits = matches.filter { $0.rule.id == "ru-latam.minister-visit" }.compactMap(\.event).map { event in
            let fields = EventFields(event: event, rules: rules, article: analyzed)
            return "\(fields["destination.country"] ?? "?") \(fields["status"] ?? "?")"
        }
        #expect(Set(visits) == seed.visits)
        #expect(matches.contains { $0.rule.id == "sanctions.mention" } == seed.hasSanctions)
        for match in matches {
            for span in match.evidence {
                let zone = analyzed.zone(of: span.lowerBound)
                #expect([.title, .lead, .body].contains(zone), "\(match.rule.id): `\(analyzed.surface(span))` stands in \(zone)")
            }
        }
    }
}
