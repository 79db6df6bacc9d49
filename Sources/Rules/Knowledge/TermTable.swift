import Analysis

/// All terms of all rules while they are compiled: vocabulary, phrases, and what each of them means.
struct TermTable {
    /// How a term is matched, beyond its words.
    struct Options {
        var kind: Inflection.WordKind?
        /// Words written with a capital need one in the text.
        var keepsCapitals = false
        /// A trailing colon or a leading bracket is part of it (page markers).
        var keepsPunctuation = false
        /// Bits of the languages that an uninflected term belongs to, when it is neither one nor all.
        var languages: UInt16?
    }

    enum Failure: Error {
        /// Nothing is left of it: only marks, stop characters, blanks.
        case noWord
        case tooManyWords(Int)
        case shortPrefix
    }

    let languages: [LanguageProfile]
    private(set) var vocabulary: VocabularyBuilder
    private(set) var terms: [Term] = []
    private(set) var meanings: [[Meaning]] = []
    /// The form in which each term's first word is listed.
    private(set) var bases: [FormID] = []
    private(set) var markers: [TermID: Marker] = [:]
    private var termOfKey: [TermKey: TermID] = [:]
    private var symbolOfWord: [SymbolKey: Vocabulary.SymbolID] = [:]
    /// The words of the grammar of each language, for lints.
    private(set) var smallWords: [SmallWord: WordClass] = [:]
    private let tokenizer = Tokenizer()

    struct SmallWord: Hashable {
        let units: [UInt16]
        let language: Int
    }

    private struct TermKey: Hashable {
        let symbols: [Vocabulary.SymbolID]
        let languages: UInt16
        let capitals: UInt16
        let exact: [[UInt8]]
        let colon: Bool
        let bracket: Bool

        func hash(into hasher: inout Hasher) {
            // The rest seldom differs where the words are the same.
            symbols.withUnsafeBytes { hasher.combine(bytes: $0) }
            hasher.combine(languages)
        }
    }

    private struct SymbolKey: Hashable {
        /// −1: the word as it is, in any language.
        let language: Int
        let kind: Inflection.WordKind?
        let units: [UInt16]
        let isPrefix: Bool

        func hash(into hasher: inout Hasher) {
            units.withUnsafeBytes { hasher.combine(bytes: $0) }
            hasher.combine(language)
        }
    }

    init(languages: [LanguageProfile]) {
        self.languages = languages
        vocabulary = VocabularyBuilder(languageCount: max(1, languages.count))
    }

    /// Adds a term in one of the forms `text`, `=text`, `text*`.
    ///
    /// - Parameter language: slot, or nil for any.
    @discardableResult
    mutating func add(_ text: String, language: Int?, _ options: Options = Options(), meaning: Meaning) throws(Failure) -> TermID {
        let id = try term(text, language: language, options)
        note(meaning, of: Int(id))
        return id
    }

    /// A term may have as many meanings as there are rules, so a long list is not searched; whoever adds a meaning twice to a common term does so
    /// in one go.
    private mutating func note(_ meaning: Meaning, of term: Int) {
        let known = meanings[term].suffix(Self.comparedMeanings)
        if !known.contains(meaning) { meanings[term].append(meaning) }
    }

    private static let comparedMeanings = 32

    mutating func addMarker(_ text: String, language: Int, _ marker: Marker) throws(Failure) {
        let id = try term(text, language: language, Options(keepsPunctuation: true))
        markers[id] = marker
    }

    mutating func mark(_ text: String, language: Int, as wordClass: WordClass) throws(Failure) {
        let words = tokenizer.words(of: text.hasPrefix("=") ? String(text.dropFirst()) : text)
        guard let first = words.first else { throw .noWord }
        // An exact word (`=él`) folds into another one, so it must be told by its surface: as a term.
        if words.count == 1, !text.hasPrefix("=") {
            vocabulary.mark(first.units, as: wordClass, language: language)
            smallWords[SmallWord(units: first.units, language: language), default: []].formUnion(wordClass)
        } else {
            try add(text, language: language, meaning: .wordClass(wordClass))
        }
    }

    /// The forms of each word of a phrase, for sets of words that need no hits of their own.
    mutating func forms(of text: String, language: Int?) -> [Set<FormID>] {
        tokenizer.words(of: text).map { word in
            let forms = language.map { languages[$0].inflection.forms(of: word.units, .word) } ?? [word.units]
            return Set(forms.map { vocabulary.form($0) })
        }
    }

    private mutating func term(_ text: String, language: Int?, _ options: Options) throws(Failure) -> TermID {
        let isExact = text.utf8.count > 1 && text.hasPrefix("=")
        let isPrefix = text.utf8.count > 1 && text.hasSuffix("*")
        let body = isExact ? String(text.dropFirst()) : isPrefix ? String(text.dropLast()) : text
        let words = tokenizer.words(of: body)
        guard !words.isEmpty else { throw .noWord }
        guard words.count <= TermAutomaton.maximumWords else { throw .tooManyWords(words.count) }
        var term = Term(symbols: [], languages: options.languages ?? language.map { Analyzer.bit(ofSlot: $0) } ?? Term.allLanguages)
        for (index, word) in words.enumerated() {
            if word.gap.contains(.comma), index > 0 { term.symbols.append(TermAutomaton.comma) }
            let isLast = index == words.count - 1
            if isLast, isPrefix, word.units.count < PrefixTable.minimumUnits { throw .shortPrefix }
            term.symbols.append(symbol(word, language, isExact ? nil : options.kind, isPrefix: isLast && isPrefix))
            if options.keepsCapitals, word.shape.contains(.capitalized), index < 16 { term.capitals |= 1 << UInt16(index) }
        }
        // An exact word hides no split of the same letters (`=وبحث` beside بحث).
        if words.count == 1, !isPrefix, !isExact, let symbol = term.symbols.first { vocabulary.markStandalone(symbol) }
        if isExact { term.exact = words.map { Array($0.surface.utf8) } }
        if options.keepsPunctuation {
            term.endsWithColon = body.hasSuffix(":")
            term.startsWithBracket = body.hasPrefix("(") || body.hasPrefix("[")
        }
        return intern(term, base: words[0].units)
    }

    private mutating func intern(_ term: Term, base: [UInt16]) -> TermID {
        let key = TermKey(
            symbols: term.symbols, languages: term.languages, capitals: term.capitals, exact: term.exact, colon: term.endsWithColon,
            bracket: term.startsWithBracket)
        if let known = termOfKey[key] { return known }
        let id = TermID(terms.count)
        termOfKey[key] = id
        terms.append(term)
        meanings.append([])
        bases.append(vocabulary.form(base))
        return id
    }

    private mutating func symbol(
        _ word: Word, _ language: Int?, _ kind: Inflection.WordKind?, isPrefix: Bool
    ) -> Vocabulary.SymbolID {
        let isInflected = kind != nil && language != nil && !isPrefix
        let key = SymbolKey(
            language: isInflected ? language ?? -1 : -1, kind: isInflected ? kind : nil, units: word.units, isPrefix: isPrefix)
        if let known = symbolOfWord[key] { return known }
        let symbol = vocabulary.newSymbol()
        symbolOfWord[key] = symbol
        if isPrefix {
            vocabulary.addPrefix(word.units, to: symbol)
        } else if isInflected, let language, let kind {
            for form in languages[language].inflection.forms(of: word.units, kind) { vocabulary.add(form, to: symbol) }
        } else {
            vocabulary.add(word.units, to: symbol)
        }
        return symbol
    }
}
