/// Makes the events of one article agree: one journey has one status, and what is told twice is told by the fuller words.
struct EventReconciler {
    let world: World

    /// Denials first, then the plainest words.
    func reconcile(_ events: inout [Event]) {
        spreadRefutations(&events)
        spreadPlainest(&events)
        SideCompleter(world: world).complete(&events)
        followJourneys(&events)
        EventFolder(world: world).fold(&events)
    }

    /// A denial or cancellation of a journey holds for every other mention of it as planned.
    private func spreadRefutations(_ events: inout [Event]) {
        var seen: Set<Matter> = []
        let refuted = events.filter { ($0.status == .denied || $0.status == .cancelled) && seen.insert(Matter($0)).inserted }
        guard !refuted.isEmpty else { return }
        for index in events.indices
        where events[index].status == .planned || (events[index].status == .ongoing && !events[index].isAsserted) {
            guard let source = refuted.first(where: { isSameMatter($0, events[index]) }) else { continue }
            events[index].status = source.status
            events[index].cue = source.cue
        }
    }

    /// One journey of one person to one place, or one meeting of two sides, has the status that the plainest words give it; of words as plain,
    /// the first. Where no word of it is plain, what is said of the whole tour counts.
    private func spreadPlainest(_ events: inout [Event]) {
        var plainest: [Journey: Int] = [:]
        for index in events.indices {
            for journey in [journey(of: events[index]), tour(of: events[index])].compactMap({ $0 }) {
                if let best = plainest[journey], events[best].strength >= events[index].strength { continue }
                plainest[journey] = index
            }
        }
        let before = events
        var strengths = events.map(\.strength)
        for index in events.indices {
            guard let journey = journey(of: before[index]), let best = plainest[journey] else { continue }
            var source = best
            if before[best].strength < Self.plain, let tour = journey.whole, let whole = plainest[tour],
                before[whole].strength >= Self.plain
            {
                source = whole
            }
            events[index].status = before[source].status
            strengths[index] = max(before[source].strength, before[index].strength)
        }
        spreadOverStops(&events, strengths)
    }

    /// The stops of one tour, told by one word, are as real as the one of which most is said.
    private func spreadOverStops(_ events: inout [Event], _ strengths: [Int]) {
        var plainest: [Range<Int>: Int] = [:]
        for index in events.indices where journey(of: events[index]) != nil {
            let trigger = events[index].trigger
            if let best = plainest[trigger], strengths[best] >= strengths[index] { continue }
            plainest[trigger] = index
        }
        for index in events.indices {
            guard journey(of: events[index]) != nil, let best = plainest[events[index].trigger], events[best].type == events[index].type,
                strengths[index] < Self.plain, strengths[best] >= Self.plain
            else { continue }
            events[index].status = events[best].status
        }
    }

    /// `during the visit he will make next week, talks are on the agenda`: of a meeting of which nothing is said but its noun, the journey tells.
    private func followJourneys(_ events: inout [Event]) {
        let planned = Set(
            events.filter { $0.status == .planned }.compactMap { event -> Set<CountryID>? in
                let type = world.eventTypes[event.type]
                guard let destination = type.role(named: "destination"), let to = event.roles[destination]?.country,
                    let from = event.roles[0]?.country
                else { return nil }
                return [from, to]
            })
        guard !planned.isEmpty else { return }
        for index in events.indices {
            let event = events[index]
            guard world.eventTypes[event.type].isMutual, event.status == .completed, event.origin?.form == .noun, event.cue == nil,
                event.date == nil, let first = event.roles[0]?.country, let second = event.roles[1]?.country,
                planned.contains([first, second])
            else { continue }
            events[index].status = .planned
        }
    }

    /// As plain as a future tense.
    private static let plain = 2

    private func isLive(_ event: Event) -> Bool { [.planned, .ongoing, .completed].contains(event.status) }

    private func journey(of event: Event) -> Journey? {
        guard isLive(event) else { return nil }
        let type = world.eventTypes[event.type]
        if let destination = type.role(named: "destination") {
            guard let country = event.roles[destination]?.country else { return nil }
            return Journey(type: event.type, sides: [country], home: event.roles[0]?.country, office: event.roles[0]?.posts.first?.office)
        }
        guard type.isMutual, let first = event.roles[0]?.country, let second = event.roles[1]?.country else { return nil }
        return Journey(type: event.type, sides: [min(first, second), max(first, second)], home: nil, office: nil)
    }

    /// What is said of somebody's travels without a country.
    private func tour(of event: Event) -> Journey? {
        guard isLive(event), let destination = world.eventTypes[event.type].role(named: "destination"),
            event.roles[destination]?.country == nil, let home = event.roles[0]?.country
        else { return nil }
        return Journey(type: event.type, sides: [], home: home, office: event.roles[0]?.posts.first?.office)
    }

    /// Who went where, or who met whom.
    private struct Journey: Hashable {
        let type: Int
        /// The place, none for a tour; or both sides.
        let sides: [CountryID]
        let home: CountryID?
        /// Without its portfolio, which a shorter mention leaves out.
        let office: Int?

        /// The tour that it may be a stop of.
        var whole: Journey? { sides.count == 1 ? Journey(type: type, sides: [], home: home, office: office) : nil }
    }

    /// What an event is about, so far as ``isSameMatter(_:_:)`` looks at it.
    private struct Matter: Hashable {
        let type: Int
        let roles: [Role?]

        struct Role: Hashable {
            let country: CountryID?
            let office: Int?
        }

        init(_ event: Event) {
            type = event.type
            roles = event.roles.map { $0.map { Role(country: $0.country, office: $0.posts.first?.office) } }
        }
    }

    private func isSameMatter(_ left: Event, _ right: Event) -> Bool {
        guard left.type == right.type else { return false }
        return zip(left.roles, right.roles).allSatisfy { first, second in
            guard let first, let second else { return true }
            return first.country == second.country
                && (first.posts.isEmpty || second.posts.isEmpty || first.posts[0].office == second.posts[0].office)
        }
    }
}
