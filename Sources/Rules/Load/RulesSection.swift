import Analysis
import Diagnostics
import YAML

/// `rules: [{id, title, …}]`
enum RulesSection: PackSection {
    static let key = "rules"
    static let stage = 7
    static let scope = SectionScope.both

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        for item in builder.problems.list(node, key) {
            if let rule = RuleReader.read(item, into: &builder) { builder.rules.append(rule) }
        }
    }
}

/// Reads one rule.
enum RuleReader {
    /// Reads all of it, whatever is wrong with one part: the author sees every mistake at once.
    static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> Rule? {
        guard var reader = MapReader(node, "rule", builder.problems) else { return nil }
        let reported = builder.problems.diagnostics.count
        let idNode = reader.required("id")
        let id = idNode.flatMap { builder.checkedID($0, "rule") }
        let place = idNode?.range ?? node.range
        let isNew = id.map { builder.define($0, "rule", at: place) } ?? false
        let header = HeaderReader(id: id ?? "").read(&reader, &builder)
        let statusPlace = node["status"]?.range ?? place
        let (match, event, watchlist) = (reader.value("match"), reader.value("event"), reader.value("watchlist"))
        let correlation = reader.value("correlation")
        let exclude = reader.value("exclude")
        let alert = reader.value("alert")
        let tests = reader.value("tests")
        let unknown = reader.finish()
        if let correlation {
            builder.correlations.append(.init(header: header, node: node, body: correlation, place: place, isUsable: isNew))
            return nil
        }
        let bodies = [("match", match), ("event", event), ("watchlist", watchlist)].filter { $0.1 != nil }
        if bodies.count != 1, !bodies.isEmpty || !MapReader.mayBe(unknown, RuleProblem.bodies) {
            builder.problems.report(.needsOneBody(rule: id ?? "", has: bodies.map(\.0), at: bodies.first?.1?.range ?? place))
        }
        let condition = match.flatMap { builder.condition($0, "match") }
        let pattern = event.flatMap { EventPatternReader.read($0, builder) }
        let watched = watchlist.flatMap { WatchlistReader.read($0, rule: id ?? "", into: &builder) }
        let fields = FieldNames(isWatchlist: watchlist != nil, event: pattern.map { builder.knowledge.world.eventTypes[$0.type] })
        // Of an event that cannot be read nobody knows which roles it has.
        let owners = event == nil || pattern != nil ? [(id ?? "", pattern)] : []
        let exclusions = exclude.map { ExclusionReader(prefix: "", rules: owners).read($0, into: &builder) } ?? []
        // Without a readable event nobody can say which fields there are.
        let known = event == nil || pattern != nil ? fields : nil
        let alerting = alert.map { AlertingReader.read($0, known, builder) } ?? Rule.Alerting(message: nil, dedupe: [], quiet: nil)
        let body = condition.map(Rule.Body.match) ?? pattern.map(Rule.Body.event) ?? watched.map(Rule.Body.watchlist)
        // What a faulty rule asks for is not known well enough to hold its tests against it.
        let isSound = !builder.problems.diagnostics[reported...].contains { $0.severity == .error }
        let reasons = isSound ? body.map { Reasons($0, header, exclusions: exclusions, world: builder.knowledge.world) } : nil
        let testReader = RuleTestReader(fields: known, reasons: reasons, pattern: isSound ? pattern : nil, builder: builder)
        let ruleTests = tests.map { testReader.read($0) } ?? []
        StableCheck(header: header, tests: ruleTests).report(at: statusPlace, builder)
        guard id != nil, isNew, bodies.count == 1, let body else { return nil }
        return Rule(header: header, body: body, exclusions: exclusions, alerting: alerting, tests: ruleTests, place: place)
    }
}

/// Reads `alert: {message, dedupe, quiet}`.
enum AlertingReader {
    /// - Parameter fields: those that a message or a key may name; nil when that is not known.
    static func read(_ node: YAMLNode, _ fields: FieldNames?, _ builder: RuleSetBuilder) -> Rule.Alerting {
        guard var reader = MapReader(node, "alert", builder.problems) else { return Rule.Alerting(message: nil, dedupe: [], quiet: nil) }
        let messageNode = reader.value("message")
        let message = messageNode.flatMap { builder.problems.text($0, "message") }
        let dedupe = reader.texts("dedupe")
        let quiet = reader.duration("quiet")
        reader.finish()
        if let fields {
            if let messageNode, let message {
                for (name, bytes) in placeholders(of: message) where !name.isEmpty {
                    fields.check(name, of: .message, at: messageNode.range(of: bytes), builder.problems)
                }
            }
            for key in dedupe { fields.check(key.scalar ?? "", of: .dedupe, at: key.range, builder.problems) }
        }
        return Rule.Alerting(message: message, dedupe: dedupe.compactMap(\.scalar), quiet: quiet)
    }

