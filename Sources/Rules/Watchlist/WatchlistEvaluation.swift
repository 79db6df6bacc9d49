import Analysis

extension RuleEvaluation {
    /// One match for each entry that the article names.
    mutating func match(_ pattern: WatchlistPattern) -> [Matcher.Match] {
        let all = context.names[pattern.index.leaf]
        let hits = all.filter { context.isVisible($0.range) }
        let found = rule.exclusions.map { spans(of: $0) }
        let removals = zip(rule.exclusions, found).map { removal($0, $1) }
        var candidates: [Int: [NameHit]] = [:]
        for hit in hits {
            if let culprit = removals.firstIndex(where: { $0.takes(hit.range) }) {
                let id = rule.exclusions[culprit].id
                reject(hit, of: pattern, "exclude \(id)", "exclude \(id) removes `\(context.article.surface(hit.range))`", 3)
            } else if hit.score < pattern.minimumScore {
                let entry = pattern.index.entries[hit.entry]
                let nearest =
                    "nearest: `\(entry.names[hit.name].text)`, score \(WatchSummary.text(ofScore: hit.score)) < \(WatchSummary.text(ofScore: pattern.minimumScore))"
                reject(hit, of: pattern, "min-score", nearest, 1)
            } else {
                candidates[hit.entry, default: []].append(hit)
            }
        }
        let matches = candidates.sorted { $0.key < $1.key }.compactMap { match($0.key, $0.value, pattern) }
        if context.isTracing {
            if hits.isEmpty { explainAbsence(all, pattern) }
            tree.children += removals.indices
                .map { index in
                    trace(
                        of: rule.exclusions[index], spans: found[index], taking: hits.map(\.range).filter { removals[index].takes($0) })
                }
                .filter { !$0.spans.isEmpty }
        }
        return matches
    }

    private mutating func explainAbsence(_ all: [NameHit], _ pattern: WatchlistPattern) {
        if let outside = all.first(where: { $0.score >= pattern.minimumScore }) {
            let zone = context.article.zone(of: outside.range.lowerBound).words
            decide("scope", "it holds only outside of the rule's scope: `\(context.article.surface(outside.range))` stands in \(zone)", 0)
        } else {
            decide("watchlist", "no name of \(pattern.shown) stands there", 0)
        }
        tree.children.append(TraceNode(label: pattern.label, note: "no name stands there, nor nearly"))
    }

    /// - Returns: nil when the article has only weak names of the entry, without what would make them count.
    private mutating func match(_ number: Int, _ hits: [NameHit], _ pattern: WatchlistPattern) -> Matcher.Match? {
        let entry = pattern.index.entries[number]
        let hasFull = hits.contains { !$0.isWeak }
        let judge = WeakNameJudge(rules: context.rules, article: context.article, entry: entry)
        var counted: [(hit: NameHit, context: String?)] = []
        for hit in hits {
            guard hit.isWeak else {
                counted.append((hit, nil))
                continue
            }
            switch pattern.weakNames {
            case .always: counted.append((hit, nil))
            case .withContext where hasFull: counted.append((hit, "the full name stands there too"))
            case .withContext:
                if let word = judge.context(of: hit.range) {
                    counted.append((hit, "near `\(word)`"))
                } else {
                    reject(
                        hit, of: pattern, "weak-names",
                        "`\(context.article.surface(hit.range))` is a weak name, and nothing near it says who is meant", 2)
                }
            case .never: reject(hit, of: pattern, "weak-names", "`\(context.article.surface(hit.range))` is a weak name", 2)
            }
        }
        guard
            let best = counted.max(by: {
                ($0.hit.isWeak ? 0 : 1, $0.hit.score, -$0.hit.range.lowerBound) < (
                    $1.hit.isWeak ? 0 : 1, $1.hit.score, -$1.hit.range.lowerBound
                )
            })
        else { return nil }
        let summary = WatchSummary(
            list: entry.list, entry: entry.id, caption: entry.caption, name: entry.names[best.hit.name].text, score: best.hit.score,
            reason: reason(best.hit, entry, best.context))
        let spans = unique(counted.map(\.hit.range))
        tree.children.append(
            TraceNode(
                label: "\(entry.list.map { "\($0) " } ?? "")\(entry.id) `\(entry.caption)`", holds: true, spans: spans,
                note: "score \(summary.scoreText): \(summary.reason)"))
        return Matcher.Match(rule: rule, event: nil, evidence: spans, watch: summary)
    }

    private mutating func reject(_ hit: NameHit, of pattern: WatchlistPattern, _ condition: String, _ detail: String, _ progress: Int) {
        decide(condition, detail, progress)
        guard context.isTracing else { return }
        let entry = pattern.index.entries[hit.entry]
        let why = reason(hit, entry, nil)
        tree.children.append(TraceNode(label: "\(entry.id) `\(entry.caption)`", spans: [hit.range], note: "\(detail); \(why)"))
    }

    private func reason(_ hit: NameHit, _ entry: NameEntry, _ context: String?) -> String {
        let kind = hit.isWeak ? "weak name" : hit.name == 0 ? "name" : "alias"
        return (["\(kind) `\(entry.names[hit.name].text)`"] + hit.notes.map(\.text) + [context].compactMap { $0 }).joined(separator: ", ")
    }
}
