package import Diagnostics

/// One condition of an explanation, as the evaluation found it.
package struct TraceNode: Sendable {
    package var label: String
    /// As tests name it.
    package var name = ""
    package var holds = false
    /// Tokens that it stands on.
    package var spans: [Range<Int>] = []
    /// Why it does not hold, or how it came to.
    package var note: String?
    /// What stands in the article and would nearly have done.
    package var nearMisses: [String] = []
    /// Of each requirement that failed, the names by which a test may call it.
    package var requirements: [[String]] = []
    package var children: [TraceNode] = []
    /// Where its author wrote it, when that was kept.
    package var place: SourceRange?
    /// Where its words were listed.
    var sources: [TermSource] = []

    package init(label: String, holds: Bool = false, spans: [Range<Int>] = [], note: String? = nil, children: [TraceNode] = []) {
        self.label = label
        self.spans = spans
        self.holds = holds
        self.note = note
        self.children = children
    }

    init(_ condition: any Condition) {
        label = condition.label
        name = condition.name
        sources = condition.sources
        place = (condition as? PlacedCondition)?.place
    }

    mutating func finish(_ outcome: Outcome, of condition: any Condition) {
        holds = outcome.holds
        spans = outcome.spans
        note = outcome.note
        guard outcome.holds else {
            requirements = outcome.requirements ?? condition.requirements(of: children)
            return
        }
        // What nearly held is nobody's concern where it need not.
        for index in children.indices { children[index].dropNearMisses() }
    }

    private mutating func dropNearMisses() {
        nearMisses = []
        for index in children.indices { children[index].dropNearMisses() }
    }
}
