import Analysis

/// Finds who says what an event reports: verbs of speech, `according to`, quotation marks, words of doubt.
struct AttributionFinder {
    let view: SentenceView
    let article: AnalyzedArticle
    let language: LanguageProfile
    let mentions: [Mention]
    /// Tokens of the event itself: a place in it is no speaker.
    let evidence: [Range<Int>]

    /// Words between a verb of speech and whoever speaks.
    private static let maximumSpeakerDistance = 5
    /// Words between a word of doubt and what is doubted.
    private static let maximumDoubtDistance = 10
    /// A quotation that is longer than this was never closed.
    private static let maximumQuoteTokens = 120

    func attribution(of trigger: Range<Int>) -> Attribution {
        if let doubt = nearest(.alleged, to: trigger), distance(doubt, trigger) <= Self.maximumDoubtDistance {
            return Attribution(kind: .alleged, speaker: nil, words: doubt)
        }
        let isQuoted = isInQuotes(trigger.lowerBound)
        guard let speech = speech(about: trigger) else { return isQuoted ? Attribution(kind: .quoted, speaker: nil, words: nil) : .outlet }
        return Attribution(kind: isQuoted ? .quoted : .stated, speaker: speaker(of: speech), words: speech.words)
    }

    private struct Speech {
        let words: Range<Int>
        /// `according to`, after which the speaker stands.
        let isPreposition: Bool
    }

    private func speech(about trigger: Range<Int>) -> Speech? {
        let verb = nearest(.speech, to: trigger).map { Speech(words: $0, isPreposition: false) }
        let preposition = nearest(.according, to: trigger).map { Speech(words: $0, isPreposition: true) }
        guard let verb, let preposition else { return verb ?? preposition }
        return distance(preposition.words, trigger) <= distance(verb.words, trigger) ? preposition : verb
    }

    private func speaker(of speech: Speech) -> Mention? {
        let candidates = mentions.filter { $0.isOfficial || $0.kind == .body || isSpeakingPlace($0) }
        func gap(_ mention: Mention) -> Int { distance(mention.range, speech.words) }
        let after = candidates.first { $0.range.lowerBound >= speech.words.upperBound }
        let before = candidates.last { $0.range.upperBound <= speech.words.lowerBound }
        let order = speech.isPreposition ? [after] : language.subject == .after ? [after, before] : [before, after]
        return order.compactMap { $0 }.first { gap($0) <= Self.maximumSpeakerDistance }
    }

    /// `Cuba said`: a country that is not where the event takes place.
    private func isSpeakingPlace(_ mention: Mention) -> Bool {
        mention.isPlace && mention.country != nil && !evidence.contains { $0.overlaps(mention.range) }
    }

    /// Neighbouring tokens of a class count as one word; those inside of the trigger are its own.
    private func nearest(_ wordClass: WordClass, to trigger: Range<Int>) -> Range<Int>? {
        var best: Range<Int>?
        for token in view.tokens where view.wordClass(at: token).contains(wordClass) && !trigger.contains(token) {
            let found = token..<token + 1
            if let last = best, last.upperBound == token {
                best = last.lowerBound..<token + 1
            } else if best.map({ distance(found, trigger) < distance($0, trigger) }) ?? true {
                best = found
            }
        }
        return best
    }

    private func distance(_ range: Range<Int>, _ other: Range<Int>) -> Int {
        range.lowerBound >= other.upperBound ? range.lowerBound - other.upperBound : max(0, other.lowerBound - range.upperBound)
    }

    /// Whether quotation marks were opened before a token in its paragraph, and not closed.
    private func isInQuotes(_ token: Int) -> Bool {
        let line = article.sentences[Int(article.sentenceOfToken[token])].line
        let first = article.lines[line].tokens.lowerBound
        let inner = max(first + 1, token - Self.maximumQuoteTokens)..<max(first + 1, token + 1)
        return ((opensWithQuote(line) ? 1 : 0) + quotes(in: inner)) % 2 == 1
    }

    /// The marks before the first word of a paragraph may be those that close the one before.
    private func opensWithQuote(_ line: Int) -> Bool {
        let first = article.lines[line].tokens.lowerBound
        guard article.tokens[first].gap.contains(.quote) else { return false }
        guard line > 0, !article.lines[line - 1].tokens.isEmpty else { return true }
        let before = article.lines[line - 1].tokens
        return quotes(in: max(before.lowerBound, before.upperBound - Self.maximumQuoteTokens)..<before.upperBound) % 2 == 0
    }

    private func quotes(in tokens: Range<Int>) -> Int { tokens.count { article.tokens[$0].gap.contains(.quote) } }
}
