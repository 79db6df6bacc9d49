import Analysis
package import YAML

/// `near: {of: [{terms: […]}, {lexicon: …}], distance: 8, ordered: true}`
package struct NearCondition: Condition {
    package static let key = "near"
    package static let summary = "All of these stand near each other in one sentence: at most `distance` words lie between two of them."
    package static let value = ValueKind.shape("near")
    package static let examples = [
        ConditionExample(
            condition: "near: {of: [{terms: [central bank]}, {terms: [rate*]}], distance: 3}",
            matches: ["The central bank raised its rates.", "Rates of the central bank"],
            misses: ["The central bank, founded in a year that nobody remembers, has rates.", "The central bank. Rates rose."]),
        ConditionExample(
            condition: "near: {of: [{terms: [north]}, {terms: [wind]}], distance: 2, ordered: true}", matches: ["north of the wind"],
            misses: ["wind from north"]),
    ]

    let parts: [any Condition]
    let distance: Int
    let isOrdered: Bool

    package static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> NearCondition? {
        guard var reader = MapReader(node, key, builder.problems) else { return nil }
        let listed = reader.value("of")
        var parts: [any Condition] = listed.map { builder.conditions($0, "of") } ?? []
        var written = listed.map { $0.items?.count ?? 1 } ?? 0
        // Short form: each leaf beside `distance` is one of the things that stand near each other.
        for kind in conditionKinds where kind.key != key {
            guard let value = reader.value(kind.key) else { continue }
            written += 1
            if let part = builder.part(kind, value) { parts.append(part) }
        }
        let distance = reader.number("distance", in: 0...100) ?? 8
        let isOrdered = reader.flag("ordered") ?? false
        reader.finish()
        if parts.contains(where: { $0 is NoneCondition }) {
            builder.problems.report(.noneAlone(at: node.range))
            return nil
        }
        if let part = parts.first(where: { !$0.standsInText }) {
            builder.problems.report(PackProblem.noPlace(part.label, in: key, at: node.range))
            return nil
        }
        guard parts.count > 1 else {
            // Those that are written but cannot be read were told.
            if written < 2 { builder.problems.report(.tooFewNear(written, at: node.range)) }
            return nil
        }
        return NearCondition(parts: parts, distance: distance, isOrdered: isOrdered)
    }

    package var eventTypes: Set<Int> { parts.reduce(into: []) { $0.formUnion($1.eventTypes) } }
    package var anchors: Anchors { .all(parts.map(\.anchors)) }
    package var label: String { "within \(distance) words\(isOrdered ? ", in this order" : "")" }
    package var name: String { Self.key }
    package var children: [any Condition] { parts }
    package var reasons: [String] { [name] + parts.flatMap(\.reasons) }
    package func requirements(of failed: [TraceNode]) -> [[String]] {
        let missing = failed.filter { !$0.holds }.flatMap(\.requirements)
        return missing.isEmpty ? [[name]] : missing
    }

    package func evaluate(in context: inout MatchContext) -> Outcome {
        var lists: [[Range<Int>]] = []
        context.nearDepth += 1
        defer { context.nearDepth -= 1 }
        for part in parts {
            let outcome = context.evaluate(part)
            guard outcome.holds || context.isTracing else { return .missing }
            lists.append(outcome.spans.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) })
        }
        guard lists.allSatisfy({ !$0.isEmpty }) else { return .missing }
        var search = ChainSearch(lists: lists, distance: distance, isOrdered: isOrdered, sentenceOfToken: context.article.sentenceOfToken)
        let keepsAny = context.nearDepth == 1
        return .found(search.spans { !keepsAny || context.keepsWhole($0) }, otherwise: "all are there, but not near each other")
    }
}

/// Finds spans, one of each list, that stand near each other.
private struct ChainSearch {
    /// In order of their first token.
    let lists: [[Range<Int>]]
    let distance: Int
    let isOrdered: Bool
    let sentenceOfToken: [UInt32]
    /// Hostile text repeats words so that every combination must be tried; more steps than this are not made for one article.
    private var stepsLeft = 100_000

    init(lists: [[Range<Int>]], distance: Int, isOrdered: Bool, sentenceOfToken: [UInt32]) {
        self.lists = lists
        self.distance = distance
        self.isOrdered = isOrdered
        self.sentenceOfToken = sentenceOfToken
    }

    /// - Parameter keeps: whether a chain counts, told from its first to its last word.
    mutating func spans(where keeps: (Range<Int>) -> Bool) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for first in lists[0] {
            guard stepsLeft > 0 else { break }
            guard let chain = chain(from: [first], list: 1), let low = chain.map(\.lowerBound).min(),
                let high = chain.map(\.upperBound).max(), keeps(low..<high)
            else { continue }
            found += chain
        }
        return found
    }

    /// Extends a chain by one span of each further list, each near some span of the chain.
    private mutating func chain(from chain: [Range<Int>], list: Int) -> [Range<Int>]? {
        guard list < lists.count else { return chain }
        guard let low = chain.map(\.lowerBound).min(), let high = chain.map(\.upperBound).max() else { return nil }
        let candidates = lists[list]
        // Longer phrases than the automaton knows cannot reach in from further left.
        var index = candidates.partitioningIndex { $0.lowerBound >= low - distance - TermAutomaton.maximumWords }
        while index < candidates.count, candidates[index].lowerBound <= high + distance {
            stepsLeft -= 1
            guard stepsLeft > 0 else { return nil }
            let span = candidates[index]
            index += 1
            guard isNear(span, to: chain), !chain.contains(where: { $0.overlaps(span) }) else { continue }
            if let whole = self.chain(from: chain + [span], list: list + 1) { return whole }
        }
        return nil
    }

    private func isNear(_ span: Range<Int>, to chain: [Range<Int>]) -> Bool {
        if isOrdered { return chain.last.map { isNext(span, after: $0) } ?? false }
        return chain.contains { isNext(span, after: $0) || isNext($0, after: span) }
    }

    private func isNext(_ span: Range<Int>, after other: Range<Int>) -> Bool {
        span.lowerBound >= other.upperBound && span.lowerBound - other.upperBound <= distance
            && sentenceOfToken[span.lowerBound] == sentenceOfToken[other.lowerBound]
    }
}
