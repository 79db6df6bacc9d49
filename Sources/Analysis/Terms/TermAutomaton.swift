/// One automaton for all terms of all rules: a trie over the symbols of words, walked from every known token.
///
/// A node's children stand in one open-addressing table for the whole trie, keyed by node and symbol, so memory is a few words a node and the
/// cost of an article grows with what it contains, not with the number of terms.
package struct TermAutomaton: Sendable {
    /// A comma inside a phrase (`Trujillo, Perú`) is a word of its own in the trie.
    package static let comma: Vocabulary.SymbolID = .max
    /// Longer phrases are refused when rules are checked.
    package static let maximumWords = 16

    private let edgeKeys: [UInt64]
    private let edgeTargets: [UInt32]
    /// Node of each symbol at the root, or 0.
    private let roots: [UInt32]
    private let outputStarts: [UInt32]
    private let outputTerms: [TermID]
    private let isInner: [Bool]
    package let terms: [Term]
    /// What a hit is tested for first, packed, by term.
    let conditions: [Conditions]

    struct Conditions {
        let languages: UInt16
        let capitals: UInt16
        /// Its surface or surroundings matter too.
        let isSpecial: Bool
    }

    /// - Parameter terms: index is the term's id.
    package init(terms: [Term], symbolCount: UInt32) {
        var roots = [UInt32](repeating: 0, count: Int(symbolCount) + 1)
        var children: [UInt64: UInt32] = [:]
        var outputsOfNode: [[TermID]] = [[]]
        for (id, term) in terms.enumerated() {
            guard let first = term.symbols.first else { continue }
            if roots[Int(first)] == 0 {
                roots[Int(first)] = UInt32(outputsOfNode.count)
                outputsOfNode.append([])
            }
            var node = roots[Int(first)]
            for symbol in term.symbols.dropFirst() {
                let key = TermAutomaton.key(node, symbol)
                if let child = children[key] {
                    node = child
                } else {
                    children[key] = UInt32(outputsOfNode.count)
                    node = UInt32(outputsOfNode.count)
                    outputsOfNode.append([])
                }
            }
            outputsOfNode[Int(node)].append(TermID(id))
        }
        var capacity = 64
        while capacity < children.count * 2 { capacity *= 2 }
        var edgeKeys = [UInt64](repeating: 0, count: capacity)
        var edgeTargets = [UInt32](repeating: 0, count: capacity)
        for (key, child) in children {
            var slot = TermAutomaton.slot(key, mask: capacity - 1)
            while edgeKeys[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            edgeKeys[slot] = key
            edgeTargets[slot] = child
        }
        var isInner = [Bool](repeating: false, count: outputsOfNode.count)
        for key in children.keys { isInner[Int(key >> 32)] = true }
        var starts: [UInt32] = []
        var outputs: [TermID] = []
        for list in outputsOfNode {
            starts.append(UInt32(outputs.count))
            outputs += list
        }
        starts.append(UInt32(outputs.count))
        self.edgeKeys = edgeKeys
        self.edgeTargets = edgeTargets
        self.roots = roots
        self.outputStarts = starts
        self.outputTerms = outputs
        self.isInner = isInner
        self.terms = terms
        self.conditions = terms.map { term in
            Conditions(
                languages: term.languages, capitals: term.capitals,
                isSpecial: !term.exact.isEmpty || term.endsWithColon || term.startsWithBracket)
        }
    }

    private static func key(_ node: UInt32, _ symbol: Vocabulary.SymbolID) -> UInt64 { UInt64(node) << 32 | UInt64(symbol) }

    @inline(__always)
    private static func slot(_ key: UInt64, mask: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask
    }

    @inline(__always)
    func root(_ symbol: Vocabulary.SymbolID) -> UInt32 { Int(symbol) < roots.count ? roots[Int(symbol)] : 0 }

    @inline(__always)
    func child(of node: UInt32, _ symbol: Vocabulary.SymbolID) -> UInt32 {
        let key = TermAutomaton.key(node, symbol)
        var slot = TermAutomaton.slot(key, mask: edgeKeys.count - 1)
        while true {
            let found = edgeKeys[slot]
            if found == key { return edgeTargets[slot] }
            if found == 0 { return 0 }
            slot = (slot + 1) & (edgeKeys.count - 1)
        }
    }

    @inline(__always)
    func outputs(of node: UInt32) -> ArraySlice<TermID> {
        outputTerms[Int(outputStarts[Int(node)])..<Int(outputStarts[Int(node) + 1])]
    }

    @inline(__always)
    func hasChildren(_ node: UInt32) -> Bool { isInner[Int(node)] }
}
