/// A Boolean query as a tree: what stands between `match:` written as YAML and the one line that an analyst typed.
struct Query: Sendable {
    indirect enum Kind: Sendable {
        case term(QueryTerm)
        /// A condition that is named by a key and one value: `country:CU`.
        case leaf(key: String, value: String)
        case and([Query])
        case or([Query])
        case not(Query)
        case near([Query], distance: Int, isOrdered: Bool)
        /// All of them in one sentence, or in one paragraph.
        case within(Extent, [Query])
        case part(QueryPart, Query)
        case atLeast(Int, Query)
        /// AND and OR side by side without parentheses: what it means cannot be known, so it is never compiled.
        case mixed([Query], [Connector])
        /// Proximity operators of several kinds in one chain; never compiled either.
        case mixedProximity([Query], [Proximity])
    }

    enum Connector: String, Sendable {
        case and = "AND"
        case or = "OR"
    }

    enum Extent: String, Sendable {
        case sentence, paragraph
    }

    /// How far apart two things may stand.
    enum Proximity: Equatable, Sendable {
        /// At most so many words lie between, in one sentence.
        case words(Int, isOrdered: Bool)
        case within(Extent)
    }

    let kind: Kind
    /// UTF-8 bytes of the text of the query.
    let bytes: Range<Int>

    init(_ kind: Kind, _ bytes: Range<Int>) {
        self.kind = kind
        self.bytes = bytes
    }

    /// A longer query is refused. Bytes; that of a monitoring system rarely exceeds a tenth of it.
    static let maximumBytes = 65_536
    /// Parentheses, fields and NOT inside each other; people lose count long before.
    static let maximumDepth = 16
}

/// A word or phrase to be found, in one of the forms that `terms:` has.
struct QueryTerm: Hashable, Sendable {
    enum Form: Sendable {
        case plain, exact, prefix, regex
    }

    let form: Form
    /// Without the marks of its form.
    let text: String

    /// As it stands in a list of `terms:`.
    var yaml: String {
        switch form {
        case .plain: text
        case .exact: "=" + text
        case .prefix: text + "*"
        case .regex: "/" + text + "/"
        }
    }
}

/// The parts of an article that a query may look in by name.
enum QueryPart: String, CaseIterable, Sendable {
    case title, lead, body

    /// As other systems call them; each of these means nothing else there.
    static let aliases: [String: QueryPart] = [
        "headline": .title, "hd": .title, "hl": .title, "intitle": .title, "allintitle": .title, "hlead": .lead, "lp": .lead, "text": .body,
        "content": .body,
    ]

    init?(field: String) {
        let name = field.lowercased()
        guard let part = QueryPart(rawValue: name) ?? Self.aliases[name] else { return nil }
        self = part
    }
}
