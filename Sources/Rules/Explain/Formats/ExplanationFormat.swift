import Analysis

/// A way to print why a rule holds of an article, or why not.
///
/// Adding one: a file in this folder and a line in ``explanationFormats``.
package protocol ExplanationFormat: Sendable {
    /// As `--format` names it.
    static var name: String { get }
    static func write(_ explanation: Explanation, _ rules: RuleSet, colors: Bool) -> String
}

/// All formats; the first is the one for people.
package let explanationFormats: [any ExplanationFormat.Type] = [TextExplanationFormat.self, JSONExplanationFormat.self]
