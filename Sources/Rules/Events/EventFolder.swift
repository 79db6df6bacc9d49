/// Takes what an article tells of an event in few words (`the visit`, `the delegation arrived`) into what it tells of it in full.
struct EventFolder {
    let world: World

    /// More events of one article are not compared with each other.
    private static let maximumEvents = 400

    func fold(_ events: inout [Event]) {
        guard (2...Self.maximumEvents).contains(events.count) else { return }
        // `imposed sanctions on`: what is in force is the object of the step that is told.
        let steps = events
        events.removeAll { event in
            event.isSettled
                && steps.contains { $0.type == event.type && !$0.isSettled && $0.sentence == event.sentence && isOver($0, event.trigger) }
        }
        var isFolded = [Bool](repeating: false, count: events.count)
        for index in events.indices {
            guard
                let fuller = events.indices.first(where: { other in
                    other != index && !isFolded[other]
                        && (isVaguer(events[index], than: events[other]) || other < index && isTurned(events[index], events[other]))
                })
            else { continue }
            events[fuller].evidence += events[index].evidence
            if events[fuller].date == nil { events[fuller].date = events[index].date }
            isFolded[index] = true
        }
        events = zip(events, isFolded).compactMap { $1 ? nil : $0 }
    }

    private func isOver(_ step: Event, _ words: Range<Int>) -> Bool { step.evidence.contains { $0.overlaps(words) } }

    /// Whether all that the first tells is in the second, which tells more.
    private func isVaguer(_ vague: Event, than full: Event) -> Bool {
        guard vague.type == full.type, vague.status == full.status || (isLive(vague) && isLive(full)) else { return false }
        return isVaguer(vague.roles, than: full.roles)
            || (world.eventTypes[vague.type].isMutual && isVaguer(turned(vague.roles), than: full.roles))
    }

    /// What is vague says little of the status, too.
    private func isLive(_ event: Event) -> Bool { [.planned, .ongoing, .completed].contains(event.status) }

    /// Whether both tell who met whom, each from the other side.
    private func isTurned(_ event: Event, _ other: Event) -> Bool {
        guard event.type == other.type, event.status == other.status, world.eventTypes[event.type].isMutual else { return false }
        return zip(turned(event.roles), other.roles).allSatisfy { first, second in
            guard let first, let second else { return first == nil && second == nil }
            return first.country != nil && agreement(first, second) == .same
        }
    }

    private func turned(_ roles: [Mention?]) -> [Mention?] {
        var roles = roles
        roles.swapAt(0, 1)
        return roles
    }

    private func isVaguer(_ vague: [Mention?], than full: [Mention?]) -> Bool {
        var isLess = false
        for (first, second) in zip(vague, full) {
            guard let first else {
                if second != nil { isLess = true }
                continue
            }
            guard let second, let agreement = agreement(first, second) else { return false }
            if agreement == .vaguer { isLess = true }
        }
        return isLess
    }

    private enum Agreement {
        case same, vaguer
    }

    /// - Returns: nil when the two are others.
    private func agreement(_ vague: Mention, _ full: Mention) -> Agreement? {
        var agreement = Agreement.same
        if (vague.country, vague.body, vague.region) != (full.country, full.body, full.region) {
            guard vague.country == nil, vague.body == nil, vague.region == nil else { return nil }
            agreement = .vaguer
        }
        switch (vague.posts.first, full.posts.first) {
        case (nil, nil): return agreement
        case (nil, .some): return vague.isOfficial ? .vaguer : nil
        case (.some, nil): return nil
        case (let first?, let second?):
            if first.office == second.office { return agreement }
            switch world.offices[first.office].kind {
            case .delegation, .unspecified: return .vaguer
            case .counterpart, .former, nil: return nil
            }
        }
    }
}
