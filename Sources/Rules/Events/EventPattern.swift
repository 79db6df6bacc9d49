/// What a rule asks of an event: its type, who may fill its roles, how real it is.
package struct EventPattern: Sendable {
    package struct Constraint: Sendable {
        let role: Int
        let name: String
        var countries: Set<CountryID> = []
        var regions: Set<RegionID> = []
        var offices: Set<Int> = []
        var portfolios: Set<String> = []
        var bodies: Set<BodyID> = []
        var people: Set<PersonID> = []
        /// The text must say whose or where: a country, a region or a body.
        var isKnown = false
        /// As the author wrote it: `country RU`, `office minister`.
        let shown: [String]

        func shown(_ key: String) -> String { shown.first { $0.hasPrefix(key + " ") } ?? shown.joined(separator: "; ") }
    }

    package let type: Int
    package let constraints: [Constraint]
    package let statuses: Set<EventStatus>
    /// Who may say so.
    let attributions: Set<Attribution.Kind>
    /// Where the event must be reported.
    let window: Bounds.Window?

    /// What must be named for the constraints to hold: a person's or place's country, however it is named.
    let anchors: [Set<Anchor>]

    /// Any event of a type, whoever takes part and however real.
    package init(anyOf type: Int) {
        self.init(
            type: type, constraints: [], statuses: Set(EventStatus.allCases), attributions: Set(Attribution.Kind.allCases), window: nil,
            anchors: [])
    }

    init(
        type: Int, constraints: [Constraint], statuses: Set<EventStatus>, attributions: Set<Attribution.Kind>, window: Bounds.Window?,
        anchors: [Set<Anchor>]
    ) {
        self.attributions = attributions
        self.type = type
        self.constraints = constraints
        self.statuses = statuses
        self.window = window
        self.anchors = anchors
    }

    /// A mutual event as the constraints look at it: who meets whom is the same either way round.
    func facing(_ event: Event, _ world: World) -> Event {
        guard world.eventTypes[event.type].isMutual, !constraints.isEmpty, objection(to: event, world) != nil else { return event }
        var turned = event
        turned.roles.swapAt(0, 1)
        return objection(to: turned, world) == nil ? turned : event
    }

    package func accepts(_ event: Event, _ world: World) -> Bool { objection(to: event, world) == nil }

    /// What an event reports when a rule names no status: that it is or will be, not that it is not.
    static let defaultStatuses: Set<EventStatus> = [.planned, .ongoing, .completed]
}

extension EventPattern {
    /// What a rule's condition finds wrong with an event; nil when it holds.
    struct Objection {
        /// `role destination`, `status cancelled`: how tests name it.
        let condition: String
        /// Of a role, what fills it instead: `RU, not in region 419`.
        let detail: String
        /// How many conditions held before this one.
        let progress: Int
    }

    /// What is asked of an event, in the order in which it is asked.
    enum Check {
        case isOfficial(role: Int)
        /// Whoever takes part in an international event acts for a state of his own.
        case isParty(role: Int)
        /// Nobody visits his own country.
        case leavesHome
        /// Index into ``constraints``.
        case constraint(Int)
        case status
        case attribution
    }

    /// The first thing that is wrong.
    func objection(to event: Event, _ world: World) -> Objection? {
        for (index, role) in world.eventTypes[type].roles.enumerated() where role.kind == .official {
            if let objection = objection(.isOfficial(role: index), to: event, world) { return objection }
        }
        for role in 0..<min(2, world.eventTypes[type].roles.count) {
            if let objection = objection(.isParty(role: role), to: event, world) { return objection }
        }
        if let objection = objection(.leavesHome, to: event, world) { return objection }
        for index in constraints.indices {
            if let objection = objection(.constraint(index), to: event, world) { return objection }
        }
        return objection(.status, to: event, world) ?? objection(.attribution, to: event, world)
    }

    func objection(_ check: Check, to event: Event, _ world: World) -> Objection? {
        switch check {
        case .isOfficial(let role): officialObjection(role, event, world)
        case .isParty(let role): partyObjection(role, event, world)
        case .leavesHome: domesticObjection(event, world)
        case .constraint(let index): constraintObjection(index, event, world)
        case .status: statusObjection(event)
        case .attribution: attributionObjection(event)
        }
    }

