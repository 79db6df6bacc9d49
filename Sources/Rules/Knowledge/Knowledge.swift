package import Articles

/// What the compiled rules know of languages and the world.
package struct Knowledge: Sendable {
    package var world = World()
    package var languages: [LanguageProfile] = []
    package var lexicons: [Lexicon] = []
    var triggers: [Trigger] = []
    var cues: [Cue] = []
    package var entities: [Entity] = []
    /// Titles of codes, by table and code: `cameo`, `042`.
    package var tagCodes: [String: [String: String]] = [:]

    /// Index of the lexicon that an event type takes its sense from.
    func senseLexicon(of type: EventType) -> Int? { type.sense.flatMap { id in lexicons.firstIndex { $0.id == id } } }

    package func slot(of tag: LanguageTag) -> Int? { languages.firstIndex { $0.tag == tag } }
}

/// Words that rules and frames refer to by one name.
package struct Lexicon: Sendable {
    package let id: String
    package let title: String
    /// Sense guards, by group: at least one of `requires` must hold, none of `unless` may.
    var guards: [SenseGuard]
}

struct SenseGuard: Sendable {
    let requires: [Guard]
    let unless: [Guard]

    static let open = SenseGuard(requires: [], unless: [])
    var isOpen: Bool { requires.isEmpty && unless.isEmpty }
}

/// A name list of one thing or person, defined by a rule pack.
package struct Entity: Sendable {
    package let id: String
    package let title: String
}

/// A verb or noun that reports an event.
struct Trigger: Sendable {
    let eventType: Int
    let language: Int
    let frames: [Frame]
    let status: [TriggerForm: EventStatus]
    let sense: SenseGuard
    /// The role whose country is the destination where none is named.
    let destinationOf: Int?
    /// Only denial and doubt change its status; no word of time does.
    let isSettled: Bool
    /// For explanations: the first listed form.
    let name: String
    /// Lexicons of which a word must stand in the sentence, when every frame needs one.
    let neededLexicons: Set<Int>

    init(
        eventType: Int, language: Int, frames: [Frame], status: [TriggerForm: EventStatus], sense: SenseGuard, destinationOf: Int?,
        isSettled: Bool, name: String
    ) {
        self.eventType = eventType
        self.language = language
        self.frames = frames
        self.status = status
        self.sense = sense
        self.destinationOf = destinationOf
        self.isSettled = isSettled
        self.name = name
        let needed = frames.map(\.neededLexicons)
        neededLexicons = needed.allSatisfy { !$0.isEmpty } ? needed.reduce(into: []) { $0.formUnion($1) } : []
    }
}

/// A word that says how real an event is.
struct Cue: Sendable {
    enum Sign: Sendable, Equatable {
        case status(EventStatus)
        /// Planned when a new date follows, else cancelled.
        case postponed
        /// Nobody travels.
        case remote
        /// Contains a cue, but is none.
        case pseudo
    }

    let sign: Sign
    let side: Guard.Side
    let distance: Int
    let language: Int
}

/// How real an event is; when several hold, the first of these counts.
package enum EventStatus: String, Sendable, CaseIterable {
    case denied, cancelled, negated, hypothetical, planned, ongoing, completed, historical
}
