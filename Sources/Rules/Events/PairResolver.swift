/// Finds whom “both sides” and “the two ministers” mean.
struct PairResolver {
    let rules: RuleSet
    /// Mentions of the sentence.
    let mentions: [Mention]
    let cast: Cast
    /// What the article reported so far.
    let events: [Event]

    /// Sides that were named further back are forgotten.
    private static let maximumSentences = 5

    /// Two of different countries: of the sentence itself, of the last event that had two, or of the text before.
    func sides(of pair: Mention, sentence: Int) -> (Mention, Mention)? {
        let found =
            sidesOfSentence(before: pair) ?? sidesOfEvents(before: sentence) ?? cast.sides(before: sentence, within: Self.maximumSentences)
        return found.map { (inherited($0.0), inherited($0.1)) }
    }

    private func sidesOfSentence(before pair: Mention) -> (Mention, Mention)? {
        let named = mentions.filter { $0.range.upperBound <= pair.range.lowerBound && $0.isOfficial && $0.country != nil }
        guard let second = named.last, let first = named.last(where: { $0.country != second.country }) else { return nil }
        return (first, second)
    }

    private func sidesOfEvents(before sentence: Int) -> (Mention, Mention)? {
        for event in events.reversed() {
            guard sentence - event.sentence <= Self.maximumSentences else { return nil }
            guard let first = event.roles[0], first.country != nil else { continue }
            // The host of a visitor speaks for the place.
            let others = event.roles.dropFirst().compactMap { $0 }.filter { $0.country != nil && $0.country != first.country }
            if let second = others.first(where: \.isOfficial) ?? others.first { return (first, second) }
        }
        return nil
    }

    private func inherited(_ mention: Mention) -> Mention {
        var mention = mention
        mention.isInherited = true
        return mention
    }
}
