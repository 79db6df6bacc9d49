import Analysis
import Articles
import Diagnostics

/// Looks for words that nearly are terms: out of scope, in another language, in other letters, apart, mistyped.
///
/// Bounded, whatever the article and however many the terms: so many words are compared and no more.
struct NearMissSearch {
    let context: MatchContext
    let sources: [TermSource]
    private var stepsLeft = 100_000

    private static let maximumMisses = 4
    private static let maximumTerms = 2000

    init(_ context: MatchContext, _ sources: [TermSource]) {
        self.context = context
        self.sources = sources
    }

    private var article: AnalyzedArticle { context.article }
    private var rules: RuleSet { context.rules }

    mutating func misses() -> [String] {
        var misses = hidden()
        guard let written = rules.written else { return misses }
        let entries = sources.flatMap { written.entries(of: $0) }
        if let miss = language(entries) { misses.append(miss) }
        let slot = article.languageSlot
        let own = entries.filter { $0.language == nil || $0.language == slot }.prefix(Self.maximumTerms)
        let positions = positions(of: Set(own.flatMap { rules.analyzer.automaton.terms[Int($0.term)].symbols }))
        let words = visibleWords()
        for entry in own where misses.count < Self.maximumMisses {
            let miss = otherLetters(entry) ?? mistypedPhrase(entry, positions) ?? apart(entry, positions) ?? mistyped(entry, words)
            if let miss, !misses.contains(miss) { misses.append(miss) }
        }
        return misses
    }

    // MARK: Where nobody looks

    /// Hits that the condition may not see.
    private func hidden() -> [String] {
        var misses: [String] = []
        for hit in article.hits where !context.isVisible(hit.range) {
            guard rules.meanings(of: hit.term).contains(where: { TermSource($0).map(sources.contains) ?? false }) else { continue }
            let zone = article.zone(of: hit.range.lowerBound)
            let place =
                context.removals.contains { $0.takes(hit.range) }
                ? "an exclusion takes it away"
                : context.view.zones.contains(zone) ? "outside of the bounds" : "in \(zone.words), out of scope"
            let miss = "\(quoted(article.surface(hit.range))) stands there, but \(place)"
            if !misses.contains(miss) { misses.append(miss) }
            if misses.count == Self.maximumMisses { break }
        }
        return misses
    }

    private func language(_ entries: [WrittenTerms.Entry]) -> String? {
        guard let first = entries.first, !entries.contains(where: { $0.language == nil || $0.language == article.languageSlot }) else {
            return nil
        }
        let codes = Set(entries.compactMap(\.language)).map { rules.knowledge.languages[$0].tag.code }.sorted().joined(separator: ", ")
        return "the article is in \(article.language?.code ?? "no known language"); \(quoted(first.text)) and its like are in \(codes)"
    }

    // MARK: Nearly the word

    /// `=OPEC` where `Opec` stands.
    private func otherLetters(_ entry: WrittenTerms.Entry) -> String? {
        let exact = rules.analyzer.automaton.terms[Int(entry.term)].exact
        guard !exact.isEmpty else { return nil }
        let keys = Tokenizer().words(of: String(entry.text.dropFirst())).map { Tokenizer.key(of: $0.units) }
        guard let first = keys.first else { return nil }
        for token in article.tokens.indices where article.tokens[token].key == first && token + keys.count <= article.tokens.count {
            let span = token..<token + keys.count
            guard context.isVisible(span), zip(span, keys).allSatisfy({ article.tokens[$0].key == $1 }) else { continue }
            return "\(quoted(article.surface(span))) differs from \(quoted(entry.text)) in capitals or marks only"
        }
        return nil
    }

    /// The words of a phrase, but not beside each other.
    private func apart(_ entry: WrittenTerms.Entry, _ positions: [Vocabulary.SymbolID: [Int]]) -> String? {
        let symbols = rules.analyzer.automaton.terms[Int(entry.term)].symbols.filter { $0 != TermAutomaton.comma }
        guard symbols.count > 1 else { return nil }
        let found = symbols.compactMap { positions[$0]?.first }
        guard found.count == symbols.count else { return nil }
        let words = found.map { quoted(article.surface($0..<$0 + 1)) }
        return
            "\(words.dropLast().joined(separator: ", ")) and \(words.last ?? "") stand there, but not as the phrase \(quoted(entry.text))"
    }

