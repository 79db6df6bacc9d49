import Diagnostics
import YAML

/// Where the bytes of a query stand in the file, and what was found wrong with them.
struct QueryLog {
    private(set) var problems: [QueryProblem] = []
    private let node: YAMLNode
    /// For each byte of the text, where it stands in the file; nil while nobody asked, or when it cannot be told.
    private let offsets: [Int]?
    private let text: [UInt8]
    /// What authors call the operators, for advice.
    let wording: Wording

    /// Whoever reads more has stopped reading.
    static let maximumProblems = 20

    init(_ node: YAMLNode, _ wording: Wording) {
        self.node = node
        self.wording = wording
        text = Array((node.scalar ?? "").utf8)
        offsets = Self.offsets(of: node)
    }

    var isEmpty: Bool { problems.isEmpty }
    var isFull: Bool { problems.count >= Self.maximumProblems }

    mutating func add(_ problem: QueryProblem) {
        if !isFull { problems.append(problem) }
    }

    var hasDepthProblem: Bool { problems.contains { if case .tooLarge(.depth, _) = $0 { true } else { false } } }

    /// What the author wrote there.
    func text(_ bytes: Range<Int>) -> String { String(decoding: text[bytes.clamped(to: text.indices)], as: UTF8.self) }

    func place(_ bytes: Range<Int>) -> SourceRange {
        guard let offsets, let first = bytes.first, bytes.upperBound <= offsets.count else {
            guard let offsets, bytes.isEmpty, let last = offsets.last else { return node.range(of: bytes) }
            // The end of the query: its last byte is where something is missing.
            let at = bytes.lowerBound < offsets.count ? offsets[bytes.lowerBound] : last + 1
            return node.range.file.range(at..<at)
        }
        return node.range.file.range(offsets[first]..<offsets[bytes.upperBound - 1] + 1)
    }

    /// Lays the text along the source: blanks of the text are any run of blanks there (folded lines, indentation), and quotes inside quotes
    /// are written twice or behind a backslash.
    private static func offsets(of node: YAMLNode) -> [Int]? {
        guard let text = node.scalar else { return nil }
        let source = node.range.file.bytes
        var at = node.range.start
        switch node.style {
        case .singleQuoted, .doubleQuoted: at += 1
        case .literal, .folded:
            while at < node.range.end, source[at] != UInt8(ascii: "\n"), source[at] != UInt8(ascii: "\r") { at += 1 }
        case .plain, .block, .flow, .refused: break
        }
        var offsets: [Int] = []
        offsets.reserveCapacity(text.utf8.count)
        var isAfterBlank = node.style == .literal || node.style == .folded
        for byte in text.utf8 {
            let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
            if isAfterBlank, !isBlank { while at < node.range.end, isBlankByte(source[at]) { at += 1 } }
            guard at < node.range.end else {
                // The line break that a block ends with stands nowhere when the file ends.
                guard isBlank else { return nil }
                offsets.append(max(node.range.start, node.range.end - 1))
                continue
            }
            if source[at] != byte {
                let isEscape = node.style == .doubleQuoted && source[at] == UInt8(ascii: "\\")
                if isEscape, at + 1 < node.range.end, source[at + 1] == byte {
                    at += 1
                } else if !isBlank || !isBlankByte(source[at]) {
                    return nil
                }
            }
            offsets.append(at)
            at += 1
            if node.style == .singleQuoted, byte == UInt8(ascii: "'") { at += 1 }
            isAfterBlank = isBlank
        }
        return offsets
    }

    private static func isBlankByte(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
