/// A name of a watch-list that stands in an article, or nearly.
struct NameHit: Sendable {
    /// What makes it differ from the name as listed.
    enum Note: Hashable, Sendable, Comparable {
        case surnameFirst, inflected, variant, transliterated, initial, without(String), inserted(String)
        case letters(Int)

        var text: String {
            switch self {
            case .surnameFirst: "surname first"
            case .inflected: "inflected"
            case .variant: "spelling variant"
            case .transliterated: "transliterated"
            case .initial: "initial"
            case .without(let word): "without `\(word)`"
            case .inserted(let word): "with `\(word)` between"
            case .letters(let count): count == 1 ? "1 letter differs" : "\(count) letters differ"
            }
        }
    }

    /// Index into the entries of the ``NameIndex``.
    let entry: Int
    /// Index into the entry's names.
    let name: Int
    let range: Range<Int>
    /// Hundredths: 100 is the name as it is listed.
    let score: Int
    let notes: [Note]
    let isWeak: Bool
}

/// What the watch-lists found in one article, by the leaf of the index.
package struct NameHits: Sendable {
    private(set) var hitsOfLeaf: [Int: [NameHit]] = [:]

    /// The leaves of indexes that found something.
    var leaves: [Int] { hitsOfLeaf.keys.sorted() }
    var isEmpty: Bool { hitsOfLeaf.isEmpty }

    subscript(leaf: Int) -> [NameHit] { hitsOfLeaf[leaf] ?? [] }

    mutating func add(_ hits: [NameHit], leaf: Int) { if !hits.isEmpty { hitsOfLeaf[leaf] = hits } }
}
