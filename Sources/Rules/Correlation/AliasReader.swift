import Diagnostics
import YAML

/// Reads `aliases: {place: {pack.visit: destination.country, pack.quake: country}}`: one name for what different rules call differently.
///
/// A rule that an alias passes over has a field of the alias's own name.
/// Source: https://sigmahq.io/sigma-specification/specification/sigma-correlation-rules-specification.html#field-name-aliases
struct AliasReader {
    let slots: [SlotReader.Slot]
    let problems: Problems

    /// - Returns: of each slot, the field that each alias stands for.
    func read(_ node: YAMLNode) -> [[String: String]] {
        var fields = [[String: String]](repeating: [:], count: slots.count)
        for (alias, _, value) in problems.entries(node, "aliases") {
            for (rule, keyNode, fieldNode) in problems.entries(value, "alias") {
                guard let slot = slots.firstIndex(where: { $0.written == rule }) else {
                    let known = slots.map(\.written)
                    problems.report(
                        CorrelationProblem.foreignRule(rule, known: known, nearest: nearest(to: rule, among: known), at: keyNode.range))
                    continue
                }
                if let field = problems.text(fieldNode, "field") { fields[slot][alias] = field }
            }
        }
        return fields
    }
}
