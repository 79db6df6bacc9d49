import Diagnostics
import YAML

/// W010: an exclusion that takes away all that a rule, or one of its terms, could find.
enum ExclusionLint: Lint {
    static let codes: [Diagnostic.Code] = ["W010"]

    static func check(_ subject: LintSubject) {
        let implication = Implication(world: subject.knowledge.world)
        for site in subject.rules {
            for exclusion in site.node["exclude"]?.items ?? [] {
                let outline = ConditionOutline(exclusion: exclusion)
                // What stands in the title or lead does not speak of the rest.
                if ["title", "lead"].contains(exclusion["within"]?.scalar ?? "") { continue }
                guard let (culprit, victim) = swallowed(by: outline, site, implication) else { continue }
                subject.report(
                    .excludesItself(
                        id: exclusion["id"]?.scalar ?? "", reason: "each time the rule finds this, the exclusion does too",
                        at: culprit.only.range,
                        also: victim.only.range))
            }
        }
    }

    private static func swallowed(
        by exclusion: ConditionOutline, _ site: RuleSite, _ implication: Implication
    ) -> (culprit: YAMLNode, victim: YAMLNode)? {
        for part in exclusion.parts {
            if let condition = site.condition {
                if let victim = victim(of: part, in: condition, implication) { return (part.node, victim) }
            } else if case .event(let pattern) = site.rule.body, let event = site.node["event"],
                let victim = victim(of: part, in: event, pattern, exclusion.node)
            {
                return (part.node, victim)
            }
        }
        return nil
    }

    /// What of a condition never survives an exclusion.
    private static func victim(of exclusion: ConditionOutline, in condition: ConditionOutline, _ implication: Implication) -> YAMLNode? {
        if !condition.isNone, implication.holds(condition, exclusion) { return condition.node }
        switch condition.kind {
        case .none: return nil
        case .all, .near, .any, .some:
            for part in condition.parts { if let found = victim(of: exclusion, in: part, implication) { return found } }
            return nil
        case .terms:
            guard case .terms(let excluded) = exclusion.kind else { return nil }
            for (node, language) in terms(of: condition.node) {
                let term = ConditionOutline.key(node.scalar ?? "", language: language)
                if excluded.contains(where: { isPart($0, of: term) }) { return node }
            }
            return nil
        case .reference: return nil
        }
    }

    private static func terms(of node: YAMLNode) -> [(YAMLNode, String)] {
        if let entries = node.entries { return entries.flatMap { entry in (entry.value.items ?? [entry.value]).map { ($0, entry.name) } } }
        return (node.items ?? [node]).map { ($0, "") }
    }

    /// An excluded word takes away every phrase that it is a part of.
    private static func isPart(_ inner: ConditionOutline.TermKey, of outer: ConditionOutline.TermKey) -> Bool {
        guard inner.sign.isEmpty, outer.sign.isEmpty || outer.sign == "*" && inner.words == outer.words, inner.language == outer.language,
            !inner.words.isEmpty, inner.words.count <= outer.words.count, outer.sign != "*"
        else { return inner == outer }
        return (0...outer.words.count - inner.words.count).contains { start in
            outer.words[start..<start + inner.words.count].elementsEqual(inner.words)
        }
    }

    private static func victim(of exclusion: ConditionOutline, in event: YAMLNode, _ pattern: EventPattern, _ node: YAMLNode) -> YAMLNode? {
        guard case .reference(let key, let names) = exclusion.kind, exclusion.bounds.isEmpty else { return nil }
        if key == EventCondition.key { return event["type"].flatMap { names.contains($0.scalar ?? "") ? $0 : nil } }
        guard key == CountryCondition.key || key == OfficeCondition.key else { return nil }
        for constraint in pattern.constraints {
            guard node["role"]?.scalar.map({ $0 == constraint.name }) ?? true, let asked = event[constraint.name]?[key] else { continue }
            if Set((asked.items ?? [asked]).compactMap(\.scalar)).isSubset(of: names) { return asked }
        }
        return nil
    }
}
