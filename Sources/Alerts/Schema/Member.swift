import Rules

/// A member of a JSON object that we write or read, for its schema.
struct Member: Sendable {
    indirect enum Kind: Sendable {
        /// With a pattern, when it has one.
        case text(String?)
        case oneOf([String])
        /// A number from 0.
        case count
        /// A number from 0 to 1.
        case share
        /// A text, or a number.
        case identifier
        /// A date, with or without a time.
        case moment
        case optional(Kind)
        case list(Kind)
        /// Any names.
        case map(Kind)
        case object([Member])
    }

    let name: String
    let kind: Kind
    let meaning: String
    let isRequired: Bool

    init(_ name: String, _ kind: Kind, _ meaning: String, isRequired: Bool = true) {
        self.name = name
        self.kind = kind
        self.meaning = meaning
        self.isRequired = isRequired
    }

    /// - Parameters:
    ///   - isClosed: whether no other member may be there.
    ///   - needsOne: members of which one at least must be there.
    static func document(_ title: String, _ meaning: String, _ members: [Member], isClosed: Bool, needsOne: [String] = []) -> String {
        let head: [(name: String, value: JSONValue)] = [
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")), ("title", .text(title)), ("description", .text(meaning)),
        ]
        let needs = needsOne.map { JSONValue.object([("required", .texts([$0]))]) }
        return JSONValue.object(head + object(members, isClosed: isClosed) + (needs.isEmpty ? [] : [("anyOf", .list(needs))])).document
    }

    private static func object(_ members: [Member], isClosed: Bool) -> [(name: String, value: JSONValue)] {
        let properties = members.map { member in
            (name: member.name, value: JSONValue.object([("description", .text(member.meaning))] + schema(of: member.kind)))
        }
        let required = members.filter(\.isRequired).map(\.name)
        return [("type", .text("object")), ("properties", .object(properties))]
            + (required.isEmpty ? [] : [("required", .texts(required))]) + (isClosed ? [("additionalProperties", .flag(false))] : [])
    }

    private static func schema(of kind: Kind) -> [(name: String, value: JSONValue)] {
        switch kind {
        case .text(let pattern): [("type", .text("string"))] + (pattern.map { [("pattern", .text($0))] } ?? [])
        case .oneOf(let names): [("enum", .texts(names))]
        case .count: [("type", .text("integer")), ("minimum", .number(0))]
        case .share: [("type", .text("number")), ("minimum", .number(0)), ("maximum", .number(1))]
        case .identifier: [("type", .texts(["string", "number"]))]
        case .moment: [("type", .text("string")), ("pattern", .text("^([0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ].*)?)?$"))]
        case .optional(let inner):
            schema(of: inner).map { member in
                guard member.name == "type" else { return member }
                switch member.value {
                case .text(let name): return (member.name, .texts([name, "null"]))
                case .list(let names): return (member.name, .list(names + [.text("null")]))
                case .number, .flag, .object: return member
                }
            }
        case .list(let inner): [("type", .text("array")), ("items", .object(schema(of: inner)))]
        case .map(let inner): [("type", .text("object")), ("additionalProperties", .object(schema(of: inner)))]
        case .object(let members): object(members, isClosed: true)
        }
    }
}
