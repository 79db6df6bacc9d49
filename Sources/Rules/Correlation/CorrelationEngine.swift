/// Several correlations together, each fed with matches and with what those before it found.
package struct CorrelationEngine: Sendable {
    /// Each after all that it refers to.
    package private(set) var evaluators: [CorrelationEvaluator]

    /// - Parameter rules: those that are no correlations are passed over.
    package init(_ rules: [Rule]) {
        let all = rules.compactMap { rule in
            if case .correlation(let correlation) = rule.body { CorrelationEvaluator(correlation, of: rule.id) } else { nil }
        }
        let indexOfID = Dictionary(all.indices.map { (all[$0].rule, $0) }, uniquingKeysWith: { first, _ in first })
        let sorted = DependencyOrder(needs: all.map { evaluator in evaluator.correlation.rules.compactMap { indexOfID[$0] } })
        precondition(sorted.left.isEmpty, "the loader refuses correlations in a circle")
        evaluators = sorted.order.map { all[$0] }
    }

    /// Ids of the rules whose matches it wants, and the fields that it wants of them.
    package var wanted: (rules: Set<String>, fields: Set<String>) {
        evaluators.reduce(into: ([], [])) { wanted, evaluator in
            wanted.rules.formUnion(evaluator.correlation.rules)
            wanted.fields.formUnion(evaluator.correlation.groupBy)
            for slot in evaluator.correlation.slots { wanted.fields.formUnion(slot.aliases.values) }
            if let field = evaluator.correlation.counting.field { wanted.fields.insert(field) }
        }
    }

    /// Takes the matches of one article, then tells that it is so late as when it arrived.
    ///
    /// - Returns: what came to hold, in order of time, then of rule ids.
    package mutating func take(_ occurrences: [Occurrence], at moment: Int) -> [Firing] {
        var known = occurrences
        var firings: [Firing] = []
        for index in evaluators.indices {
            let wanted = evaluators[index].correlation.rules
            let input = known.filter { wanted.contains($0.rule) }
                .sorted { ($0.times.received, $0.sequence, $0.rule) < ($1.times.received, $1.sequence, $1.rule) }
            var found: [Firing] = []
            for batch in input.chunked(where: { ($0.times.received, $0.sequence) == ($1.times.received, $1.sequence) }) {
                found += evaluators[index].take(batch)
            }
            found += evaluators[index].advance(to: moment)
            firings += found
            let lateness = evaluators[index].correlation.clock.lateness
            known += found.map { Occurrence($0, lateness: lateness) }
        }
        return firings.sorted { ($0.at, $0.rule) < ($1.at, $1.rule) }
    }

    package mutating func advance(to moment: Int) -> [Firing] { take([], at: moment) }
}

extension Occurrence {
    /// What one correlation found, as another sees it. It was known when the first could be sure of it: `lateness` after its time.
    init(_ firing: Firing, lateness: Int) {
        let group = firing.group.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
        self.init(
            rule: firing.rule, article: "\(firing.rule)@\(firing.at)?\(group)", sequence: firing.members.last?.sequence ?? 0,
            times: Times(received: firing.at + lateness, published: firing.at, event: firing.at), fields: firing.group)
    }
}

extension Array {
    fileprivate func chunked(where belong: (Element, Element) -> Bool) -> [[Element]] {
        reduce(into: []) { chunks, element in
            if let last = chunks.last?.last, belong(last, element) {
                chunks[chunks.count - 1].append(element)
            } else {
                chunks.append([element])
            }
        }
    }
}
