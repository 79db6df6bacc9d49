package import Articles
package import Diagnostics

/// A text that a rule's author says it must, or must not, match.
package struct RuleTest: Sendable {
    package enum Expectation: String, Sendable, CaseIterable {
        case match = "match"
        case noMatch = "no-match"
    }

    package let expectation: Expectation
    /// A known miss: the expectation does not hold yet, and the author wants to hear when it does.
    package let isTodo: Bool
    package let sample: Sample
    /// The condition that must be the one that fails: `status cancelled`.
    package let because: String?
    package let expected: Expected
    package let place: SourceRange

    /// The article of a test.
    package struct Sample: Sendable {
        /// Nil where the text stands for the whole article; then a first line of several may be a headline.
        package let title: String?
        package let text: String
        package let source: String?
        package let language: LanguageTag?
        package let published: Timestamp?
    }

    /// What must be true of the matches.
    package struct Expected: Sendable {
        /// Fields of one event, each with the values that will do.
        package var fields: [Field] = []
        /// Each is the whole text of a piece of evidence of that match; others may be there too.
        package var evidence: [String] = []
        /// Of a rule about events, how many it finds; of a rule about text, how many places it stands on.
        package var count: Int?

        package var isEmpty: Bool { fields.isEmpty && evidence.isEmpty && count == nil }
    }

    /// `destination.country: [CU, VE]`: any of the values will do; `none` means that there is no such thing.
    package struct Field: Sendable {
        package let name: String
        package let values: [String]
    }

    /// What an `expect` says of a field that must be empty.
    static let noValue = "none"

    package var text: String { sample.text }
    package var language: LanguageTag? { sample.language }
    package var published: Timestamp? { sample.published }
}
