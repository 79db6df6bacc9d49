/// Cuts text into tokens and folds them, in one pass over its UTF-8 bytes.
///
/// A token is a run of letters, digits and marks. Hyphens and apostrophes separate (so `Buenos-Aires` meets `Buenos Aires`), English `'s`
/// becomes a flag of the word before it, and single letters joined by full stops (`U.S.`, `и.о.`) are one token.
package struct Tokenizer: Sendable {
    /// A longer run of letters is no word of any language; the rest of it is not looked at.
    static let maximumUnits = 64

    private let table: FoldTable

    package init(table: FoldTable = .linguistic) { self.table = table }

    /// Appends the tokens of `range` of `text`.
    ///
    /// - Parameters:
    ///   - units: receives the folded units from `unitCount` on; grown to one a byte of the text, so that every write is in bounds (no character
    ///     folds to more units than it has bytes).
    package func tokenize(
        _ text: UnsafeBufferPointer<UInt8>, range: Range<Int>, tokens: inout [Token], units: inout [UInt16], unitCount: inout Int
    ) {
        let needed = unitCount + range.count
        if units.count < needed { units += repeatElement(0, count: needed * 3 / 2 - units.count) }
        // Bounds: every read below is at an index < range.upperBound ≤ text.count; table indices are 16-bit values into 65,536 rows.
        units.withUnsafeMutableBufferPointer { buffer in
            table.units.withUnsafeBufferPointer { folded in
                table.classes.withUnsafeBufferPointer { classes in
                    var pass = TokenizerPass(
                        text: text, end: range.upperBound, position: range.lowerBound, folded: folded, classes: classes, units: buffer,
                        unitCount: unitCount)
                    pass.gap = .field
                    pass.run(&tokens)
                    unitCount = pass.unitCount
                }
            }
        }
    }

    /// Appends the tokens of `range` of `text`, and their folded units.
    package func tokenize(_ text: UnsafeBufferPointer<UInt8>, range: Range<Int>, tokens: inout [Token], units: inout [UInt16]) {
        var count = units.count
        tokenize(text, range: range, tokens: &tokens, units: &units, unitCount: &count)
        units.removeLast(units.count - count)
    }

    /// The folded units of each word of a text; the same folding that articles undergo.
    package func words(of text: String) -> [Word] {
        var tokens: [Token] = []
        var units: [UInt16] = []
        let bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { tokenize($0, range: 0..<$0.count, tokens: &tokens, units: &units) }
        return tokens.map { token in
            Word(
                units: Array(units[Int(token.units)..<Int(token.units) + Int(token.unitCount)]),
                surface: String(decoding: bytes[Int(token.start)..<token.end], as: UTF8.self), shape: token.shape, gap: token.gap)
        }
    }

    /// The hash under which a folded form is known.
    package static func key(of units: some Sequence<UInt16>) -> UInt64 {
        var hash = KeyHash()
        for unit in units { hash.add(unit) }
        return hash.value
    }
}

/// A word of a term, folded.
package struct Word: Hashable, Sendable {
    package let units: [UInt16]
    package let surface: String
    package let shape: Token.Shape
    package let gap: Token.Gap

    package static func == (left: Word, right: Word) -> Bool { left.units == right.units }
    package func hash(into hasher: inout Hasher) { hasher.combine(units) }
}

/// A running hash over folded units; equal units give equal keys, and no key is 0.
struct KeyHash {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    mutating func add(_ unit: UInt16) {
        state = (state ^ UInt64(unit)) &* 0xFF51_AFD7_ED55_8CCD
        state ^= state >> 32
    }

    var value: UInt64 {
        @inline(__always) get {
            var mixed = state &* 0xC4CE_B9FE_1A85_EC53
            mixed ^= mixed >> 29
            return mixed | 1
        }
    }
}
