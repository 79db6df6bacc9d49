package import Analysis
import Articles

/// An event's fields by name, as rules, messages, tests and dedupe keys write them: `status`, `actor`, `destination.country`.
package struct EventFields {
    package let event: Event
    package let rules: RuleSet
    package let article: AnalyzedArticle

    package init(event: Event, rules: RuleSet, article: AnalyzedArticle) {
        self.event = event
        self.rules = rules
        self.article = article
    }

    /// What may be asked of a role.
    static let roleKeys = ["text", "entity", "name", "office", "portfolio", "country", "region", "body"]

    private var world: World { rules.knowledge.world }
    package var type: EventType { world.eventTypes[event.type] }

    package subscript(_ field: String) -> String? {
        switch field {
        case "type": return type.id
        case "status": return event.status.rawValue
        case "date": return event.date?.description
        case "attribution": return event.attribution.kind.rawValue
        default: break
        }
        let parts = field.split(separator: ".", maxSplits: 1).map(String.init)
        if parts.first == "attribution" { return event.attribution.speaker.flatMap { value(parts[1], of: $0) } }
        guard let first = parts.first, let role = type.role(named: first), let mention = event.roles[role] else { return nil }
        return parts.count == 1 ? name(of: mention) : value(parts[1], of: mention)
    }

    /// What tells two events apart by a field: of a role, who it is, in whatever language and spelling he is named.
    package func key(_ field: String) -> String? {
        guard let role = type.role(named: field), let mention = event.roles[role] else { return self[field] }
        return identity(of: mention)
    }

    /// The person's id; else office, portfolio and country; else the country, body or region.
    private func identity(of mention: Mention) -> String {
        if let person = mention.person { return world.people[person].id }
        let place = value("country", of: mention) ?? value("body", of: mention) ?? value("region", of: mention)
        let parts = [value("office", of: mention), value("portfolio", of: mention), place].compactMap(\.self)
        return parts.isEmpty ? name(of: mention) : parts.joined(separator: "/")
    }

    package func value(_ key: String, of mention: Mention) -> String? {
        switch key {
        case "text": text(of: mention)
        case "entity": mention.person.map { world.people[$0].id }
        case "name": mention.person.map { world.people[$0].name } ?? mention.name.map { article.surface($0) }
        case "office": mention.posts.first.map { world.offices[$0.office].id }
        case "portfolio": mention.posts.first.flatMap(\.portfolio)
        case "country": world.code(of: mention.country)
        case "region": mention.region.map { world.regions[$0].code }
        case "body": mention.body.map { world.bodies[$0].id }
        default: nil
        }
    }

    /// Whether a role is filled by an institution, not by a person in an office.
    package func isInstitution(_ role: String) -> Bool {
        guard let index = type.role(named: role), let post = event.roles[index]?.posts.first else { return false }
        return !world.offices[post.office].travels
    }

    /// The surface of a mention; nil when it was understood from elsewhere in the article.
    package func text(of mention: Mention) -> String { article.surface(mention.range) }

    /// How a person would call it.
    package func name(of mention: Mention) -> String {
        if let person = mention.person { return world.people[person].name }
        if let name = mention.name { return article.surface(name) }
        if !mention.isOfficial, let country = mention.country { return world.countries[country].title }
        if !mention.isOfficial, let body = mention.body { return world.bodies[body].title }
        if !mention.isOfficial, let region = mention.region { return world.regions[region].title }
        return article.surface(mention.range)
    }
}
