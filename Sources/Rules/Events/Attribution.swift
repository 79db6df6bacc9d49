/// Who says that an event happened, where it is not the outlet itself.
package struct Attribution: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// The outlet says so in its own words.
        case outlet
        /// Somebody is said to have said so.
        case stated
        /// The words are somebody's own, in quotation marks.
        case quoted
        /// Doubt is cast on it.
        case alleged
    }

    package let kind: Kind
    /// Whoever says so, where the sentence names an official, a state, a body or an institution.
    package let speaker: Mention?
    /// The word of speech or doubt; nil for quotation marks alone, and for the outlet.
    package let words: Range<Int>?

    package static let outlet = Attribution(kind: .outlet, speaker: nil, words: nil)
}
