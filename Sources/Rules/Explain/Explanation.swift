package import Analysis

/// Why a rule holds of an article, or why not.
package struct Explanation {
    package let rule: Rule
    package let article: AnalyzedArticle
    package let matches: [Matcher.Match]
    /// What kept the rule from holding; nil when it holds.
    let deciding: RuleEvaluation.Deciding?
    package let tree: TraceNode
    /// Some word of the article led to the rule; otherwise it would not have been looked at.
    package let isCandidate: Bool

    /// How tests name the deciding condition: `status cancelled`.
    package var decidingCondition: String? { matches.isEmpty ? deciding?.condition ?? "match" : nil }
    package var decidingDetail: String? { matches.isEmpty ? deciding?.detail : nil }
}

extension TraceNode {
    /// The tree as indented lines: `+` holds, `-` does not; then the words it stands on, or why not.
    package func lines(in article: AnalyzedArticle, depth: Int = 0) -> [String] {
        let indent = String(repeating: "  ", count: depth)
        var line = "\(indent)\(holds ? "+" : "-") \(label)"
        if !spans.isEmpty {
            let words = spans.prefix(5).map {
                "\u{2068}\(article.surface($0))\u{2069} [\(article.sentences[Int(article.sentenceOfToken[$0.lowerBound])].zone.rawValue)]"
            }
            line += ": " + words.joined(separator: ", ") + (spans.count > 5 ? ", …" : "")
        }
        if let note { line += " (\(note))" }
        return [line] + children.flatMap { $0.lines(in: article, depth: depth + 1) }
    }
}
