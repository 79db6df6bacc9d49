/// The names by which a test may say what keeps a rule from holding: `status cancelled`, `exclude penal-code`, `lexicon sanctions`.
///
/// A shorter name stands for all that begin with it: `role` for any role, `terms` for any leaf of terms.
struct Reasons {
    let names: [String]

    init(_ body: Rule.Body, _ header: Rule.Header, exclusions: [Exclusion], world: World) {
        var names = header.languages == nil ? [] : ["language"]
        switch body {
        case .match(let condition): names += ["match"] + condition.reasons
        case .correlation: break
        case .watchlist: names += ["watchlist", "min-score", "weak-names"]
        case .event(let pattern): names += ["no event"] + Self.reasons(of: pattern, world)
        }
        names.append("scope")
        names += exclusions.map { "exclude \($0.id)" }
        self.names = names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func reasons(of pattern: EventPattern, _ world: World) -> [String] {
        let roles = world.eventTypes[pattern.type].roles
        // The first role must be an official, a destination another country than his: also where the rule does not say so.
        let judged = roles.enumerated().filter { index, role in
            (role.kind == .official && index == 0) || role.kind == .place || pattern.constraints.contains { $0.role == index }
        }
        let refused = EventStatus.allCases.filter { !pattern.statuses.contains($0) }.map(\.rawValue) + ["remote"]
        return judged.map { "role \($1.name)" } + refused.map { "status \($0)" }
    }

    func contains(_ because: String) -> Bool { names.contains { Self.covers(because, $0) } }

    static func covers(_ because: String, _ name: String) -> Bool { name == because || name.hasPrefix(because + " ") }
}
