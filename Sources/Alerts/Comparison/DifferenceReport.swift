import Rules

/// The differences of many articles, put in order by rule for a person to read.
///
/// Articles come as a stream and may differ in millions of alerts, so only so many are kept of each rule; the rest is counted.
package struct DifferenceReport {
    /// Of all rules together.
    private static let maximumKept = 20_000

    /// Differences that are shown of each rule.
    private let perRule: Int
    private var texts: [String: [String]] = [:]
    private var counts: [String: Int] = [:]
    private var keptCount = 0

    package init(perRule: Int) { self.perRule = perRule }

    /// - Parameter obstacle: asked for only where the difference is shown.
    package mutating func add(_ difference: AlertComparison.Difference, _ obstacle: () -> Obstacle?) {
        counts[difference.rule, default: 0] += 1
        guard counts[difference.rule, default: 0] <= perRule, keptCount < Self.maximumKept else { return }
        keptCount += 1
        texts[difference.rule, default: []].append(text(of: difference, obstacle()))
    }

    /// `+` an alert that only the new rules raise, `-` one that only the old ones raise, `~` one that has changed.
    package var text: String {
        counts.keys.sorted().map { rule in
            let shown = texts[rule] ?? []
            let rest = (counts[rule] ?? 0) - shown.count
            return "\(rule)\n" + shown.joined() + (rest > 0 ? "  … and \(rest) more\n" : "")
        }.joined(separator: "\n")
    }

    private func text(of difference: AlertComparison.Difference, _ obstacle: Obstacle?) -> String {
        switch difference {
        case .added(let alert): text("+", alert, obstacle.map { "the old rules: \($0.detail)" })
        case .removed(let alert): text("-", alert, obstacle.map { "the new rules: \($0.detail)" })
        case .changed(_, let new, let changes):
            text("~", new, changes.map { "\($0.field): \(isolated($0.old)) → \(isolated($0.new))" }.joined(separator: "\n      "))
        }
    }

    private func text(_ sign: String, _ alert: Alert, _ detail: String?) -> String {
        var lines = ["  \(sign) \(isolated(alert.articleID)) \(isolated(alert.articleTitle))"]
        if let event = alert.event {
            let roles = event.roles.map { "\($0.name) \(isolated($0.text))" }
            lines.append("      \(event.type), \(event.status): \(roles.joined(separator: ", "))")
        }
        let words = alert.evidence.prefix(4).map { isolated($0.text) }.joined(separator: " · ")
        if !words.isEmpty { lines.append("      words: \(words)") }
        if let detail { lines.append("      " + detail) }
        return lines.map { $0 + "\n" }.joined()
    }

    private func isolated(_ text: String) -> String { "\u{2068}\(TableAlerts.shown(text, upTo: 80))\u{2069}" }
}
