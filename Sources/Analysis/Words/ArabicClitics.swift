/// Splits what Arabic writes as one word: و ف, then ب ل ك س, then ال, the word, a pronoun.
///
/// A split counts only if the rest is a known form, and a word that is a term as it stands is never split (`وزير` is no و + زير), but for its
/// article: `الاتحاد` also offers `اتحاد`, for a longer known form must not hide the shorter.
struct ArabicClitics {
    let vocabulary: Vocabulary

    private static let waw: UInt16 = 0x0648
    private static let fa: UInt16 = 0x0641
    private static let alef: UInt16 = 0x0627
    private static let lam: UInt16 = 0x0644
    private static let ta: UInt16 = 0x062A
    private static let ha: UInt16 = 0x0647
    private static let hamza: UInt16 = 0x0621

    /// Pronoun suffixes, folded, longest first.
    private static let pronouns: [[UInt16]] = [
        [0x0647, 0x0645, 0x0627], [0x0643, 0x0645, 0x0627], [0x0647, 0x0627], [0x0647, 0x0645], [0x0647, 0x0646], [0x0643, 0x0645],
        [0x0646, 0x0627], [0x0646, 0x064A], [0x0647], [0x0643], [0x064A],
    ]

    /// Appends the readings of a token with these folded units.
    func read(_ units: UnsafeBufferPointer<UInt16>, into readings: inout [Reading]) {
        let count = units.count
        // Whole, or with its article only.
        if accept(units, from: 0, to: count, clitics: [], before: 0, into: &readings) { return }
        var start = 0
        var clitics: Clitics = []
        if count > 2, units[0] == Self.waw || units[0] == Self.fa {
            if readPrepositions(units, from: 0, clitics: [], into: &readings) { return }
            clitics.insert(units[0] == Self.waw ? .wa : .fa)
            start = 1
            if accept(units, from: start, to: count, clitics: clitics, before: 1, into: &readings) { return }
        }
        if readPrepositions(units, from: start, clitics: clitics, into: &readings) { return }
        if readPronouns(units, from: 0, clitics: [], into: &readings) || start == 0 { return }
        _ = readPronouns(units, from: start, clitics: clitics, into: &readings)
    }

    /// ب ل ك س before the word, without a pronoun after it.
    private func readPrepositions(
        _ units: UnsafeBufferPointer<UInt16>, from start: Int, clitics: Clitics, into readings: inout [Reading]
    ) -> Bool {
        guard units.count - start > 2, let letter = Clitics(letter: units[start]), letter != .wa, letter != .fa else { return false }
        let rest = start + 1
        let joined = clitics.union(letter)
        // لل is ل + ال: the known form may be written with its article or without.
        if letter == .la, units[rest] == Self.lam, units.count - rest > 2 {
            var withArticle = [Self.alef]
            withArticle += units[rest...]
            let form = vocabulary.form(of: Tokenizer.key(of: withArticle))
            if form != 0 { add(form, joined.union(.al), before: rest, after: 0, to: &readings) }
            let bare = self.form(units, rest + 1, units.count)
            if bare != 0 { add(bare, joined.union(.al), before: rest + 1, after: 0, to: &readings) }
            if form != 0 || bare != 0 { return true }
        }
        return accept(units, from: rest, to: units.count, clitics: joined, before: rest, into: &readings)
    }

    private func readPronouns(
        _ units: UnsafeBufferPointer<UInt16>, from start: Int, clitics: Clitics, into readings: inout [Reading]
    ) -> Bool {
        for pronoun in Self.pronouns where units.count - start >= pronoun.count + 2 {
            let end = units.count - pronoun.count
            guard units[units.count - 1] == pronoun[pronoun.count - 1], endsWith(pronoun, units) else { continue }
            let joined = clitics.union(.pronoun)
            if acceptStem(units, from: start, to: end, clitics: joined, into: &readings) { return true }
            if end - start > 2, let letter = Clitics(letter: units[start]), letter != .wa, letter != .fa,
                acceptStem(units, from: start + 1, to: end, clitics: joined.union(letter), into: &readings)
            {
                return true
            }
        }
        return false
    }

    private func endsWith(_ suffix: [UInt16], _ units: UnsafeBufferPointer<UInt16>) -> Bool {
        let start = units.count - suffix.count
        for index in suffix.indices where units[start + index] != suffix[index] { return false }
        return true
    }

    /// The form of some units, or 0.
    @inline(__always)
    private func form(_ units: UnsafeBufferPointer<UInt16>, _ start: Int, _ end: Int) -> FormID {
        var hash = KeyHash()
        for index in start..<end { hash.add(units[index]) }
        return vocabulary.form(of: hash.value)
    }

    /// A stem before a pronoun: ت may stand for ة, ئ and ؤ for ء, and و for وا.
    private func acceptStem(
        _ units: UnsafeBufferPointer<UInt16>, from start: Int, to end: Int, clitics: Clitics, into readings: inout [Reading]
    ) -> Bool {
        guard end - start >= 2 else { return false }
        let after = units.count - end
        var form = self.form(units, start, end)
        if form == 0 {
            var stem = Array(units[start..<end])
            switch stem[stem.count - 1] {
            case Self.ta: stem[stem.count - 1] = Self.ha
            case 0x0626, 0x0624: stem[stem.count - 1] = Self.hamza
            case Self.waw: stem.append(Self.alef)
            default: return false
            }
            form = vocabulary.form(of: Tokenizer.key(of: stem))
        }
        guard form != 0 else { return false }
        add(form, clitics, before: start, after: after, to: &readings)
        return true
    }

    /// Takes the units as they stand and, when they begin with ال, also without it.
    private func accept(
        _ units: UnsafeBufferPointer<UInt16>, from start: Int, to end: Int, clitics: Clitics, before: Int, into readings: inout [Reading]
    ) -> Bool {
        guard end - start >= 2 else { return false }
        let form = self.form(units, start, end)
        if form != 0 { add(form, clitics, before: before, after: units.count - end, to: &readings) }
        var bare: FormID = 0
        if end - start > 3, units[start] == Self.alef, units[start + 1] == Self.lam {
            bare = self.form(units, start + 2, end)
            if bare != 0 { add(bare, clitics.union(.al), before: before + 2, after: units.count - end, to: &readings) }
        }
        // A word that is known from inside phrases only (`معادية لروسيا`) does not keep the split from being tried.
        return form != 0 && vocabulary.isStandalone(form) || bare != 0 && vocabulary.isStandalone(bare)
    }

    private func add(_ form: FormID, _ clitics: Clitics, before: Int, after: Int, to readings: inout [Reading]) {
        readings.append(Reading(form: form, clitics: clitics, before: UInt8(clamping: before), after: UInt8(clamping: after)))
    }
}
