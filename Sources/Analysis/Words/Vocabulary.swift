/// Every word form that some term knows, by the hash of its folded units.
///
/// A form stands for one or more symbols: itself, and the inflected words it is a form of. Terms are sequences of symbols, so that a phrase of
/// three Russian words is one term, not a thousand.
package struct Vocabulary: Sendable {
    /// An inflected word, or an uninflected form.
    package typealias SymbolID = UInt32

    /// By open addressing; the key 0 is an empty slot.
    let slots: [Slot]
    /// One bit for each of the key's low bits: most words of an article are unknown, and are told so from a table that stays in cache.
    let filter: [UInt64]
    /// The symbols of form *f* stand at `symbolStarts[f]..<symbolStarts[f + 1]`.
    let symbolStarts: [UInt32]
    let symbols: [SymbolID]
    /// The class combination of each form, an index into ``classes``.
    let classOfForm: [UInt16]
    /// Per combination and language slot.
    let classes: [[WordClass]]
    let prefixes: PrefixTable
    /// Forms that are a term by themselves, or belong to a word class.
    let standalone: [Bool]
    /// One more than the greatest symbol; 0 stands for none.
    let symbolCount: Int

    struct Slot: Sendable {
        var key: UInt64
        var form: FormID
    }

    package var formCount: Int { symbolStarts.count - 1 }

    @inline(__always)
    func form(of key: UInt64) -> FormID {
        let bit = Int(truncatingIfNeeded: key >> 20) & (filter.count << 6 - 1)
        guard filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else { return 0 }
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: key >> 8) & mask
        while true {
            let slot = slots[index]
            if slot.key == key { return slot.form }
            if slot.key == 0 { return 0 }
            index = (index + 1) & mask
        }
    }

    package func form(ofKey key: UInt64) -> FormID { form(of: key) }

    /// The form with these folded units, or 0.
    package func form(of units: some Sequence<UInt16>) -> FormID { form(of: Tokenizer.key(of: units)) }

    /// The form is a term by itself, not only part of a phrase or a word that guards look for.
    @inline(__always)
    func isStandalone(_ form: FormID) -> Bool { standalone[Int(form)] }

    /// The form is among the commonest words of some language.
    func isFrequent(_ form: FormID) -> Bool { classes[Int(classOfForm[Int(form)])].contains { $0.contains(.frequent) } }

    @inline(__always)
    package func symbols(of form: FormID) -> ArraySlice<SymbolID> {
        symbols[Int(symbolStarts[Int(form)])..<Int(symbolStarts[Int(form) + 1])]
    }

    /// What a form is in the grammar of a language.
    @inline(__always)
    package func wordClass(of form: FormID, language: Int) -> WordClass { classes[Int(classOfForm[Int(form)])][language] }
}

/// The small, closed word classes of a language that its grammar turns on.
package struct WordClass: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }
    package static let preposition = WordClass(rawValue: 1)
    /// Begins a clause: the search for a role stops here.
    package static let clause = WordClass(rawValue: 2)
    package static let relative = WordClass(rawValue: 4)
    package static let but = WordClass(rawValue: 8)
    package static let and = WordClass(rawValue: 16)
    package static let determiner = WordClass(rawValue: 32)
    package static let pronoun = WordClass(rawValue: 64)
    package static let honorific = WordClass(rawValue: 128)
    /// City, capital, island …
    package static let placeNoun = WordClass(rawValue: 256)
    package static let speech = WordClass(rawValue: 512)
    package static let abbreviation = WordClass(rawValue: 1024)
    /// Tells the language.
    package static let frequent = WordClass(rawValue: 2048)
    /// In, at: what happens there.
    package static let locative = WordClass(rawValue: 4096)
    /// To, towards: where somebody goes.
    package static let directional = WordClass(rawValue: 8192)
    /// Its, whose: what follows belongs to somebody named before.
    package static let possessive = WordClass(rawValue: 16384)
    /// Headed by, including: ties a delegation to whoever comes with it.
    package static let heading = WordClass(rawValue: 32768)
    /// Both sides, the two countries: stands for the two that were named before.
    package static let both = WordClass(rawValue: 65536)
    /// According to, in the words of: whoever says something follows.
    package static let according = WordClass(rawValue: 131_072)
    /// Reportedly, allegedly.
    package static let alleged = WordClass(rawValue: 262_144)

    // Sets that inner loops ask for: a set written as a literal is built anew each time.
    package static let clauseStart = WordClass(rawValue: 2 | 8)
    package static let sceneStart = WordClass(rawValue: 1 | 32 | 256 | 4096)
    /// What parts a city at the start of a sentence from somebody it says nothing of.
    package static let sceneBreak = WordClass(rawValue: 1 | 2 | 4 | 8)
    package static let smallWord = WordClass(rawValue: 32 | 128 | 256)
}

