import Analysis
import Diagnostics

// What each kind of condition calls nearly found.

extension TermsCondition {
    package func nearMisses(in context: inout MatchContext) -> [String] {
        var search = NearMissSearch(context, sources)
        return search.misses()
    }
}

extension LexiconCondition {
    package func nearMisses(in context: inout MatchContext) -> [String] {
        var search = NearMissSearch(context, sources)
        return search.misses()
    }
}

extension ListCondition {
    package func nearMisses(in context: inout MatchContext) -> [String] {
        var search = NearMissSearch(context, sources)
        return search.misses()
    }
}

extension EntityCondition {
    package func nearMisses(in context: inout MatchContext) -> [String] {
        if let weakNames, let span = context.spans(ofLeaf: weakNames).first {
            return ["\(quoted(context.article.surface(span))) is a weak name: it counts only where a full one stands too"]
        }
        var search = NearMissSearch(context, sources)
        return search.misses()
    }
}

extension CountryCondition {
    package func nearMisses(in context: inout MatchContext) -> [String] {
        context.otherMentions {
            $0.country
        } described: { context, id in
            context.rules.knowledge.world.countries[id].code
        }
    }
}

extension RegionCondition {
    package func nearMisses(in context: inout MatchContext) -> [String] {
        let shown = shown
        return context.otherMentions {
            $0.country
        } described: { context, id in
            "\(context.rules.knowledge.world.countries[id].code), not in region \(shown)"
        }
    }
}

extension OfficeCondition {
    package func nearMisses(in context: inout MatchContext) -> [String] {
        context.otherMentions {
            $0.posts.first?.office
        } described: { context, id in
            context.rules.knowledge.world.offices[id].id
        }
    }
}

extension EventCondition {
    package func nearMisses(in context: inout MatchContext) -> [String] {
        let rejected = context.rejected.filter { $0.type == type }.prefix(3)
        return rejected.map { "\(quoted(context.article.surface($0.trigger))) might report one, but \($0.reason.text)" }
    }
}

extension NearCondition {
    package func nearMisses(in context: inout MatchContext) -> [String] {
        var lists: [[Range<Int>]] = []
        for part in parts {
            let spans = part.evaluate(in: &context).spans
            guard !spans.isEmpty else { return [] }
            lists.append(spans.sorted { $0.lowerBound < $1.lowerBound })
        }
        // Of two parts that are nowhere near enough, the pair that is furthest apart tells most.
        var worst: Pair?
        for (index, list) in lists.enumerated() {
            for other in lists[(index + 1)...] {
                guard let pair = closest(list, other, context.article) else { continue }
                if worst.map({ $0.words < pair.words }) ?? true { worst = pair }
            }
        }
        return worst.map { [described($0, context.article)] } ?? []
    }

    private struct Pair {
        let left: Range<Int>
        let right: Range<Int>
        let isOneSentence: Bool
        var words: Int { right.lowerBound - left.upperBound }
    }

    /// The pair with the fewest words between; two of one sentence before any other.
    private func closest(_ list: [Range<Int>], _ other: [Range<Int>], _ article: AnalyzedArticle) -> Pair? {
        var best: Pair?
        var index = 0
        for span in list.prefix(1000) {
            while index < other.count, other[index].lowerBound < span.lowerBound { index += 1 }
            for neighbour in [index - 1, index, index + 1] where other.indices.contains(neighbour) && !other[neighbour].overlaps(span) {
                let (left, right) = span.lowerBound < other[neighbour].lowerBound ? (span, other[neighbour]) : (other[neighbour], span)
                let isOne = article.sentenceOfToken[left.lowerBound] == article.sentenceOfToken[right.lowerBound]
                let pair = Pair(left: left, right: right, isOneSentence: isOne)
                guard let known = best else {
                    best = pair
                    continue
                }
                if isOne != known.isOneSentence ? isOne : pair.words < known.words { best = pair }
            }
        }
        return best
    }

    private func described(_ pair: Pair, _ article: AnalyzedArticle) -> String {
        let words = "\(quoted(article.surface(pair.left))) and \(quoted(article.surface(pair.right)))"
        if !pair.isOneSentence { return "\(words) stand in different sentences" }
        if pair.words <= distance { return "\(words) are \(pair.words) words apart, but not in the order that is asked for" }
        return "\(words) are \(pair.words) words apart, \(distance) allowed"
    }
}

extension MatchContext {
    /// What else is named where the condition looks: `Moscow` is RU.
    fileprivate mutating func otherMentions(_ value: (Mention) -> Int?, described: (MatchContext, Int) -> String) -> [String] {
        let spans = mentionSpans { mention, _ in value(mention) != nil }
        var misses: [String] = []
        for span in spans {
            let sentence = Int(article.sentenceOfToken[span.lowerBound])
            guard let mention = mentions(in: sentence).first(where: { $0.range == span && value($0) != nil }), let id = value(mention)
            else {
                continue
            }
            let miss = "\(quoted(article.surface(span))) is \(described(self, id))"
            if !misses.contains(miss) { misses.append(miss) }
            if misses.count == 4 { break }
        }
        return misses
    }
}
