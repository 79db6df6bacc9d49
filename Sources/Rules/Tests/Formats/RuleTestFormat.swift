/// A way to print how tests went.
///
/// Adding one: a file in this folder and a line in ``ruleTestFormats``.
package protocol RuleTestFormat: Sendable {
    /// As `--format` names it.
    static var name: String { get }
    /// Whether it has room for what the tests exercise.
    static var showsCoverage: Bool { get }
    /// - Parameter colors: for terminals; most formats have none.
    static func write(_ report: RuleTestReport, colors: Bool) -> String
}

/// All formats; the first is the one for people.
package let ruleTestFormats: [any RuleTestFormat.Type] = [
    TextTestFormat.self, JUnitTestFormat.self, TAPTestFormat.self, JSONTestFormat.self,
]

extension RuleTestResult {
    /// What the test is called on one line: its kind and the beginning of its text.
    func title(maximumCharacters: Int = 80) -> String {
        let line = name.split(whereSeparator: \.isNewline).joined(separator: " ")
        let scalars = line.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: maximumCharacters, limitedBy: scalars.endIndex), end != scalars.endIndex
        else { return "\(kind): \(line)" }
        return "\(kind): \(String(String.UnicodeScalarView(scalars[..<end])))…"
    }
}
