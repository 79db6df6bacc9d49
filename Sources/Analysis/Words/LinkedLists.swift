/// Many short lists that grow side by side, in three arrays: an array of its own for each of a million lists costs more to make and to free than
/// all that is done with them.
struct LinkedLists<Element> {
    private var first: [Int32] = []
    private var last: [Int32] = []
    private var elements: [(value: Element, next: Int32)] = []

    /// Lists that were added.
    var count: Int { first.count }
    /// Of all lists.
    var elementCount: Int { elements.count }

    /// - Returns: its index.
    mutating func addList() -> Int {
        first.append(-1)
        last.append(-1)
        return first.count - 1
    }

    mutating func append(_ value: Element, to list: Int) {
        let position = Int32(elements.count)
        elements.append((value, -1))
        if last[list] >= 0 { elements[Int(last[list])].next = position } else { first[list] = position }
        last[list] = position
    }

    /// The elements of a list, in the order in which they came.
    subscript(list: Int) -> List { List(elements: elements, position: first[list]) }

    struct List: Sequence, IteratorProtocol {
        fileprivate let elements: [(value: Element, next: Int32)]
        fileprivate var position: Int32

        mutating func next() -> Element? {
            guard position >= 0 else { return nil }
            let element = elements[Int(position)]
            position = element.next
            return element.value
        }
    }
}
