/// Makes the events of one article agree: one journey has one status.
struct EventReconciler {
    let world: World

    /// Denials first, then the plainest words.
    func reconcile(_ events: inout [Event]) {
        spreadRefutations(&events)
        spreadPlainest(&events)
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

    /// One journey of one person to one place has the status that the plainest words give it; of words as plain, the first.
    private func spreadPlainest(_ events: inout [Event]) {
        var plainest: [Journey: Int] = [:]
        for index in events.indices {
            guard let journey = journey(of: events[index]) else { continue }
            if let best = plainest[journey], events[best].strength >= events[index].strength { continue }
            plainest[journey] = index
        }
        for index in events.indices {
            guard let journey = journey(of: events[index]), let best = plainest[journey] else { continue }
            events[index].status = events[best].status
        }
    }

    private func journey(of event: Event) -> Journey? {
        guard [.planned, .ongoing, .completed].contains(event.status),
            let destination = world.eventTypes[event.type].role(named: "destination"), let country = event.roles[destination]?.country
        else { return nil }
        return Journey(type: event.type, destination: country, home: event.roles[0]?.country, office: event.roles[0]?.posts.first?.office)
    }

    /// Who went where.
    private struct Journey: Hashable {
        let type: Int
        let destination: CountryID
        let home: CountryID?
        /// Without its portfolio, which a shorter mention leaves out.
        let office: Int?
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
