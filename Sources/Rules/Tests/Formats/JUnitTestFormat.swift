import Diagnostics

/// JUnit XML, which CI servers read: a `testsuite` a rule, a `testcase` a test; a `todo` is skipped.
enum JUnitTestFormat: RuleTestFormat {
    static let name = "junit"
    static let showsCoverage = false

    static func write(_ report: RuleTestReport, colors: Bool) -> String {
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        xml += "<testsuites name=\"marsad\" \(counts(report.results))>\n"
        for (rule, results) in report.byRule {
            xml += "  <testsuite name=\"\(escaped(rule))\" \(counts(results))>\n"
            for result in results { xml += testcase(result) }
            xml += "  </testsuite>\n"
        }
        return xml + "</testsuites>\n"
    }

    private static func counts(_ results: [RuleTestResult]) -> String {
        let (failed, skipped) = (results.count { $0.outcome == .failed }, results.count { $0.outcome == .todo })
        return "tests=\"\(results.count)\" failures=\"\(failed)\" errors=\"0\" skipped=\"\(skipped)\" time=\"0\""
    }

    private static func testcase(_ result: RuleTestResult) -> String {
        let position = result.place.position
        let head =
            "    <testcase name=\"\(escaped("\(position.line):\(position.column) \(result.title())"))\" classname=\"\(escaped(result.rule))\" file=\"\(escaped(result.place.path))\" line=\"\(position.line)\" time=\"0\""
        switch result.outcome {
        case .passed: return head + "/>\n"
        case .todo: return head + ">\n      <skipped message=\"to do\"/>\n    </testcase>\n"
        case .failed:
            let failure = result.failure ?? .init("")
            var lines = ["\(result.place)", result.name]
            for difference in failure.differences where !difference.holds {
                lines += ["- \(difference.field) \(difference.expected)", "+ \(difference.field) \(difference.found)"]
            }
            lines += failure.hints
            return head
                + ">\n      <failure message=\"\(escaped(failure.message))\" type=\"\(escaped(result.kind))\">\(escaped(lines.joined(separator: "\n")))</failure>\n    </testcase>\n"
        }
    }

    /// Fit for an attribute or a text. What XML 1.0 has no way to write becomes U+FFFD.
    ///
    /// Source: https://www.w3.org/TR/xml/#charsets
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: result += "&amp;"
            case 0x3C: result += "&lt;"
            case 0x3E: result += "&gt;"
            case 0x22: result += "&quot;"
            // A parser would turn them into blanks.
            case 0x09, 0x0A, 0x0D: result += "&#\(scalar.value);"
            case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: result += "\u{FFFD}"
            // They would turn the line round for whoever looks at the file.
            case 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: result += "&#\(scalar.value);"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
