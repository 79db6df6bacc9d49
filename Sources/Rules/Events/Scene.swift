import Analysis

/// Where a text is: the places by which “the capital”, or a visit without a place, is understood.
struct Scene {
    let rules: RuleSet
    let view: SentenceView
    let mentions: [Mention]
    /// Mentions of the sentences so far, by sentence.
    let before: [Int: [Mention]]

    /// An antecedent further back is forgotten.
    private static let maximumSentences = 6
    /// Words between a visit and the place it happens in.
    private static let maximumDistance = 12

    /// The last foreign place that the text named before a token.
    func place(before token: Int, sentence: Int, notIn home: CountryID?) -> Mention? {
        func isForeign(_ mention: Mention) -> Bool { !mention.isOfficial && mention.country != nil && mention.country != home }
        if let here = mentions.last(where: { isForeign($0) && $0.range.upperBound <= token }) { return here }
        for earlier in stride(from: sentence - 1, through: max(0, sentence - Self.maximumSentences), by: -1) {
            if let found = before[earlier]?.last(where: isForeign) { return found }
        }
        return nil
    }

    /// A foreign place of the same sentence in which something happens (`in Havana`, with a word or a proclitic).
    func located(near trigger: Range<Int>, notIn home: CountryID?) -> Mention? {
        mentions.first { mention in
            guard mention.isPlace, let country = mention.country, country != home else { return false }
            let distance =
                mention.range.lowerBound >= trigger.upperBound
                ? mention.range.lowerBound - trigger.upperBound : trigger.lowerBound - mention.range.upperBound
            return distance <= Self.maximumDistance && isLocated(mention)
        }
    }

    /// `HAVANA (AP) - …`: the city that a report begins with, when it is at home for one of those that the first sentence is about.
    func dateline(of article: AnalyzedArticle, sentence: Int, in homes: [CountryID]) -> Mention? {
        guard let lead = article.sentences.firstIndex(where: { $0.zone == .lead || $0.zone == .body }),
            lead == sentence,
            let first = mentions.first,
            first.range.lowerBound == article.sentences[lead].tokens.lowerBound,
            case .place(let kind) = first.kind, kind == .capital || kind == .city, let country = first.country, homes.contains(country),
            first.range.upperBound < article.tokens.count,
            !article.tokens[first.range.upperBound].gap.isDisjoint(with: [.dash, .openBracket, .fullStop, .colon, .newline, .comma])
        else { return nil }
        return first
    }

    private func isLocated(_ mention: Mention) -> Bool {
        if !mention.clitics.isDisjoint(with: .ba) { return true }
        // `in relation to Russia`: the preposition must stand before the place itself.
        return view.wordClass(at: view.governor(of: mention.range)).contains(.locative)
    }
}
