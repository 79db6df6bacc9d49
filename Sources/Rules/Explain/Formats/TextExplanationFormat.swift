import Analysis
import Articles
import Diagnostics

/// An explanation for people: the verdict and its reason, then the conditions as a tree.
///
/// `+` holds, `-` does not, `!` takes evidence away, `~` nearly held. Text of the article is isolated, so that its direction stays its own.
enum TextExplanationFormat: ExplanationFormat {
    static let name = "text"

    private static let shownSpans = 5
    private static let shownNoise = 8
    private static let shownTriggers = 8

    static func write(_ explanation: Explanation, _ rules: RuleSet, colors: Bool) -> String {
        let ink = Ink(isColored: colors)
        let article = explanation.article
        let holds = !explanation.matches.isEmpty
        var lines = [
            ink.bold("rule \(harmlessWords(explanation.rule.id))") + ": " + (holds ? ink.good("holds") : ink.bad("does not hold"))
        ]
        if let reason = explanation.decidingCondition {
            let detail = explanation.decidingDetail ?? ""
            lines.append(
                "because: " + (detail.hasPrefix(reason) ? harmlessLine(detail) : harmlessWords(reason) + " (\(harmlessLine(detail)))"))
        }
        if let rest = explanation.rest { lines.append("not run: \(harmlessLine(rest))") }
        lines.append(
            "article \(isolatedLine(article.article.id, maximumScalars: 120)): language \(article.language?.code ?? "unknown"), published \(article.article.published?.description ?? "unknown")"
        )
        // A correlation has no words of its own: those of its rules let it in.
        if !explanation.rule.isCorrelation { lines += explanation.prefilter.map { self.lines(of: $0, article) } ?? [] }
        lines.append("")
        // Where the rule holds, words that told nothing are nobody's concern.
        let shown = holds ? 0 : shownTriggers
        let rejected = explanation.tree.children.filter(\.isRejectedTrigger)
        for child in explanation.tree.children.filter({ !$0.isRejectedTrigger }) + rejected.prefix(shown) {
            lines += self.lines(of: child, article, ink, depth: 0)
        }
        if rejected.count > shown { lines.append("  … \(rejected.count - shown) more words that might have reported one") }
        if explanation.tree.children.isEmpty {
            lines.append(harmlessLine("nothing was looked at: \(explanation.tree.note ?? "no event of the type")"))
        }
        return (lines + noise(of: article, ink)).map { $0 + "\n" }.joined() + "\n"
    }

    // MARK: Parts

    private static func lines(of node: TraceNode, _ article: AnalyzedArticle, _ ink: Ink, depth: Int) -> [String] {
        let indent = String(repeating: "  ", count: depth)
        let mark = node.takesAway ? ink.bad("!") : node.holds ? ink.good("+") : ink.bad("-")
        var line = "\(indent)\(mark) \(harmlessWords(node.label))"
        if !node.spans.isEmpty {
            let words = node.spans.prefix(shownSpans).map { span in
                let place = article.place(of: span)
                let (zone, field) = (article.zone(of: span.lowerBound).rawValue, place.field.rawValue)
                let room = zone == field ? zone : "\(zone), \(field)"
                return isolatedLine(article.surface(span), maximumScalars: 120)
                    + ink.dim(" [\(room) \(place.bytes.lowerBound)–\(place.bytes.upperBound)]")
            }
            line += ": " + words.joined(separator: ", ") + (node.spans.count > shownSpans ? ", …" : "")
        }
        if let note = node.note { line += " (\(harmlessLine(note)))" }
        return [line] + node.nearMisses.map { "\(indent)    ~ \(harmlessLine($0))" }
            + node.children.flatMap { lines(of: $0, article, ink, depth: depth + 1) }
    }

    private static func lines(of prefilter: PrefilterTrace, _ article: AnalyzedArticle) -> [String] {
        guard !prefilter.requirements.isEmpty else {
            return ["prefilter: the rule is looked at for every article, since no word is required"]
        }
        return prefilter.requirements.map { requirement in
            if let first = requirement.found.first {
                let words = isolatedLine(article.surface(first), maximumScalars: 120)
                return "prefilter: let in by \(words) (\(harmlessWords(requirement.needs)))"
            }
            if requirement.isHeadline { return "prefilter: let in by the headline (\(harmlessWords(requirement.needs)))" }
            let examples =
                requirement.words.isEmpty ? "" : ", such as " + requirement.words.map { isolatedLine($0) }.joined(separator: ", ")
            return "prefilter: kept out, for no word of the article is of \(harmlessWords(requirement.needs))\(examples)"
        }
    }

    private static func noise(of article: AnalyzedArticle, _ ink: Ink) -> [String] {
        let lines = article.lines.filter { !Zone.content.contains($0.zone) }
        guard !lines.isEmpty else { return [] }
        let shown = lines.prefix(shownNoise).map { line in
            "  " + ink.dim("\(line.zone.rawValue): ") + isolatedLine(article.surface(line.tokens), maximumScalars: 80)
        }
        return ["", "not looked at, unless the rule's scope names it:"] + shown
            + (lines.count > shownNoise ? ["  … \(lines.count - shownNoise) more lines"] : [])
    }
}

extension TraceNode {
    /// A word that might have reported an event.
    var isRejectedTrigger: Bool { label == "trigger" }
    /// An exclusion that struck.
    var takesAway: Bool { holds && label.hasPrefix("exclude ") }
}
