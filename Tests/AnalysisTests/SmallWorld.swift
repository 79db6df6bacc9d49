import Analysis
import Articles

/// A handful of words, terms and markers, as rules would compile them.
struct SmallWorld {
    private let tags: [(code: String, script: Token.Shape)]
    private var vocabulary: VocabularyBuilder
    private var symbols: [Key: Vocabulary.SymbolID] = [:]
    private var terms: [Term] = []
    private var markers: [TermID: Marker] = [:]
    private let tokenizer = Tokenizer()

    private struct Key: Hashable {
        let units: [UInt16]
        let isPrefix: Bool
    }

    init(_ tags: [(code: String, script: Token.Shape)] = [("en", .latin)]) {
        self.tags = tags
        vocabulary = VocabularyBuilder(languageCount: tags.count)
    }

    private mutating func symbol(_ units: [UInt16], isPrefix: Bool) -> Vocabulary.SymbolID {
        let key = Key(units: units, isPrefix: isPrefix)
        if let known = symbols[key] { return known }
        let symbol = vocabulary.newSymbol()
        symbols[key] = symbol
        if isPrefix { vocabulary.addPrefix(units, to: symbol) } else { vocabulary.add(units, to: symbol) }
        return symbol
    }

    /// Adds a term; a comma in it is a word of its own, and a `*` at its end makes a prefix of the last word.
    @discardableResult
    mutating func add(
        _ text: String, languages: UInt16 = Term.allLanguages, capitals: Bool = false, exact: Bool = false, colon: Bool = false,
        bracket: Bool = false
    ) -> TermID {
        let isPrefix = text.hasSuffix("*")
        let words = tokenizer.words(of: isPrefix ? String(text.dropLast()) : text)
        var term = Term(symbols: [], languages: languages)
        for (index, word) in words.enumerated() {
            if index > 0, word.gap.contains(.comma) { term.symbols.append(TermAutomaton.comma) }
            term.symbols.append(symbol(word.units, isPrefix: isPrefix && index == words.count - 1))
            if capitals, word.shape.contains(.capitalized) { term.capitals |= 1 << UInt16(index) }
        }
        if words.count == 1, !isPrefix { vocabulary.markStandalone(term.symbols[0]) }
        if exact { term.exact = words.map { Array($0.surface.utf8) } }
        term.endsWithColon = colon
        term.startsWithBracket = bracket
        terms.append(term)
        return TermID(terms.count - 1)
    }

    mutating func addMarker(_ text: String, _ zone: Zone, _ opens: Marker.Extent = .line, _ at: Marker.Position = .start) {
        let id = add(text, colon: text.hasSuffix(":"), bracket: text.hasPrefix("("))
        markers[id] = Marker(zone: zone, opens: opens, at: at)
    }

    mutating func mark(_ words: String, _ wordClass: WordClass, _ code: String) {
        guard let slot = tags.firstIndex(where: { $0.code == code }) else { preconditionFailure("no language \(code)") }
        for word in tokenizer.words(of: words) { vocabulary.mark(word.units, as: wordClass, language: slot) }
    }

    func analyzer() -> Analyzer {
        let languages = tags.compactMap { tag in LanguageTag(tag.code).map { Analyzer.Language(tag: $0, script: tag.script) } }
        let vocabulary = vocabulary.freeze()
        return Analyzer(
            languages: languages, vocabulary: vocabulary, automaton: TermAutomaton(terms: terms, vocabulary: vocabulary), markers: markers)
    }

    func analyze(title: String = "", _ body: String, language: String? = nil) -> AnalyzedArticle {
        var analyzed = AnalyzedArticle()
        analyzer().analyze(Article(id: "1", title: title, body: body, language: language.flatMap { LanguageTag($0) }), into: &analyzed)
        return analyzed
    }
}

/// The words of some bytes, and their folded units.
func cut(_ bytes: [UInt8], _ range: Range<Int>? = nil) -> (tokens: [Token], units: [UInt16]) {
    var tokens: [Token] = []
    var units: [UInt16] = []
    var count = 0
    bytes.withUnsafeBufferPointer {
        Tokenizer().tokenize($0, range: range ?? 0..<$0.count, tokens: &tokens, units: &units, unitCount: &count)
    }
    return (tokens, Array(units.prefix(count)))
}

extension AnalyzedArticle {
    /// The surfaces of a term's hits.
    func found(_ term: TermID) -> [String] { hits.filter { $0.term == term }.map { surface($0.range) } }

    var sentenceTexts: [String] { sentences.map { surface($0.tokens) } }

    /// `zone: text` of each line.
    var lineTexts: [String] { lines.map { "\($0.zone.rawValue): \(surface($0.tokens))" } }
}
