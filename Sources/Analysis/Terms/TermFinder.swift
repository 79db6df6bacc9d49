/// Finds the terms of an automaton in the tokens of one article.
///
/// Lives only inside ``Analyzer/findTerms(in:)``, which keeps the buffers below alive; every index into them is a token index less than
/// `tokens.count`, or a range that a token itself names.
struct TermFinder {
    let automaton: TermAutomaton
    let vocabulary: Vocabulary
    /// The bit of the article's language.
    let language: UInt16
    let text: UnsafeBufferPointer<UInt8>
    let tokens: UnsafeBufferPointer<Token>
    let readings: UnsafeBufferPointer<Reading>
    let units: UnsafeBufferPointer<UInt16>
    var hits: [Hit]

    /// What may not stand between two words of a phrase: the end of a sentence, of a line, or of a field.
    private static let breaks: Token.Gap = [.newline, .field, .mark, .bullet, .openBracket, .closeBracket, .colon, .dash]

    /// Appends all hits, in order of their first token, then of their length.
    mutating func find() {
        for index in tokens.indices {
            let before = hits.count
            let token = tokens[index]
            for reading in readings(of: token) {
                for symbol in vocabulary.symbols(of: reading.form) {
                    let node = automaton.root(symbol)
                    if node != 0 { walk(node, from: index, to: index + 1, clitics: reading.clitics) }
                }
            }
            if !vocabulary.prefixes.isEmpty {
                for symbol in prefixSymbols(at: index) where automaton.root(symbol) != 0 {
                    walk(automaton.root(symbol), from: index, to: index + 1, clitics: [])
                }
            }
            if hits.count > before + 1 { sortHits(from: before) }
        }
    }

    @inline(__always)
    private func readings(of token: Token) -> Slice<UnsafeBufferPointer<Reading>> {
        readings[Int(token.readings)..<Int(token.readings) + Int(token.readingCount)]
    }

    private func prefixSymbols(at index: Int) -> [Vocabulary.SymbolID] {
        let token = tokens[index]
        var symbols: [Vocabulary.SymbolID] = []
        let own = UnsafeBufferPointer(rebasing: units[Int(token.units)..<Int(token.units) + Int(token.unitCount)])
        vocabulary.prefixes.forEachSymbol(of: own) { symbols.append($0) }
        return symbols
    }

    private mutating func sortHits(from start: Int) {
        hits[start...].sort { ($0.end, $0.term) < ($1.end, $1.term) }
        // Two readings of one word may lead to the same term.
        var kept = start + 1
        for index in hits.indices.dropFirst(start + 1) {
            let (hit, last) = (hits[index], hits[kept - 1])
            if hit.end == last.end, hit.term == last.term {
                hits[kept - 1].clitics.formUnion(hit.clitics)
            } else {
                hits[kept] = hit
                kept += 1
            }
        }
        hits.removeSubrange(kept...)
    }

    /// Follows every path from `node`, whose last word is token `end - 1`.
    private mutating func walk(_ node: UInt32, from start: Int, to end: Int, clitics: Clitics) {
        for term in automaton.outputs(of: node) where accepts(term, start..<end) {
            hits.append(Hit(term: term, start: UInt32(start), end: UInt32(end), clitics: clitics))
        }
        guard automaton.hasChildren(node), end < tokens.count, end - start < TermAutomaton.maximumWords else { return }
        let next = tokens[end]
        guard next.gap.isDisjoint(with: Self.breaks) else { return }
        var node = node
        if next.gap.contains(.fullStop), !continuesAbbreviation(at: end) { return }
        if next.gap.contains(.comma) {
            node = automaton.child(of: node, TermAutomaton.comma)
            if node == 0 { return }
        }
        for reading in readings(of: next) {
            // Inside a phrase Arabic joins the article and ل or ب, never a conjunction.
            guard reading.clitics.isDisjoint(with: .conjunctions) else { continue }
            for symbol in vocabulary.symbols(of: reading.form) {
                let child = automaton.child(of: node, symbol)
                if child != 0 { walk(child, from: start, to: end + 1, clitics: clitics.union(reading.clitics.intersection(.pronoun))) }
            }
        }
        guard !vocabulary.prefixes.isEmpty else { return }
        for symbol in prefixSymbols(at: end) {
            let child = automaton.child(of: node, symbol)
            if child != 0 { walk(child, from: start, to: end + 1, clitics: clitics) }
        }
    }

    /// `EE. UU.`, `St. Kitts`: a full stop after a short word does not end a phrase.
    private func continuesAbbreviation(at index: Int) -> Bool {
        !tokens[index].gap.contains(.blank) || tokens[index - 1].unitCount <= 3
    }

    private func accepts(_ id: TermID, _ range: Range<Int>) -> Bool {
        let conditions = automaton.conditions[Int(id)]
        guard conditions.languages & language != 0 else { return false }
        if conditions.capitals != 0 {
            for (word, index) in range.enumerated() where conditions.capitals & (1 << UInt16(truncatingIfNeeded: word)) != 0 {
                guard tokens[index].shape.contains(.capitalized) else { return false }
            }
        }
        guard conditions.isSpecial else { return true }
        let term = automaton.terms[Int(id)]
        if !term.exact.isEmpty {
            for (word, index) in range.enumerated() {
                let token = tokens[index]
                guard text[Int(token.start)..<token.end].elementsEqual(term.exact[word]) else { return false }
            }
        }
        if term.endsWithColon {
            guard range.upperBound < tokens.count, tokens[range.upperBound].gap.contains(.colon) else { return false }
        }
        return !term.startsWithBracket || tokens[range.lowerBound].gap.contains(.openBracket)
    }
}
