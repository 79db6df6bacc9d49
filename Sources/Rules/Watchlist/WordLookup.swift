import Diagnostics
import Analysis

/// A symbol that a word of a text, or several joined words, may be.
struct SymbolHit: Sendable {
    let symbol: UInt32
    var how: NameIndex.How
    /// Hundredths that it takes from the score.
    var cost: Int
    /// Words of the text.
    var length: Int
    /// Letters that differ.
    var letters: Int
    /// ب ل ك و ف are joined to the word: no name goes on before it.
    var hasProclitic: Bool
}

/// Finds the symbols that a word may be.
struct WordLookup {
    let index: NameIndex

    /// Of a word that sounds like hundreds, the nearest are enough: those beyond are told by no reader either.
    private static let maximumHits = 256

    func hits(of units: [UInt16], _ shape: Token.Shape, length: Int) -> [SymbolHit] {
        var best: [UInt32: SymbolHit] = [:]
        func take(_ symbol: UInt32, _ how: NameIndex.How, _ cost: Int, letters: Int = 0, clitic: Bool) {
            if let known = best[symbol], known.cost <= cost { return }
            best[symbol] = SymbolHit(symbol: symbol, how: how, cost: cost, length: length, letters: letters, hasProclitic: clitic)
        }
        let script = Spelling.Script(shape)
        // Hasan is not Husayn, however much they are alike.
        func isOther(_ symbol: UInt32, _ word: [UInt16]) -> Bool {
            guard let own = index.spelling.groupOfName[word], let other = index.spelling.groupOfName[index.symbols[Int(symbol)].units]
            else { return false }
            return own != other
        }
        for (word, clitic, article) in readings(of: units, script) {
            index.symbolsOfKey.forEach(NameIndex.KeyKind.form.key(word)) { value in
                let how = NameIndex.How(rawValue: UInt8(value & 7)) ?? .exact
                take(value >> 3, how == .exact && article ? .article : how, (how == .exact ? 0 : 1) + (article ? 1 : 0), clitic: clitic)
            }
            guard index.options.spelling != .exact, let script, let rules = index.spelling.scripts[script] else { continue }
            let bare = script == .arabic ? Array(ArabicArticle.without(word[...])) : word
            // What a proclitic leaves of a word must be spelt as listed, or sound so: more guesses at once find anything.
            let tight = rules.tight.apply(to: bare)
            index.symbolsOfKey.forEach(NameIndex.KeyKind.tight.key(tight)) { take($0 >> 3, .tight, 2, clitic: clitic) }
            let loose = rules.loose.apply(to: tight)
            index.symbolsOfKey.forEach(NameIndex.KeyKind.loose.key(loose)) { value in
                if !isOther(value >> 3, word) { take(value >> 3, .loose, looseCost(tight, value >> 3), clitic: clitic) }
            }
            takeGroup(of: word, script, clitic, take)
            if index.options.spelling == .fuzzy, !clitic {
                takeNear(loose, script, rules) { if !isOther($0, word) { take($0, .near, $1, letters: $2, clitic: clitic) } }
            }
            if index.options.scripts == .any {
                takeSounds(bare, script, rules) {
                    if !isOther($0, word) { take($0, .sound, $1 + (article ? 2 : 0) + (clitic && !article ? 2 : 0), clitic: clitic) }
                }
            }
        }
        guard best.count > Self.maximumHits else { return Array(best.values) }
        return Array(best.values.sorted { ($0.cost, $0.symbol) < ($1.cost, $1.symbol) }.prefix(Self.maximumHits))
    }

    /// A first letter that differs is heard; one inside is not.
    private func looseCost(_ tight: [UInt16], _ symbol: UInt32) -> Int {
        let other = index.symbols[Int(symbol)].units
        return tight.first == other.first ? 5 : 16
    }

    private func takeGroup(
        of word: [UInt16], _ script: Spelling.Script, _ clitic: Bool,
        _ take: (UInt32, NameIndex.How, Int, Int, Bool) -> Void
    ) {
        guard let group = index.spelling.groupOfName[word] else { return }
        index.symbolsOfKey.forEach(NameIndex.KeyKind.group.key([UInt16(truncatingIfNeeded: group)])) { value in
            let symbol = value >> 3
            let isSame = index.symbols[Int(symbol)].script == script
            if isSame {
                take(symbol, .equivalent, 2, 0, clitic)
            } else if index.options.scripts == .any {
                take(symbol, .sound, 2, 0, clitic)
            }
        }
    }

    // MARK: Readings

