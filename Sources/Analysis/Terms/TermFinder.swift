/// Finds the terms of an automaton in the tokens of one article.
///
/// Lives only inside ``Analyzer/findTerms(in:)``, which keeps the buffers below alive; every index into them is a token index less than
/// `tokens.count`, a range that a token itself names, a form of the vocabulary, or a node of the automaton.
struct TermFinder {
    let automaton: TermAutomaton
    let vocabulary: Vocabulary
    /// The bit of the article's language.
    let language: UInt16
    let text: UnsafeBufferPointer<UInt8>
    let tokens: UnsafeBufferPointer<Token>
    let readings: UnsafeBufferPointer<Reading>
    let units: UnsafeBufferPointer<UInt16>
    let startsOfForm: UnsafeBufferPointer<UInt32>
    let starts: UnsafeBufferPointer<TermAutomaton.Start>
    let nodes: UnsafeBufferPointer<TermAutomaton.Node>
    let outputs: UnsafeBufferPointer<TermAutomaton.Output>
    let hasPrefixes: Bool
    var hits: [Hit] = []

    /// What may not stand between two words of a phrase: the end of a sentence, of a line, or of a field.
    private static let breaks = Token.Gap(
        rawValue: Token.Gap.newline.rawValue | Token.Gap.field.rawValue | Token.Gap.mark.rawValue | Token.Gap.bullet.rawValue
            | Token.Gap.openBracket.rawValue | Token.Gap.closeBracket.rawValue | Token.Gap.colon.rawValue | Token.Gap.dash.rawValue)

    /// Appends all hits, in order of their first token, then of their length.
    mutating func find() {
        for index in tokens.indices {
            let before = hits.count
            let token = tokens[index]
            // A word after which no phrase can go on is only looked at for itself.
            let goesOn =
                index + 1 < tokens.count && (tokens[index + 1].readingCount > 0 || hasPrefixes)
                && isJoined(at: index + 1)
            for reading in Int(token.readings)..<Int(token.readings) + Int(token.readingCount) {
                let form = Int(readings[reading].form)
                for start in Int(startsOfForm[form])..<Int(startsOfForm[form + 1])
                where starts[start].rootLanguages & language != 0 && (goesOn || starts[start].endsTerm) {
                    walk(starts[start].node, from: index, to: index + 1, clitics: readings[reading].clitics)
                }
            }
            if hasPrefixes {
                for symbol in prefixSymbols(at: index) where automaton.root(symbol) != 0 {
                    walk(automaton.root(symbol), from: index, to: index + 1, clitics: [])
                }
            }
            if hits.count > before + 1 { sortHits(from: before) }
        }
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
    private mutating func walk(_ id: UInt32, from start: Int, to end: Int, clitics: Clitics) {
        let node = nodes[Int(id)]
        for output in Int(node.firstOutput)..<Int(node.endOutput)
        where outputs[output].languages & language != 0 && accepts(outputs[output], start, end) {
            hits.append(Hit(term: outputs[output].term, start: UInt32(start), end: UInt32(end), clitics: clitics))
        }
        guard node.hasChildren, end < tokens.count, end - start < TermAutomaton.maximumWords else { return }
        let next = tokens[end]
        guard next.readingCount > 0 || hasPrefixes, isJoined(at: end) else { return }
        var (id, children) = (id, node.children)
        if next.gap.contains(.fullStop), !continuesAbbreviation(at: end) { return }
        if next.gap.contains(.comma) {
            id = automaton.child(of: id, TermAutomaton.comma)
            if id == 0 { return }
            children = nodes[Int(id)].children
        }
        for reading in Int(next.readings)..<Int(next.readings) + Int(next.readingCount) {
            // Inside a phrase Arabic joins the article and ل or ب, never a conjunction.
            guard readings[reading].clitics.isDisjoint(with: .conjunctions) else { continue }
            let form = Int(readings[reading].form)
            for start2 in Int(startsOfForm[form])..<Int(startsOfForm[form + 1])
            where starts[start2].languages & language != 0 && children & TermAutomaton.bit(starts[start2].symbol) != 0 {
                let child = automaton.child(of: id, starts[start2].symbol)
                if child != 0, nodes[Int(child)].languages & language != 0 {
                    walk(child, from: start, to: end + 1, clitics: clitics.union(readings[reading].clitics.intersection(.pronoun)))
                }
            }
        }
        guard hasPrefixes else { return }
        for symbol in prefixSymbols(at: end) {
            let child = automaton.child(of: id, symbol)
            if child != 0 { walk(child, from: start, to: end + 1, clitics: clitics) }
        }
    }

    /// Whether a phrase may go on at a token; the colon of `10:30` and `3:2` divides nothing.
    private func isJoined(at index: Int) -> Bool {
        let gap = tokens[index].gap
        if gap.isDisjoint(with: Self.breaks) { return true }
        return gap.rawValue == Token.Gap.colon.rawValue && tokens[index].shape.contains(.number)
            && tokens[index - 1].shape.contains(.number)
    }

    /// `EE. UU.`, `St. Kitts`: a full stop after a short word does not end a phrase.
    private func continuesAbbreviation(at index: Int) -> Bool {
        !tokens[index].gap.contains(.blank) || tokens[index - 1].unitCount <= 3
    }

    @inline(__always)
    private func accepts(_ output: TermAutomaton.Output, _ start: Int, _ end: Int) -> Bool {
        if output.capitals != 0 {
            for word in 0..<end - start where output.capitals & (1 << UInt16(truncatingIfNeeded: word)) != 0 {
                guard tokens[start + word].shape.contains(.capitalized) else { return false }
            }
        }
        return !output.isSpecial || acceptsSpecial(output.term, start..<end)
    }

    private func acceptsSpecial(_ id: TermID, _ range: Range<Int>) -> Bool {
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
