import Analysis

/// Something of the world that a sentence names: a place, a body, a person, an office.
package struct Mention: Sendable {
    package enum Kind: Sendable, Equatable {
        case place(PlaceKind)
        /// A country's adjective or people.
        case adjective
        case body
        case region
        /// A person, an office, or both.
        case official
        /// “Both sides”, which stands for two that were named before.
        case pair
    }

    package var kind: Kind
    /// Tokens, from an article or place noun that belongs to it on.
    package var range: Range<Int>
    package var country: CountryID?
    package var region: RegionID?
    package var body: BodyID?
    package var person: PersonID?
    /// What the person is; several at once are possible.
    package var posts: [Post] = []
    /// Tokens of the name, where one is given.
    package var name: Range<Int>?
    /// Proclitics of the first word of the mention proper.
    var clitics: Clitics = []
    /// The words stand in their base form: in a language with cases, it may be a subject.
    var isBase = true
    /// A country or person was taken from elsewhere in the article.
    package var isInherited = false
    /// “The minister” without a country or name of its own.
    var isBare = false
    var isCounterpart = false
    /// A bare surname after somebody else's first name.
    var isImpostor = false
    /// Hash of a surname that the data do not know, by which the text may refer to this person again.
    var alias: UInt64 = 0

    package init(kind: Kind, range: Range<Int>) {
        self.kind = kind
        self.range = range
    }

    /// Stands for two at once, who are named elsewhere.
    var isPair: Bool { kind == .pair }

    package var isOfficial: Bool { kind == .official }
    package var isPlace: Bool {
        switch kind {
        case .place, .region: true
        case .adjective, .body, .official, .pair: false
        }
    }
}

/// An office that a mention names or a person holds on the day.
package struct Post: Sendable, Equatable {
    /// Index into ``World/offices``.
    package var office: Int
    package var portfolio: String?
}
