/// Which mention a token of a sentence belongs to; of overlapping ones, the first.
struct MentionOwners {
    private let start: Int
    private var owners: [Int32]

    init(of mentions: [Mention], in tokens: Range<Int>) {
        start = tokens.lowerBound
        owners = Array(repeating: -1, count: tokens.count)
        for (index, mention) in mentions.enumerated().reversed() {
            for token in mention.range.clamped(to: tokens) { owners[token - start] = Int32(index) }
        }
    }

    /// - Returns: an index into the mentions.
    subscript(token: Int) -> Int? {
        let offset = token - start
        guard owners.indices.contains(offset), owners[offset] >= 0 else { return nil }
        return Int(owners[offset])
    }
}
