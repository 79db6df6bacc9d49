import Articles
import Diagnostics
import YAML

/// `countries: {RU: {title: Russia}}`
enum WorldCountriesSection: PackSection {
    static let key = "countries"
    static let stage = 1
    static let scope = SectionScope.world

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        for (code, keyNode, value) in builder.problems.entries(node, key) {
            guard var reader = MapReader(value, "country", builder.problems) else { continue }
            let title = reader.requiredText("title") ?? code
            reader.finish()
            guard builder.define(code, "country", at: keyNode.range) else { continue }
            builder.knowledge.world.countries.append(.init(code: code, title: title))
        }
        builder.knowledge.world.index()
    }
}

/// `regions: {"419": {title: …, contains: ["005", …]}}`, UN M49.
enum WorldRegionsSection: PackSection {
    static let key = "regions"
    static let stage = 2
    static let scope = SectionScope.world

    private struct Entry {
        let title: String
        let contains: [YAMLNode]
    }

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        var entries: [String: Entry] = [:]
        var order: [String] = []
        for (code, keyNode, value) in builder.problems.entries(node, key) {
            guard var reader = MapReader(value, "region", builder.problems) else { continue }
            let title = reader.requiredText("title") ?? code
            let contains = reader.texts("contains")
            reader.finish()
            guard builder.define(code, "region", at: keyNode.range) else { continue }
            entries[code] = Entry(title: title, contains: contains)
            order.append(code)
        }
        for code in order {
            guard let entry = entries[code] else { continue }
            var countries: Set<CountryID> = []
            var seen: Set<String> = [code]
            var open = entry.contains
            while let next = open.popLast() {
                guard let part = next.scalar else { continue }
                if part == code { builder.problems.report(.containsItself(code, at: next.range)) }
                if let inner = entries[part] {
                    if seen.insert(part).inserted { open += inner.contains }
                } else if let country = builder.country(next) {
                    countries.insert(country)
                }
            }
            builder.knowledge.world.regions.append(.init(code: code, title: entry.title, countries: countries))
        }
        builder.knowledge.world.index()
    }
}

/// `bodies: {EU: {title: European Union, members: [{country: DE, from: …}]}}`
enum WorldBodiesSection: PackSection {
    static let key = "bodies"
    static let stage = 2
    static let scope = SectionScope.world

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        for (id, keyNode, value) in builder.problems.entries(node, key) {
            guard var reader = MapReader(value, "body", builder.problems) else { continue }
            let title = reader.requiredText("title") ?? id
            let members = reader.value("members").map { builder.problems.list($0, "members") } ?? []
            reader.finish()
            let tenures = members.compactMap { member(of: $0, builder) }
            guard builder.define(id, "body", at: keyNode.range) else { continue }
            builder.knowledge.world.bodies.append(.init(id: id, title: title, members: tenures))
        }
        builder.knowledge.world.index()
    }

    private static func member(of node: YAMLNode, _ builder: RuleSetBuilder) -> World.Membership? {
        guard var reader = MapReader(node, "member", builder.problems) else { return nil }
        let country = reader.required("country").flatMap { builder.country($0) }
        let (from, to) = (reader.date("from", endOfPeriod: false), reader.date("to", endOfPeriod: true))
        reader.finish()
        return country.map { .init(country: $0, from: from, to: to) }
    }
}

/// `offices: {minister: {title: minister}}`
enum WorldOfficesSection: PackSection {
    static let key = "offices"
    static let stage = 1
    static let scope = SectionScope.world

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        for (id, keyNode, value) in builder.problems.entries(node, key) {
            guard var reader = MapReader(value, "office", builder.problems) else { continue }
            _ = reader.requiredText("title")
            let isOfficial = reader.flag("official") ?? true
            let travels = reader.flag("travels") ?? true
            let kind = reader.choice("kind", OfficeKind.self)
            let deputyOf = reader.value("deputy-of")
            let isSingle = reader.flag("single") ?? false
            let isPrivate = reader.flag("private") ?? false
            let resides = reader.flag("resides") ?? false
            if let deputyOf { builder.refer(to: deputyOf, .office) }
            reader.finish()
            guard builder.define(id, "office", at: keyNode.range) else { continue }
            builder.knowledge.world.offices.append(
                .init(
                    id: id, isOfficial: isOfficial, travels: travels, kind: kind, deputyOf: deputyOf?.scalar, isSingle: isSingle,
                    isPrivate: isPrivate, resides: resides))
        }
        builder.knowledge.world.index()
    }
}

