import Alerts
import Articles
import Rules
import Testing

@Suite struct ComparisonTests {
    private static let plain = "  - {id: t.oil, title: Oil, match: {terms: [oil]}}\n"
    private static let visit = "  - {id: t.visit, title: Visit, event: {type: visit}}\n"

    private func pair(_ old: String, _ new: String) throws -> RuleSetPair {
        try RuleSetPair(old: Sample(old).rules, new: Sample(new).rules)
    }

    /// `+`, `-`, `~` and the rule, for each difference.
    private func signs(_ comparison: AlertComparison) -> [String] {
        comparison.differences.map { difference in
            switch difference {
            case .added: "+\(difference.rule)"
            case .removed: "-\(difference.rule)"
            case .changed: "~\(difference.rule)"
            }
        }
    }

    private func article(_ text: String) -> Article { Article(id: "1", body: text, language: LanguageTag("en")) }

    @Test func `the same rules raise the same alerts, whatever their revision`() throws {
        let revised = "  - {id: t.oil, title: Oil, revision: 2, match: {terms: [oil]}}\n"
        var sets = try pair(Self.plain, revised)
        let comparison = sets.compare(article("Oil is dear."))
        #expect(comparison.differences.isEmpty && comparison.sameCount == 1)
        #expect(sets.compare(article("Coal is cheap.")).sameCount == 0)
    }

    @Test func `what a new exclusion takes away is removed, and told with it`() throws {
        let excluding = "  - {id: t.oil, title: Oil, match: {terms: [oil]}, exclude: [{id: olive, terms: [olive oil]}]}\n"
        var sets = try pair(Self.plain, excluding)
        let comparison = sets.compare(article("Olive oil is dear."))
        #expect(signs(comparison) == ["-t.oil"])
        let difference = try #require(comparison.differences.first)
        guard case .condition(let condition, let detail)? = sets.obstacle(to: difference, in: article("Olive oil is dear.")) else {
            Issue.record("no condition decided")
            return
        }
        #expect(condition == "exclude olive" && detail.contains("Olive oil"))
    }

    @Test func `the other way round it is added, and the old rules kept it back`() throws {
        let narrow = "  - {id: t.oil, title: Oil, match: {all: [{terms: [oil]}, {terms: [gas]}]}}\n"
        var sets = try pair(narrow, Self.plain)
        let comparison = sets.compare(article("Oil is dear."))
        #expect(signs(comparison) == ["+t.oil"])
        let difference = try #require(comparison.differences.first)
        let obstacle = sets.obstacle(to: difference, in: article("Oil is dear."))
        #expect(obstacle == .condition("terms gas", detail: "terms gas: none of them stands there"))
    }

    @Test func `a rule of one set only raises what the other cannot`() throws {
        var sets = try pair(Self.plain, Self.visit)
        let text = article("Oil. Sergey Lavrov visited Cuba.")
        let comparison = sets.compare(text)
        #expect(signs(comparison) == ["-t.oil", "+t.visit"])
        #expect(comparison.differences.map { sets.obstacle(to: $0, in: text) } == [.noSuchRule, .noSuchRule])
        let totals = ComparisonTotals(old: sets.rules(.old), new: sets.rules(.new))
        #expect(totals.onlyOld == ["t.oil"] && totals.onlyNew == ["t.visit"])
    }

    @Test func `another level or message is a change of the same alert`() throws {
        let changed = "  - {id: t.oil, title: Oil, level: high, match: {terms: [oil]}, alert: {message: \"{title}!\"}}\n"
        var sets = try pair(Self.plain, changed)
        let comparison = sets.compare(article("Oil is dear."))
        guard case .changed(_, _, let changes)? = comparison.differences.first else {
            Issue.record("not told as a change")
            return
        }
        #expect(changes == [.init(field: "level", old: "medium", new: "high"), .init(field: "message", old: "Oil", new: "Oil!")])
    }

    @Test func `another status is a change, another country another alert`() throws {
        let sample = try Sample(Self.visit)
        func alerts(_ text: String) -> [Alert] { sample.alerts(article(text)) }
        let planned = alerts("Sergey Lavrov will visit Cuba.")
        let completed = alerts("Sergey Lavrov visited Cuba.")
        #expect(signs(AlertComparison(old: planned, new: completed)) == ["~t.visit"])
        #expect(signs(AlertComparison(old: completed, new: alerts("Sergey Lavrov visited Brazil."))) == ["-t.visit", "+t.visit"])
        // Those of one status belong together, whatever their order.
        let both = AlertComparison(old: planned + completed, new: completed + planned)
        #expect(both.differences.isEmpty && both.sameCount == 2)
    }

    @Test func `an event of several, kept back by its place, is told by its own objection`() throws {
        let cuba = "  - {id: t.visit, title: Visit, event: {type: visit, destination: {country: CU}}}\n"
        var sets = try pair(Self.visit, cuba)
        let text = article("Sergey Lavrov visited Cuba.\nSergey Lavrov visited Brazil.")
        let comparison = sets.compare(text)
        #expect(signs(comparison) == ["-t.visit"] && comparison.sameCount == 1)
        let difference = try #require(comparison.differences.first)
        #expect(sets.obstacle(to: difference, in: text)?.detail.hasPrefix("role destination") == true)
    }

    @Test func `the report is in order by rule, shows so many of each, and lets nothing of an article break a line`() throws {
        var sets = try pair(Self.plain, Self.visit)
        var report = DifferenceReport(perRule: 2)
        var totals = ComparisonTotals(old: sets.rules(.old), new: sets.rules(.new))
        for text in ["Sergey Lavrov visited Cuba.", "oil", "o\u{202E}il oil\u{1B}[2J", "oil"] {
            let article = Article(id: "a\n\u{202E}b", body: text, language: LanguageTag("en"))
            let comparison = sets.compare(article)
            totals.add(comparison)
            for difference in comparison.differences { report.add(difference) { sets.obstacle(to: difference, in: article) } }
        }
        let lines = report.text.split(separator: "\n")
        #expect(lines.filter { !$0.hasPrefix(" ") } == ["t.oil", "t.visit"])
        #expect(lines.contains("  … and 1 more"))
        #expect(lines.contains("      the new rules: the rule is not among them"))
        #expect(!report.text.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" })
        #expect(totals.text == "1 added, 3 removed, 0 the same in 4 articles" && !totals.isSame)
    }

    @Test func `each difference is one line of JSON`() throws {
        var sets = try pair(Self.plain, Self.visit)
        let text = article("Oil. Sergey Lavrov visited Cuba.")
        let lines = sets.compare(text).differences.map { $0.json(sets.obstacle(to: $0, in: text)) }
        #expect(lines[0].hasPrefix(#"{"change":"removed","rule":"t.oil","article":"1","old":{"id":""#))
        #expect(
            lines[0].hasSuffix(#""new":null,"because":{"rules":"new","condition":"no such rule","detail":"the rule is not among them"}}"#))
        #expect(lines[1].hasPrefix(#"{"change":"added","rule":"t.visit""#))
        let totals = ComparisonTotals(old: sets.rules(.old), new: sets.rules(.new))
        #expect(
            totals.json
                == #"{"change":"totals","added":0,"removed":0,"changed":0,"same":0,"articles":0,"only-old":["t.oil"],"only-new":["t.visit"]}"#
        )
    }
}
