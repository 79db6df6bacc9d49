import Analysis
import Articles
package import YAML

/// `source: [reuters, "*.example.org"]`
package struct SourceCondition: Condition {
    package static let key = "source"
    package static let summary = "The article comes from one of these sources; `*` stands for any text, case does not matter."
    package static let value = ValueKind.oneOrMore(.text)
    package static let examples = [
        ConditionExample(
            condition: "{terms: [oil], none: [{source: \"*\"}]}", matches: ["Oil is dear."], misses: ["Gas is cheap."])
    ]

    let globs: [Glob]

    package static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> SourceCondition? {
        let names = builder.problems.texts(node, key).compactMap(\.scalar)
        return names.isEmpty ? nil : SourceCondition(globs: names.map { Glob($0.lowercased()) })
    }

    // An article has its source whatever its words are.
    package var anchors: Anchors { .none }
    package var standsInText: Bool { false }
    package var label: String { "source \(globs.map(\.pattern).joined(separator: ", "))" }

    package func evaluate(in context: inout MatchContext) -> Outcome {
        guard let source = context.article.article.source?.lowercased() else { return .absent("the article names no source") }
        return globs.contains { $0.matches(source) } ? .ofWhole : .absent("the source is \(source)")
    }
}

/// `language: [ar, fr]`
package struct LanguageCondition: Condition {
    package static let key = "language"
    package static let summary = "The article is in one of these languages."
    package static let value = ValueKind.oneOrMore(.reference(.language))
    package static let examples = [
        ConditionExample(
            condition: "{terms: [oil], language: en}", matches: ["The oil is dear."], misses: ["The gas is cheap."])
    ]

    let slots: Set<Int>
    let shown: String

    package static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> LanguageCondition? {
        let nodes = builder.problems.texts(node, key)
        let slots = nodes.compactMap { builder.languageSlot($0.scalar ?? "", at: $0.range) }
        guard !slots.isEmpty else { return nil }
        return LanguageCondition(slots: Set(slots), shown: nodes.compactMap(\.scalar).joined(separator: ", "))
    }

    package var anchors: Anchors { .none }
    package var standsInText: Bool { false }
    package var label: String { "language \(shown)" }

    package func evaluate(in context: inout MatchContext) -> Outcome {
        if let slot = context.article.languageSlot, slots.contains(slot) { return .ofWhole }
        return .absent("the article is in \(context.article.language?.code ?? "no known language")")
    }
}
