package import Analysis
package import Articles

/// A language as the rules know it: how it is written, ordered and inflected, and how it names offices.
package struct LanguageProfile: Sendable {
    package enum Side: String, Sendable, CaseIterable {
        case before, after
    }

    package let tag: LanguageTag
    package let name: String
    package let script: Token.Shape
    package let isRightToLeft: Bool
    /// Where the subject usually stands, seen from its verb.
    package let subject: Side
    /// Where an adjective usually stands, seen from its noun.
    package let adjective: Side
    /// Nouns show their case, so that a subject is told by its base form.
    package let hasCases: Bool
    var inflection = Inflection()
    package var officeHeads: [OfficeHead] = []
    package var portfolios: [String] = []
    var officePatterns: [OfficePattern] = []
}

package struct OfficeHead: Sendable {
    /// Index into ``World/offices``.
    package let office: Int
    package let portfolio: String?
}
