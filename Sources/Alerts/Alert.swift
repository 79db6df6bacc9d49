package import Articles
import Analysis
package import Rules

/// What a person is told: a rule holds of an article, and these words say so.
package struct Alert: Sendable {
    /// A piece of the article's text.
    package struct Evidence: Sendable, Hashable {
        package let field: Field
        /// UTF-8 bytes from the start of the field.
        package let start: Int
        package let end: Int
        package let text: String
    }

    /// Who fills a role.
    package struct Role: Sendable {
        package let name: String
        package let text: String
        /// The person or thing by the id of the knowledge base.
        package let entity: String?
        package let office: String?
        package let portfolio: String?
        package let country: String?
        package let region: String?
        package let body: String?
    }

    package struct EventSummary: Sendable {
        package let type: String
        package let status: String
        package let date: String?
        /// Who says so: the kind, and the speaker where the text names one.
        package let attribution: String
        package let speaker: Role?
        package let roles: [Role]
    }

    /// Deterministic: the same rule, article and key fields give the same id, in whatever process.
    package let id: String
    package let rule: Rule.Header
    package let articleID: String
    package let url: String?
    package let articleTitle: String
    package let source: String?
    package let language: String?
    package let published: Timestamp?
    package let event: EventSummary?
    /// The entry of a watch-list that the article names; nil for other rules.
    package var watch: WatchSummary?
    package var evidence: [Evidence]
    package let message: String
    /// Nil when the run has no clock: a batch of articles without dates.
    package let raised: Timestamp?
}
