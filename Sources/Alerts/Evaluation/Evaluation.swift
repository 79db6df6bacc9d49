import Articles
package import Rules

/// Compares what rules raise with what a person found, article by article.
package struct Evaluation {
    package let names: GoldNames
    package private(set) var result = EvaluationResult()
    /// What was wrong, in the order of the articles.
    package private(set) var errors: [EvaluationError] = []
    private var matcher: Matcher
    private let raiser: AlertRaiser
    /// Types of event that annotators looked for; others are not counted.
    private let types: Set<String>

    /// - Parameter types: as the gold file calls them.
    package init(_ rules: RuleSet, _ names: GoldNames, types: Set<String>) {
        self.names = names
        self.types = Set(types.map(names.type))
        matcher = Matcher(rules)
        raiser = AlertRaiser(rules: rules)
    }

    private var rules: RuleSet { matcher.rules }

    /// Statuses of events that are none: annotators do not list what a text says did not happen.
    private static let unlisted: Set<EventStatus> = [.negated]

    package mutating func add(_ gold: GoldArticle) {
        result.articles += 1
        let language = gold.article.language?.code ?? "?"
        let (matches, analyzed) = matcher.match(gold.article)
        let alerts = raiser.raise(matches, of: analyzed)
        for label in gold.labels.keys.sorted() where !gold.borderline.contains(label) {
            let own = alerts.filter { names.isAbout($0.rule.id, label: label) }
            guard !rules.rules.allSatisfy({ !names.isAbout($0.id, label: label) }) else {
                result.unmapped.insert(label)
                continue
            }
            judge(label, isTrue: gold.labels[label] ?? false, own, gold, language)
        }
        addEvents(gold, language)
    }

    private mutating func judge(_ label: String, isTrue: Bool, _ alerts: [Alert], _ gold: GoldArticle, _ language: String) {
        var score = Score()
        switch (isTrue, !alerts.isEmpty) {
        case (true, true): score.truePositives = 1
        case (false, true):
            score.falsePositives = 1
            errors += alerts.map { alert in
                EvaluationError(
                    article: gold.article.id, subject: label, isMiss: false, rule: alert.rule.id,
                    reason: alert.message + ": " + alert.evidence.map { "“\($0.text)”" }.joined(separator: " "))
            }
        case (true, false):
            score.falseNegatives = 1
            for rule in rules.rules where names.isAbout(rule.id, label: label) {
                let explanation = matcher.explain(gold.article, rule)
                let condition = explanation.decidingCondition ?? "match"
                let detail = explanation.decidingDetail.map { $0 == condition ? "" : " (\($0))" } ?? ""
                errors.append(
                    EvaluationError(article: gold.article.id, subject: label, isMiss: true, rule: rule.id, reason: condition + detail))
            }
        case (false, false): break
        }
        result.add(score, to: label, language: language, article: gold.article.id)
    }

    private mutating func addEvents(_ gold: GoldArticle, _ language: String) {
        var seen: Set<EventKey> = []
        let wanted = gold.events.map { EventKey($0, names) }.filter { seen.insert($0).inserted }
        result.unmapped.formUnion(types.filter { rules.knowledge.world.eventOfID[$0] == nil }.map { "type." + $0 })
        let (events, article) = matcher.events(of: gold.article)
        seen = []
        let found = events.filter { !Self.unlisted.contains($0.status) && isReported($0) }
            .map { EventKey(EventFields(event: $0, rules: rules, article: article)) }.filter {
                types.contains($0.type) && seen.insert($0).inserted
            }
        let isMutual = { (type: String) in
            rules.knowledge.world.eventOfID[type].map { rules.knowledge.world.eventTypes[$0].isMutual } ?? false
        }
        for depth in EventKey.Depth.allCases {
            let (pairs, extra) = EventKey.pair(gold: wanted, found: found, depth, isMutual: isMutual)
            for (key, pair) in zip(wanted, pairs) {
                var score = Score()
                if pair == nil { score.falseNegatives = 1 } else { score.truePositives = 1 }
                result.add(score, toEventsOf: key.type, depth, language: language)
                if depth == .whole, pair == nil {
                    let near = found.filter { $0.type == key.type }.map(\.text).joined(separator: "; ")
                    errors.append(
                        EvaluationError(
                            article: gold.article.id, subject: "events", isMiss: true, rule: nil,
                            reason: key.text + (near.isEmpty ? "; nothing found" : "; found: \(near)")))
                }
            }
            for key in extra {
                var score = Score()
                score.falsePositives = 1
                result.add(score, toEventsOf: key.type, depth, language: language)
                if depth == .whole {
                    errors.append(EvaluationError(article: gold.article.id, subject: "events", isMiss: false, rule: nil, reason: key.text))
                }
            }
        }
    }

    /// Whether some rule could be about it.
    private func isReported(_ event: Event) -> Bool { EventPattern(anyOf: event.type).accepts(event, rules.knowledge.world) }
}

/// An answer that was wrong, and what decided it.
package struct EvaluationError: Sendable {
    package let article: String
    /// A label, or `events`.
    package let subject: String
    /// Missed; else a false alarm.
    package let isMiss: Bool
    package let rule: String?
    package let reason: String
}
