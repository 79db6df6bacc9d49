import Diagnostics
import YAML

/// W007: a rule that no word lets in, and that is therefore tried on every article.
enum RequiredTermLint: Lint {
    static let codes: [Diagnostic.Code] = ["W007"]

    static func check(_ subject: LintSubject) {
        for site in subject.rules where site.rule.anchors.sets.isEmpty {
            guard let condition = site.condition else { continue }
            let pattern = pattern(in: condition)
            subject.report(
                .runsAlways(
                    reason: pattern == nil ? "no word of it must stand there" : "a pattern has no word that an article could be found by",
                    help: [
                        "put a term beside it that must also stand there: `all: [{terms: [word]}, …]`",
                        "or write the words out, or a prefix such as `word*`",
                    ],
                    at: (pattern ?? condition.node).range))
        }
    }

    /// The first `/pattern/` of a condition.
    private static func pattern(in condition: ConditionOutline) -> YAMLNode? {
        if case .terms = condition.kind {
            let lists = condition.node.entries?.map(\.value) ?? [condition.node]
            return lists.flatMap { $0.items ?? [$0] }.first { $0.scalar?.hasPrefix("/") == true && $0.scalar?.hasSuffix("/") == true }
        }
        for part in condition.parts where !part.isNone { if let found = pattern(in: part) { return found } }
        return nil
    }
}
