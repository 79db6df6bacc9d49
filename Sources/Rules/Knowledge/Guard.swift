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
    /// Somebody in one of these offices, by index into ``World/offices``.
    let offices: Set<Int>
    let words: WordSet?
    let side: Side
    /// Tokens; nil means the whole sentence.
    let distance: Int?
    /// The mention must be introduced by one of these; empty when nothing need.
    let introducers: [Frame.Introducer]
    /// For explanations, as the author wrote them; `…` where there are more.
    let shownWords: [String]
    let shownOffices: [String]
}

/// Words and phrases to be looked for near a place that is already known: they need no hits of their own.
struct WordSet: Sendable {
    private struct Phrase {
        /// The forms that each word after the first may have.
        let rest: [Set<FormID>]
        /// UTF-8 of the only word, when it must be written so.
        let exact: [UInt8]
    }

    /// By the first word's form.
    private var phrases: [FormID: [Phrase]] = [:]

    mutating func add(_ words: [Set<FormID>], exact: [UInt8] = []) {
        guard let first = words.first else { return }
        for form in first { phrases[form, default: []].append(Phrase(rest: Array(words.dropFirst()), exact: exact)) }
    }

    /// Whether one of the phrases begins at a token.
    func matches(at index: Int, in article: AnalyzedArticle, upTo end: Int) -> Bool {
        for reading in article.readings(of: index) {
            for phrase in phrases[reading.form] ?? [] where index + phrase.rest.count < end {
                let token = article.tokens[index]
                guard phrase.exact.isEmpty || article.text[Int(token.start)..<token.end].elementsEqual(phrase.exact) else { continue }
                let holds = phrase.rest.enumerated().allSatisfy { offset, forms in
                    article.readings(of: index + 1 + offset).contains { forms.contains($0.form) }
                }
                if holds { return true }
            }
        }
        return false
    }
}
