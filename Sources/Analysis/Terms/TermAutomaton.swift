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
    private let edges: EdgeTable
    /// The starts of form *f* stand at `startsOfForm[f]..<startsOfForm[f + 1]`.
    private let startsOfForm: [UInt32]
    private let starts: [Start]
    /// Node of each symbol at the root, 0 when none.
    private let rootOfSymbol: [UInt32]
    package let terms: [Term]

    /// - Parameter terms: index is the term's id.
    package init(terms: [Term], vocabulary: Vocabulary) {
        var builder = TrieBuilder(symbolCount: vocabulary.symbolCount)
        for (id, term) in terms.enumerated() { builder.add(term, TermID(id)) }
        let frozen = builder.freeze(terms)
        nodes = frozen.nodes
        outputs = frozen.outputs
        edges = builder.edges
        var startsOfForm: [UInt32] = []
        var starts: [Start] = []
        for form in 0..<vocabulary.formCount {
            startsOfForm.append(UInt32(starts.count))
            for symbol in vocabulary.symbols(of: FormID(form)) {
                let node = builder.roots[Int(symbol)]
                starts.append(
                    Start(
                        symbol: symbol, node: node, languages: builder.languagesOfSymbol[Int(symbol)],
                        rootLanguages: node == 0 ? 0 : frozen.nodes[Int(node)].languages,
                        endsTerm: node != 0 && frozen.nodes[Int(node)].firstOutput != frozen.nodes[Int(node)].endOutput))
            }
        }
        startsOfForm.append(UInt32(starts.count))
        self.startsOfForm = startsOfForm
        self.starts = starts
        rootOfSymbol = builder.roots
        self.terms = terms
    }

    func root(_ symbol: Vocabulary.SymbolID) -> UInt32 { rootOfSymbol[Int(symbol)] }

    @inline(__always)
    func child(of node: UInt32, _ symbol: Vocabulary.SymbolID) -> UInt32 { edges.target(from: node, symbol) }

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

/// The nodes that symbols lead to from other nodes, by open addressing.
private struct EdgeTable: Sendable {
    /// Node and symbol; 0 is an empty slot, since no edge leaves node 0.
    private var keys = [UInt64](repeating: 0, count: 64)
    private var targets = [UInt32](repeating: 0, count: 64)
    private var count = 0

    /// - Returns: 0 when there is none.
    @inline(__always)
    func target(from node: UInt32, _ symbol: Vocabulary.SymbolID) -> UInt32 {
        let key = Self.key(node, symbol)
        var slot = Self.slot(key, mask: keys.count - 1)
        while true {
            let found = keys[slot]
            if found == key { return targets[slot] }
            if found == 0 { return 0 }
            slot = (slot + 1) & (keys.count - 1)
        }
    }

    /// Adds an edge that is not there.
    mutating func add(from node: UInt32, _ symbol: Vocabulary.SymbolID, to target: UInt32) {
        count += 1
        if count * 2 > keys.count { grow() }
        place(Self.key(node, symbol), target)
    }

    private mutating func grow() {
        let old = zip(keys, targets).filter { $0.0 != 0 }
        keys = [UInt64](repeating: 0, count: keys.count * 2)
        targets = [UInt32](repeating: 0, count: keys.count)
        for (key, target) in old { place(key, target) }
    }

    private mutating func place(_ key: UInt64, _ target: UInt32) {
        var slot = Self.slot(key, mask: keys.count - 1)
        while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
        keys[slot] = key
        targets[slot] = target
    }

    @inline(__always)
    private static func key(_ node: UInt32, _ symbol: Vocabulary.SymbolID) -> UInt64 { UInt64(node) << 32 | UInt64(symbol) }

    @inline(__always)
    private static func slot(_ key: UInt64, mask: Int) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask }
}

/// Builds the trie.
private struct TrieBuilder {
    /// By symbol.
    private(set) var roots: [UInt32]
    private(set) var languagesOfSymbol: [UInt16]
    private(set) var edges = EdgeTable()
    private var outputsOfNode = LinkedLists<TermID>()
    private var languagesOfNode: [UInt16] = [0]
    private var isInner: [Bool] = [false]
    private var childBits: [UInt64] = [0]

    init(symbolCount: Int) {
        roots = Array(repeating: 0, count: symbolCount)
        languagesOfSymbol = Array(repeating: 0, count: symbolCount)
        // Node 0 is none.
        _ = outputsOfNode.addList()
    }

    mutating func add(_ term: Term, _ id: TermID) {
        guard let first = term.symbols.first else { return }
        for symbol in term.symbols where symbol != TermAutomaton.comma { languagesOfSymbol[Int(symbol)] |= term.languages }
        var node = roots[Int(first)]
        if node == 0 {
            node = newNode()
            roots[Int(first)] = node
        }
        languagesOfNode[Int(node)] |= term.languages
        for symbol in term.symbols.dropFirst() {
            isInner[Int(node)] = true
            childBits[Int(node)] |= TermAutomaton.bit(symbol)
            var child = edges.target(from: node, symbol)
            if child == 0 {
                child = newNode()
                edges.add(from: node, symbol, to: child)
            }
            node = child
            languagesOfNode[Int(node)] |= term.languages
        }
        outputsOfNode.append(id, to: Int(node))
    }

    private mutating func newNode() -> UInt32 {
        languagesOfNode.append(0)
        isInner.append(false)
        childBits.append(0)
        return UInt32(outputsOfNode.addList())
    }

    func freeze(_ terms: [Term]) -> (nodes: [TermAutomaton.Node], outputs: [TermAutomaton.Output]) {
        var nodes: [TermAutomaton.Node] = []
        var outputs: [TermAutomaton.Output] = []
        for node in 0..<outputsOfNode.count {
            let first = UInt32(outputs.count)
            for id in outputsOfNode[node] {
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
}
