package import YAML

/// `query: '(lavrov OR "foreign minister") NEAR/6 visit*'`
package struct QueryCondition: Condition {
    package static let key = "query"
    package static let value = ValueKind.either(.text, .entries(key: .reference(.language), value: .text))
    package static let summary =
        "A Boolean query in one line: AND OR NOT, NEAR/n ONEAR/n W/S W/P, ATLEAST/n(…), title: lead: body:, and every condition that one value says."
    package static let examples = [
        ConditionExample(
            condition: "query: (oil OR gas) AND NOT \"olive oil\"", matches: ["Oil is dear.", "Gas and oil"],
            misses: ["Coal is dirty.", "Olive oil is oil."]),
        ConditionExample(
            condition: "query: (lavrov OR \"foreign minister\") NEAR/6 visit*",
            matches: ["Lavrov arrived for a visit.", "The visit of the Cuban foreign minister", "🏦 The foreign minister is visiting."],
            misses: ["Lavrov spoke.", "A minister of foreign trade is on a visit.", "Lavrov spoke. The visit is over."]),
        ConditionExample(
            condition: "query: (=OPEC OR /barrels? of crude/) ONEAR/3 cut*", matches: ["OPEC cuts output.", "Barrels of crude were cut."],
            misses: ["Opec cuts output.", "A cut by OPEC."]),
        ConditionExample(
            condition: "query: embargo W/S country:CU", matches: ["Havana speaks of the embargo, long in force, as it always has."],
            misses: ["Cuba trades. The embargo goes on."]),
        ConditionExample(
            condition: "query: embargo W/P (region:419 OR country:RU)", matches: ["Brazil trades. The embargo goes on."],
            misses: ["The embargo goes on.\nBrazil trades."]),
        ConditionExample(
            condition: "query: ATLEAST/3(oil OR gas)", matches: ["oil gas oil"], misses: ["oil and gas"]),
    ]

    let inner: any Condition
    let text: String

    package static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> QueryCondition? {
        let nodes = QueryReader.conditions(node, builder.problems)
        var conditions: [any Condition] = []
        for node in nodes { if let condition = builder.condition(node, key) { conditions.append(condition) } }
        guard let first = conditions.first else { return nil }
        let texts = node.entries?.compactMap(\.value.scalar) ?? [node.scalar ?? ""]
        return QueryCondition(inner: conditions.count == 1 ? first : AnyCondition(parts: conditions), text: texts.joined(separator: " | "))
    }

    package var eventTypes: Set<Int> { inner.eventTypes }
    package var anchors: Anchors { inner.anchors }
    package var standsInText: Bool { inner.standsInText }
    package var label: String { "query \(text)" }
    package var children: [any Condition] { [inner] }
    package var reasons: [String] { inner.reasons }
    package func requirements(of failed: [TraceNode]) -> [[String]] { failed.filter { !$0.holds }.flatMap(\.requirements) }

    package func evaluate(in context: inout MatchContext) -> Outcome { context.evaluate(inner) }
}
