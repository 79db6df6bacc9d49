import Analysis

/// Takes names apart and gathers what a ``NameIndex`` is made of.
struct NameIndexBuilder {
    struct Parts {
        var symbols: [NameIndex.Symbol] = []
        var tokens: [NameIndex.Token] = []
        var sequences: [NameIndex.Sequence] = []
        var keys: [(key: UInt64, value: UInt32)] = []
        var anchors: [(key: UInt64, value: UInt32)] = []
    }

    private let options: NameIndex.Options
    private let spelling: Spelling
    private let languages: [LanguageProfile]
    private var parts = Parts()
    private var entries: [NameEntry] = []
    private var symbolOfUnits: [[UInt16]: UInt32] = [:]
    /// How often words that are spelt alike occur, by their loosest key.
    private var frequency: [UInt64: Int] = [:]
    private var classOfSymbol: [UInt64] = []
    private let parser: NameParser

    init(options: NameIndex.Options, spelling: Spelling, languages: [LanguageProfile]) {
        self.options = options
        self.spelling = spelling
        self.languages = languages
        parser = NameParser(spelling: spelling, isExact: options.spelling == .exact)
    }

    mutating func add(_ entry: NameEntry) {
        let index = UInt32(entries.count)
        entries.append(entry)
        let parsed = entry.names.map { parser.parse($0.text, entry.kind) }
        // A person's single name is a surname as a rule: weak, where there is a fuller one.
        let hasFull = zip(entry.names, parsed).contains { !$0.isWeak && $1.words.count > 1 }
        for (number, (name, parsed)) in zip(entry.names, parsed).enumerated() where !parsed.words.isEmpty {
            let isWeak = name.isWeak || (entry.kind == .person && hasFull && parsed.words.count == 1)
            let tokens = parsed.words.map { NameIndex.Token(symbol: symbol($0, name.language), role: $0.role) }
            append(tokens, entry: index, name: UInt32(number), turn: 0, isWeak: isWeak)
            guard let surname = parsed.surname, options.spelling != .exact else { continue }
            append(
                Array(tokens[surname...] + tokens[..<surname]), entry: index, name: UInt32(number), turn: tokens.count - surname,
                isWeak: isWeak)
        }
    }

    func build(leaf: Int) -> NameIndex {
        var parts = parts
        for (number, sequence) in parts.sequences.enumerated() {
            let tokens = parts.tokens[Int(sequence.first)..<Int(sequence.first) + Int(sequence.count)]
            let required = tokens.indices.filter { tokens[$0].role == .required }
            // An initial may stand for any first name, so that only the surname leads to the name.
            let kind = entries[Int(sequence.entry)].kind
            let isNamed = kind == .person || kind == .unknown && required.count == 2
            let takesInitials = isNamed && options.spelling != .exact && required.count > 1
            let surname = sequence.turn > 0 ? required.first : required.last
            let rarest = required.min { count(tokens[$0]) < count(tokens[$1]) }
            let anchor = (takesInitials ? surname : rarest) ?? tokens.startIndex
            parts.sequences[number].anchor = UInt8(anchor - tokens.startIndex)
            parts.sequences[number].takesInitials = takesInitials
            parts.anchors.append((NameIndex.anchorKey(tokens[anchor].symbol), UInt32(number)))
        }
        return NameIndex(leaf: leaf, entries: entries, options: options, spelling: spelling, parts: parts)
    }

    private func count(_ token: NameIndex.Token) -> Int { frequency[classOfSymbol[Int(token.symbol)]] ?? 0 }

    private mutating func append(_ tokens: [NameIndex.Token], entry: UInt32, name: UInt32, turn: Int, isWeak: Bool) {
        for token in tokens { frequency[classOfSymbol[Int(token.symbol)], default: 0] += 1 }
        parts.sequences.append(
            NameIndex.Sequence(
                entry: entry, name: name, first: UInt32(parts.tokens.count), count: UInt8(tokens.count), turn: UInt8(turn),
                isWeak: isWeak))
        parts.tokens += tokens
    }

    // MARK: Symbols

    private mutating func symbol(_ word: NameParser.Part, _ language: Int?) -> UInt32 {
        if let known = symbolOfUnits[word.units] { return known }
        let symbol = UInt32(parts.symbols.count)
        symbolOfUnits[word.units] = symbol
        let script = Spelling.Script(word.shape)
        let rules = script.flatMap { spelling.scripts[$0] }
        let skeletons = options.scripts == .any ? rules?.skeleton.alternatives(of: bare(word.units, script)) ?? [] : []
        parts.symbols.append(
            NameIndex.Symbol(
                units: word.units, script: script, isLower: script?.isCased == true && !word.shape.contains(.capitalized),
                sounds: skeletons.first?.count ?? 0))
        addForms(of: word.units, script, language, to: symbol)
        classOfSymbol.append(NameIndex.KeyKind.form.key(word.units))
        guard options.spelling != .exact, let script else { return symbol }
        for skeleton in skeletons where !skeleton.isEmpty { add(.sound, skeleton, .sound, symbol) }
        if let rules { addSpellings(of: word.units, script, rules, to: symbol) }
        return symbol
    }

    private mutating func add(_ kind: NameIndex.KeyKind, _ units: [UInt16], _ how: NameIndex.How, _ symbol: UInt32) {
        parts.keys.append((kind.key(units), symbol << 3 | UInt32(how.rawValue)))
    }

    private mutating func addForms(of units: [UInt16], _ script: Spelling.Script?, _ language: Int?, to symbol: UInt32) {
        add(.form, units, .exact, symbol)
        let bare = bare(units, script)
        if bare.count < units.count { add(.form, bare, .article, symbol) }
        // Of a name without a language, the languages of its script that have cases may inflect it.
        let slots =
            language.map { [$0] }
            ?? languages.indices.filter { languages[$0].hasCases && script != nil && Spelling.Script(languages[$0].script) == script }
        for slot in slots {
            for form in languages[slot].inflection.forms(of: units, .person).dropFirst() { add(.form, form, .inflected, symbol) }
        }
    }

    private mutating func addSpellings(of units: [UInt16], _ script: Spelling.Script, _ rules: Spelling.ScriptRules, to symbol: UInt32) {
        let tight = rules.tight.apply(to: bare(units, script))
        let loose = rules.loose.apply(to: tight)
        add(.tight, tight, .tight, symbol)
        add(.loose, loose, .loose, symbol)
        classOfSymbol[Int(symbol)] = NameIndex.KeyKind.loose.key(loose)
        if let group = spelling.groupOfName[units] {
            add(.group, [UInt16(truncatingIfNeeded: group)], .equivalent, symbol)
            classOfSymbol[Int(symbol)] = NameIndex.KeyKind.group.key([UInt16(truncatingIfNeeded: group)])
        }
        guard options.spelling == .fuzzy else { return }
        for key in NearSpelling.keys(of: loose) { add(.near, key, .near, symbol) }
    }

    private func bare(_ units: [UInt16], _ script: Spelling.Script?) -> [UInt16] {
        script == .arabic ? Array(ArabicArticle.without(units[...])) : units
    }
}

/// The article that Arabic joins to the word: `الأسد` is `أسد`.
enum ArabicArticle {
    static let units: [UInt16] = [0x0627, 0x0644]

    static func without(_ word: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
        word.count >= 5 && word.starts(with: units) ? word.dropFirst(2) : word
    }
}
