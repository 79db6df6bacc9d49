extension EvaluationResult {
    /// A table of labels and events, each with precision, recall and F1, in all and by language.
    package var text: String {
        var lines = [Self.columns(["", "P", "R", "F1", "tp", "fp", "fn"])]
        for (name, label) in labels.sorted(by: { $0.key < $1.key }) { lines += Self.rows(name, label.all, label.languages) }
        for depth in EventKey.Depth.allCases {
            guard let found = events[depth.rawValue] else { continue }
            lines += Self.rows("events: \(depth.words)", found.all, found.languages)
            if depth == .whole { lines += found.types.sorted { $0.key < $1.key }.map { Self.row("  \($0.key)", $0.value) } }
        }
        return lines.joined(separator: "\n")
    }

    private static func rows(_ name: String, _ all: Score, _ languages: [String: Score]) -> [String] {
        [row(name, all)] + languages.sorted { $0.key < $1.key }.map { row("  \($0.key)", $0.value) }
    }

    private static func row(_ name: String, _ score: Score) -> String {
        let ratios = [score.precision, score.recall, score.f1].map { $0.map(thousandths) ?? "–" }
        return columns([name] + ratios + [score.truePositives, score.falsePositives, score.falseNegatives].map { String($0) })
    }

    /// The first column to the left, the others to the right.
    private static func columns(_ cells: [String]) -> String {
        let width = 44
        let first = cells[0] + String(repeating: " ", count: max(1, width - cells[0].count))
        return first
            + cells.dropFirst().enumerated().map { index, cell in
                String(repeating: " ", count: max(0, (index < 3 ? 7 : 6) - cell.count)) + cell
            }.joined()
    }

    /// `0.933`
    static func thousandths(_ ratio: Double) -> String {
        let rounded = String(Int((ratio * 1000).rounded()))
        let digits = String(repeating: "0", count: max(0, 4 - rounded.count)) + rounded
        return "\(digits.dropLast(3)).\(digits.suffix(3))"
    }
}

extension EventKey.Depth {
    fileprivate var words: String {
        switch self {
        case .countries: "type and countries"
        case .roles: "type, countries, office"
        case .whole: "type, countries, office, status"
        }
    }
}

extension EvaluationError {
    /// `official_visit  missed  dev-ar-004  diplomacy.visit: status cancelled`
    package var text: String {
        "\(subject)  \(isMiss ? "missed" : "false alarm")  \(article)  \(rule.map { $0 + ": " } ?? "")\(reason)"
    }
}
