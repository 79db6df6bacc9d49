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
    var tree = TraceNode(label: "")
    private(set) var exclusionTraces: [String: TraceNode] = [:]

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
        context.removals = []
        let matches: [Matcher.Match]
        switch rule.body {
        case .match(let condition): matches = match(condition)
        case .event(let pattern): matches = match(pattern)
        case .watchlist(let pattern): matches = match(pattern)
        case .correlation(let correlation):
            if context.isTracing {
                decide("correlation", "it holds of several articles together: \(correlation.sentence)", 0)
                tree.children.append(TraceNode(label: "correlation", note: correlation.sentence))
            }
            matches = []
        }
        context.removals = []
        tree.label = "rule \(rule.id)"
        tree.holds = !matches.isEmpty
        return matches
    }

    private func languageDetail(_ claimed: Set<Int>) -> String {
        let codes = claimed.map { context.rules.knowledge.languages[$0].tag.code }.sorted().joined(separator: ", ")
        return "the article is in \(context.article.language?.code ?? "no known language"); the rule claims \(codes)"
    }

    mutating func decide(_ condition: String, _ detail: String, _ progress: Int) { decide([[condition]], detail, progress) }

    private mutating func decide(_ requirements: [[String]], _ detail: String, _ progress: Int) {
        if let deciding, deciding.progress >= progress { return }
        deciding = Deciding(requirements: requirements, detail: detail, progress: progress)
    }

    // MARK: Text

    private mutating func match(_ condition: any Condition) -> [Matcher.Match] {
        let found = rule.exclusions.map { spans(of: $0) }
        let bare = rule.exclusions.isEmpty || !context.isTracing ? nil : context.untraced { $0.evaluate(condition) }
        let removals = zip(rule.exclusions, found).map { removal($0, $1) }
        context.removals = removals
        let outcome = context.evaluate(condition)
        if let trace = context.trace { tree.children.append(trace) }
        if context.isTracing {
            tree.children += removals.indices
                .map { trace(of: rule.exclusions[$0], spans: found[$0], taking: taken(from: bare, removals[$0])) }
                .filter { !$0.spans.isEmpty }
        }
        // What stands on no words is taken away by whatever is found anywhere.
        let isTaken = outcome.holds && outcome.spans.isEmpty && removals.contains { $0.takes(context.article.whole) }
        guard outcome.holds, !isTaken else {
            guard context.isTracing else { return [] }
            if let bare, bare.holds, let culprit = removals.firstIndex(where: { !taken(from: bare, $0).isEmpty }) {
                let id = rule.exclusions[culprit].id
                let words =
                    found[culprit].first.map { "\(rule.exclusions[culprit].verb) `\(context.article.surface($0))`" } ?? "removes all"
                decide("exclude \(id)", "exclude \(id) \(words)", 2)
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

    func unique(_ spans: [Range<Int>]) -> [Range<Int>] {
        Set(spans).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    mutating func spans(of exclusion: Exclusion) -> [Range<Int>] {
        let seeksNearMisses = context.seeksNearMisses
        context.seeksNearMisses = false
        defer { context.seeksNearMisses = seeksNearMisses }
        let outcome = context.evaluate(exclusion.condition)
        if context.isTracing { exclusionTraces[exclusion.id] = context.trace }
        return outcome.holds && outcome.spans.isEmpty ? [context.article.whole].filter { !$0.isEmpty } : outcome.spans
    }

    /// - Parameter taken: what it takes away of what the rule would stand on without any exclusion.
    func trace(of exclusion: Exclusion, spans: [Range<Int>], taking taken: [Range<Int>]) -> TraceNode {
        let words = Set(taken.map { "`\(context.article.surface($0))`" }).sorted().prefix(5).joined(separator: ", ")
        var node = TraceNode(
            label: "exclude \(exclusion.id)", holds: !taken.isEmpty, spans: spans,
            note: taken.isEmpty ? "takes nothing away" : "takes \(words) away")
        node.name = node.label
        node.children = [exclusionTraces[exclusion.id]].compactMap { $0 }
        return node
    }

    func removal(_ exclusion: Exclusion, _ spans: [Range<Int>]) -> Removal {
        Removal(
            relation: exclusion.relation, spans: widened(spans, exclusion.relation), sentenceOfToken: context.article.sentenceOfToken)
    }

    private func taken(from bare: Outcome?, _ removal: Removal) -> [Range<Int>] {
        guard let bare, bare.holds else { return [] }
        return (bare.spans.isEmpty ? [context.article.whole] : bare.spans).filter { removal.takes($0) }
    }

    private func widened(_ spans: [Range<Int>], _ relation: Exclusion.Relation) -> [Range<Int>] {
        let article = context.article
        return spans.map { span in
            switch relation {
            case .overlapping, .before, .after, .containing, .notContaining: span
            // So many words may lie between.
            case .near(let distance): max(0, span.lowerBound - distance - 1)..<min(article.tokens.count, span.upperBound + distance + 1)
            case .paragraph: article.lines[article.sentences[Int(article.sentenceOfToken[span.lowerBound])].line].tokens
            case .sentence: article.sentences[Int(article.sentenceOfToken[span.lowerBound])].tokens
            case .article: article.whole
            }
        }
    }

    // MARK: Events

    private mutating func match(_ pattern: EventPattern) -> [Matcher.Match] {
        var matches: [Matcher.Match] = []
        let events = extraction.events.filter { $0.type == pattern.type }
        let world = context.rules.knowledge.world
        for event in events.map({ pattern.facing($0, world) }) {
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
            guard let targets = targets(of: exclusion, in: event) else { continue }
            let removal = removal(exclusion, spans(of: exclusion))
            if targets.contains(where: { removal.takes($0) }) { return exclusion.id }
        }
        return nil
    }

    /// What of an event an exclusion looks at; nil when nobody fills the role that it is about.
    private func targets(of exclusion: Exclusion, in event: Event) -> [Range<Int>]? {
        let pieces: [Range<Int>]
        if let role = exclusion.role {
            guard let mention = event.roles[role] else { return nil }
            pieces = [mention.range]
        } else {
            pieces = event.evidence
        }
        switch exclusion.relation {
        // Where an event is reported is where its trigger stands, whoever is meant elsewhere.
        case .sentence, .paragraph, .article: return [event.trigger]
        case .containing, .notContaining:
            guard let low = pieces.map(\.lowerBound).min(), let high = pieces.map(\.upperBound).max() else { return nil }
            return [low..<high]
        case .overlapping, .near, .before, .after: return pieces
        }
    }
}
