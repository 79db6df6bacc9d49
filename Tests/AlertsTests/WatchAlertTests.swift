import Alerts
import Articles
import Rules
import Testing

/// Alerts of rules that watch for names.
@Suite struct WatchAlertTests {
    private static let entities =
        "entities:\n  - {id: orlov, title: Pyotr Orlov, names: [Pyotr Orlov, Petya Orlov]}\n"
        + "  - {id: zimin, title: Anna Zimina, names: [Anna Zimina]}\n"

    private func sample(_ more: String = "", watchlist: String = "{entities: [orlov, zimin]}") throws -> Sample {
        try Sample("  - {id: t.w, title: Watched, watchlist: \(watchlist)\(more)}\n" + Self.entities)
    }

    private func article(_ text: String) -> Article { Article(id: "1", body: text, language: LanguageTag("en")) }

    @Test func `each entry that is named is an alert, whichever of its names stands there`() throws {
        let alerts = try sample().alerts(article("Petya Orlov met Anna Zimina. Pyotr Orlov smiled."))
        #expect(alerts.map { $0.watch?.entry } == ["orlov", "zimin"])
        #expect(Set(alerts.map(\.id)).count == 2)
        #expect(alerts.first?.evidence.map(\.text) == ["Petya Orlov", "Pyotr Orlov"])
        #expect(alerts.last?.message == "Watched: Anna Zimina (1.00)")
        let other = try sample().alerts(article("Pyotr Orlov stayed at home."))
        #expect(other.map(\.id) == [alerts.first?.id])
    }

    @Test func `a rule says itself which fields tell two alerts apart`() throws {
        let text = "Petya Orlov met Anna Zimina."
        #expect(try sample(", alert: {dedupe: [list]}").alerts(article(text)).count == 1)
        #expect(try sample(", alert: {dedupe: [score]}").alerts(article(text)).count == 1)
        #expect(try sample(", alert: {dedupe: [name]}").alerts(article(text)).count == 2)
    }

    @Test func `an alert has the entry in its JSON, and no other rule's alert does`() throws {
        let alert = try #require(try sample().alerts(article("Anna Zimina spoke.")).first)
        let reason = "\"reason\":\"name `Anna Zimina`\""
        #expect(
            alert.json.contains(
                "\"event\":null,\"watch\":{\"list\":null,\"entry\":\"zimin\",\"caption\":\"Anna Zimina\",\"name\":\"Anna Zimina\",\"score\":1.00,\(reason)}"
            ), "\(alert.json)")
        #expect(try !Sample.oil().alert(article("oil")).json.contains("\"watch\""))
    }

    @Test func `alerts of one entry are the same in two rule sets`() throws {
        let (old, new) = (try sample(), try sample(watchlist: "{entities: [zimin]}"))
        var sets = RuleSetPair(old: old.rules, new: new.rules)
        let comparison = sets.compare(article("Petya Orlov met Anna Zimina."))
        #expect(comparison.sameCount == 1)
        #expect(comparison.differences.map(\.rule) == ["t.w"])
        guard case .removed(let alert)? = comparison.differences.first else {
            Issue.record("nothing is removed")
            return
        }
        #expect(alert.watch?.entry == "orlov")
    }
}
