import Analysis

/// Reads events out of headlines that have no verb: somebody, then the place he is in or goes to.
struct HeadlineReader {
    let rules: RuleSet
    let view: SentenceView
    let mentions: [Mention]

    /// The one whom the headline is about stands at its start.
    private static let maximumStart = 2

    func event(of type: Int, sentence: Int) -> Event? {
        let roles = rules.knowledge.world.eventTypes[type].roles
        guard let destination = roles.firstIndex(where: { $0.kind == .place }), let actor = mentions.first(where: \.isOfficial),
            actor.range.lowerBound - view.tokens.lowerBound <= Self.maximumStart,
            let place = mentions.first(where: {
                $0.isPlace && $0.range.lowerBound >= actor.range.upperBound && ($0.country != nil || $0.region != nil)
            })
        else { return nil }
        let between = actor.range.upperBound..<place.range.lowerBound
        guard between.count <= 2, place.country != actor.country, let status = status(place, between) else { return nil }
        var filled = [Mention?](repeating: nil, count: roles.count)
        filled[0] = actor
        filled[destination] = place
        let words = actor.range.lowerBound..<place.range.upperBound
        return Event(
            type: type, roles: filled, status: status, date: nil, trigger: words, evidence: [actor.range, place.range], sentence: sentence,
            cue: nil,
            frame: "headline")
    }

    /// In a place: there; to a place: on the way.
    private func status(_ place: Mention, _ between: Range<Int>) -> EventStatus? {
        if place.clitics.contains(.ba) { return .ongoing }
        if place.clitics.contains(.la) { return .planned }
        guard !between.isEmpty else { return nil }
        // Only small words may stand there, and one of them must say in, or to.
        guard between.allSatisfy({ !view.wordClass(at: $0).isDisjoint(with: [.locative, .directional, .determiner, .placeNoun]) }) else {
            return nil
        }
        if between.contains(where: { view.wordClass(at: $0).contains(.directional) }) { return .planned }
        return between.contains { view.wordClass(at: $0).contains(.locative) } ? .ongoing : nil
    }
}
