import Diagnostics
import YAML

/// A leaf that knows where it was written; only where explanations or coverage ask for places.
struct PlacedCondition: Condition {
    static let key = ""
    static let value = ValueKind.shape("condition")
    static let summary = "A condition with its place."
    static let examples: [ConditionExample] = []

    let inner: any Condition
    let place: SourceRange

    static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> PlacedCondition? { nil }

    var anchors: Anchors { inner.anchors }
    var label: String { inner.label }
    var standsInText: Bool { inner.standsInText }
    var eventTypes: Set<Int> { inner.eventTypes }
    var name: String { inner.name }
    var reasons: [String] { inner.reasons }
    var sources: [TermSource] { inner.sources }
    func evaluate(in context: inout MatchContext) -> Outcome { inner.evaluate(in: &context) }
    func requirements(of failed: [TraceNode]) -> [[String]] { inner.requirements(of: failed) }
    func nearMisses(in context: inout MatchContext) -> [String] { inner.nearMisses(in: &context) }
}

extension RuleSetBuilder {
    /// Reads a condition of some kind, with its place where places are kept.
    mutating func part(_ kind: any Condition.Type, _ node: YAMLNode) -> (any Condition)? {
        guard let part = kind.read(node, into: &self) else { return nil }
        return written == nil || !part.children.isEmpty ? part : PlacedCondition(inner: part, place: node.range)
    }
}
