/// How many letters must be put in, left out, changed or swapped with their neighbour (Damerau–Levenshtein, each letter moved once).
///
/// - Returns: nil if the words differ by more than `limit`.
/// - Complexity: O(*left* × *right*).
@inlinable
package func editDistance<Letter: Equatable>(_ left: [Letter], _ right: [Letter], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
        var current = [row + 1] + repeatElement(0, count: right.count)
        for column in right.indices {
            let change = left[row] == right[column] ? 0 : 1
            var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + change)
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                cost = min(cost, beforeLast[column - 1] + 1)
            }
            current[column + 1] = cost
        }
        // A later row may stand on the one before the last, so both must be beyond the limit.
        if current.allSatisfy({ $0 > limit }), last.allSatisfy({ $0 > limit }) { return nil }
        (beforeLast, last) = (last, current)
    }
    return last[right.count] <= limit ? last[right.count] : nil
}
