import Articles

/// What rules may refer to, as far as it is loaded: editors offer it for completion.
package struct KnownNames: Sendable {
    /// Ids, with what they stand for; empty text where the id says it.
    private let names: [Reference: [(id: String, title: String)]]

    package static let none = KnownNames(names: [:])

    private init(names: [Reference: [(id: String, title: String)]]) { self.names = names }

    package init(_ rules: RuleSet) {
        let (knowledge, world) = (rules.knowledge, rules.knowledge.world)
        let roles = Set(world.eventTypes.flatMap { $0.roles.map(\.name) }).sorted()
        let fields =
            ["type", "status", "date", "attribution"] + roles.flatMap { role in [role] + EventFields.roleKeys.map { "\(role).\($0)" } }
        let portfolios = Set(knowledge.languages.flatMap(\.portfolios))
        var names: [Reference: [(id: String, title: String)]] = [:]
        names[.country] = world.countries.map { ($0.code, $0.title) }
        names[.region] = world.regions.map { ($0.code, $0.title) }
        names[.body] = world.bodies.map { ($0.id, $0.title) }
        names[.office] = world.offices.map { ($0.id, "") }
        names[.person] = world.people.map { ($0.id, $0.name) }
        names[.eventType] = world.eventTypes.map { ($0.id, $0.title) }
        names[.portfolio] = portfolios.map { ($0, "") }
        names[.role] = roles.map { ($0, "") }
        names[.field] = fields.map { ($0, "") }
        names[.rule] = rules.rules.map { ($0.id, $0.header.title) }
        names[.lexicon] = knowledge.lexicons.map { ($0.id, $0.title) }
        names[.entity] = knowledge.entities.map { ($0.id, $0.title) }
        names[.language] = knowledge.languages.map { ($0.tag.code, $0.name) }
        names[.languageOrLatin] = (names[.language] ?? []) + [("latin", "all languages in Latin script")]
        self.names = names.mapValues { $0.sorted { $0.id < $1.id } }
    }

    /// - Returns: nil when nothing is known of this kind.
    func of(_ kind: Reference) -> [(id: String, title: String)]? { names[kind].flatMap { $0.isEmpty ? nil : $0 } }
}
