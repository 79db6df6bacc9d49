package import YAML

/// Something that may hold of an article.
///
/// Adding one: a file in this folder and a line in ``conditionKinds``. Its examples are its tests and its manual.
package protocol Condition: Sendable {
    /// The key under which rules write it.
    static var key: String { get }
    static var summary: String { get }
    /// What is written under the key, for the manual and for editors.
    static var value: ValueKind { get }
    static var examples: [ConditionExample] { get }

    /// - Returns: nil when the node says no such condition; the builder has then been told why.
    static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> Self?

    /// What must have been seen for the condition to have a chance.
    var anchors: Anchors { get }
    /// As it is called in explanations.
    var label: String { get }

    /// Types of event that must be extracted for it.
    var eventTypes: Set<Int> { get }

    /// Whether it stands on words of the text when it holds; what is known of the article as a whole does not, nor does what is absent.
    var standsInText: Bool { get }

    func evaluate(in context: inout MatchContext) -> Outcome

    /// How tests name it when it is what keeps a rule from holding: `lexicon sanctions`.
    var name: String { get }
    /// All names that ``requirements(of:)`` may give.
    var reasons: [String] { get }
    /// What it lacked: of each requirement that failed, the names by which a test may call it.
    func requirements(of failed: [TraceNode]) -> [[String]]
    /// The conditions that it is made of; empty for a leaf.
    var children: [any Condition] { get }
    /// Where its words were listed.
    var sources: [TermSource] { get }
    /// What stands in the article and would nearly have done, as an author reads it; asked for only when somebody wants an explanation.
    func nearMisses(in context: inout MatchContext) -> [String]
}

extension Condition {
    package var eventTypes: Set<Int> { [] }
    package var standsInText: Bool { true }
    package var name: String { label }
    package var reasons: [String] { [name] }
    package func requirements(of failed: [TraceNode]) -> [[String]] { [[name]] }
    package var children: [any Condition] { [] }
    package var sources: [TermSource] { [] }
    package func nearMisses(in context: inout MatchContext) -> [String] { [] }
}

/// The kinds of condition.
package let conditionKinds: [any Condition.Type] = [
    AllCondition.self, AnyCondition.self, SomeCondition.self, NoneCondition.self, NearCondition.self,
    TermsCondition.self, LexiconCondition.self, EntityCondition.self, ListCondition.self,
    CountryCondition.self, RegionCondition.self, OfficeCondition.self, EventCondition.self,
    SourceCondition.self, LanguageCondition.self, QueryCondition.self,
]

/// A text that shows what a condition does; English unless it says otherwise.
package struct ConditionExample: Sendable {
    /// YAML, as under `match:`.
    package let condition: String
    package let matches: [String]
    package let misses: [String]
    /// Sections of a file that the condition refers to, as YAML.
    package let given: String

    package init(condition: String, given: String = "", matches: [String], misses: [String]) {
        self.condition = condition
        self.given = given
        self.matches = matches
        self.misses = misses
    }
}

/// What a condition found.
package struct Outcome: Sendable {
    package var holds: Bool
    /// Tokens that it stands on, in order.
    package var spans: [Range<Int>]
    /// Why it does not hold, or what nearly did.
    package var note: String?
    /// What failed, where the condition itself knows better than its parts do.
    var requirements: [[String]]?

    static func found(_ spans: [Range<Int>], otherwise note: @autoclosure () -> String? = nil) -> Outcome {
        Outcome(holds: !spans.isEmpty, spans: spans, note: spans.isEmpty ? note() : nil)
    }

    static let missing = Outcome(holds: false, spans: [])

    /// Holds of the article as a whole, on no words of it.
    static let ofWhole = Outcome(holds: true, spans: [])
    static func absent(_ reason: String) -> Outcome { Outcome(holds: false, spans: [], note: reason) }
}

/// What an article must have for a condition to have a chance: of each set, one anchor at least. Without any set, it may hold of any article.
package struct Anchors: Sendable {
    package let sets: [Set<Anchor>]

    package static let none = Anchors(sets: [])
    package static func anyOf(_ anchors: Set<Anchor>) -> Anchors { Anchors(sets: [anchors]) }

    /// The set that the fewest articles have: more anchors are likelier, and rare kinds rarer.
    var rarest: Set<Anchor>? { sets.min { weight(of: $0) < weight(of: $1) } }

    private func weight(of set: Set<Anchor>) -> Int { set.reduce(0) { $0 + $1.weight } }

    /// For conditions that must all hold.
    static func all(_ list: [Anchors]) -> Anchors { Anchors(sets: list.flatMap(\.sets)) }

    /// For conditions of which one must hold: each may be the one, by its rarest set.
    static func any(_ list: [Anchors]) -> Anchors {
        var union: Set<Anchor> = []
        for anchors in list {
            guard let rarest = anchors.rarest else { return .none }
            union.formUnion(rarest)
        }
        return list.isEmpty ? .none : .anyOf(union)
    }
}

package enum Anchor: Hashable, Sendable {
    case leaf(Int)
    case lexicon(Int)
    case country(CountryID)
    case region(RegionID)
    /// Also anchored by persons, whose office depends on the day.
    case office(Int)
    case eventType(Int)

    var weight: Int {
        switch self {
        case .leaf: 1
        case .lexicon: 30
        case .country, .region: 100
        case .office, .eventType: 300
        }
    }
}
