package import Articles
package import Diagnostics

/// Articles in the order in which they arrive, and the alerts that a correlation must give: a test that a correlation rule carries.
package struct TimelineTest: Sendable {
    package let steps: [Step]
    package let expected: [Expected]
    /// What does not work yet; its author wants to hear when it does.
    package let todo: String?
    /// Why nothing is expected: `no match`, `late`, `count 2`, …
    package let because: String?
    /// The moment that offsets count from, in seconds since 1970.
    package let origin: Int
    package let place: SourceRange

    package struct Step: Sendable {
        package enum Content: Sendable {
            /// Only time passes.
            case nothing
            /// The rules are run over it.
            case article(title: String, text: String, language: LanguageTag?)
            /// A match is taken for given.
            case match(rule: String, fields: [String: String])
        }

        package let at: Int
        package let published: Int?
        package let content: Content
        /// `source`, `outlet`, `story`.
        package let origin: [String: String]
        package let place: SourceRange
    }

    /// An alert. What is not said may be anything.
    package struct Expected: Sendable {
        package let at: Int
        package let group: [String: String]
        package let count: Int?
        package let place: SourceRange
    }

    /// By which reports tell it from its neighbours: what is said in it.
    package var name: String {
        steps.compactMap { step in
            switch step.content {
            case .article(let title, let text, _): title.isEmpty ? text : title
            case .match(let rule, _): rule
            case .nothing: nil
            }
        }.joined(separator: " · ")
    }

    /// Reasons of silence that `because` may name; `count` is followed by a number.
    static let reasons = ["no match", "no field", "late", "answered", "waiting", "count 2"]
}
