import Diagnostics

/// Questions that the printer asks of the source.
extension SourceFile {
    /// Bytes from the start of the line, which before a block are ASCII.
    func column(at offset: Int) -> Int { offset - bytes(ofLine: line(at: offset)).lowerBound }

    /// True if the line before the one of this byte holds white space only.
    func hasEmptyLine(before offset: Int) -> Bool {
        let line = line(at: offset)
        return line > 1 && bytes[bytes(ofLine: line - 1)].allSatisfy(isSpaceOrTab)
    }

    /// The pairs or items of a collection, each with the place where it begins.
    func children(of node: YAMLNode) -> [BlockPrinter.Child] {
        var children: [BlockPrinter.Child] = []
        var end = node.range.start
        func add(_ key: YAMLNode?, _ value: YAMLNode) {
            let first = key?.range.start ?? value.range.start
            // In a block, `-` or `? ` may stand before it.
            let start = node.style == .block ? min(first, afterWhiteSpace(from: end)) : first
            children.append(.init(key: key, value: value, start: start))
            end = max(value.range.end, key?.range.end ?? 0)
        }
        switch node.content {
        case .scalar: break
        case .sequence(let items): for item in items { add(nil, item) }
        case .mapping(let entries): for entry in entries { add(entry.key, entry.value) }
        }
        return children
    }

    /// The first byte that is neither white space nor comment.
    private func afterWhiteSpace(from start: Int) -> Int {
        var offset = start
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "#") {
                offset = bytes(ofLine: line(at: offset)).upperBound
            } else if isWhite(bytes[offset]) {
                offset += 1
            } else {
                break
            }
        }
        return offset
    }
}
