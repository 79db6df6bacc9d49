import Analysis

/// All names of some lists and entities, ready to be found in articles: immutable, shared by all workers.
///
/// Each distinct word of the names is a *symbol*, known by keys of four strengths: the form itself, its spelling class, its near
/// misspellings, its sound. A name is a sequence of symbols and is tried only where its rarest one stands, so that the cost of an article
/// grows with its words and not with the list.
package final class NameIndex: Sendable {
    struct Options: Hashable, Sendable {
        enum Spelling: String, Sendable, CaseIterable { case exact, variants, fuzzy }
        enum Scripts: String, Sendable, CaseIterable { case same, any }

        var spelling = Spelling.variants
        var scripts = Scripts.same
    }

    struct Symbol: Sendable {
        let units: [UInt16]
        /// Nil for numbers and other scripts: found as they stand.
        let script: Spelling.Script?
        /// Written without a capital in the list, and so in articles.
        let isLower: Bool
        /// Signs of its likeliest skeleton.
        let sounds: Int
    }

    /// What a word of a name must do.
    enum Role: UInt8, Sendable {
        case required, middle, patronymic, particle, initial, legalForm
    }

    struct Token: Sendable {
        let symbol: UInt32
        let role: Role
    }

    struct Sequence: Sendable {
        let entry: UInt32
        let name: UInt32
        /// Into ``NameIndex/tokens``.
        let first: UInt32
        let count: UInt8
        /// Position of its rarest required word.
        var anchor: UInt8 = 0
        /// Position before which a comma may stand, since the surname stands first; 0: nowhere.
        let turn: UInt8
        let isWeak: Bool
        /// First names may be initials: the anchor is then the surname.
        var takesInitials = false
    }

    /// How a word of a text comes to be a symbol.
    enum How: UInt8, Sendable {
        case exact, inflected, tight, loose, equivalent, article, near, sound
    }

    /// The leaf that stands for the index in the prefilter.
    let leaf: Int
    let entries: [NameEntry]
    let options: Options
    let spelling: Spelling
    let symbols: [Symbol]
    let tokens: [Token]
    let sequences: [Sequence]
    /// Key → symbol × 8 + how.
    let symbolsOfKey: KeyTable
    /// Symbol → sequences that it anchors.
    let sequencesOfSymbol: KeyTable

    init(leaf: Int, entries: [NameEntry], options: Options, spelling: Spelling, parts: NameIndexBuilder.Parts) {
        self.leaf = leaf
        self.entries = entries
        self.options = options
        self.spelling = spelling
        symbols = parts.symbols
        tokens = parts.tokens
        sequences = parts.sequences
        symbolsOfKey = KeyTable(parts.keys)
        sequencesOfSymbol = KeyTable(parts.anchors)
    }

    /// Kinds of keys are kept apart by what their hash is multiplied with.
    enum KeyKind: UInt64 {
        case form = 1
        case tight = 0x9E37_79B9_7F4A_7C15
        case loose = 0xC2B2_AE3D_27D4_EB4F
        case group = 0x1656_67B1_9E37_79F9
        case near = 0x27D4_EB2F_1656_67C5
        case sound = 0x85EB_CA77_C2B2_AE63

        func key(_ units: some Swift.Sequence<UInt16>) -> UInt64 { Analysis.Tokenizer.key(of: units) &* rawValue }
    }

    static func anchorKey(_ symbol: UInt32) -> UInt64 { (UInt64(symbol) + 1) &* 0x9E37_79B9_7F4A_7C15 }
}

/// Which misspellings count as near.
enum NearSpelling {
    /// Keys are made of so many first letters: near words share one, and a long word has no more keys than a short one.
    static let prefix = 7

    /// Letters that may be wrong; none in a short word, where any change is another name.
    static func limit(_ length: Int) -> Int { length >= 9 ? 2 : length >= 5 ? 1 : 0 }

    /// A word's first letters, and what is left of them when as many as may be wrong are left out.
    ///
    /// Source: the symmetric delete algorithm, https://github.com/wolfgarbe/SymSpell, read 2026-11-25.
    static func keys(of units: [UInt16]) -> Set<[UInt16]> {
        let limit = limit(units.count)
        guard limit > 0 else { return [] }
        var all: Set<[UInt16]> = [Array(units.prefix(prefix))]
        var last = all
        for _ in 0..<limit {
            var next: Set<[UInt16]> = []
            for word in last {
                for index in word.indices {
                    var shorter = word
                    shorter.remove(at: index)
                    next.insert(shorter)
                }
            }
            all.formUnion(next)
            last = next
        }
        return all
    }
}