/// `events: [{id: visit, title: …, roles: {actor: official}}]`
enum EventTypesSection: PackSection {
    static let key = "events"
    static let stage = 1
    static let scope = SectionScope.world

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        for item in builder.problems.list(node, key) {
            guard var reader = MapReader(item, "event type", builder.problems) else { continue }
            let idNode = reader.required("id")
            let title = reader.requiredText("title")
            let rolesNode = reader.required("roles")
            let roles = rolesNode.map { builder.problems.entries($0, "roles") } ?? []
            if let rolesNode, rolesNode.entries?.isEmpty == true { builder.problems.report(.emptyValue("roles", at: rolesNode.range)) }
            let tags = reader.texts("tags").compactMap { builder.tag($0) }
            let isHeadline = reader.flag("headline") ?? false
            let governs = reader.flag("governs") ?? true
            let mutual = reader.value("mutual")
            let isMutual = reader.flag("mutual") ?? false
            let isInternational = reader.flag("international") ?? false
            let isPunctual = reader.flag("punctual") ?? false
            let implies = reader.value("implies")
            let sense = reader.value("sense")
            if let implies { builder.refer(to: implies, .eventType) }
            if let sense { builder.refer(to: sense, .lexicon) }
            let status = TriggersSection.statuses(&reader, builder)
            // Read when all lexicons are known.
            for later in ["triggers", "not"] { _ = reader.value(later) }
            reader.finish()
            guard let idNode, let id = builder.checkedID(idNode, "event type"), builder.define(id, "event type", at: idNode.range) else {
                continue
            }
            let kinds: [EventRole] = roles.compactMap { role in
                let kind: RoleKind? = builder.problems.choice(role.value, "kind of role")
                return kind.map { EventRole(name: role.key, kind: $0) }
            }
            if isMutual, let mutual, kinds.count < 2 || kinds[0].kind != kinds[1].kind {
                builder.problems.report(
                    .invalidValue(
                        "true", of: "mutual", allowed: "false, where the first two roles are not of one kind", nearest: "false",
                        at: mutual.range))
                continue
            }
            builder.knowledge.world.eventTypes.append(
                .init(
                    id: id, title: title ?? id, roles: kinds, tags: tags, isHeadline: isHeadline, governs: governs, isMutual: isMutual,
                    isInternational: isInternational, isPunctual: isPunctual, implies: implies?.scalar,
                    status: status, sense: sense?.scalar))
        }
        builder.knowledge.world.index()
    }
}

extension MapReader {
    mutating func flag(_ key: String) -> Bool? {
        guard let node = value(key), let text = problems.text(node, key) else { return nil }
        if text == "true" || text == "false" { return text == "true" }
        problems.report(
            .invalidValue(
                text, of: key, allowed: "true, false", nearest: problems.wording.meaning(of: text, among: ["true", "false"]), at: node.range
            ))
        return nil
    }

    /// A day, month or year (`2004-03-09`, `2004-03`, `2004`); a period counts from its first day, or to its last.
    mutating func date(_ key: String, endOfPeriod: Bool) -> CivilDate? {
        guard let node = value(key), let text = problems.text(node, key) else { return nil }
        guard let date = CivilDate(text) else {
            problems.report(
                .invalidValue(
                    text, of: key, allowed: "a date such as 2004-03-09, 2004-03 or 2004", nearest: CivilDate.reordered(text), at: node.range
                ))
            return nil
        }
        guard endOfPeriod, text.utf8.count < 10 else { return date }
        return date.adding(months: text.utf8.count == 4 ? 12 : 1).adding(days: -1)
    }
}
