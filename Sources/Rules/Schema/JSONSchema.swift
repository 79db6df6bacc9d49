/// The JSON Schema of rule files, as editors read it.
///
/// It uses what every yaml-language-server knows (draft 7 and earlier words, and `$defs`, which it follows as any pointer), and is a schema of
/// 2020-12 too. Every scalar is a text to us, so that whatever YAML may take a plain one for (`revision: 2`, `country: NO`) is allowed.
/// `anyOf` stands only where a value may be one thing or a list of such, and where keys are needed: its messages are poor.
/// Source: https://json-schema.org/draft/2020-12, https://github.com/redhat-developer/yaml-language-server, read 2026-11-25.
package struct JSONSchema {
    typealias Members = [(name: String, value: JSONValue)]

    private let known: KnownNames

    package init(known: KnownNames = .none) { self.known = known }

    package var document: String {
        let head: Members = [
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            ("title", .text("Marsad rule file")),
            ("description", .text(Shape.named("rule file")?.meaning ?? "")),
            ("type", .text("object")),
            ("if", .object([("required", .texts(["language"]))])),
            ("then", reference("language file")),
            ("else", reference("rule file")),
        ]
        let shapes: Members = shapeCatalogue.map { (Self.slug($0.name), .object(members(of: $0))) }
        return JSONValue.object(head + [("$defs", .object(shapes + shared))]).document
    }

    /// What many keys have in common.
    private var shared: Members {
        [("terms", .object(terms))] + Reference.allCases.map { (Self.slug("name of " + $0.rawValue), .object(name(of: $0))) }
    }

    private func reference(_ name: String) -> JSONValue { .object([("$ref", .text("#/$defs/" + Self.slug(name)))]) }

    static func slug(_ name: String) -> String { String(name.filter { $0 != "`" }.map { $0 == " " ? "-" : $0 }) }

    // MARK: Mappings

    private func members(of shape: Shape) -> Members {
        let required = shape.keys.filter(\.isRequired).map(\.name)
        var properties: Members = shape.keys.map { ($0.name, .object(described($0))) }
        var others = JSONValue.flag(false)
        if let open = shape.others {
            let value: Members = described(open.value, open.meaning, example: open.example, standard: nil)
            if let names = known.of(open.names) {
                properties += names.filter { name in shape.key(name.id) == nil }.map { ($0.id, .object(value)) }
            } else {
                others = .object(value)
            }
        }
        var members: Members = [("type", .text("object")), ("description", .text(shape.meaning)), ("properties", .object(properties))]
        if !required.isEmpty { members.append(("required", .texts(required))) }
        members.append(("additionalProperties", others))
        members.append(("minProperties", .number(1)))
        return members + needs(of: shape)
    }

    private func needs(of shape: Shape) -> Members {
        let needs: [Members] = shape.needs.map { need in
            func each(_ keys: [String]) -> JSONValue { .list(keys.map { .object([("required", .texts([$0]))]) }) }
            return switch need {
            case .exactlyOne(let keys): [("oneOf", each(keys))]
            case .oneOrMore(let keys): [("anyOf", each(keys))]
            case .with(let key, let other):
                [("if", .object([("required", .texts([key]))])), ("then", .object([("required", .texts([other]))]))]
            }
        }
        return needs.count == 1 ? needs[0] : needs.isEmpty ? [] : [("allOf", .list(needs.map { .object($0) }))]
    }

    private func described(_ key: Shape.Key) -> Members {
        described(key.value, key.meaning, example: key.example, standard: key.standard)
    }

    private func described(_ kind: ValueKind, _ meaning: String, example: String, standard: String?) -> Members {
        var markdown = meaning
        if let choices = kind.choices {
            markdown += "\n\n" + choices.values.map { "- `\($0.name)`: \($0.meaning)" }.joined(separator: "\n")
        }
        if let standard { markdown += "\n\nDefault: `\(standard)`" }
        markdown += "\n\nExample: `\(example)`"
        var members: Members = [("description", .text(meaning)), ("markdownDescription", .text(markdown))]
        members += self.members(of: kind)
        if let standard { members.append(("default", kind.json(of: standard))) }
        members.append(("examples", .list([kind.json(of: example)])))
        return members
    }

    // MARK: Values

    private func members(of kind: ValueKind) -> Members {
        switch kind {
        case .text: Self.plain + [("minLength", .number(1))]
        case .emptyOrText: [("type", .texts(["string", "number", "boolean", "null"]))]
        case .flag: [("enum", .list([.flag(true), .flag(false), .text("true"), .text("false")]))]
        case .number(let range):
            [
                ("type", .texts(["integer", "string"])), ("minimum", .number(range.lowerBound)), ("maximum", .number(range.upperBound)),
                ("pattern", .text("^[0-9]+$")),
                ("patternErrorMessage", .text("expected a number from \(range.lowerBound) to \(range.upperBound)")),
            ]
        case .share:
            [
                ("type", .texts(["number", "string"])), ("minimum", .number(0)), ("maximum", .number(1)),
                ("pattern", .text("^[01]?(\\.[0-9]+)?$")), ("patternErrorMessage", .text("expected a number from 0 to 1")),
            ]
        case .day:
            Self.pattern(
                "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "expected a date such as 2004-03-09, 2004-03 or 2004", ["string", "integer"])
        case .moment:
            Self.pattern(
                "^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ][0-9]{2}:[0-9]{2}.*)?$", "expected a date such as 2024-02-19 or 2024-02-19T08:00:00Z",
                ["string"])
        case .timeSpan: Self.pattern("^[1-9][0-9]{0,5}[smhd]$", "expected a time span such as 90s, 15m, 24h, 7d", ["string"])
        case .id: Self.id
        case .reference(let kind): [("$ref", .text("#/$defs/" + Self.slug("name of " + kind.rawValue)))]
        case .choice(let choices): Self.choice(choices)
        case .term: Self.term
        case .terms: [("$ref", .text("#/$defs/terms"))]
        case .oneOrMore(let inner): oneOrMore(inner)
        case .list(let inner): [("type", .text("array")), ("items", .object(members(of: inner)))]
        case .shapeIf(let key, let name, let other):
            [("if", .object([("required", .texts([key]))])), ("then", reference(name)), ("else", reference(other))]
        case .shape(let name): [("$ref", .text("#/$defs/" + Self.slug(name)))]
        case .entries(let key, let value): entries(key, value)
        case .either(let first, let second): [("anyOf", .list([.object(members(of: first)), .object(members(of: second))]))]
        case .conditions:
            [
                ("if", .object([("type", .text("array"))])),
                ("then", .object([("minItems", .number(1)), ("items", reference("condition"))])), ("else", reference("condition")),
            ]
        }
    }

    /// One value, or a list of such: where no closed set is listed, as one schema, for the sake of its messages.
    private func oneOrMore(_ inner: ValueKind) -> Members {
        let one = members(of: inner)
        let list: Members = [("minItems", .number(1)), ("items", .object(one))]
        if let type = one.first(where: { $0.name == "type" })?.value, case .list(let types) = type {
            return [("type", .list(types + [.text("array")]))] + one.filter { $0.name != "type" } + list
        }
        return [("anyOf", .list([.object(one), .object([("type", .text("array"))] + list)]))]
    }

    private func entries(_ key: ValueKind, _ value: ValueKind) -> Members {
        let value = JSONValue.object(members(of: value))
        if let choices = key.choices {
            return [
                ("type", .text("object")), ("properties", .object(choices.values.map { ($0.name, value) })),
                ("additionalProperties", .flag(false)),
            ]
        }
        return [("type", .text("object")), ("propertyNames", .object(members(of: key))), ("additionalProperties", value)]
    }

    private var terms: Members {
        [
            ("description", .text("Terms of any language, or a mapping of languages to their terms.")),
            ("type", .texts(["string", "number", "boolean", "array", "object"])),
        ] + Self.term.dropFirst() + [
            ("minItems", .number(1)), ("items", .object(Self.term)), ("minProperties", .number(1)),
            ("propertyNames", .object(members(of: .reference(.language)))), ("additionalProperties", .object(oneOrMore(.term))),
        ]
    }

    private func name(of kind: Reference) -> Members {
        let open = Self.name(of: kind)
        guard let names = known.of(kind) else { return open }
        let listed: Members = [("enum", .texts(names.map(\.id))), ("enumDescriptions", .texts(names.map(\.title)))]
        return [("anyOf", .list([.object(listed), .object(open)]))]
    }
}
