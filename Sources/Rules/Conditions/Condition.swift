package import YAML

/// Something that may hold of an article.
///
/// Adding one: a file in this folder and a line in ``conditionKinds``. Its examples are its tests and its manual.
package protocol Condition: Sendable {
    /// The key under which rules write it.
    static var key: String { get }
    static var summary: String { get }
    static var examples: [ConditionExample] { get }

    /// - Returns: nil when the node says no such condition; the builder has then been told why.
    static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> Self?

    /// What must have been seen for the condition to have a chance.
    var anchors: Anchors { get }
    /// As it is called in explanations.
    var label: String { get }

    /// Types of event that must be extracted for it.
    var eventTypes: Set<Int> { get }

    func evaluate(in context: inout MatchContext) -> Outcome
}

extension Condition {
    package var eventTypes: Set<Int> { [] }
}

/// The kinds of condition.
package let conditionKinds: [any Condition.Type] = [
    AllCondition.self, AnyCondition.self, NoneCondition.self, NearCondition.self,
    TermsCondition.self, LexiconCondition.self, EntityCondition.self, ListCondition.self,
    CountryCondition.self, RegionCondition.self, OfficeCondition.self, EventCondition.self,
]

/// A text that shows what a condition does; English unless it says otherwise.
package struct ConditionExample: Sendable {
    /// YAML, as under `match:`.
    package let condition: String
    package let matches: [String]
    package let misses: [String]
}

/// What a condition found.
package struct Outcome: Sendable {
    package var holds: Bool
    /// Tokens that it stands on, in order.
    package var spans: [Range<Int>]
    /// Why it does not hold, or what nearly did.
    package var note: String?

    static func found(_ spans: [Range<Int>], otherwise note: @autoclosure () -> String? = nil) -> Outcome {
        Outcome(holds: !spans.isEmpty, spans: spans, note: spans.isEmpty ? note() : nil)
    }

    static let missing = Outcome(holds: false, spans: [])
}

/// The hits by which an article reaches a rule: one of these must be there.
package enum Anchors: Sendable {
    /// The condition may hold of any article.
    case none
    case anyOf(Set<Anchor>)

    /// How likely an article is to have one: more anchors are likelier, and rare kinds rarer.
    var weight: Int {
        switch self {
        case .none: .max
        case .anyOf(let anchors): anchors.reduce(0) { $0 + $1.weight }
        }
    }

    /// For conditions that must all hold, the rarest will do.
    static func rarest(_ list: [Anchors]) -> Anchors { list.min { $0.weight < $1.weight } ?? .none }

    /// For conditions of which one must hold, each may be the one.
    static func union(_ list: [Anchors]) -> Anchors {
        var all: Set<Anchor> = []
        for anchors in list {
            guard case .anyOf(let some) = anchors else { return .none }
            all.formUnion(some)
        }
        return list.isEmpty ? .none : .anyOf(all)
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
