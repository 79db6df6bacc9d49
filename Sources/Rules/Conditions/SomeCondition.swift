package import YAML

/// `some: {of: [{terms: […]}, {lexicon: …}, {country: …}], at-least: 2}`
///
/// `at-least` beside a condition counts places; this counts conditions: Lucene's `minimum_should_match`, YARA's and Sigma's `2 of them`.
package struct SomeCondition: Condition {
    package static let key = "some"
    package static let summary = "At least so many of these hold, whichever they are."
    package static let value = ValueKind.shape("some")
    package static let examples = [
        ConditionExample(
            condition: "some: {of: [{terms: [strike*]}, {terms: [union]}, {terms: [wage*]}], at-least: 2}",
            matches: ["The union calls a strike.", "Wages are low. The union is angry.", "Strikes over wages, says the union."],
            misses: ["Strike after strike after strike.", "The European Union"])
    ]

    let parts: [any Condition]
    /// How many of them must hold; from 1 to as many as there are.
    let least: Int

    package static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> SomeCondition? {
        guard var reader = MapReader(node, key, builder.problems) else { return nil }
        let listed = reader.required("of")
        let leastNode = reader.required("at-least")
        let least = reader.number("at-least", in: 1...1000)
        reader.finish()
        guard let listed else { return nil }
        let parts = builder.conditions(listed, "of")
        guard let least, let leastNode, !parts.isEmpty else { return nil }
        let written = listed.items?.count ?? 1
        guard least <= written else {
            builder.problems.report(PackProblem.tooManyOfSome(least, of: written, at: leastNode.range))
            return nil
        }
        return SomeCondition(parts: parts, least: min(least, parts.count))
    }

    package var eventTypes: Set<Int> { parts.reduce(into: []) { $0.formUnion($1.eventTypes) } }
    package var standsInText: Bool { parts.allSatisfy(\.standsInText) }
    package var label: String { "at least \(least) of" }
    package var name: String { Self.key }
    package var children: [any Condition] { parts }
    package var reasons: [String] { [name] + parts.flatMap(\.reasons) }
    // Each of those that failed might have been the one that was lacking.
    package func requirements(of failed: [TraceNode]) -> [[String]] {
        [[name] + failed.filter { !$0.holds }.flatMap { $0.requirements.flatMap { $0 } }]
    }

    /// Of any `parts.count - least + 1` parts one must hold, for fewer than `least` are left beside them; the rarest are taken.
    package var anchors: Anchors {
        let rarestFirst = parts.map(\.anchors).sorted { ($0.rarest.map(\.count) ?? .max) < ($1.rarest.map(\.count) ?? .max) }
        return .any(Array(rarestFirst.prefix(parts.count - least + 1)))
    }

    package func evaluate(in context: inout MatchContext) -> Outcome {
        var spans: [Range<Int>] = []
        var count = 0
        for part in parts {
            let outcome = context.evaluate(part)
            guard outcome.holds else { continue }
            count += 1
            spans += outcome.spans
        }
        guard count >= least else { return .absent("\(count) of them hold, not \(least)") }
        return Outcome(holds: true, spans: spans)
    }
}
