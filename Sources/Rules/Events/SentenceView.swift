import Analysis

/// One sentence with what was found in it, laid out by token for the matchers that walk over it.
///
/// Reused from sentence to sentence; holds only indices and small values.
struct SentenceView {
    /// Something found at a token: a hit's meaning with its extent.
    struct Item {
        let meaning: Meaning
        let range: Range<Int>
        let clitics: Clitics
        let term: TermID
    }

    private(set) var tokens: Range<Int> = 0..<0
    private(set) var items: [Item] = []
    /// First item at each token, by offset from the sentence's start; one more at the end.
    private var firstItem: [Int] = []
    private(set) var hasTrigger = false
    /// Word classes by token offset.
    private(set) var classes: [WordClass] = []

    mutating func fill(sentence: AnalyzedArticle.Sentence, hits: ArraySlice<Hit>, in article: AnalyzedArticle, _ rules: RuleSet) {
        tokens = sentence.tokens
        items.removeAll(keepingCapacity: true)
        firstItem.removeAll(keepingCapacity: true)
        classes.removeAll(keepingCapacity: true)
        hasTrigger = false
        var next = hits.startIndex
        let slot = article.languageSlot ?? 0
        for index in tokens {
            firstItem.append(items.count)
            while next < hits.endIndex, Int(hits[next].start) < index { next += 1 }
            while next < hits.endIndex, Int(hits[next].start) == index {
                let hit = hits[next]
                if hit.range.upperBound <= tokens.upperBound {
                    for meaning in rules.meanings(of: hit.term) {
                        if case .trigger = meaning { hasTrigger = true }
                        items.append(Item(meaning: meaning, range: hit.range, clitics: hit.clitics, term: hit.term))
                    }
                }
                next += 1
            }
            classes.append(wordClass(of: index, slot: slot, in: article, rules))
        }
        firstItem.append(items.count)
        for item in items {
            guard case .wordClass(let wordClass) = item.meaning else { continue }
            for index in item.range { classes[index - tokens.lowerBound].formUnion(wordClass) }
        }
    }

    private func wordClass(of token: Int, slot: Int, in article: AnalyzedArticle, _ rules: RuleSet) -> WordClass {
        var wordClass: WordClass = []
        for reading in article.readings(of: token) where reading.clitics.isSubset(of: .conjunctions) {
            wordClass.formUnion(rules.analyzer.vocabulary.wordClass(of: reading.form, language: slot))
        }
        return wordClass
    }

    /// What begins at a token.
    func items(at token: Int) -> ArraySlice<Item> {
        guard tokens.contains(token) else { return [] }
        let offset = token - tokens.lowerBound
        return items[firstItem[offset]..<firstItem[offset + 1]]
    }

    /// The token before a mention that may govern it, past up to two determiners.
    func governor(of mention: Range<Int>) -> Int {
        var token = mention.lowerBound - 1
        while wordClass(at: token).contains(.determiner), mention.lowerBound - token < 3 { token -= 1 }
        return token
    }

    func wordClass(at token: Int) -> WordClass { tokens.contains(token) ? classes[token - tokens.lowerBound] : [] }
}
