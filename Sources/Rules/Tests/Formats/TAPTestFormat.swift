import Diagnostics

/// The Test Anything Protocol, version 14, with a YAML block for each failure.
///
/// A `todo` that does not hold is `not ok … # TODO`, as the protocol wants it; one that holds is `not ok` without the word, since to us it
/// fails. Source: https://testanything.org/tap-version-14-specification.html
enum TAPTestFormat: RuleTestFormat {
    static let name = "tap"
    static let showsCoverage = false

    static func write(_ report: RuleTestReport, colors: Bool) -> String {
        var lines = ["TAP version 14", "1..\(report.results.count)"]
        for (index, result) in report.results.enumerated() {
            let title = escaped("\(result.rule) \(result.title())")
            switch result.outcome {
            case .passed: lines.append("ok \(index + 1) - \(title)")
            case .todo: lines.append("not ok \(index + 1) - \(title) # TODO known miss")
            case .failed: lines += ["not ok \(index + 1) - \(title)"] + block(of: result)
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func block(of result: RuleTestResult) -> [String] {
        guard let failure = result.failure else { return [] }
        let position = result.place.position
        var lines = [
            "---", "message: \(quotedYAML(failure.message))", "severity: fail", "at:", "  file: \(quotedYAML(result.place.path))",
            "  line: \(position.line)", "  column: \(position.column)",
        ]
        let wrong = failure.differences.filter { !$0.holds }
        if !wrong.isEmpty {
            lines.append("expected:")
            lines += wrong.map { "  - \(quotedYAML("\($0.field) \($0.expected)"))" }
            lines.append("found:")
            lines += wrong.map { "  - \(quotedYAML("\($0.field) \($0.found)"))" }
        }
        if !failure.hints.isEmpty { lines += ["hints:"] + failure.hints.map { "  - \(quotedYAML($0))" } }
        return (lines + ["..."]).map { "  " + $0 }
    }

    /// `#` begins a directive, and a backslash escapes it.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { $0 == "#" || $0 == "\\" ? "\\\($0)" : harmlessLine(String($0)) }.joined()
    }

    /// A double-quoted scalar.
    private static func quotedYAML(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: result += "\\\""
            case 0x5C: result += "\\\\"
            case 0x0A: result += "\\n"
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
