import Analysis
import Diagnostics
import YAML

/// What a role of an event asks for that nobody can have: a country outside its region, an office that a person never held.
struct EventRoleCheck {
    let subject: LintSubject

    private var world: World { subject.knowledge.world }

    func check(_ event: YAMLNode, of rule: Rule) {
        guard case .event(let pattern) = rule.body else { return }
        for constraint in pattern.constraints {
            guard let node = event[constraint.name] else { continue }
            checkPlace(constraint, node)
            checkPeople(constraint, node)
        }
        checkHomes(pattern, event)
        if let window = pattern.window, window == .title || window == .lead, let within = event["within"] {
            let zones: Set<String> = window == .title ? ["title"] : ["title", "lead"]
            if rule.header.scope.allSatisfy({ !zones.contains($0.rawValue) }) {
                subject.report(
                    .neverHolds(
                        reason: "the rule's `scope` has no \(window.rawValue)",
                        help: ["let both name the same part, or delete one of them"],
                        at: within.range, also: []))
            }
        }
    }

    private func checkPlace(_ constraint: EventPattern.Constraint, _ node: YAMLNode) {
        guard !constraint.countries.isEmpty, !constraint.regions.isEmpty, let countries = node["country"], let regions = node["region"]
        else {
            return
        }
        for country in countries.items ?? [countries] {
            guard let id = world.countryOfCode[country.scalar ?? ""], !constraint.regions.contains(where: { world.contains($0, id) }) else {
                continue
            }
            let names = constraint.regions.map { world.regions[$0].title }.sorted().joined(separator: ", ")
            subject.report(
                .neverHolds(
                    reason: "\(world.countries[id].title) is not in \(names)", help: ["name the country or the region, not both"],
                    at: country.range, also: [.init(regions.range, "\(constraint.name) must be here as well")]))
        }
    }

    private func checkPeople(_ constraint: EventPattern.Constraint, _ node: YAMLNode) {
        guard let people = node["person"] else { return }
        for person in people.items ?? [people] {
            guard let id = world.personOfID[person.scalar ?? ""] else { continue }
            let tenures = world.people[id].offices
            let fits = { (tenure: World.Tenure) in
                (constraint.offices.isEmpty || constraint.offices.contains(tenure.office))
                    && (constraint.portfolios.isEmpty || tenure.portfolio.map { constraint.portfolios.contains($0) } ?? false)
                    && (constraint.countries.isEmpty || tenure.country.map { constraint.countries.contains($0) } ?? true)
            }
            guard !tenures.isEmpty, !tenures.contains(where: fits) else { continue }
            let held = Set(
                tenures.map { tenure in
                    [world.offices[tenure.office].id, tenure.portfolio, world.code(of: tenure.country)].compactMap { $0 }.joined(
                        separator: " ")
                }
            ).sorted()
            subject.report(
                .neverHolds(
                    reason: "\(world.people[id].name) was \(held.joined(separator: ", "))",
                    help: ["leave out what the person never was, or name another"], at: person.range, also: []))
        }
    }

    /// Nobody visits his own country.
    private func checkHomes(_ pattern: EventPattern, _ event: YAMLNode) {
        let roles = world.eventTypes[pattern.type].roles
        guard let actor = pattern.constraints.first(where: { $0.role == 0 }),
            let place = pattern.constraints.first(where: { roles[$0.role].kind == .place }), place.regions.isEmpty,
            actor.countries.count == 1, place.countries == actor.countries, let node = event[place.name]?["country"]
        else { return }
        subject.report(
            .neverHolds(
                reason: "it is the \(actor.name)'s own country, which nobody visits", help: ["name another country"], at: node.range,
                also: event[actor.name]?["country"].map { [.init($0.range, "\(actor.name) is from there")] } ?? []))
    }
}
