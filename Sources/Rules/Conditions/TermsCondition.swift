package import YAML

/// `terms: [oil price, =OPEC, embargo*]` or `terms: {ar: […], en: […]}`
package struct TermsCondition: Condition {
    package static let key = "terms"
    package static let summary =
        "One of these terms stands in the text: `text` (inflected where a language is named), `=text` exactly so, `text*` as a prefix, `/regex/`."
    package static let value = ValueKind.terms
    package static let examples = [
        ConditionExample(
            condition: "terms: [central bank, =OPEC, sanction*]",
            matches: ["The Central Bank cut rates", "🏦 central bank", "OPEC met.", "They were sanctioned."],
            misses: ["bank central", "central European bank", "Opec met."])
    ]

    let leaf: Int
    let patterns: [TermPattern]
    let shown: String
    /// Names it in tests.
    let first: String

    package static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> TermsCondition? {
        let leaf = builder.newLeaf()
        let patterns = TermPattern.read(node, leaf: leaf, into: &builder)
        let texts = node.entries?.flatMap { $0.value.items ?? [$0.value] } ?? node.items ?? [node]
        let shown = texts.prefix(3).compactMap(\.scalar).joined(separator: ", ") + (texts.count > 3 ? " …" : "")
        return TermsCondition(leaf: leaf, patterns: patterns, shown: shown, first: texts.first?.scalar ?? "")
    }

    // A pattern is searched for in every article: it has no word of its own to be reached by.
    package var anchors: Anchors { patterns.isEmpty ? .anyOf([.leaf(leaf)]) : .none }
    package var label: String { "terms \(shown)" }
    package var name: String { "terms \(first)" }
    package var sources: [TermSource] { [.leaf(leaf)] }

    package func evaluate(in context: inout MatchContext) -> Outcome {
        var spans = context.spans(ofLeaf: leaf)
        for pattern in patterns { spans += context.spans(of: pattern) }
        if !patterns.isEmpty { spans.sort { $0.lowerBound < $1.lowerBound } }
        return .found(spans, otherwise: "none of them stands there")
    }
}

/// `lexicon: sanctions`
package struct LexiconCondition: Condition {
    package static let key = "lexicon"
    package static let summary = "A word of this lexicon stands in the text, in the sense that the lexicon's guards allow."
    package static let value = ValueKind.reference(.lexicon)
    package static let examples = [
        ConditionExample(
            condition: "lexicon: outage", given: "lexicons: [{id: outage, title: Power cuts, terms: {en: [blackout, power cut]}}]",
            matches: ["Two power cuts in a day.", "A blackout."], misses: ["A black out.", "Power was cut."])
    ]

    let lexicon: Int
    let id: String

    package static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> LexiconCondition? {
        builder.lookUp(node, "lexicon", in: builder.lexiconOfID).map { LexiconCondition(lexicon: $0, id: node.scalar ?? "") }
    }

    package var anchors: Anchors { .anyOf([.lexicon(lexicon)]) }
    package var label: String { "lexicon \(id)" }
    package var sources: [TermSource] { [.lexicon(lexicon)] }

    package func evaluate(in context: inout MatchContext) -> Outcome { context.lexiconOutcome(lexicon) }
}

/// `entity: id`
package struct EntityCondition: Condition {
    package static let key = "entity"
    package static let summary = "A name of this entity stands in the text; a weak one counts only where a full one stands too."
    package static let value = ValueKind.reference(.entity)
    package static let examples = [
        ConditionExample(
            condition: "entity: acme", given: "entities: [{id: acme, names: [Acme Shipping], weak: [Acme]}]",
            matches: ["Acme Shipping has sunk.", "Acme fell after Acme Shipping sank."], misses: ["Acme fell.", "Shipping Acme"])
    ]

    let names: Int
    let weakNames: Int?
    let id: String

    package static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> EntityCondition? {
        guard let entity = builder.lookUp(node, "entity", in: builder.namesOfEntity) else { return nil }
        return EntityCondition(names: entity.names, weakNames: entity.weak, id: node.scalar ?? "")
    }

    package var anchors: Anchors { .anyOf([.leaf(names)]) }
    package var label: String { "entity \(id)" }
    package var sources: [TermSource] { [.leaf(names)] + (weakNames.map { [.leaf($0)] } ?? []) }

    package func evaluate(in context: inout MatchContext) -> Outcome {
        let full = context.spans(ofLeaf: names)
        guard !full.isEmpty, let weakNames else { return .found(full, otherwise: "no name of it stands there") }
        let weak = context.spans(ofLeaf: weakNames).filter { span in !full.contains { $0.overlaps(span) } }
        return .found((full + weak).sorted { $0.lowerBound < $1.lowerBound })
    }
}

/// `list: id`
package struct ListCondition: Condition {
    package static let key = "list"
    package static let summary = "A name of this list stands in the text."
    package static let value = ValueKind.reference(.list)
    package static let examples = [
        ConditionExample(
            condition: "list: vessels", given: "lists: [{id: vessels, names: [Polar Star, Evening Tide]}]",
            matches: ["The Evening Tide has docked."], misses: ["The tide of the evening.", "Polar stars"])
    ]

    let leaf: Int
    let id: String

    package static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> ListCondition? {
        guard let leaf = builder.lookUp(node, "list", in: builder.leafOfList) else { return nil }
        builder.useNames(ofList: node.scalar ?? "")
        return ListCondition(leaf: leaf, id: node.scalar ?? "")
    }

    package var anchors: Anchors { .anyOf([.leaf(leaf)]) }
    package var label: String { "list \(id)" }
    package var sources: [TermSource] { [.leaf(leaf)] }

    package func evaluate(in context: inout MatchContext) -> Outcome {
        .found(context.spans(ofLeaf: leaf), otherwise: "no name of it stands there")
    }
}
