import Analysis
import Diagnostics
import YAML

/// Reads conditions of rules, and gathers their terms.
extension RuleSetBuilder {
    /// A condition from a mapping; several keys in one mapping must all hold.
    mutating func condition(_ node: YAMLNode, _ what: String) -> (any Condition)? {
        guard var reader = MapReader(node, what, shape: "condition", problems) else { return nil }
        var parts: [any Condition] = []
        for kind in conditionKinds {
            guard let value = reader.value(kind.key) else { continue }
            if let part = part(kind, value) { parts.append(part) }
        }
        let bounds = Bounds.read(&reader, problems)
        let unknown = reader.finish()
        guard !parts.isEmpty else {
            if !MapReader.mayBe(unknown, conditionKinds.map { $0.key }),
                !(node.entries ?? []).contains(where: { entry in conditionKinds.contains { $0.key == entry.key.scalar } })
            {
                problems.report(.noCondition(in: what, known: conditionKinds.map { $0.key }, at: node.range))
            }
            return nil
        }
        if parts.allSatisfy({ $0 is NoneCondition }) {
            problems.report(.noneAlone(at: node.range))
            return nil
        }
        let condition: any Condition = parts.count == 1 ? parts[0] : AllCondition(parts: parts)
        return bounds.isOpen ? condition : BoundedCondition(inner: condition, bounds: bounds)
    }

    /// The conditions of `all`, `any`, `none`: a list of mappings, or one mapping.
    mutating func conditions(_ node: YAMLNode, _ what: String) -> [any Condition] {
        if node.entries != nil { return condition(node, what).map { [$0] } ?? [] }
        if let items = node.items, !items.isEmpty, items.allSatisfy({ $0.scalar != nil && !$0.isRefused }) {
            problems.report(.wrongType(of: what, expected: "a mapping", found: "a list", at: node.range))
            return []
        }
        let items = problems.list(node, what)
        if node.items?.isEmpty == true { problems.report(.emptyValue(what, at: node.range)) }
        return items.compactMap { condition($0, what) }
    }
}
