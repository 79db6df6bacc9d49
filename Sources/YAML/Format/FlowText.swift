import Diagnostics

/// Values in brackets, on one line or filled into several.
enum FlowText {
    /// The value on one line, `[a, b]` and `{a: b}`.
    ///
    /// - Returns: nil if it is wider than `width` Unicode scalars, or holds a scalar of several lines. A scalar alone may be of any width.
    /// - Complexity: O(`width`), for collections.
    static func line(_ node: YAMLNode, width: Int) -> [UInt8]? {
        if node.scalar != nil { return ScalarText(node).flowLine.map { Array($0) } }
        var text: [UInt8] = []
        var rest = width
        return append(node, to: &text, &rest) ? text : nil
    }

    private static func append(_ node: YAMLNode, to text: inout [UInt8], _ rest: inout Int) -> Bool {
        switch node.content {
        case .scalar:
            guard let line = ScalarText(node).flowLine else { return false }
            return write(line, to: &text, &rest)
        case .sequence(let items):
            guard write("[".utf8, to: &text, &rest) else { return false }
            for (index, item) in items.enumerated() {
                guard index == 0 || write(", ".utf8, to: &text, &rest), append(item, to: &text, &rest) else { return false }
            }
            return write("]".utf8, to: &text, &rest)
        case .mapping(let entries):
            guard write("{".utf8, to: &text, &rest) else { return false }
            for (index, entry) in entries.enumerated() {
                guard index == 0 || write(", ".utf8, to: &text, &rest), let key = ScalarText(entry.key).key,
                    write(key, to: &text, &rest)
                else { return false }
                // `{a}` and `{a: }` are the same.
                if entry.value.isAbsent { continue }
                guard write(": ".utf8, to: &text, &rest), append(entry.value, to: &text, &rest) else { return false }
            }
            return write("}".utf8, to: &text, &rest)
        }
    }

    private static func write(_ part: some Collection<UInt8>, to text: inout [UInt8], _ rest: inout Int) -> Bool {
        // A scalar has 4 bytes at most; what is longer is not even counted.
        guard part.count <= rest * 4 else { return false }
        rest -= part.count { $0 & 0xC0 != 0x80 }
        text += part
        return rest >= 0
    }

    /// A list in lines that are no wider than `width`: those of the author while each of them fits, else as many items on each as there
    /// is room for.
    ///
    /// - Returns: nil if it is no list, or if one of its items fills more than a line.
    static func filled(_ node: YAMLNode, width: Int) -> [[UInt8]]? {
        guard node.style == .flow, let items = node.items, !items.isEmpty else { return nil }
        var texts: [[UInt8]] = []
        for (index, item) in items.enumerated() {
            guard !item.isAbsent, let text = line(item, width: width - 1) else { return nil }
            texts.append(text + [UInt8(ascii: index == items.count - 1 ? "]" : ",")])
        }
        let file = node.range.file
        let ownLines = items.indices.map { index in
            index > 0 && file.line(at: items[index - 1].range.end) < file.line(at: items[index].range.start)
        }
        let own = joined(texts) { index, _ in ownLines[index] }
        if own.allSatisfy({ columns(of: $0) <= width }) { return own }
        return joined(texts) { _, column in column > width }
    }

    /// - Parameter breaks: whether an item begins a line, by its index and the column at which it would end.
    private static func joined(_ texts: [[UInt8]], _ breaks: (Int, Int) -> Bool) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var column = 0
        for (index, text) in texts.enumerated() {
            let count = columns(of: text)
            if index == 0 || breaks(index, column + 1 + count) {
                lines.append(text)
                column = count
            } else {
                lines[lines.count - 1] += [UInt8(ascii: " ")] + text
                column += 1 + count
            }
        }
        return lines
    }

    private static func columns(of text: [UInt8]) -> Int { text.count { $0 & 0xC0 != 0x80 } }
}
