package import YAML

/// `event: sanction`
package struct EventCondition: Condition {
    package static let key = "event"
    package static let summary = "An event of this type is reported, whoever takes part and whatever its status."
    package static let value = ValueKind.reference(.eventType)
    package static let examples = [
        ConditionExample(
            condition: "event: visit", matches: ["The Russian minister visited Cuba."], misses: ["The Russian minister praised Cuba."])
    ]

    let type: Int
    let id: String

    package static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> EventCondition? {
        builder.lookUp(node, "event type", in: builder.knowledge.world.eventOfID).map { EventCondition(type: $0, id: node.scalar ?? "") }
    }

    package var eventTypes: Set<Int> { [type] }
    package var anchors: Anchors { .anyOf([.eventType(type)]) }
    package var label: String { "event \(id)" }

    package func evaluate(in context: inout MatchContext) -> Outcome {
        .found(context.eventSpans(ofType: type), otherwise: "none is reported")
    }
}
