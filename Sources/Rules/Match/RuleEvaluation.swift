import Analysis
import Articles

/// Evaluates one rule on one article, and remembers what decided.
struct RuleEvaluation {
    let rule: Rule
    let extraction: EventExtractor.Result
    var context: MatchContext
    /// The condition that kept the rule from holding: `status cancelled`, `role destination`, `no event`.
    private(set) var deciding: Deciding?
    private(set) var tree = TraceNode(label: "")

    package struct Deciding: Sendable {
        package let condition: String
        package let detail: String
        let progress: Int
    }

    init(rule: Rule, extraction: EventExtractor.Result, context: MatchContext) {
        self.rule = rule
        self.extraction = extraction
        self.context = context
    }

    mutating func run() -> [Matcher.Match] {
        let article = context.article
        if let languages = rule.header.languages, !(article.languageSlot.map { languages.contains($0) } ?? false) {
            decide("language", "the article is in \(article.language?.code ?? "no known language")", 0)
            return []
        }
        context.view = .init(zones: rule.header.scope, window: 0..<article.tokens.count)
        context.excluded = []
        let matches: [Matcher.Match]
        switch rule.body {
        case .match(let condition): matches = match(condition)
        case .event(let pattern): matches = match(pattern)
        case .correlation(let correlation):
            decide("correlation", "it holds of several articles together: \(correlation.sentence)", 0)
            tree.children.append(TraceNode(label: "correlation", holds: false, note: correlation.sentence, children: []))
            matches = []
        }
        context.excluded = []
        tree.label = "rule \(rule.id)"
        tree.holds = !matches.isEmpty
        return matches
    }

    private mutating func decide(_ condition: String, _ detail: String, _ progress: Int) {
        if let deciding, deciding.progress >= progress { return }
        deciding = Deciding(condition: condition, detail: detail, progress: progress)
    }

    // MARK: Text

    private mutating func match(_ condition: any Condition) -> [Matcher.Match] {
        let exclusions = rule.exclusions.map { ($0, spans(of: $0)) }
        let bare = rule.exclusions.isEmpty ? nil : context.untraced { $0.evaluate(condition) }
        for (exclusion, spans) in exclusions { context.excluded += widened(spans, exclusion.reach) }
        let outcome = context.evaluate(condition)
        if let trace = context.trace { tree.children.append(trace) }
        for (exclusion, spans) in exclusions where !spans.isEmpty {
            tree.children.append(TraceNode(label: "exclude \(exclusion.id)", holds: true, spans: spans))
        }
        guard outcome.holds else {
            if let bare, bare.holds,
                let culprit = exclusions.first(where: { exclusion, spans in
                    let reach = widened(spans, exclusion.reach)
                    return bare.spans.contains { span in reach.contains { $0.overlaps(span) } }
                })
            {
                decide(
                    "exclude \(culprit.0.id)",
                    "exclude \(culprit.0.id) removes `\(culprit.1.first.map { context.article.surface($0) } ?? "")`", 2)
            } else {
                decide("match", outcome.note ?? "the condition does not hold", 1)
            }
            return []
        }
        return [Matcher.Match(rule: rule, event: nil, evidence: unique(outcome.spans))]
    }

    private func unique(_ spans: [Range<Int>]) -> [Range<Int>] {
        Set(spans).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    private mutating func spans(of exclusion: Exclusion) -> [Range<Int>] {
        context.untraced { $0.evaluate(exclusion.condition) }.spans
    }

    private func widened(_ spans: [Range<Int>], _ reach: Exclusion.Reach) -> [Range<Int>] {
        let article = context.article
        return spans.map { span in
            switch reach {
            case .overlapping, .nearRole: span
            // So many words may lie between.
            case .near(let distance): max(0, span.lowerBound - distance - 1)..<min(article.tokens.count, span.upperBound + distance + 1)
            case .paragraph: article.lines[article.sentences[Int(article.sentenceOfToken[span.lowerBound])].line].tokens
            case .sentence: article.sentences[Int(article.sentenceOfToken[span.lowerBound])].tokens
            case .article: 0..<article.tokens.count
            }
        }
    }

    // MARK: Events

    private mutating func match(_ pattern: EventPattern) -> [Matcher.Match] {
        var matches: [Matcher.Match] = []
        let events = extraction.events.filter { $0.type == pattern.type }
        let world = context.rules.knowledge.world
        for event in events {
            guard isInScope(event, pattern) else {
                decide("scope", "the event is reported outside of the rule's scope", 0)
                continue
            }
            var node = TraceNode(label: "event \(world.eventTypes[event.type].id) at `\(context.article.surface(event.trigger))`")
            node.spans = event.evidence
            if let objection = pattern.objection(to: event, world) {
                decide(objection.condition, objection.detail, 1 + objection.progress)
                node.note = objection.detail
            } else if let exclusion = exclusion(of: event) {
                decide("exclude \(exclusion)", "exclude \(exclusion)", 90)
                node.note = "exclude \(exclusion)"
            } else {
                node.holds = true
                matches.append(Matcher.Match(rule: rule, event: event, evidence: unique(event.evidence)))
            }
            tree.children.append(node)
        }
        for rejected in extraction.rejected where rejected.type == pattern.type {
            tree.children.append(
                TraceNode(
                    label: "trigger `\(context.article.surface(rejected.trigger))`", holds: false, note: rejected.reason, children: []))
        }
        matches = withoutVagueStops(matches, world)
        if events.isEmpty { decide("no event", "no event of type \(world.eventTypes[pattern.type].id) is reported", 0) }
        return matches
    }

    /// A tour of a region is told by its stops, where the article names any.
    private func withoutVagueStops(_ matches: [Matcher.Match], _ world: World) -> [Matcher.Match] {
        func place(_ match: Matcher.Match) -> Mention? {
            match.event.flatMap { event in world.eventTypes[event.type].roles.firstIndex { $0.kind == .place }.flatMap { event.roles[$0] } }
        }
        return matches.filter { match in
            guard let region = place(match)?.region, let actor = match.event?.roles[0] else { return true }
            return !matches.contains { other in
                guard let country = place(other)?.country else { return false }
                return world.contains(region, country) && other.event?.roles[0]?.country == actor.country
            }
        }
    }

    private func isInScope(_ event: Event, _ pattern: EventPattern) -> Bool {
        let zone = context.article.sentences[event.sentence].zone
        guard rule.header.scope.contains(zone) else { return false }
        switch pattern.window {
        case .title: return zone == .title
        case .lead: return zone == .title || zone == .lead
        case .sentence, .paragraph, .article, nil: return true
        }
    }

    private mutating func exclusion(of event: Event) -> String? {
        for exclusion in rule.exclusions {
            let spans = spans(of: exclusion)
            let isHit: Bool
            switch exclusion.reach {
            case .nearRole(let role, let distance):
                guard let mention = event.roles[role] else { continue }
                isHit = spans.contains { span in
                    span.overlaps(max(0, mention.range.lowerBound - distance - 1)..<mention.range.upperBound + distance + 1)
                }
            case .sentence: isHit = spans.contains { Int(context.article.sentenceOfToken[$0.lowerBound]) == event.sentence }
            case .article: isHit = !spans.isEmpty
            case .overlapping, .near, .paragraph:
                let reach = widened(spans, exclusion.reach)
                isHit = event.evidence.contains { piece in reach.contains { $0.overlaps(piece) } }
            }
            if isHit { return exclusion.id }
        }
        return nil
    }
}
