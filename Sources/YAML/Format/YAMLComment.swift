import Diagnostics

/// A `# …` of the source, which libyaml passes over.
struct YAMLComment {
    /// From `#` to the last byte that is no white space.
    let range: Range<Int>
    /// Nothing but white space stands before it on its line.
    let isAlone: Bool
    /// Bytes from the start of its line.
    let column: Int

    /// All comments of a file, in order: they stand in the gaps between scalars, where `#` can be nothing else.
    ///
    /// - Complexity: O(bytes).
    static func all(in file: SourceFile, root: YAMLNode?) -> [YAMLComment] {
        var scan = CommentScan(file: file)
        if let root { scan.walk(root) }
        scan.skip(to: file.bytes.count)
        return scan.comments
    }
}

private struct CommentScan {
    let file: SourceFile
    var comments: [YAMLComment] = []
    private var offset: Int

    init(file: SourceFile) {
        self.file = file
        offset = file.beginning.start
    }

    /// Depth is bounded by ``TreeBuilder/maximumDepth``.
    mutating func walk(_ node: YAMLNode) {
        switch node.content {
        case .scalar:
            skip(to: node.range.start)
            offset = max(offset, node.range.end)
        case .sequence(let items): for item in items { walk(item) }
        case .mapping(let entries):
            for entry in entries {
                walk(entry.key)
                walk(entry.value)
            }
        }
    }

    /// Gathers the comments of a gap.
    mutating func skip(to end: Int) {
        while offset < end {
            guard file.bytes[offset] == UInt8(ascii: "#") else {
                offset += 1
                continue
            }
            let line = file.bytes(ofLine: file.line(at: offset))
            var last = min(end, line.upperBound)
            let next = last
            while last > offset, isSpaceOrTab(file.bytes[last - 1]) { last -= 1 }
            comments.append(
                YAMLComment(
                    range: offset..<last, isAlone: file.bytes[line.lowerBound..<offset].allSatisfy(isSpaceOrTab),
                    column: offset - line.lowerBound))
            offset = max(next, offset + 1)
        }
    }
}

/// Space or tab.
func isSpaceOrTab(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

/// Blank, LF or CR.
func isWhite(_ byte: UInt8) -> Bool { isSpaceOrTab(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
