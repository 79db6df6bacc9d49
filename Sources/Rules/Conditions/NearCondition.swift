import Analysis
package import YAML

/// `near: {of: [{terms: […]}, {lexicon: …}], distance: 8, ordered: true}`
package struct NearCondition: Condition {
    package static let key = "near"
    package static let summary = "All of these stand near each other in one sentence: at most `distance` words lie between two of them."
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
        var parts: [any Condition] = reader.value("of").map { builder.conditions($0, "of") } ?? []
        // Short form: each leaf beside `distance` is one of the things that stand near each other.
        for kind in conditionKinds where kind.key != key {
            if let value = reader.value(kind.key), let part = kind.read(value, into: &builder) { parts.append(part) }
        }
        let distance = reader.number("distance", in: 0...100) ?? 8
        let isOrdered = reader.flag("ordered") ?? false
        reader.finish()
        guard parts.count > 1 else {
            builder.problems.report(.tooFewNear(parts.count, at: node.range))
            return nil
        }
        return NearCondition(parts: parts, distance: distance, isOrdered: isOrdered)
    }

    package var eventTypes: Set<Int> { parts.reduce(into: []) { $0.formUnion($1.eventTypes) } }
    package var anchors: Anchors { .all(parts.map(\.anchors)) }
    package var label: String { "within \(distance) words\(isOrdered ? ", in this order" : "")" }

    package func evaluate(in context: inout MatchContext) -> Outcome {
        var lists: [[Range<Int>]] = []
        for part in parts {
            let outcome = context.evaluate(part)
            guard outcome.holds || context.isTracing else { return .missing }
            lists.append(outcome.spans)
        }
        guard lists.allSatisfy({ !$0.isEmpty }) else { return .missing }
        var found: [Range<Int>] = []
        for first in lists[0] {
            if let chain = chain(from: [first], lists[1...], context) { found += chain }
        }
        return .found(found, otherwise: "all are there, but not near each other")
    }

    /// Extends a chain by one span of each further list, each near some span of the chain.
    private func chain(from chain: [Range<Int>], _ rest: ArraySlice<[Range<Int>]>, _ context: MatchContext) -> [Range<Int>]? {
        guard let list = rest.first else { return chain }
        for span in list {
            guard let last = chain.last else { return nil }
            let isNear =
                isOrdered
                ? isNext(span, after: last, context)
                : chain.contains { isNext(span, after: $0, context) || isNext($0, after: span, context) }
            guard isNear, !chain.contains(where: { $0.overlaps(span) }) else { continue }
            if let whole = self.chain(from: chain + [span], rest.dropFirst(), context) { return whole }
        }
        return nil
    }

    private func isNext(_ span: Range<Int>, after other: Range<Int>, _ context: MatchContext) -> Bool {
        span.lowerBound >= other.upperBound && span.lowerBound - other.upperBound <= distance
            && context.article.sentenceOfToken[span.lowerBound] == context.article.sentenceOfToken[other.lowerBound]
    }
}