/// Collects word forms and symbols, then freezes them.
package struct VocabularyBuilder {
    private var formOfKey: [UInt64: FormID] = [:]
    private var symbolsOfForm = LinkedLists<Vocabulary.SymbolID>()
    private var classesOfForm: [FormID: [WordClass]] = [:]
    private let languageCount: Int
    private var prefixes = PrefixTable()
    private var standalone: Set<Vocabulary.SymbolID> = []
    package private(set) var symbolCount: UInt32 = 0

    package init(languageCount: Int) {
        self.languageCount = languageCount
        // Form 0 is the unknown word.
        _ = symbolsOfForm.addList()
    }

    /// The form with these folded units, made if need be.
    package mutating func form(_ units: [UInt16]) -> FormID {
        let key = Tokenizer.key(of: units)
        if let form = formOfKey[key] { return form }
        let form = FormID(symbolsOfForm.addList())
        formOfKey[key] = form
        return form
    }

    package mutating func newSymbol() -> Vocabulary.SymbolID {
        symbolCount += 1
        return symbolCount
    }

    /// Says that a word with these units may stand for `symbol`.
    package mutating func add(_ units: [UInt16], to symbol: Vocabulary.SymbolID) {
        let form = Int(form(units))
        if !symbolsOfForm[form].contains(symbol) { symbolsOfForm.append(symbol, to: form) }
    }

    /// Says that `symbol` alone is a term.
    package mutating func markStandalone(_ symbol: Vocabulary.SymbolID) { standalone.insert(symbol) }

    /// Says that any word that begins with these units stands for `symbol`.
    package mutating func addPrefix(_ units: [UInt16], to symbol: Vocabulary.SymbolID) { prefixes.add(units, symbol) }

    package mutating func mark(_ units: [UInt16], as wordClass: WordClass, language: Int) {
        let form = form(units)
        var row = classesOfForm[form] ?? Array(repeating: [], count: languageCount)
        row[language].formUnion(wordClass)
        classesOfForm[form] = row
    }

    package func freeze() -> Vocabulary {
        var capacity = 64
        while capacity < formOfKey.count * 2 { capacity *= 2 }
        var slots = [Vocabulary.Slot](repeating: .init(key: 0, form: 0), count: capacity)
        // Sixteen bits a form leave one unknown word in sixteen to be looked up in vain.
        var filter = [UInt64](repeating: 0, count: capacity * 8 / 64)
        for (key, form) in formOfKey {
            let bit = Int(truncatingIfNeeded: key >> 20) & (filter.count << 6 - 1)
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
            var index = Int(truncatingIfNeeded: key >> 8) & (capacity - 1)
            while slots[index].key != 0 { index = (index + 1) & (capacity - 1) }
            slots[index] = .init(key: key, form: form)
        }
        var starts: [UInt32] = []
        var symbols: [Vocabulary.SymbolID] = []
        starts.reserveCapacity(symbolsOfForm.count + 1)
        symbols.reserveCapacity(symbolsOfForm.elementCount)
        for form in 0..<symbolsOfForm.count {
            starts.append(UInt32(symbols.count))
            symbols += symbolsOfForm[form]
        }
        starts.append(UInt32(symbols.count))
        let (classOfForm, classes) = freezeClasses()
        var isStandalone = [Bool](repeating: false, count: Int(symbolCount) + 1)
        for symbol in standalone { isStandalone[Int(symbol)] = true }
        return Vocabulary(
            slots: slots, filter: filter, symbolStarts: starts, symbols: symbols, classOfForm: classOfForm, classes: classes,
            prefixes: prefixes,
            standalone: (0..<symbolsOfForm.count).map { form in
                classOfForm[form] != 0 || symbolsOfForm[form].contains { isStandalone[Int($0)] }
            }, symbolCount: Int(symbolCount) + 1)
    }

    private func freezeClasses() -> ([UInt16], [[WordClass]]) {
        let none = [WordClass](repeating: [], count: languageCount)
        var rows = [none]
        var index = [none: UInt16(0)]
        var classOfForm = [UInt16](repeating: 0, count: symbolsOfForm.count)
        for (form, row) in classesOfForm.sorted(by: { $0.key < $1.key }) {
            if index[row] == nil {
                // A few hundred combinations occur; past 65,535 the rest loses its classes, which only a broken data set could bring about.
                guard rows.count < Int(UInt16.max) else { continue }
                index[row] = UInt16(rows.count)
                rows.append(row)
            }
            classOfForm[Int(form)] = index[row] ?? 0
        }
        return (classOfForm, rows)
    }
}
