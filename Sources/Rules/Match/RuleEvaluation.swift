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
        context.removals = []
        let matches: [Matcher.Match]
        switch rule.body {
        case .match(let condition): matches = match(condition)
        case .event(let pattern): matches = match(pattern)
        case .correlation(let correlation):
            decide("correlation", "it holds of several articles together: \(correlation.sentence)", 0)
            tree.children.append(TraceNode(label: "correlation", holds: false, note: correlation.sentence, children: []))
            matches = []
        }
        context.removals = []
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
        let found = rule.exclusions.map { spans(of: $0) }
        let bare = rule.exclusions.isEmpty ? nil : context.untraced { $0.evaluate(condition) }
        let removals = zip(rule.exclusions, found).map { removal($0, $1) }
        context.removals = removals
        let outcome = context.evaluate(condition)
        if let trace = context.trace { tree.children.append(trace) }
        for (exclusion, spans) in zip(rule.exclusions, found) where !spans.isEmpty {
            tree.children.append(TraceNode(label: "exclude \(exclusion.id)", holds: true, spans: spans))
        }
        // What stands on no words is taken away by whatever is found anywhere.
        let isTaken = outcome.holds && outcome.spans.isEmpty && removals.contains { $0.takes(0..<context.article.tokens.count) }
        guard outcome.holds, !isTaken else {
            if let bare, bare.holds, let culprit = removals.firstIndex(where: { takesAny(of: bare.spans, $0) }) {
                let id = rule.exclusions[culprit].id
                let words = found[culprit].first.map { "removes what stands by `\(context.article.surface($0))`" } ?? "removes all"
                decide("exclude \(id)", "exclude \(id) \(words)", 2)
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
        let outcome = context.untraced { $0.evaluate(exclusion.condition) }
        return outcome.holds && outcome.spans.isEmpty ? [0..<context.article.tokens.count] : outcome.spans
    }

    private func removal(_ exclusion: Exclusion, _ spans: [Range<Int>]) -> Removal {
        Removal(
            relation: exclusion.relation, spans: widened(spans, exclusion.relation), sentenceOfToken: context.article.sentenceOfToken)
    }

    private func takesAny(of evidence: [Range<Int>], _ removal: Removal) -> Bool {
        evidence.isEmpty ? removal.takes(0..<context.article.tokens.count) : evidence.contains { removal.takes($0) }
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
