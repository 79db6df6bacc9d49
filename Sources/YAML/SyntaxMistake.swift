package import Diagnostics

/// A breach of the grammar in words that say what to type.
package struct SyntaxMistake: Sendable {
    package let title: String
    package let place: SourceRange
    package let label: String
    package let context: [Diagnostic.Label]
    package let help: [String]
}
