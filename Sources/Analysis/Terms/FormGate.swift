/// Which of up to 32 groups of terms an article may hold a term of, told from its word forms alone.
///
/// Of each term one word is watched, of a phrase two neighbours: where they are missing, the term cannot be found. So a group that the gate rules
/// out has no hit; one that it lets through may have none either.
package struct FormGate: Sendable {
    package typealias Groups = UInt32

    /// What a form gives away.
    fileprivate struct Watch {
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
        var builder = GateBuilder(terms: terms, vocabulary: vocabulary)
        var always = open
        var members = [[TermID]](repeating: [], count: Groups.bitWidth)
        for (term, groups) in groupsOfTerm.enumerated() {
            var left = groups
            while left != 0 {
                members[left.trailingZeroBitCount].append(TermID(term))
                left &= left - 1
            }
        }
        for (number, members) in members.enumerated() where !members.isEmpty {
            if !builder.watch(members, group: 1 << Groups(number)) { always |= 1 << Groups(number) }
        }
        self.always = always
        watchOfForm = (0..<vocabulary.formCount).map { form in
            vocabulary.symbols(of: FormID(form)).reduce(into: Watch()) { $0.formUnion(builder.watchOfSymbol[Int($1)]) }
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

/// Chooses the words of each group that are watched.
private struct GateBuilder {
    private let terms: [Term]
    // By symbol.
    private var termCount: [Int32]
    private var isFrequent: [Bool]
    private var hasForm: [Bool]
    /// Terms of the group at hand.
    private var covered: [Int32]
    private(set) var watchOfSymbol: [FormGate.Watch]

    init(terms: [Term], vocabulary: Vocabulary) {
        self.terms = terms
        termCount = Array(repeating: 0, count: vocabulary.symbolCount)
        covered = termCount
        isFrequent = Array(repeating: false, count: vocabulary.symbolCount)
        hasForm = isFrequent
        watchOfSymbol = Array(repeating: FormGate.Watch(), count: vocabulary.symbolCount)
        for term in terms { for symbol in term.symbols where symbol != TermAutomaton.comma { termCount[Int(symbol)] += 1 } }
        for form in 0..<vocabulary.formCount {
            let frequent = vocabulary.isFrequent(FormID(form))
            for symbol in vocabulary.symbols(of: FormID(form)) {
                hasForm[Int(symbol)] = true
                if frequent { isFrequent[Int(symbol)] = true }
            }
        }
    }

    /// - Returns: false when some term of the group cannot be watched.
    mutating func watch(_ members: [TermID], group: FormGate.Groups) -> Bool {
        count(members, 1)
        defer { count(members, -1) }
        return members.reduce(true) { isWatched, term in watch(terms[Int(term)], group) && isWatched }
    }

    private mutating func count(_ members: [TermID], _ step: Int32) {
        for term in members {
            for symbol in terms[Int(term)].symbols where symbol != TermAutomaton.comma { covered[Int(symbol)] += step }
        }
    }

    private mutating func watch(_ term: Term, _ group: FormGate.Groups) -> Bool {
        // A comma is no token, and the word of a prefix is known by no form.
        let words = term.symbols.filter { $0 != TermAutomaton.comma }.map { Int($0) }
        let known = words.indices.filter { hasForm[words[$0]] }
        guard let best = known.max(by: { worth(words[$0]) < worth(words[$1]) }) else { return false }
        // Pairs with small words would meet each other: `of` that follows one word and leads another.
        let neighbours = [best - 1, best + 1].filter { known.contains($0) && !isFrequent[words[$0]] }
        guard let other = neighbours.max(by: { worth(words[$0]) < worth(words[$1]) }) else {
            watchOfSymbol[words[best]].alone |= group
            return true
        }
        watchOfSymbol[words[min(best, other)]].first |= group
        watchOfSymbol[words[max(best, other)]].second |= group
        return true
    }

    /// How well a word tells the group: the part of its terms that are of the group, a word of many terms before one of few.
    private func worth(_ symbol: Int) -> Double {
        Double(covered[symbol]) / Double(termCount[symbol] + 2) - (isFrequent[symbol] ? 1 : 0)
    }
}