    private mutating func mistyped(_ entry: WrittenTerms.Entry, _ words: [Word]) -> String? {
        let isPrefix = entry.text.hasSuffix("*")
        guard rules.analyzer.automaton.terms[Int(entry.term)].exact.isEmpty, stepsLeft > 0 else { return nil }
        let parts = Tokenizer().words(of: isPrefix ? String(entry.text.dropLast()) : entry.text)
        guard parts.count == 1, let term = parts.first?.units, term.count >= Self.minimumUnits else { return nil }
        let limit = term.count >= Self.longUnits ? 2 : 1
        let letters = LetterSet.letters(of: term)
        for word in words {
            stepsLeft -= 1
            guard stepsLeft > 0 else { return nil }
            let units = article.units(of: word.token)
            let surface = quoted(article.surface(word.token..<word.token + 1))
            if !isPrefix, units.count > term.count, units.count <= term.count + Self.maximumEnding, units.starts(with: term) {
                return "\(surface) begins with \(quoted(entry.text)), but is not listed (`\(entry.text)*` would take it)"
            }
            // Letters that only one of them has; a change costs at most two.
            guard abs(units.count - term.count) <= limit, (letters ^ word.letters).nonzeroBitCount <= 2 * limit else { continue }
            stepsLeft -= term.count
            let distance = editDistance(Array(units), term, limit: limit)
            if let distance, distance > 0 { return "\(surface) is near \(quoted(entry.text))" }
        }
        return nil
    }

    /// A phrase of which one word is mistyped: one of its first two words tells where to look.
    private mutating func mistypedPhrase(_ entry: WrittenTerms.Entry, _ positions: [Vocabulary.SymbolID: [Int]]) -> String? {
        let term = rules.analyzer.automaton.terms[Int(entry.term)]
        let words = Tokenizer().words(of: entry.text)
        guard words.count > 1, words.count == term.symbols.count, term.exact.isEmpty else { return nil }
        for known in 0..<2 {
            for token in positions[term.symbols[known]] ?? [] where token >= known {
                let span = token - known..<token - known + words.count
                stepsLeft -= words.count
                guard stepsLeft > 0 else { return nil }
                guard span.upperBound <= article.tokens.count, context.isVisible(span) else { continue }
                let others = zip(span, term.symbols).enumerated().filter { _, pair in !stands(pair.0, for: pair.1) }
                guard others.count == 1, let other = others.first else { continue }
                let (right, found) = (words[other.offset].units, Array(article.units(of: other.element.0)))
                guard right.count >= Self.minimumUnits, right != found else { continue }
                stepsLeft -= right.count
                if editDistance(found, right, limit: right.count >= Self.longUnits ? 2 : 1) != nil {
                    return "\(quoted(article.surface(span))) is near \(quoted(entry.text))"
                }
            }
        }
        return nil
    }

    private func stands(_ token: Int, for symbol: Vocabulary.SymbolID) -> Bool {
        article.readings(of: token).contains { rules.analyzer.vocabulary.symbols(of: $0.form).contains(symbol) }
    }

    /// Shorter words are near too many others.
    private static let minimumUnits = 4
    private static let longUnits = 8
    private static let maximumEnding = 4

    // MARK: The article

    private struct Word {
        let token: Int
        let letters: UInt64
    }

    /// One token of each word that the condition may see.
    private func visibleWords() -> [Word] {
        var seen: Set<UInt64> = []
        return article.tokens.indices.compactMap { token in
            guard article.tokens[token].unitCount >= Self.minimumUnits - 1, context.isVisible(token..<token + 1),
                seen.insert(article.tokens[token].key).inserted
            else { return nil }
            return Word(token: token, letters: LetterSet.letters(of: article.units(of: token)))
        }
    }

    /// Where the words that stand for some symbols are.
    private func positions(of symbols: Set<Vocabulary.SymbolID>) -> [Vocabulary.SymbolID: [Int]] {
        var positions: [Vocabulary.SymbolID: [Int]] = [:]
        for token in article.tokens.indices where context.isVisible(token..<token + 1) {
            for reading in article.readings(of: token) {
                for symbol in rules.analyzer.vocabulary.symbols(of: reading.form) where symbols.contains(symbol) {
                    if positions[symbol]?.last != token { positions[symbol, default: []].append(token) }
                }
            }
        }
        return positions
    }
}

/// Which letters a word has, to rule out others at a glance.
enum LetterSet {
    /// A bit for each letter; different letters may share one.
    static func letters(of units: some Sequence<UInt16>) -> UInt64 { units.reduce(0) { $0 | 1 << UInt64($1 & 63) } }
}
