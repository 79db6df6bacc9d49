import Diagnostics

/// What went wrong, for people: by rule, with what was expected above what was found, then a line that counts.
enum TextTestFormat: RuleTestFormat {
    static let name = "text"
    static let showsCoverage = true

    static func write(_ report: RuleTestReport, colors: Bool) -> String {
        let ink = Ink(isColored: colors)
        var lines: [String] = []
        for (rule, results) in report.byRule where results.contains(where: { $0.outcome == .failed }) {
            let failed = results.filter { $0.outcome == .failed }
            lines.append(ink.bold(harmlessLine(rule)) + ": \(failed.count) of \(results.count) failed")
            for result in failed { lines += self.lines(of: result, ink) + [""] }
        }
        let (passed, failed, todo) = (report.count(.passed), report.count(.failed), report.count(.todo))
        let counts = [
            ink.good("\(passed) passed"), failed > 0 ? ink.bad("\(failed) failed") : "0 failed", todo > 0 ? "\(todo) to do" : nil,
        ].compactMap { $0 }
        lines.append(counts.joined(separator: ", "))
        return lines.map { $0 + "\n" }.joined() + (report.coverage.map { "\n" + $0.text(ink) } ?? "")
    }

    private static func lines(of result: RuleTestResult, _ ink: Ink) -> [String] {
        guard let failure = result.failure else { return [] }
        var lines = [
            "  " + ink.bad("FAIL") + " \(result.isTodo ? "todo " : "")\(result.kind)  " + ink.dim(harmlessLine("\(result.place)")),
            "    " + isolatedLine(result.name, maximumScalars: 300), "    " + harmlessLine(failure.message),
        ]
        let width = failure.differences.map(\.field.count).max() ?? 0
        for difference in failure.differences {
            let field = difference.field + String(repeating: " ", count: width - difference.field.count)
            if difference.holds {
                lines.append("        \(field)  \(harmlessLine(difference.found))")
            } else {
                lines.append(ink.good("      - \(field)  \(harmlessLine(difference.expected))") + ink.dim("  expected"))
                lines.append(ink.bad("      + \(field)  \(harmlessLine(difference.found))") + ink.dim("  found"))
            }
        }
        return lines + failure.hints.map { "      " + ink.dim("hint: ") + harmlessLine($0) }
    }
}
