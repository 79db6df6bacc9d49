/// Something that takes evidence away from a rule.
struct Exclusion: Sendable {
    /// How evidence stands to what is excluded, so that it is taken away.
    enum Relation: Sendable, Equatable {
        /// It overlaps it.
        case overlapping
        /// At most so many words lie between.
        case near(distance: Int)
        /// It stands before it in the same sentence, at most so many words away.
        case before(distance: Int)
        case after(distance: Int)
        /// It contains it.
        case containing
        /// It does not contain it.
        case notContaining
        /// It stands in the same sentence.
        case sentence
        case paragraph
        case article
    }

    /// As explanations and tests call it: its id; behind that of the filter, when it comes from one.
    let id: String
    let condition: any Condition
    let relation: Relation
    /// Index of the event's role whose mention alone is looked at; nil for all evidence.
    let role: Int?

    /// What it does, before the words that it found.
    var verb: String {
        switch relation {
        case .overlapping: "removes"
        case .near: "removes what is near"
        case .before: "removes what stands before"
        case .after: "removes what stands after"
        case .containing: "removes what contains"
        case .notContaining: "removes what does not contain"
        case .sentence: "removes the sentence of"
        case .paragraph: "removes the paragraph of"
        case .article: "removes all, because of"
        }
    }
}

/// What an exclusion found in one article.
struct Removal {
    let relation: Exclusion.Relation
    /// For relations of place: spans that no evidence may overlap; for the others, what was found.
    let spans: [Range<Int>]
    let sentenceOfToken: [UInt32]

    /// Containing something is asked of a whole finding, such as all that stands near each other, not of each word in it.
    var isOfWhole: Bool { relation == .containing || relation == .notContaining }

    func takes(_ evidence: Range<Int>) -> Bool {
        switch relation {
        case .overlapping, .near, .sentence, .paragraph, .article: spans.contains { $0.overlaps(evidence) }
        case .before(let distance): spans.contains { isNext($0, after: evidence, distance) }
        case .after(let distance): spans.contains { isNext(evidence, after: $0, distance) }
        case .containing: contains(evidence)
        case .notContaining: !contains(evidence)
        }
    }

    private func contains(_ evidence: Range<Int>) -> Bool {
        spans.contains { evidence.lowerBound <= $0.lowerBound && $0.upperBound <= evidence.upperBound }
    }

    private func isNext(_ span: Range<Int>, after other: Range<Int>, _ distance: Int) -> Bool {
        span.lowerBound >= other.upperBound && span.lowerBound - other.upperBound <= distance
            && sentenceOfToken[span.lowerBound] == sentenceOfToken[other.lowerBound]
    }
}
