import Analysis
import Articles
import Diagnostics

/// What a rule asks of one event, check by check, as an explanation shows it.
struct EventTrace {
    let event: Event
    let pattern: EventPattern
    let article: AnalyzedArticle
    private let rules: RuleSet

    init(_ event: Event, _ pattern: EventPattern, _ context: MatchContext) {
        self.event = event
        self.pattern = pattern
        article = context.article
        rules = context.rules
    }

    private var world: World { rules.knowledge.world }
    private var type: EventType { world.eventTypes[event.type] }

    func node(excludedBy exclusion: TraceNode?) -> TraceNode {
        var node = TraceNode(
            label: "event \(type.id)", note: "reported by \(quoted(article.surface(event.trigger))), frame `\(event.frame)`")
        node.name = "event \(type.id)"
        node.spans = event.evidence
        node.children = type.roles.indices.compactMap(role) + [status, attribution, date].compactMap { $0 }
        node.holds = exclusion == nil && node.children.allSatisfy(\.holds)
        if let exclusion { node.children.append(exclusion) }
        return node
    }

    /// `Moscow` is RU, not in region 419
    func detail(of objection: EventPattern.Objection) -> String {
        guard objection.condition.hasPrefix("role "), let index = type.role(named: String(objection.condition.dropFirst(5))) else {
            return "\(objection.detail): \(event.cue.map { "\(quoted(article.surface($0))) says so" } ?? statusNote)"
        }
        guard let mention = event.roles[index] else {
            return "\(objection.condition): \(objection.detail) where \(quoted(article.surface(event.trigger))) stands"
        }
        return "\(objection.condition): \(quoted(article.surface(mention.range))) is \(objection.detail)"
    }

    // MARK: Parts

    /// - Returns: nil for a role that nothing fills and nobody asks for.
    private func role(_ index: Int) -> TraceNode? {
        let asked = pattern.constraints.indices.filter { pattern.constraints[$0].role == index }
        guard event.roles[index] != nil || !asked.isEmpty else { return nil }
        var checks = asked.map { EventPattern.Check.constraint($0) }
        if type.roles[index].kind == .official { checks.insert(.isOfficial(role: index), at: 0) }
        if type.isInternational, index < 2 { checks.insert(.isParty(role: index), at: 0) }
        if type.roles[index].kind == .place { checks.insert(.leavesHome, at: 0) }
        let objections = checks.compactMap { pattern.objection($0, to: event, world) }
        var node = TraceNode(label: "role \(type.roles[index].name)", holds: objections.isEmpty)
        node.name = node.label
        if let mention = event.roles[index] {
            node.spans = [mention.range]
            node.note = objections.isEmpty ? described(mention) : "is \(objections.map(\.detail).joined(separator: "; "))"
        } else {
            node.note = objections.map(\.detail).joined(separator: "; ")
        }
        return node
    }

    private func described(_ mention: Mention) -> String {
        let country = mention.country.map { "\(world.countries[$0].code) \(world.countries[$0].title)" }
        let region = mention.region.map { "region \(world.regions[$0].code) \(world.regions[$0].title)" }
        let parts = [
            mention.person.map { world.people[$0].name }, mention.posts.first.map { world.offices[$0.office].id },
            mention.posts.first?.portfolio.map { "portfolio \($0)" }, country, region, mention.body.map { world.bodies[$0].id },
        ]
        let text = parts.compactMap { $0 }.joined(separator: ", ")
        return mention.isInherited ? "\(text); understood from the text round it" : text
    }

    private var status: TraceNode {
        let objection = pattern.objection(.status, to: event, world)
        let shown = event.isRemote ? "remote" : event.status.rawValue
        var node = TraceNode(label: "status \(shown)", holds: objection == nil, note: statusNote)
        node.name = node.label
        if let cue = event.cue { node.spans = [cue] }
        if objection != nil {
            let asked = EventStatus.allCases.filter(pattern.statuses.contains).map(\.rawValue).joined(separator: ", ")
            node.note = "\(statusNote); the rule asks for \(asked)"
        }
        return node
    }

    private var statusNote: String {
        guard let origin = event.origin else { return "a headline or a scene, without a verb" }
        let reported = rules.knowledge.triggers[origin.trigger].eventType
        if reported != event.type { return "as that of the event \(world.eventTypes[reported].id) that implies it" }
        if event.status != origin.status {
            return event.cue.map { article.sentenceOfToken[$0.lowerBound] } == article.sentenceOfToken[event.trigger.lowerBound]
                ? "a word of the same sentence says so" : "the date, or plainer words elsewhere in the article, say so"
        }
        if event.cue != nil { return "this word says so" }
        return "the form of \(quoted(article.surface(event.trigger))) says so (\(origin.form.rawValue))"
    }

    /// - Returns: nil where the outlet itself says so and nobody asks.
    private var attribution: TraceNode? {
        let objection = pattern.objection(.attribution, to: event, world)
        let found = event.attribution
        guard objection != nil || found.kind != .outlet else { return nil }
        var node = TraceNode(label: "attribution \(found.kind.rawValue)", holds: objection == nil)
        node.name = node.label
        node.spans = [found.words].compactMap { $0 }
        node.note = found.speaker.map { quoted(article.surface($0.range)) + " says so" } ?? found.kind.meaning
        return node
    }

    private var date: TraceNode? {
        guard let date = event.date else { return nil }
        var node = TraceNode(label: "date \(date)", holds: true)
        node.name = "date"
        if let words = event.origin?.dateWords { node.spans = [words] }
        if let published = article.article.published { node.note = "read from the day of publication, \(published.date)" }
        return node
    }
}
