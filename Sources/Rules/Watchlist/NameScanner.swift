import Analysis

/// What a worker keeps from article to article: which symbols each word may be.
package struct NameScratch {
    /// Words of an article are those of the last one; strange ones come and go.
    private static let maximumWords = 1 << 16
    fileprivate var hitsOfWord: [UInt64: [SymbolHit]] = [:]

    package init() {}

    fileprivate mutating func hits(_ key: UInt64, _ make: () -> [SymbolHit]) -> [SymbolHit] {
        if let known = hitsOfWord[key] { return known }
        if hitsOfWord.count >= Self.maximumWords { hitsOfWord.removeAll(keepingCapacity: true) }
        let made = make()
        hitsOfWord[key] = made
        return made
    }
}

/// Finds the names of one index in one article.
///
/// - Complexity: O(*words*), times the names that share their rarest word.
struct NameScanner {
    /// What is further from a listed name is not even nearly it.
    static let leastScore = 50

    let index: NameIndex
    let article: AnalyzedArticle

    func scan(_ scratch: inout NameScratch) -> [NameHit] {
        var hits: [[SymbolHit]] = []
        hits.reserveCapacity(article.tokens.count)
        let lookup = WordLookup(index: index)
        for position in article.tokens.indices { hits.append(symbolHits(at: position, lookup, &scratch)) }
        let aligner = NameAligner(index: index, article: article, hits: hits)
        var found: [NameHit] = []
        for position in hits.indices {
            for hit in hits[position] {
                index.sequencesOfSymbol.forEach(NameIndex.anchorKey(hit.symbol)) { number in
                    if let hit = aligner.align(index.sequences[Int(number)], at: position, hit) { found.append(hit) }
                }
            }
        }
        return found.isEmpty ? [] : Self.best(of: found)
    }

    private func symbolHits(at position: Int, _ lookup: WordLookup, _ scratch: inout NameScratch) -> [SymbolHit] {
        let token = article.tokens[position]
        // The shape of the first letter is no part of the folded word, and its hits do not depend on it.
        let key = token.key ^ UInt64(truncatingIfNeeded: index.leaf) &* 0x9E37_79B9_7F4A_7C15
        var hits = scratch.hits(key) { lookup.hits(of: Array(article.units(of: position)), token.shape, length: 1) }
        hits += joinedHits(at: position, lookup)
        guard Spelling.Script(token.shape)?.isCased == true, !token.shape.contains(.capitalized) else { return hits }
        // Without a capital only what the list writes so too.
        return hits.filter { ($0.how == .exact || $0.how == .inflected) && index.symbols[Int($0.symbol)].isLower }
    }

    /// `Abd al-Rahman`: what the text writes in several words and lists in one.
    private func joinedHits(at position: Int, _ lookup: WordLookup) -> [SymbolHit] {
        guard index.options.spelling != .exact, !index.spelling.isEmpty else { return [] }
        let parser = NameParser(spelling: index.spelling, isExact: false)
        let length = parser.joinedLength(at: position, count: article.tokens.count) { Array(article.units(of: $0)) }
        guard length > 1, (position + 1..<position + length).allSatisfy({ NameAligner.joins(article.tokens[$0].gap) }) else { return [] }
        let units = (position..<position + length).flatMap { article.units(of: $0) }
        return lookup.hits(of: units, article.tokens[position].shape, length: length)
    }

    /// Of one entry's hits that overlap, the best; hits inside a longer name of another entry are dropped.
    private static func best(of found: [NameHit]) -> [NameHit] {
        var kept: [NameHit] = []
        var keptOfEntry: [Int: [Range<Int>]] = [:]
        // A full name before the weak one inside it, however near that is spelt.
        func rank(_ hit: NameHit) -> (Int, Int, Int, Int, Int) {
            (hit.isWeak ? 1 : 0, -hit.score, -hit.range.count, hit.range.lowerBound, hit.name)
        }
        let sorted = found.sorted { rank($0) < rank($1) }
        for hit in sorted where !(keptOfEntry[hit.entry] ?? []).contains(where: { $0.overlaps(hit.range) }) {
            kept.append(hit)
            keptOfEntry[hit.entry, default: []].append(hit.range)
        }
        let byStart = kept.sorted { ($0.range.lowerBound, $0.entry, $0.name) < ($1.range.lowerBound, $1.entry, $1.name) }
        return byStart.filter { hit in
            !kept.contains { $0.range.count > hit.range.count && $0.range.contains(hit.range) && $0.score >= hit.score && !$0.isWeak }
        }
    }
}

extension Range<Int> {
    fileprivate func contains(_ other: Range<Int>) -> Bool { lowerBound <= other.lowerBound && other.upperBound <= upperBound }
}
