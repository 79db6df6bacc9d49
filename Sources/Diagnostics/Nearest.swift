/// Longer words are not compared: their cost grows with the square of their length, and nobody mistypes them.
private let maximumCharacters = 64

/// The candidate that an author most likely meant.
///
/// Damerau–Levenshtein distance on characters (a swap of neighbours counts once), without regard to case. Near means: at most a third of
/// the longer word is wrong, one character at least, and never more than half of the shorter.
///
/// - Returns: nil when nothing is near. Of several equally near the first in the order of the alphabet, whatever their order here.
/// - Complexity: O(*candidates* × 64²) at most.
package func nearest(to word: some StringProtocol, among candidates: some Sequence<String>) -> String? {
    guard let letters = comparable(word) else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
        guard let other = comparable(candidate) else { continue }
        let limit = min(max(1, max(letters.count, other.count) / 3), min(letters.count, other.count) / 2, best?.distance ?? .max)
        guard let distance = distance(letters, other, limit: limit) else { continue }
        if let best, (best.distance, best.candidate) <= (distance, candidate) { continue }
        best = (distance, candidate)
    }
    return best?.candidate
}

/// The candidate that was meant beyond doubt, so that a program may write it: a slip of one letter at most in a word of four or more, and
/// no other candidate that is as near.
package func sureCorrection(of word: some StringProtocol, among candidates: some Sequence<String>) -> String? {
    guard let letters = comparable(word), letters.count >= 4 else { return nil }
    let near = candidates.compactMap { candidate in
        comparable(candidate).flatMap { distance(letters, $0, limit: 1) }.map { (distance: $0, candidate: candidate) }
    }
    let least = near.filter { $0.distance == near.map(\.distance).min() }
    return least.count == 1 ? least[0].candidate : nil
}

private func comparable(_ word: some StringProtocol) -> [Character]? {
    // A character has a byte at least; the bound on bytes keeps the count of characters cheap.
    guard word.utf8.count <= maximumCharacters * 8 else { return nil }
    let letters = Array(word.lowercased())
    return letters.isEmpty || letters.count > maximumCharacters ? nil : letters
}

/// - Returns: nil if the words differ by more than `limit`.
private func distance(_ left: [Character], _ right: [Character], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
        var current = [row] + repeatElement(0, count: right.count)
        for column in 1...right.count {
            let change = left[row - 1] == right[column - 1] ? 0 : 1
            var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + change)
            if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                cost = min(cost, beforeLast[column - 2] + 1)
            }
            current[column] = cost
        }
        // A later row may stand on the one before the last, so both must be beyond the limit.
        if current.allSatisfy({ $0 > limit }), last.allSatisfy({ $0 > limit }) { return nil }
        (beforeLast, last) = (last, current)
    }
    return last[right.count] <= limit ? last[right.count] : nil
}