    /// What stands in braces, and where in the message (UTF-8).
    private static func placeholders(of message: String) -> [(name: String, bytes: Range<Int>)] {
        var found: [(name: String, bytes: Range<Int>)] = []
        var start: Int?
        let bytes = Array(message.utf8)
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "{") { start = index + 1 }
            guard byte == UInt8(ascii: "}"), let begin = start else { continue }
            found.append((String(decoding: bytes[begin..<index], as: UTF8.self), begin..<index))
            start = nil
        }
        return found
    }
}

/// Reads `event: {type, role: {country, …}, status, within}`.
enum EventPatternReader {
    static func read(_ node: YAMLNode, _ builder: RuleSetBuilder) -> EventPattern? {
        guard var reader = MapReader(node, "event", builder.problems) else { return nil }
        let world = builder.knowledge.world
        let type = reader.required("type").flatMap { builder.lookUp($0, "event type", in: world.eventOfID) }
        var constraints: [EventPattern.Constraint] = []
        // Of an unknown type, the roles of any are taken for meant.
        let roles = type.map { world.eventTypes[$0].roles } ?? world.eventTypes.flatMap(\.roles)
        for (index, role) in roles.enumerated() {
            guard let value = reader.value(role.name) else { continue }
            if let constraint = constraint(value, index, role.name, builder) { constraints.append(constraint) }
        }
        let statuses = reader.choices("status", EventStatus.self)
        let attributions = reader.choices("attribution", Attribution.Kind.self)
        let window = reader.choice("within", Bounds.Window.self)
        reader.finish()
        guard let type else { return nil }
        return EventPattern(
            type: type, constraints: constraints, statuses: statuses.isEmpty ? EventPattern.defaultStatuses : Set(statuses),
            attributions: Set(attributions.isEmpty ? Attribution.Kind.allCases : attributions), window: window,
            anchors: constraints.flatMap { anchors(of: $0, world) })
    }

    private static func anchors(of constraint: EventPattern.Constraint, _ world: World) -> [Set<Anchor>] {
        var sets: [Set<Anchor>] = []
        if !constraint.countries.isEmpty { sets.append(Set(constraint.countries.map { .country($0) })) }
        if !constraint.regions.isEmpty {
            let countries = constraint.regions.reduce(into: Set<CountryID>()) { $0.formUnion(world.regions[$1].countries) }
            // A smaller region within the one that is asked for will do too.
            let regions = world.regions.indices.filter { inner in
                constraint.regions.contains { world.regions[inner].countries.isSubset(of: world.regions[$0].countries) }
            }
            sets.append(Set(countries.map { .country($0) } + regions.map { .region($0) }))
        }
        return sets
    }

    private static func constraint(_ node: YAMLNode, _ role: Int, _ name: String, _ builder: RuleSetBuilder) -> EventPattern.Constraint? {
        guard var reader = MapReader(node, "role \(name)", shape: "role", builder.problems) else { return nil }
        let world = builder.knowledge.world
        let shown = (node.entries ?? []).map { entry in
            "\(entry.name) \((entry.value.items ?? [entry.value]).compactMap(\.scalar).joined(separator: ", "))"
        }
        var constraint = EventPattern.Constraint(role: role, name: name, shown: shown)
        constraint.countries = Set(builder.countries(reader.texts("country")))
        constraint.regions = Set(reader.texts("region").compactMap { builder.lookUp($0, "region", in: world.regionOfCode) })
        constraint.offices = Set(reader.texts("office").compactMap { builder.lookUp($0, "office", in: world.officeOfID) })
        let portfolioNodes = reader.texts("portfolio")
        if !portfolioNodes.isEmpty {
            let portfolios = Dictionary(
                builder.knowledge.languages.flatMap(\.portfolios).map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
            constraint.portfolios = Set(portfolioNodes.compactMap { builder.lookUp($0, "portfolio", in: portfolios) })
        }
        constraint.bodies = Set(reader.texts("body").compactMap { builder.lookUp($0, "body", in: world.bodyOfID) })
        constraint.people = Set(reader.texts("person").compactMap { builder.lookUp($0, "person", in: world.personOfID) })
        reader.finish()
        if reader.isEmpty { builder.problems.report(.emptyValue("role \(name)", at: node.range)) }
        return constraint
    }
}

extension MapReader {
    /// A time span such as `90s`, `15m`, `24h`, `7d`, in seconds.
    mutating func duration(_ key: String) -> Int? {
        guard let node = value(key), let text = problems.text(node, key) else { return nil }
        let units = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        if let unit = text.last.flatMap({ units[String($0)] }), let count = Int(text.dropLast()), (1...100_000).contains(count) {
            return count * unit
        }
        let words = text.split(separator: " ")
        let near =
            words.count == 2 && Int(words[0]) != nil
            ? words[1].first.flatMap { units[$0.lowercased()] == nil ? nil : "\(words[0])\($0.lowercased())" } : nil
        problems.report(.invalidValue(text, of: key, allowed: "a time span such as 90s, 15m, 24h, 7d", nearest: near, at: node.range))
        return nil
    }
}
