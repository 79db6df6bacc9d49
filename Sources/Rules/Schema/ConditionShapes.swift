import Analysis
import YAML
import Diagnostics

/// What must stand in the text: each condition describes itself, see ``conditionKinds``.
let conditionShapes: [Shape] = [
    Shape(
        "condition",
        "What must stand in the text. Several conditions in one mapping must all hold. Beside them, `within`, `scope`, `first` and "
            + "`at-least` say where and how often.",
        needs: [.oneOrMore(neededConditions())], keys: conditionKeys() + boundKeys,
        example: """
            rules:
              - id: example.bank
                title: Central banks and rates
                match:
                  any:
                    - near: {of: [{terms: [central bank]}, {terms: [rate*]}], distance: 6}
                    - {terms: [interest rate], country: RU, within: sentence}
                  none: [{terms: [blood bank]}]
                  scope: [title, lead]
            """),
    Shape(
        "some", "Conditions of which some must hold, and how many.",
        keys: [
            .required("of", .conditions, "What may hold.", example: "[{terms: [strike*]}, {terms: [union]}, {terms: [wage*]}]"),
            .required("at-least", .number(1...1000), "How many of them must hold, whichever they are.", example: "2"),
        ],
        example: """
            rules:
              - id: example.strike
                title: Two of three words of labour disputes
                match: {some: {of: [{terms: [strike*]}, {terms: [union]}, {terms: [wage*]}], at-least: 2}}
            """),
    Shape(
        "near",
        "Conditions that must stand near each other in one sentence: a list under `of`, or each under its own key beside `distance`.",
        needs: [.oneOrMore(["of"] + neededConditions(but: "near"))],
        keys: [
            .optional("of", .conditions, "What must stand near each other: two at least.", example: "[{terms: [bank]}, {terms: [rate*]}]"),
            .optional(
                "distance", .number(0...100), "How many words may stand between two of them.", example: "6", standard: "8"),
            .optional(
                "ordered", .flag, "Whether they must stand in the order in which they are written.", example: "true", standard: "false"),
        ] + conditionKeys(but: "near"),
        example: """
            rules:
              - id: example.wind
                title: Wind from the north
                match: {near: {of: [{terms: [wind]}, {terms: [north]}], distance: 3, ordered: true}}
            """),
]

private let boundKeys: [Shape.Key] = [
    .optional(
        "within", .choice(Bounds.Window.self), "All of it must stand within one such stretch of text.", example: "paragraph",
        standard: "article"),
    .optional("scope", .oneOrMore(.choice(Zone.self)), "Only these of the zones that the rule looks at.", example: "[title, lead]"),
    .optional("first", .number(1...100_000), "Only the first so many words of the article.", example: "50"),
    .optional("at-least", .number(1...1000), "It must hold at so many places.", example: "3", standard: "1"),
]

/// The keys of all conditions, in the order of the catalogue.
func conditionKeys(but excluded: String = "") -> [Shape.Key] {
    conditionKinds.filter { $0.key != excluded }.map { kind in
        .optional(kind.key, kind.value, kind.summary, example: kind.valueExample)
    }
}

/// The conditions of which one at least must be there: `none` needs a sibling that must hold.
func neededConditions(but excluded: String = "") -> [String] {
    conditionKinds.map { $0.key }.filter { $0 != excluded && $0 != NoneCondition.key }
}

extension Condition {
    /// What stands under the key in the first example; all of it where the example has other keys beside it.
    fileprivate static var valueExample: String {
        guard let text = examples.first?.condition else { return "" }
        if text.hasPrefix(key + ": ") { return String(text.dropFirst(key.utf8.count + 2)) }
        return YAMLParser.parse(SourceFile(path: "", text: text)).root.flatMap(written) ?? text
    }

    /// As it is written under the key, at whatever depth.
    private static func written(_ node: YAMLNode) -> String? {
        if let value = node[key] { return String(decoding: value.range.file.bytes[value.range.start..<value.range.end], as: UTF8.self) }
        return (node.items ?? node.entries?.map(\.value) ?? []).lazy.compactMap(written).first
    }
}
