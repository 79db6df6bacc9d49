package import YAML

/// `all: […]`
package struct AllCondition: Condition {
    package static let key = "all"
    package static let summary = "Each of these holds."
    package static let value = ValueKind.conditions
    package static let examples = [
        ConditionExample(
            condition: "all: [{terms: [oil]}, {terms: [embargo]}]", matches: ["An embargo on oil was discussed."],
            misses: ["Oil prices rose.", "The embargo goes on."])
    ]

    let parts: [any Condition]

    package static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> AllCondition? {
        let parts = builder.conditions(node, key)
        guard !parts.isEmpty else { return nil }
        return AllCondition(parts: parts)
    }

    package var eventTypes: Set<Int> { parts.reduce(into: []) { $0.formUnion($1.eventTypes) } }
    package var anchors: Anchors { .all(parts.map(\.anchors)) }
    package var standsInText: Bool { parts.contains(where: \.standsInText) }
    package var label: String { "all of" }
    package var children: [any Condition] { parts }
    package var name: String { "all" }
    package var reasons: [String] { parts.flatMap(\.reasons) }
    package func requirements(of failed: [TraceNode]) -> [[String]] { failed.filter { !$0.holds }.flatMap(\.requirements) }

    package func evaluate(in context: inout MatchContext) -> Outcome {
        var spans: [Range<Int>] = []
        var holds = true
        for part in parts {
            let outcome = context.evaluate(part)
            spans += outcome.spans
            holds = holds && outcome.holds
            if !holds, !context.isTracing { return .missing }
        }
        return Outcome(holds: holds, spans: holds ? spans : [])
    }
}

/// `any: […]`
package struct AnyCondition: Condition {
    package static let key = "any"
    package static let summary = "At least one of these holds."
    package static let value = ValueKind.conditions
    package static let examples = [
        ConditionExample(
            condition: "any: [{terms: [gas]}, {terms: [oil]}]", matches: ["Gas is cheap.", "Oil is dear."], misses: ["Coal is dirty."])
    ]

    let parts: [any Condition]

    package static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> AnyCondition? {
        let parts = builder.conditions(node, key)
        guard !parts.isEmpty else { return nil }
        return AnyCondition(parts: parts)
    }

    package var eventTypes: Set<Int> { parts.reduce(into: []) { $0.formUnion($1.eventTypes) } }
    package var anchors: Anchors { .any(parts.map(\.anchors)) }
    package var standsInText: Bool { parts.allSatisfy(\.standsInText) }
    package var label: String { "any of" }
    package var children: [any Condition] { parts }
    package var name: String { "any" }
    package var reasons: [String] { [name] + parts.flatMap(\.reasons) }
    // Each of them failed, and each would have done.
    package func requirements(of failed: [TraceNode]) -> [[String]] { [[name] + failed.flatMap { $0.requirements.flatMap { $0 } }] }

    package func evaluate(in context: inout MatchContext) -> Outcome {
        var spans: [Range<Int>] = []
        var holds = false
        for part in parts {
            let outcome = context.evaluate(part)
            guard outcome.holds else { continue }
            holds = true
            spans += outcome.spans
        }
        return Outcome(holds: holds, spans: spans)
    }
}

/// `none: […]`
package struct NoneCondition: Condition {
    package static let key = "none"
    package static let summary = "None of these holds; needs a sibling that must hold."
    package static let value = ValueKind.conditions
    package static let examples = [
        ConditionExample(
            condition: "{terms: [bank], none: [{terms: [river]}]}", matches: ["The bank closed."],
            misses: ["The bank of the river.", "A river."])
    ]

    let parts: [any Condition]

    package static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> NoneCondition? {
        let parts = builder.conditions(node, key)
        guard !parts.isEmpty else { return nil }
        return NoneCondition(parts: parts)
    }

    package var eventTypes: Set<Int> { parts.reduce(into: []) { $0.formUnion($1.eventTypes) } }
    package var anchors: Anchors { .none }
    package var standsInText: Bool { false }
    package var label: String { "none of" }
    package var children: [any Condition] { parts }
    package var name: String { "none" }
    package var reasons: [String] { [name] + parts.map { "\(name) \($0.name)" } }
    package func requirements(of failed: [TraceNode]) -> [[String]] {
        [[name] + failed.filter(\.holds).map { "\(name) \($0.name)" }]
    }

    package func evaluate(in context: inout MatchContext) -> Outcome {
        if context.passesOverAbsence { return .ofWhole }
        var holds = true
        for part in parts where context.evaluate(part).holds { holds = false }
        return Outcome(holds: holds, spans: [], note: holds ? nil : "one of them holds")
    }
}
