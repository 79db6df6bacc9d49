/// Prefix terms (`visit*`), by the hash of their folded units.
package struct PrefixTable: Sendable {
    /// Shorter prefixes are refused when rules are checked: they would stand for half the language.
    package static let minimumUnits = 3

    private var symbolsOfKey: [UInt64: [Vocabulary.SymbolID]] = [:]
    private(set) var lengths: [Int] = []
    /// First letters that some prefix begins with, as a bit set over the low six bits.
    private(set) var firstUnits: UInt64 = 0

    var isEmpty: Bool { lengths.isEmpty }

    mutating func add(_ units: [UInt16], _ symbol: Vocabulary.SymbolID) {
        symbolsOfKey[Tokenizer.key(of: units), default: []].append(symbol)
        if !lengths.contains(units.count) {
            lengths.append(units.count)
            lengths.sort()
        }
        if let first = units.first { firstUnits |= 1 << UInt64(first & 63) }
    }

    /// Calls `body` with the symbol of each prefix that `units` begin with.
    func forEachSymbol(of units: UnsafeBufferPointer<UInt16>, _ body: (Vocabulary.SymbolID) -> Void) {
        guard let first = units.first, firstUnits & (1 << UInt64(first & 63)) != 0 else { return }
        var hash = KeyHash()
        var done = 0
        for length in lengths {
            guard length <= units.count else { return }
            while done < length {
                hash.add(units[done])
                done += 1
            }
            for symbol in symbolsOfKey[hash.value] ?? [] { body(symbol) }
        }
    }
}
