import Analysis

/// Reads events out of headlines that have no verb: somebody, then the place he is in or goes to.
struct HeadlineReader {
    let rules: RuleSet
    let view: SentenceView
    let article: AnalyzedArticle
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
        if status == .ongoing, resides(actor) { return nil }
        var filled = [Mention?](repeating: nil, count: roles.count)
        filled[0] = actor
        filled[destination] = place
        let words = actor.range.lowerBound..<place.range.upperBound
        return Event(
            type: type, roles: filled, status: status, date: nil, trigger: words, evidence: [actor.range, place.range], sentence: sentence,
            cue: nil,
            frame: "headline")
    }

    /// `In Caracas, Lavrov met …`: a city at the start of a sentence is where its subject is.
    func scene(of type: Int, sentence: Int) -> Event? {
        let roles = rules.knowledge.world.eventTypes[type].roles
        guard let destination = roles.firstIndex(where: { $0.kind == .place }), let place = mentions.first(where: \.isPlace), isCity(place),
            place.range.lowerBound - view.tokens.lowerBound <= Self.maximumSceneStart, isLocated(place),
            (view.tokens.lowerBound..<place.range.lowerBound).allSatisfy(isSmall),
            let actor = mentions.first(where: { $0.isOfficial && $0.range.lowerBound >= place.range.upperBound }), actor.isBase,
            actor.clitics.isDisjoint(with: .prepositions), actor.country != nil, actor.country != place.country, !resides(actor),
            actor.range.lowerBound - place.range.upperBound <= Self.maximumSceneDistance
        else { return nil }
        let between = place.range.upperBound..<actor.range.lowerBound
        guard !between.contains(where: { !view.wordClass(at: $0).isDisjoint(with: .sceneBreak) }) else { return nil }
        var filled = [Mention?](repeating: nil, count: roles.count)
        filled[0] = actor
        filled[destination] = place
        return Event(
            type: type, roles: filled, status: .ongoing, date: nil, trigger: place.range, evidence: [place.range, actor.range],
            sentence: sentence, cue: nil,
            frame: "scene")
    }

    /// An ambassador is where he is because he lives there.
    private func resides(_ actor: Mention) -> Bool {
        !actor.posts.isEmpty && actor.posts.allSatisfy { rules.knowledge.world.offices[$0.office].resides }
    }

    /// A preposition, an article, a date: nobody who could be elsewhere.
    private func isSmall(_ token: Int) -> Bool {
        if !view.wordClass(at: token).isDisjoint(with: .sceneStart) || view.tokens.contains(token) && isNumber(token) { return true }
        return view.items(at: token).contains { if case .date = $0.meaning { true } else { false } }
    }

    private func isNumber(_ token: Int) -> Bool { article.tokens[token].shape.contains(.number) }

    /// Words before the city: a preposition, a date.
    private static let maximumSceneStart = 4
    private static let maximumSceneDistance = 8

    private func isCity(_ place: Mention) -> Bool {
        switch place.kind {
        case .place(.city), .place(.capital), .place(.government): place.country != nil
        case .place, .adjective, .body, .region, .official, .pair: false
        }
    }

    private func isLocated(_ place: Mention) -> Bool {
        place.clitics.contains(.ba)
            || (place.range.lowerBound - 2..<place.range.lowerBound).contains { view.wordClass(at: $0).contains(.locative) }
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
