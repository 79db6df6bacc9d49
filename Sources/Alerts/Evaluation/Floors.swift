/// Figures that an evaluation must not fall below: lines of a label, `label.language`, `events`, `events.language` or `events.type`, and an F1.
package struct Floors: Sendable {
    private var floors: [(name: String, f1: Double)] = []

    package init() {}

    /// - Returns: the number of the first line that is none, if there is one; blank lines and those that begin with `#` are passed over.
    package mutating func addLines(_ text: String) -> Int? {
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let parts = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }
            if parts.isEmpty || parts[0].hasPrefix("#") { continue }
            guard parts.count == 2, let f1 = Double(parts[1]), (0...1).contains(f1) else { return number + 1 }
            floors.append((String(parts[0]), f1))
        }
        return nil
    }

    /// What has fallen, and what no figure tells of.
    package func failures(of result: EvaluationResult) -> [String] {
        floors.compactMap { floor in
            guard let score = score(floor.name, result), let f1 = score.f1 else { return "\(floor.name): nothing tells its F1" }
            // Floors are written with three decimals.
            guard (f1 * 1000).rounded() < (floor.f1 * 1000).rounded() else { return nil }
            return
                "\(floor.name): F1 \(EvaluationResult.thousandths(f1)) is below \(EvaluationResult.thousandths(floor.f1))"
        }
    }

    private func score(_ name: String, _ result: EvaluationResult) -> Score? {
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        guard let first = parts.first else { return nil }
        if let label = result.labels[first] { return parts.count == 1 ? label.all : label.languages[parts[1]] }
        guard first == "events", let events = result.events[EventKey.Depth.whole.rawValue] else { return nil }
        return parts.count == 1 ? events.all : events.languages[parts[1]] ?? events.types[parts[1]]
    }
}
