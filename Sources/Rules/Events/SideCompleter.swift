/// Names the other side of an event that tells only one: `he also met the president` during a visit is the president of the country visited.
struct SideCompleter {
    let world: World

    /// Who takes part is taken from events so many sentences away.
    private static let maximumDistance = 3
    /// More events of one article are not looked through.
    private static let maximumEvents = 400

    func complete(_ events: inout [Event]) {
        guard events.count <= Self.maximumEvents else { return }
        let pairs = events.compactMap(pair)
        guard !pairs.isEmpty else { return }
        for index in events.indices where world.eventTypes[events[index].type].isInternational {
            let event = events[index]
            let (first, second) = (side(event.roles[0]), side(event.roles[1]))
            guard first == nil || second == nil, let pair = nearest(to: event, knowing: first ?? second, among: pairs) else { continue }
            if first == nil, second == nil {
                fill(&events[index], 0, pair.sides.0)
                fill(&events[index], 1, pair.sides.1)
            } else {
                let known = first ?? second
                let other = pair.sides.0.country == known ? pair.sides.1 : pair.sides.0
                fill(&events[index], first == nil ? 0 : 1, other)
            }
        }
    }

    /// Two who took part in one event, of two countries.
    private struct Pair {
        let sides: (Mention, Mention)
        let sentence: Int

        func has(_ country: CountryID) -> Bool { sides.0.country == country || sides.1.country == country }
    }

    private func pair(of event: Event) -> Pair? {
        guard [.planned, .ongoing, .completed].contains(event.status), let first = event.roles[0], first.country != nil,
            world.eventTypes[event.type].isAboutOfficials
        else { return nil }
        let others = event.roles.dropFirst().compactMap { $0 }.filter { $0.country != nil && $0.country != first.country }
        guard let second = others.first(where: \.isOfficial) ?? others.first else { return nil }
        return Pair(sides: (first, second), sentence: event.sentence)
    }

    /// The pair of the nearest event that has the side that is known.
    private func nearest(to event: Event, knowing country: CountryID?, among pairs: [Pair]) -> Pair? {
        pairs.filter { pair in
            abs(pair.sentence - event.sentence) <= Self.maximumDistance && (country.map(pair.has) ?? true)
        }.min { abs($0.sentence - event.sentence) < abs($1.sentence - event.sentence) }
    }

    /// Nil where neither a country nor a body is known: a body is no side of a pair, but nothing is missing either.
    private func side(_ mention: Mention?) -> CountryID? { mention?.country ?? (mention?.body != nil ? -1 : nil) }

    private func fill(_ event: inout Event, _ role: Int, _ side: Mention) {
        if event.roles[role] == nil {
            event.roles[role] = side
        } else {
            event.roles[role]?.country = side.country
            event.roles[role]?.isBare = false
        }
        event.roles[role]?.isInherited = true
    }
}