    /// The word itself; of Arabic also without what is joined before it.
    private func readings(of units: [UInt16], _ script: Spelling.Script?) -> [(word: [UInt16], clitic: Bool, article: Bool)] {
        guard script == .arabic else { return [(units, false, false)] }
        var result: [([UInt16], Bool, Bool)] = []
        func add(_ word: ArraySlice<UInt16>, _ clitic: Bool) {
            result.append((Array(word), clitic, false))
            let bare = ArabicArticle.without(word)
            if bare.count < word.count { result.append((Array(bare), clitic, true)) }
        }
        add(units[...], false)
        for start in proclitics(of: units) { add(start, true) }
        return result
    }

    private func proclitics(of units: [UInt16]) -> [ArraySlice<UInt16>] {
        var words: [ArraySlice<UInt16>] = []
        var rest = units[...]
        if rest.count > 3, let clitic = Clitics(letter: rest[0]), Clitics.conjunctions.contains(clitic) {
            rest = rest.dropFirst()
            words.append(rest)
        }
        guard rest.count > 3, let first = rest.first, let clitic = Clitics(letter: first), Clitics.prepositions.contains(clitic) else {
            return words
        }
        rest = rest.dropFirst()
        words.append(rest)
        // لل is ل and ال.
        if clitic == .la, rest.first == ArabicArticle.units[1], rest.count > 3 { words.append(rest.dropFirst()) }
        return words
    }

    // MARK: Misspellings and sounds

    private func takeNear(_ loose: [UInt16], _ script: Spelling.Script, _ rules: Spelling.ScriptRules, _ take: (UInt32, Int, Int) -> Void) {
        guard NearSpelling.limit(loose.count) > 0 else { return }
        var seen: Set<UInt32> = []
        for key in NearSpelling.keys(of: loose) {
            index.symbolsOfKey.forEach(NameIndex.KeyKind.near.key(key)) { value in
                let symbol = value >> 3
                guard seen.insert(symbol).inserted, seen.count <= 1000 else { return }
                let other = index.symbols[Int(symbol)]
                guard other.script == script else { return }
                let spelt = rules.loose.apply(
                    to: rules.tight.apply(to: script == .arabic ? Array(ArabicArticle.without(other.units[...])) : other.units))
                let length = min(spelt.count, loose.count)
                guard let letters = editDistance(spelt, loose, limit: NearSpelling.limit(length)), letters > 0 else { return }
                take(symbol, 2 + 75 * letters / max(spelt.count, loose.count), letters)
            }
        }
    }

    private func takeSounds(_ word: [UInt16], _ script: Spelling.Script, _ rules: Spelling.ScriptRules, _ take: (UInt32, Int) -> Void) {
        let vowels = rules.vowels.apply(to: word)
        // One consonant is no sound of a name: what sounds so short is known by its group, or not at all.
        for skeleton in rules.skeleton.alternatives(of: word) where skeleton.count > 1 {
            index.symbolsOfKey.forEach(NameIndex.KeyKind.sound.key(skeleton)) { value in
                let symbol = index.symbols[Int(value >> 3)]
                guard let other = symbol.script, other != script, let otherRules = index.spelling.scripts[other] else { return }
                let bare = other == .arabic ? Array(ArabicArticle.without(symbol.units[...])) : symbol.units
                let cost = Sounds.cost(vowels, script, otherRules.vowels.apply(to: bare), other)
                take(value >> 3, 4 + cost + (skeleton.count == 2 ? 1 : 0))
            }
        }
    }
}

/// How far the vowels of two words with the same consonants agree.
enum Sounds {
    /// Arabic writes long vowels only: those must stand in the other word, in their order.
    ///
    /// - Returns: hundredths.
    static func cost(_ left: [UInt16], _ leftScript: Spelling.Script, _ right: [UInt16], _ rightScript: Spelling.Script) -> Int {
        let common = commonLength(left, right)
        guard leftScript == .arabic || rightScript == .arabic else { return [0, 3, 8, 14][min(3, max(left.count, right.count) - common)] }
        let (long, all) = leftScript == .arabic ? (left.count, right.count) : (right.count, left.count)
        // A long vowel that the other word lacks tells more than a short one that Arabic does not write.
        return [0, 8, 14, 20][min(3, long - common)] + 4 * max(0, all - common - 1)
    }

    /// The sign of a vowel that is heard as `a` or as `i`.
    private static let e = UInt16(UInt8(ascii: "e"))

    private static func agree(_ left: UInt16, _ right: UInt16) -> Bool {
        left == right || left == e && right != UInt16(UInt8(ascii: "u")) || right == e && left != UInt16(UInt8(ascii: "u"))
    }

    /// Of the longest common subsequence.
    private static func commonLength(_ left: [UInt16], _ right: [UInt16]) -> Int {
        var last = [Int](repeating: 0, count: right.count + 1)
        for unit in left {
            var current = [0]
            for column in right.indices {
                current.append(agree(unit, right[column]) ? last[column] + 1 : max(last[column + 1], current[column]))
            }
            last = current
        }
        return last[right.count]
    }
}
