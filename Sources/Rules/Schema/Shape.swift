/// One mapping of the rule language: the keys it has, and what each means.
///
/// The JSON Schema and the manual are made of these; a test holds them to what the readers ask for, so that none can say what is not so.
package struct Shape: Sendable {
    /// As ``MapReader`` names it: `rule`, `event type`.
    package let name: String
    /// What it is for: a sentence or two for authors.
    package let meaning: String
    package let keys: [Key]
    /// Keys that depend on what is loaded, such as the roles of an event.
    package let others: OtherKeys?
    package let needs: [Need]
    /// A rule file that has one, loaded by a test. The head may be left out, as in ``Diagnostics/ProblemEntry``.
    package let example: String

    init(_ name: String, _ meaning: String, needs: [Need] = [], keys: [Key], others: OtherKeys? = nil, example: String = "") {
        self.name = name
        self.meaning = meaning
        self.keys = keys
        self.others = others
        self.needs = needs
        self.example = example
    }

    package struct Key: Sendable {
        package let name: String
        package let value: ValueKind
        package let isRequired: Bool
        package let meaning: String
        /// As YAML.
        package let example: String
        /// What holds where the key is left out, as YAML.
        package let standard: String?

        static func required(_ name: String, _ value: ValueKind, _ meaning: String, example: String) -> Key {
            Key(name: name, value: value, isRequired: true, meaning: meaning, example: example, standard: nil)
        }

        static func optional(
            _ name: String, _ value: ValueKind, _ meaning: String, example: String, standard: String? = nil
        ) -> Key {
            Key(name: name, value: value, isRequired: false, meaning: meaning, example: example, standard: standard)
        }
    }

    package struct OtherKeys: Sendable {
        /// What the keys name.
        package let names: Reference
        package let value: ValueKind
        package let meaning: String
        package let example: String
    }

    /// Keys that hang together.
    package enum Need: Sendable {
        case exactlyOne([String])
        case oneOrMore([String])
        /// The first only together with the second.
        case with(String, String)
    }
}

/// What an author may write as a value.
package indirect enum ValueKind: Sendable {
    case text
    case emptyOrText
    case flag
    case number(ClosedRange<Int>)
    /// A number from 0 to 1, with or without decimals.
    case share
    case day
    case moment
    case timeSpan
    /// What a new thing is called.
    case id
    case reference(Reference)
    case choice(Choices)
    /// One word or phrase, as under `terms`.
    case term
    /// Terms of any language, or a mapping of languages to their terms.
    case terms
    case oneOrMore(ValueKind)
    case list(ValueKind)
    case shape(String)
    /// The first shape where a mapping has this key, else the second.
    case shapeIf(has: String, String, else: String)
    case entries(key: ValueKind, value: ValueKind)
    /// A scalar, or a mapping.
    case either(ValueKind, ValueKind)
    /// One condition or a list of them.
    case conditions
}

/// What a value may name that is defined elsewhere.
package enum Reference: String, Sendable, CaseIterable {
    case country, region, body, office, portfolio, person, lexicon, entity, list, role, field, pack, language, rule
    case eventType = "event type"
    case languageOrLatin = "language or `latin`"
}

/// The values of a closed set, each with its meaning.
package struct Choices: Sendable {
    package let values: [(name: String, meaning: String)]

    init<Value: Explained>(_: Value.Type) { values = Value.allCases.map { ($0.rawValue, $0.meaning) } }
    init(_ values: [(name: String, meaning: String)]) { self.values = values }
}

/// A closed set whose members the manual explains.
protocol Explained: RawRepresentable, CaseIterable where RawValue == String {
    var meaning: String { get }
}

extension ValueKind {
    static func choice<Value: Explained>(_ type: Value.Type) -> ValueKind { .choice(Choices(type)) }
}
