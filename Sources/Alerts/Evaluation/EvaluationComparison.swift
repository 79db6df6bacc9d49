/// How an evaluation differs from an earlier one over the same articles.
package struct EvaluationComparison: Sendable {
    private let old: EvaluationResult
    private let new: EvaluationResult

    package init(old: EvaluationResult, new: EvaluationResult) {
        self.old = old
        self.new = new
    }

    /// A line for each label and kind of event whose F1 has changed, with the articles that are judged otherwise now.
    package var text: String {
        var lines: [String] = []
        for (name, label) in new.labels.sorted(by: { $0.key < $1.key }) {
            guard let before = old.labels[name] else {
                lines.append("\(name): not in the baseline")
                continue
            }
            let wrongBefore = Set(before.missed + before.falseAlarms)
            let wrongNow = Set(label.missed + label.falseAlarms)
            guard before.all != label.all || wrongBefore != wrongNow else { continue }
            lines.append("\(name): F1 \(change(before.all, label.all))")
            for (what, ids) in [("now right", wrongBefore.subtracting(wrongNow)), ("now wrong", wrongNow.subtracting(wrongBefore))]
            where !ids.isEmpty { lines.append("  \(what): \(ids.sorted().joined(separator: " "))") }
        }
        for name in old.labels.keys.sorted() where new.labels[name] == nil { lines.append("\(name): only in the baseline") }
        for depth in EventKey.Depth.allCases {
            guard let now = new.events[depth.rawValue], let before = old.events[depth.rawValue], now.all != before.all else { continue }
            lines.append("events (\(depth.rawValue)): F1 \(change(before.all, now.all))")
        }
        return lines.isEmpty ? "as the baseline" : lines.joined(separator: "\n")
    }

    private func change(_ before: Score, _ now: Score) -> String {
        let difference = (now.f1 ?? 0) - (before.f1 ?? 0)
        let sign = difference < 0 ? "−" : "+"
        return "\(shown(before)) → \(shown(now)) (\(sign)\(EvaluationResult.thousandths(abs(difference))))"
    }

    private func shown(_ score: Score) -> String { score.f1.map(EvaluationResult.thousandths) ?? "–" }
}
