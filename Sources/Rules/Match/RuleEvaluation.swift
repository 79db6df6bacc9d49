import Analysis
import Articles
import Diagnostics

/// Evaluates one rule on one article, and remembers what decided.
struct RuleEvaluation {
    let rule: Rule
    let extraction: EventExtractor.Result
    var context: MatchContext
    /// The condition that kept the rule from holding: `status cancelled`, `role destination`, `no event`.
    private(set) var deciding: Deciding?
    private(set) var tree = TraceNode(label: "")
    private var exclusionTraces: [String: TraceNode] = [:]

    package struct Deciding: Sendable {
        /// Each requirement that failed, by the names that tests have for it.
        package let requirements: [[String]]
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
            if context.isTracing {
                decide("language", languageDetail(languages), 0)
                tree = TraceNode(label: "rule \(rule.id)", note: languageDetail(languages))
            }
            return []
        }
        context.view = .init(zones: rule.header.scope, window: 0..<article.tokens.count)
        context.excluded = []
        let matches: [Matcher.Match]
        switch rule.body {
        case .match(let condition): matches = match(condition)
        case .event(let pattern): matches = match(pattern)
        }
        context.excluded = []
        tree.label = "rule \(rule.id)"
        tree.holds = !matches.isEmpty
        return matches
    }

    private func languageDetail(_ claimed: Set<Int>) -> String {
        let codes = claimed.map { context.rules.knowledge.languages[$0].tag.code }.sorted().joined(separator: ", ")
        return "the article is in \(context.article.language?.code ?? "no known language"); the rule claims \(codes)"
    }

    private mutating func decide(_ condition: String, _ detail: String, _ progress: Int) { decide([[condition]], detail, progress) }

    private mutating func decide(_ requirements: [[String]], _ detail: String, _ progress: Int) {
        if let deciding, deciding.progress >= progress { return }
        deciding = Deciding(requirements: requirements, detail: detail, progress: progress)
    }

    // MARK: Text

    private mutating func match(_ condition: any Condition) -> [Matcher.Match] {
        let exclusions = rule.exclusions.map { ($0, spans(of: $0)) }
        let bare = rule.exclusions.isEmpty || !context.isTracing ? nil : context.untraced { $0.evaluate(condition) }
        for (exclusion, spans) in exclusions { context.excluded += widened(spans, exclusion.reach) }
        let outcome = context.evaluate(condition)
        if let trace = context.trace { tree.children.append(trace) }
        if context.isTracing {
            tree.children += exclusions.map { trace(of: $0, spans: $1, taking: bare?.spans ?? []) }.filter { !$0.spans.isEmpty }
        }
        guard outcome.holds else {
            guard context.isTracing else { return [] }
            if let bare, bare.holds,
                let culprit = exclusions.first(where: { exclusion, spans in
                    let reach = widened(spans, exclusion.reach)
                    return bare.spans.contains { span in reach.contains { $0.overlaps(span) } }
                })
            {
                decide(
                    "exclude \(culprit.0.id)",
                    "exclude \(culprit.0.id) removes `\(culprit.1.first.map { context.article.surface($0) } ?? "")`", 2)
            } else if let outside = outsideOfScope(condition) {
                decide("scope", "it holds only outside of the rule's scope: \(outside)", 1)
            } else {
                let failed = context.trace?.requirements ?? []
                decide(
                    failed.isEmpty ? [["match"]] : failed.map { $0 + ["match"] },
                    context.trace?.firstReason ?? "the condition does not hold", 1)
            }
            return []
        }
        return [Matcher.Match(rule: rule, event: nil, evidence: unique(outcome.spans))]
    }

    /// The words on which a condition would hold if the rule looked everywhere; asked for only by explanations.
    private mutating func outsideOfScope(_ condition: any Condition) -> String? {
        guard context.isTracing else { return nil }
        let view = context.view
        defer { context.view = view }
        context.view.zones = Set(Zone.allCases)
        let outcome = context.untraced { $0.evaluate(condition) }
        guard outcome.holds, let span = outcome.spans.first(where: { !view.zones.contains(context.article.zone(of: $0.lowerBound)) }) else {
            return nil
        }
        return "`\(context.article.surface(span))` stands in \(context.article.zone(of: span.lowerBound).words)"
    }

    private func unique(_ spans: [Range<Int>]) -> [Range<Int>] {
        Set(spans).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    private mutating func spans(of exclusion: Exclusion) -> [Range<Int>] {
        let seeksNearMisses = context.seeksNearMisses
        context.seeksNearMisses = false
        defer { context.seeksNearMisses = seeksNearMisses }
        let spans = context.evaluate(exclusion.condition).spans
        if context.isTracing { exclusionTraces[exclusion.id] = context.trace }
        return spans
    }

    /// - Parameter evidence: what the rule would stand on without any exclusion.
    private func trace(of exclusion: Exclusion, spans: [Range<Int>], taking evidence: [Range<Int>]) -> TraceNode {
        let reach = widened(spans, exclusion.reach)
        let taken = evidence.filter { span in reach.contains { $0.overlaps(span) } }
        let words = Set(taken.map { "`\(context.article.surface($0))`" }).sorted().prefix(5).joined(separator: ", ")
        var node = TraceNode(
            label: "exclude \(exclusion.id)", holds: !taken.isEmpty, spans: spans,
            note: taken.isEmpty ? "takes nothing away" : "takes \(words) away")
        node.name = node.label
        node.children = [exclusionTraces[exclusion.id]].compactMap { $0 }
        return node
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
                if context.isTracing { decide("scope", "the event is reported outside of the rule's scope", 0) }
                continue
            }
            var excludedBy: TraceNode?
            if let objection = pattern.objection(to: event, world) {
                if context.isTracing {
                    let detail = EventTrace(event, pattern, context).detail(of: objection)
                    decide(objection.condition, detail, 1 + objection.progress)
                }
            } else if let exclusion = exclusion(of: event) {
                if context.isTracing {
                    decide("exclude \(exclusion)", "exclude \(exclusion)", 90)
                    let trace = exclusionTraces[exclusion]
                    excludedBy = TraceNode(
                        label: "exclude \(exclusion)", holds: true, spans: trace?.spans ?? [], note: "takes the event away",
                        children: [trace].compactMap { $0 })
                }
            } else {
                matches.append(Matcher.Match(rule: rule, event: event, evidence: unique(event.evidence)))
            }
            if context.isTracing { tree.children.append(EventTrace(event, pattern, context).node(excludedBy: excludedBy)) }
        }
        if context.isTracing {
            for rejected in extraction.rejected where rejected.type == pattern.type {
                var node = TraceNode(label: "trigger", note: rejected.reason.text)
                node.name = "no event"
                node.spans = [rejected.trigger]
                tree.children.append(node)
            }
        }
        matches = withoutVagueStops(matches, world)
        if events.isEmpty, context.isTracing {
            decide("no event", "no event of type \(world.eventTypes[pattern.type].id) is reported", 0)
        }
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
