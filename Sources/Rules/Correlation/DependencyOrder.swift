/// Things put after those that they need (Kahn's algorithm).
struct DependencyOrder {
    /// Indices of things, each after all that it needs.
    let order: [Int]
    /// Those of a circle, and all that need them.
    let left: Set<Int>

    /// - Complexity: O(things + needs).
    init(needs: [[Int]]) {
        var missing = needs.map { Set($0).count }
        var dependents = Array(repeating: [Int](), count: needs.count)
        for (index, list) in needs.enumerated() { for need in Set(list) { dependents[need].append(index) } }
        var (order, head) = (needs.indices.filter { missing[$0] == 0 }, 0)
        while head < order.count {
            // The order must not depend on that of a set.
            for dependent in dependents[order[head]].sorted() {
                missing[dependent] -= 1
                if missing[dependent] == 0 { order.append(dependent) }
            }
            head += 1
        }
        self.order = order
        left = Set(needs.indices).subtracting(order)
    }
}
