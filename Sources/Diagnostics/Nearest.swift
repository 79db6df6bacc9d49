/// Longer words are not compared: their cost grows with the square of their length, and nobody mistypes them.
private let maximumCharacters = 64

/// The candidate that an author most likely meant.
///
/// Damerau–Levenshtein distance on characters (a swap of neighbours counts once), without regard to case. Near means: at most a third of
/// the longer word is wrong, one character at least, and never more than half of the shorter.
///
/// - Returns: nil when nothing is near. Of several equally near the first in the order of the alphabet, whatever their order here.
/// - Complexity: O(*candidates* × 64²) at most; about 50 ns for a candidate that has little in common with the word, so that a thousand wrong
///   references to one of ten thousand ids are told within a second.
package func nearest(to word: some StringProtocol, among candidates: some Sequence<String>) -> String? {
    guard let letters = Letters(word) else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
        guard letters.mayBeNear(candidate, best?.distance), let other = Letters(candidate) else { continue }
        let limit = limit(letters.count, other.count, best?.distance)
        guard let distance = letters.distance(to: other, limit: limit) else { continue }
        if let best, (best.distance, best.candidate) <= (distance, candidate) { continue }
        best = (distance, candidate)
    }
    return best?.candidate
}

/// The candidate that was meant beyond doubt, so that a program may write it: a slip of one letter at most in a word of four or more, and
/// no other candidate that is as near.
package func sureCorrection(of word: some StringProtocol, among candidates: some Sequence<String>) -> String? {
    guard let letters = Letters(word), letters.count >= 4 else { return nil }
    let near = candidates.compactMap { candidate in
        Letters(candidate).flatMap { letters.distance(to: $0, limit: 1) }.map { (distance: $0, candidate: candidate) }
    }
    let least = near.filter { $0.distance == near.map(\.distance).min() }
    return least.count == 1 ? least[0].candidate : nil
}

/// How many characters of two words of these lengths may be wrong.
private func limit(_ left: Int, _ right: Int, _ best: Int?) -> Int {
    min(max(1, max(left, right) / 3), min(left, right) / 2, best ?? .max)
}

/// A word as it is compared: without case, by character.
private enum Letters {
    /// One byte a character.
    case ascii([UInt8])
    case other([Character])

    init?(_ word: some StringProtocol) {
        // A character has a byte at least; the bound on bytes keeps the count of characters cheap.
        guard word.utf8.count <= maximumCharacters * 8 else { return nil }
        let bytes = Array(word.utf8)
        // CR LF is one character.
        if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) {
            guard !bytes.isEmpty, bytes.count <= maximumCharacters else { return nil }
            self = .ascii(bytes.map(lowercased))
        } else {
            let letters = Array(word.lowercased())
            guard !letters.isEmpty, letters.count <= maximumCharacters else { return nil }
            self = .other(letters)
        }
    }

    var count: Int {
        switch self {
        case .ascii(let bytes): bytes.count
        case .other(let letters): letters.count
        }
    }

    private var characters: [Character] {
        switch self {
        case .ascii(let bytes): bytes.map { Character(Unicode.Scalar($0)) }
        case .other(let letters): letters
        }
    }

    /// Rules most candidates out by their length and by letters that only one of the two has: each costs a change.
    func mayBeNear(_ candidate: String, _ best: Int?) -> Bool {
        var candidate = candidate
        return candidate.withUTF8 { bytes in
            var (foreign, seen) = (0, UInt64(0))
            guard bytes.count <= maximumCharacters * 8 else { return false }
            for byte in bytes {
                if byte >= 0x80 { foreign += 1 }
                seen |= bit(byte)
            }
            switch self {
            case .ascii(let letters):
                // Of a candidate in another script only the characters are known, and those cost time.
                guard foreign == 0 else { return true }
                let limit = limit(letters.count, bytes.count, best)
                let own = letters.reduce(UInt64(0)) { $0 | bit($1) }
                return abs(letters.count - bytes.count) <= limit && (own & ~seen).nonzeroBitCount <= limit
                    && (seen & ~own).nonzeroBitCount <= limit
            case .other(let letters):
                guard foreign == 0, !bytes.contains(0x0D) else { return true }
                return letters.count { !$0.isASCII } <= limit(letters.count, bytes.count, best)
            }
        }
    }

    func distance(to other: Letters, limit: Int) -> Int? {
        switch (self, other) {
        case (.ascii(let left), .ascii(let right)): editDistance(left, right, limit: limit)
        case (.ascii, .other), (.other, _): editDistance(characters, other.characters, limit: limit)
        }
    }
}

private func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

/// One of 64 bits for a byte of ASCII without regard to case; some share one, so that a set of them never tells too much.
private func bit(_ byte: UInt8) -> UInt64 { 1 << UInt64(lowercased(byte) & 63) }
