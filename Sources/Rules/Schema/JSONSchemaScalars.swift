import Diagnostics
import YAML

/// Schemas of scalars: patterns speak for texts only, so that a number where YAML sees one is let through.
extension JSONSchema {
    static let plain: Members = [("type", .texts(["string", "number", "boolean"]))]

    static func pattern(_ pattern: String, _ message: String, _ types: [String]) -> Members {
        [("type", .texts(types)), ("pattern", .text(pattern)), ("patternErrorMessage", .text(message))]
    }

    /// As ``Problems/checkedID(_:_:)`` allows; written without classes of Unicode, which not every engine has.
    static let id = pattern(
        #"^[^\s!-/:-@\[-`{-~][^\s!-*,/:-@\[-^`{-~]*$"#, "an id has letters, digits, `-`, `_`, `.`", ["string", "number", "boolean"])

    static let term = pattern(
        #"^(?!.{0,2}\*$)(?=.)"#, "a term is a text, `=text`, `text*` with three letters at least, or `/regex/`",
        ["string", "number", "boolean"])

    static func choice(_ choices: Choices) -> Members {
        let names = choices.values.map(\.name)
        // Plain digits may be read as a number.
        let numbers = names.compactMap { Int($0) }.map { JSONValue.number($0) }
        return [
            ("enum", .list(names.map { .text($0) } + numbers)),
            ("enumDescriptions", .texts(choices.values.map(\.meaning) + numbers.map { _ in "" })),
        ]
    }

    /// What a name of this kind looks like, whether or not it is known.
    static func name(of kind: Reference) -> Members {
        switch kind {
        case .country: pattern("^[A-Z]{2}$", "expected an ISO 3166-1 code such as CU", ["string", "boolean"])
        case .region: pattern("^[0-9]{1,3}$", "expected a UN M49 code such as \"419\"", ["string", "integer"])
        case .language: pattern("^[a-z]{2,3}$", "expected an ISO 639-1 code such as ar", ["string", "boolean"])
        case .languageOrLatin: pattern("^([a-z]{2,3}|latin)$", "expected an ISO 639-1 code such as ar, or latin", ["string", "boolean"])
        case .body, .office, .portfolio, .person, .lexicon, .entity, .list, .role, .field, .pack, .rule, .eventType: id
        }
    }
}

extension ValueKind {
    /// The closed set that the value, or each of several, is of.
    var choices: Choices? {
        switch self {
        case .choice(let choices): choices
        case .oneOrMore(let inner), .list(let inner), .either(let inner, _): inner.choices
        case .text, .emptyOrText, .flag, .number, .share, .day, .moment, .timeSpan, .id, .reference, .term, .terms, .shape, .shapeIf,
            .entries,
            .conditions:
            nil
        }
    }

    /// A value written as YAML, as JSON has it.
    func json(of text: String) -> JSONValue {
        switch self {
        case .number: return Int(text).map { .number($0) } ?? .text(text)
        case .flag: return .flag(text == "true")
        case .text, .emptyOrText, .share, .day, .moment, .timeSpan, .id, .reference, .choice, .term, .terms, .oneOrMore, .list, .shape,
            .shapeIf,
            .entries,
            .either,
            .conditions:
            return YAMLParser.parse(SourceFile(path: "", text: text)).root.map(Self.json) ?? .text(text)
        }
    }

    private static func json(_ node: YAMLNode) -> JSONValue {
        switch node.content {
        case .scalar(let text): .text(text)
        case .sequence(let items): .list(items.map(json))
        case .mapping(let entries): .object(entries.map { ($0.name, json($0.value)) })
        }
    }
}
