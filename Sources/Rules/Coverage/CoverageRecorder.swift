import Analysis
import Articles

/// Notes which parts of the rules their tests exercise.
///
/// A term is exercised when its condition, or an event, stands on it in some test; a frame when an event was bound by it; a condition when it
/// held; an exclusion when it took something away; a status when an event of it matched. A `no-match` test exercises as a `match` test does: an
/// exclusion is exercised by nothing else.
struct CoverageRecorder {
    let rules: RuleSet
    private var exercised: Set<CoverageKey> = []

    init(_ rules: RuleSet) { self.rules = rules }

    mutating func add(_ explanation: Explanation) {
        let (article, rule) = (explanation.article, explanation.rule)
        if let slot = article.languageSlot { exercised.insert(.language(rule: rule.id, slot)) }
        add(explanation.tree, article, rule: rule.id)
        for event in explanation.events { add(event, article) }
        for status in explanation.matches.compactMap({ $0.event?.status }) { exercised.insert(.status(rule: rule.id, status)) }
    }

    private mutating func add(_ node: TraceNode, _ article: AnalyzedArticle, rule: String) {
        if node.holds {
            if let place = node.place { exercised.insert(.condition(place)) }
            if node.takesAway { exercised.insert(.exclusion(rule: rule, node.label)) }
        }
        if !node.sources.isEmpty, !node.spans.isEmpty {
            let spans = Set(node.spans)
            for hit in article.hits where spans.contains(hit.range) {
                for source in rules.meanings(of: hit.term).compactMap({ TermSource($0) }) where node.sources.contains(source) {
                    exercised.insert(.term(source, hit.term))
                }
            }
        }
        for child in node.children { add(child, article, rule: rule) }
    }

    private mutating func add(_ event: Event, _ article: AnalyzedArticle) {
        guard let origin = event.origin else { return }
        exercised.insert(.frame(trigger: origin.trigger, event.frame))
        for hit in article.hits where hit.range == event.trigger {
            exercised.insert(.term(.trigger(origin.trigger), hit.term))
        }
    }

    func report(of rules: [Rule], countingShared: Bool) -> CoverageReport {
        let inventory = CoverageInventory(rules: self.rules)
        var all: [CoverageKey: Bool] = [:]
        let entries = rules.map { rule in
            let parts = inventory.parts(of: rule).map { key, item in
                var item = item
                item.isExercised = exercised.contains(key)
                if countingShared || !item.isShared { all[key] = item.isExercised }
                return item
            }
            return CoverageReport.Entry(rule: rule.id, items: parts)
        }
        return CoverageReport(
            rules: entries, countsShared: countingShared, total: .init(exercised: all.values.count { $0 }, all: all.count))
    }
}