    /// Of an international event, who takes part for no state, or for the same as the other side.
    private func partyObjection(_ role: Int, _ event: Event, _ world: World) -> Objection? {
        guard world.eventTypes[type].isInternational, role < 2 else { return nil }
        let name = world.eventTypes[type].roles[role].name
        // The noun of an agreement or an expulsion says that states are meant, even where the sentence names none.
        let namesNone = world.eventTypes[type].isPunctual && world.eventTypes[type].roles[0].kind == .power
        if role == 0, !namesNone, event.roles.prefix(2).allSatisfy({ $0?.country == nil && $0?.body == nil }) {
            return Objection(condition: "role \(name)", detail: "of no known country, nor is the other side", progress: 0)
        }
        guard let mention = event.roles[role] else { return nil }
        // Soldiers who are trained, and engineers who train them, belong to a state without acting for it.
        let mayBePrivate = !world.eventTypes[type].isPunctual && mention.country != nil
        if let post = mention.posts.first, !mayBePrivate, mention.posts.allSatisfy({ world.offices[$0.office].isPrivate }) {
            return Objection(condition: "role \(name)", detail: "\(world.offices[post.office].id), who acts for no state", progress: 0)
        }
        guard role == 1, let country = mention.country, country == event.roles[0]?.country else { return nil }
        return Objection(condition: "role \(name)", detail: "\(world.countries[country].code), as is the other side", progress: 1)
    }

    private func officialObjection(_ role: Int, _ event: Event, _ world: World) -> Objection? {
        guard let mention = event.roles[role], role == 0 || constraints.contains(where: { $0.role == role }),
            let post = mention.posts.first, !mention.posts.contains(where: { world.offices[$0.office].isOfficial })
        else { return nil }
        let name = world.eventTypes[type].roles[role].name
        return Objection(condition: "role \(name)", detail: "\(world.offices[post.office].id), which is no official", progress: 0)
    }

    private func domesticObjection(_ event: Event, _ world: World) -> Objection? {
        let roles = world.eventTypes[type].roles
        // Protests and elections are at home.
        guard roles[0].kind == .official, let destination = roles.firstIndex(where: { $0.kind == .place }),
            let place = event.roles[destination],
            let actor = event.roles[0],
            let country = place.country, country == actor.country
        else { return nil }
        return Objection(
            condition: "role \(roles[destination].name)", detail: "\(world.countries[country].code), the actor's own country", progress: 1)
    }

    private func constraintObjection(_ index: Int, _ event: Event, _ world: World) -> Objection? {
        objection(constraints[index], event, world).map {
            Objection(condition: "role \(constraints[index].name)", detail: $0, progress: 1 + index)
        }
    }

    private func statusObjection(_ event: Event) -> Objection? {
        guard !statuses.contains(event.status) else { return nil }
        let status = event.isRemote ? "remote" : event.status.rawValue
        return Objection(condition: "status \(status)", detail: "status \(status)", progress: 1 + constraints.count)
    }

    private func attributionObjection(_ event: Event) -> Objection? {
        let kind = event.attribution.kind
        guard !attributions.contains(kind) else { return nil }
        return Objection(
            condition: "attribution \(kind.rawValue)", detail: "attribution \(kind.rawValue)", progress: 2 + constraints.count)
    }

    private func objection(_ constraint: Constraint, _ event: Event, _ world: World) -> String? {
        guard let mention = event.roles[constraint.role] else { return "nobody fills it" }
        if constraint.isKnown, mention.country == nil, mention.region == nil, mention.body == nil {
            return "of no known country, region or body"
        }
        if !constraint.countries.isEmpty, !(mention.country.map { constraint.countries.contains($0) } ?? false) {
            return "\(shown(mention, world)), not \(constraint.shown("country"))"
        }
        if !constraint.regions.isEmpty {
            let inRegion =
                mention.country.map { country in constraint.regions.contains { world.contains($0, country) } }
                ?? mention.region.map { region in
                    constraint.regions.contains {
                        $0 == region || world.regions[region].countries.isSubset(of: world.regions[$0].countries)
                    }
                } ?? false
            guard inRegion else { return "\(shown(mention, world)), not in \(constraint.shown("region"))" }
        }
        if !constraint.bodies.isEmpty, !(mention.body.map { constraint.bodies.contains($0) } ?? false) {
            return "\(shown(mention, world)), not \(constraint.shown("body"))"
        }
        if !constraint.people.isEmpty, !(mention.person.map { constraint.people.contains($0) } ?? false) {
            return "\(mention.person.map { world.people[$0].name } ?? "somebody else"), not \(constraint.shown("person"))"
        }
        if !constraint.offices.isEmpty || !constraint.portfolios.isEmpty {
            let fits = mention.posts.contains { post in
                (constraint.offices.isEmpty || constraint.offices.contains(post.office))
                    && (constraint.portfolios.isEmpty || post.portfolio.map { constraint.portfolios.contains($0) } ?? false)
            }
            guard fits else {
                let post = mention.posts.first
                let office = post.map { "\(world.offices[$0.office].id)\($0.portfolio.map { " (\($0))" } ?? "")" } ?? "in no office"
                let asked = constraint.shown.filter { $0.hasPrefix("office ") || $0.hasPrefix("portfolio ") }
                return "\(office), not \(asked.joined(separator: ", "))"
            }
        }
        return nil
    }

    private func shown(_ mention: Mention, _ world: World) -> String {
        if let country = mention.country { return world.countries[country].code }
        if let body = mention.body { return world.bodies[body].id }
        if let region = mention.region { return "region \(world.regions[region].code)" }
        return "no known country"
    }
}
