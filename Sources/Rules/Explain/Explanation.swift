package import Analysis

/// Why a rule holds of an article, or why not.
package struct Explanation {
    package let rule: Rule
    package let article: AnalyzedArticle
    package let matches: [Matcher.Match]
    /// What kept the rule from holding; nil when it holds.
    let deciding: RuleEvaluation.Deciding?
    package let tree: TraceNode
    /// Events of the types that the rule asks for, matched or not.
    let events: [Event]
    /// Why the rule is not run on the matcher's day, whatever it would find; nil when it is.
    package var rest: String?
    /// How the words of the article led to the rule; nil unless near-misses were asked for.
    package let prefilter: PrefilterTrace?

    /// What kept the rule from holding, as tests name it: `status cancelled`.
    package var decidingCondition: String? {
        guard matches.isEmpty else { return nil }
        return requirements.compactMap(\.first).joined(separator: " and ")
    }
    package var decidingDetail: String? { matches.isEmpty ? deciding?.detail : nil }

    /// What kept another event of the article from being one, where the rule holds of some; else as ``decidingDetail``.
    package var objection: String? { deciding?.detail }

    /// Of each requirement that failed, the names by which a test may call it.
    package var requirements: [[String]] {
        guard matches.isEmpty else { return [] }
        return deciding?.requirements ?? [["match"]]
    }

    /// Whether a name covers everything that failed: then it alone is the reason.
    package func isDecided(by because: String) -> Bool {
        !requirements.isEmpty && requirements.allSatisfy { names in names.contains { Reasons.covers(because, $0) } }
    }
}

extension TraceNode {
    /// The note of the first condition that failed, with its label; nil when none has one.
    var firstReason: String? {
        guard !holds else { return nil }
        for child in children where !child.holds {
            if let reason = child.firstReason { return reason }
        }
        return note.map { "\(label): \($0)" }
    }
}

extension Zone {
    /// As an analyst would call it.
    package var words: String {
        switch self {
        case .title: "the title"
        case .lead: "the lead"
        case .body: "the body"
        case .caption: "a caption"
        case .tags: "tags"
        case .related: "page noise (related)"
        case .boilerplate: "page noise (boilerplate)"
        }
    }
}
