import Analysis

/// What must, or must not, stand near a word for it to have the sense that is meant.
package struct Guard: Sendable {
    package enum Side: String, Sendable, CaseIterable {
        case before, after, either
    }

    package enum MentionKind: String, Sendable, CaseIterable {
        case country, body, person, office, adjective, region
    }

    let mentions: Set<MentionKind>
    let words: WordSet?
    let side: Side
    /// Tokens; nil means the whole sentence.
    let distance: Int?
    /// The mention must be introduced by one of these; empty when nothing need.
    let introducers: [Frame.Introducer]
    /// For explanations, as the author wrote it.
    let summary: String
}

/// Words and phrases to be looked for near a place that is already known: they need no hits of their own.
struct WordSet: Sendable {
    /// By the first word's form: the forms that each further word may have.
    private(set) var phrases: [FormID: [[Set<FormID>]]] = [:]

    mutating func add(_ words: [Set<FormID>]) {
        guard let first = words.first else { return }
        for form in first { phrases[form, default: []].append(Array(words.dropFirst())) }
    }

    /// Whether one of the phrases begins at a token.
    func matches(at index: Int, in article: AnalyzedArticle, upTo end: Int) -> Bool {
        for reading in article.readings(of: index) {
            for rest in phrases[reading.form] ?? [] where index + rest.count < end {
                let holds = rest.enumerated().allSatisfy { offset, forms in
                    article.readings(of: index + 1 + offset).contains { forms.contains($0.form) }
                }
                if holds { return true }
            }
        }
        return false
    }
}
