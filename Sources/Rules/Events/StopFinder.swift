import Analysis

/// Finds the further stops of a tour: places listed after the first (`to Cuba, Venezuela and Brazil`, `and then to Brazil`).
struct StopFinder {
    let view: SentenceView
    let article: AnalyzedArticle
    let mentions: [Mention]

    /// Words between two stops: a conjunction, a preposition, an article.
    private static let maximumGap = 4

    func stops(after first: Mention) -> [Mention] {
        var stops: [Mention] = []
        var last = first
        for mention in mentions where mention.range.lowerBound >= last.range.upperBound {
            guard mention.isPlace, isListed(mention, after: last) else {
                // An adjective or person between ends the list.
                break
            }
            stops.append(mention)
            last = mention
        }
        return stops
    }

    private func isListed(_ mention: Mention, after last: Mention) -> Bool {
        let between = last.range.upperBound..<mention.range.lowerBound
        guard between.count <= Self.maximumGap else { return false }
        let tokens = Array(between) + [mention.range.lowerBound]
        let breaks: Token.Gap = [.colon, .mark, .fullStop, .openBracket, .dash, .newline]
        guard tokens.allSatisfy({ article.tokens[$0].gap.isDisjoint(with: breaks) }) else { return false }
        let hasComma = tokens.contains { article.tokens[$0].gap.contains(.comma) }
        let hasAnd =
            between.contains { view.wordClass(at: $0).contains(.and) } || mention.clitics.contains(.wa)
            || between.contains { token in article.readings(of: token).contains { $0.clitics.contains(.wa) } }
        guard hasComma || hasAnd else { return false }
        return between.allSatisfy { !view.wordClass(at: $0).isDisjoint(with: [.and, .preposition, .determiner, .placeNoun]) }
    }
}
