/// Which of up to 32 groups of terms an article may hold a term of, told from its word forms alone.
///
/// Of each term one word is watched, of a phrase two neighbours: where they are missing, the term cannot be found. So a group that the gate rules
/// out has no hit; one that it lets through may have none either.
package struct FormGate: Sendable {
    package typealias Groups = UInt32

    /// What a form gives away.
    private struct Watch {
        /// Groups with a term of this one word.
        var alone: Groups = 0
        /// Groups with a phrase in which it stands first of two watched words.
        var first: Groups = 0
        var second: Groups = 0

        mutating func formUnion(_ other: Watch) {
            alone |= other.alone
            first |= other.first
            second |= other.second
        }
    }

    private let watchOfForm: [Watch]
    /// Groups that no form gives away.
    private let always: Groups

    /// - Parameters:
    ///   - terms: index is the term's id.
    ///   - groupsOfTerm: the groups each term belongs to, a bit each.
    ///   - open: groups that something else than a term may stand for.
    package init(terms: [Term], groupsOfTerm: [Groups], open: Groups, vocabulary: Vocabulary) {
        var termCount: [Vocabulary.SymbolID: Int] = [:]
        for term in terms { for symbol in term.symbols { termCount[symbol, default: 0] += 1 } }
        var isFrequent: Set<Vocabulary.SymbolID> = []
        var hasForm: Set<Vocabulary.SymbolID> = []
        for form in 0..<vocabulary.formCount {
            hasForm.formUnion(vocabulary.symbols(of: FormID(form)))
            if vocabulary.isFrequent(FormID(form)) { isFrequent.formUnion(vocabulary.symbols(of: FormID(form))) }
        }
        var watchOfSymbol: [Vocabulary.SymbolID: Watch] = [:]
        var always = open
        let used = groupsOfTerm.reduce(0, |)
        for group in (0..<Groups.bitWidth).map({ Groups(1) << Groups($0) }) {
            guard used & group != 0 else { continue }
            let members = zip(terms, groupsOfTerm).filter { $0.1 & group != 0 }.map(\.0)
            var covered: [Vocabulary.SymbolID: Int] = [:]
            for term in members { for symbol in term.symbols { covered[symbol, default: 0] += 1 } }
            // How well a word tells this group: the part of its terms that are of the group, a word of many terms before one of few.
            func worth(_ symbol: Vocabulary.SymbolID) -> Double {
                Double(covered[symbol] ?? 0) / Double((termCount[symbol] ?? 0) + 2) - (isFrequent.contains(symbol) ? 1 : 0)
            }
            for term in members {
                // A comma is no token, and the word of a prefix is known by no form.
                let words = term.symbols.filter { $0 != TermAutomaton.comma }
                let known = words.indices.filter { hasForm.contains(words[$0]) }
                guard let best = known.max(by: { worth(words[$0]) < worth(words[$1]) }) else {
                    always |= group
                    continue
                }
                // Pairs with small words would meet each other: `of` that follows one word and leads another.
                let neighbours = [best - 1, best + 1].filter { known.contains($0) && !isFrequent.contains(words[$0]) }
                guard let other = neighbours.max(by: { worth(words[$0]) < worth(words[$1]) }) else {
                    watchOfSymbol[words[best], default: Watch()].alone |= group
                    continue
                }
                watchOfSymbol[words[min(best, other)], default: Watch()].first |= group
                watchOfSymbol[words[max(best, other)], default: Watch()].second |= group
            }
        }
        self.always = always
        watchOfForm = (0..<vocabulary.formCount).map { form in
            vocabulary.symbols(of: FormID(form)).reduce(into: Watch()) { $0.formUnion(watchOfSymbol[$1] ?? Watch()) }
        }
    }

    /// The groups of which the article may hold a term.
    package func groups(of article: AnalyzedArticle) -> Groups {
        var groups = always
        var last = Watch()
        watchOfForm.withUnsafeBufferPointer { watchOfForm in
            article.readings.withUnsafeBufferPointer { readings in
                for token in article.tokens {
                    var watch = Watch()
                    for reading in Int(token.readings)..<Int(token.readings) + Int(token.readingCount) {
                        watch.formUnion(watchOfForm[Int(readings[reading].form)])
                    }
                    groups |= watch.alone | (last.first & watch.second)
                    last = watch
                }
            }
        }
        return groups
    }
}
