/// One automaton for all terms of all rules: a trie over the symbols of words, walked from every known token.
///
/// A node's children stand in one open-addressing table for the whole trie, keyed by node and symbol, so memory is a few words a node and the
/// cost of an article grows with what it contains, not with the number of terms. Every node knows the languages of the terms below it, so that an
/// article is only walked along terms of its own language.
package struct TermAutomaton: Sendable {
    /// A comma inside a phrase (`Trujillo, Perú`) is a word of its own in the trie.
    package static let comma: Vocabulary.SymbolID = .max
    /// Longer phrases are refused when rules are checked.
    package static let maximumWords = 16

    struct Node: Sendable {
        var firstOutput: UInt32
        var endOutput: UInt32
        /// Of all terms at and below the node.
        var languages: UInt16
        var hasChildren: Bool
        /// A bit for each child's symbol: most words that follow a phrase's first do not continue it, and are told so without a look-up.
        var children: UInt64
    }

    @inline(__always)
    static func bit(_ symbol: Vocabulary.SymbolID) -> UInt64 { 1 << UInt64((symbol &* 0x9E37_79B1) >> 26) }

    /// A term that ends at a node, with what a hit is tested for first.
    struct Output: Sendable {
        let term: TermID
        let languages: UInt16
        let capitals: UInt16
        /// Its surface or surroundings matter too.
        let isSpecial: Bool
    }

    /// A symbol that a word form may stand for, and the node that it leads to from the root (0 when none).
    struct Start: Sendable {
        let symbol: Vocabulary.SymbolID
        let node: UInt32
        /// Of all terms in which the symbol occurs.
        let languages: UInt16
        let rootLanguages: UInt16
        /// Some term is this one word.
        let endsTerm: Bool
    }

    let nodes: [Node]
    private let outputs: [Output]
    private let edgeKeys: [UInt64]
    private let edgeTargets: [UInt32]
    /// The starts of form *f* stand at `startsOfForm[f]..<startsOfForm[f + 1]`.
    private let startsOfForm: [UInt32]
    private let starts: [Start]
    /// Node of each prefix symbol at the root.
    private let rootOfSymbol: [Vocabulary.SymbolID: UInt32]
    package let terms: [Term]

    /// - Parameter terms: index is the term's id.
    package init(terms: [Term], vocabulary: Vocabulary) {
        var builder = TrieBuilder()
        for (id, term) in terms.enumerated() { builder.add(term, TermID(id)) }
        let frozen = builder.freeze(terms)
        nodes = frozen.nodes
        outputs = frozen.outputs
        (edgeKeys, edgeTargets) = builder.edgeTable()
        var startsOfForm: [UInt32] = []
        var starts: [Start] = []
        for form in 0..<vocabulary.formCount {
            startsOfForm.append(UInt32(starts.count))
            for symbol in vocabulary.symbols(of: FormID(form)) {
                let node = builder.roots[symbol] ?? 0
                starts.append(
                    Start(
                        symbol: symbol, node: node, languages: builder.languagesOfSymbol[symbol] ?? 0,
                        rootLanguages: node == 0 ? 0 : frozen.nodes[Int(node)].languages,
                        endsTerm: node != 0 && frozen.nodes[Int(node)].firstOutput != frozen.nodes[Int(node)].endOutput))
            }
        }
        startsOfForm.append(UInt32(starts.count))
        self.startsOfForm = startsOfForm
        self.starts = starts
        rootOfSymbol = vocabulary.prefixes.isEmpty ? [:] : builder.roots
        self.terms = terms
    }

    static func key(_ node: UInt32, _ symbol: Vocabulary.SymbolID) -> UInt64 { UInt64(node) << 32 | UInt64(symbol) }

    @inline(__always)
    static func slot(_ key: UInt64, mask: Int) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask }

    func root(_ symbol: Vocabulary.SymbolID) -> UInt32 { rootOfSymbol[symbol] ?? 0 }

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

    /// Calls the body with pointers to the starts, nodes and outputs, for a loop that must not count references.
    func withTables<Result>(
        _ body: (
            _ startsOfForm: UnsafeBufferPointer<UInt32>, _ starts: UnsafeBufferPointer<Start>, _ nodes: UnsafeBufferPointer<Node>,
            _ outputs: UnsafeBufferPointer<Output>
        ) -> Result
    ) -> Result {
        startsOfForm.withUnsafeBufferPointer { startsOfForm in
            starts.withUnsafeBufferPointer { starts in
                nodes.withUnsafeBufferPointer { nodes in
                    outputs.withUnsafeBufferPointer { body(startsOfForm, starts, nodes, $0) }
                }
            }
        }
    }
}

/// Builds the trie.
private struct TrieBuilder {
    private(set) var roots: [Vocabulary.SymbolID: UInt32] = [:]
    private(set) var languagesOfSymbol: [Vocabulary.SymbolID: UInt16] = [:]
    private var children: [UInt64: UInt32] = [:]
    private var outputsOfNode: [[TermID]] = [[]]
    private var languagesOfNode: [UInt16] = [0]
    private var isInner: [Bool] = [false]
    private var childBits: [UInt64] = [0]

    mutating func add(_ term: Term, _ id: TermID) {
        guard let first = term.symbols.first else { return }
        for symbol in term.symbols { languagesOfSymbol[symbol, default: 0] |= term.languages }
        var node = roots[first] ?? 0
        if node == 0 {
            node = newNode()
            roots[first] = node
        }
        languagesOfNode[Int(node)] |= term.languages
        for symbol in term.symbols.dropFirst() {
            let key = TermAutomaton.key(node, symbol)
            isInner[Int(node)] = true
            childBits[Int(node)] |= TermAutomaton.bit(symbol)
            if let child = children[key] {
                node = child
            } else {
                let child = newNode()
                children[key] = child
                node = child
            }
            languagesOfNode[Int(node)] |= term.languages
        }
        outputsOfNode[Int(node)].append(id)
    }

    private mutating func newNode() -> UInt32 {
        outputsOfNode.append([])
        languagesOfNode.append(0)
        isInner.append(false)
        childBits.append(0)
        return UInt32(outputsOfNode.count - 1)
    }

    func freeze(_ terms: [Term]) -> (nodes: [TermAutomaton.Node], outputs: [TermAutomaton.Output]) {
        var nodes: [TermAutomaton.Node] = []
        var outputs: [TermAutomaton.Output] = []
        for (node, list) in outputsOfNode.enumerated() {
            let first = UInt32(outputs.count)
            for id in list {
                let term = terms[Int(id)]
                outputs.append(
                    .init(
                        term: id, languages: term.languages, capitals: term.capitals,
                        isSpecial: !term.exact.isEmpty || term.endsWithColon || term.startsWithBracket))
            }
            nodes.append(
                .init(
                    firstOutput: first, endOutput: UInt32(outputs.count), languages: languagesOfNode[node], hasChildren: isInner[node],
                    children: childBits[node]))
        }
        return (nodes, outputs)
    }

    func edgeTable() -> (keys: [UInt64], targets: [UInt32]) {
        var capacity = 64
        while capacity < children.count * 2 { capacity *= 2 }
        var keys = [UInt64](repeating: 0, count: capacity)
        var targets = [UInt32](repeating: 0, count: capacity)
        for (key, child) in children {
            var slot = TermAutomaton.slot(key, mask: capacity - 1)
            while keys[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            keys[slot] = key
            targets[slot] = child
        }
        return (keys, targets)
    }
}
