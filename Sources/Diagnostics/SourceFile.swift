/// A file that an author wrote, with the places of its lines.
///
/// A reference, so that every node of a large file can name its file at the price of a pointer.
package final class SourceFile: Sendable {
    /// As the user wrote it on the command line, or relative to the folder that was named there.
    package let path: String
    package let bytes: [UInt8]
    /// Byte offset of the first character of each line, ascending. Lines end with LF, CR LF or a lone CR; a byte order mark is in no line.
    private let lineStarts: [Int]
    /// More than 1 where the bytes are a piece of a file too large to be kept.
    private let firstLine: Int

    package init(path: String, bytes: [UInt8], firstLine: Int = 1) {
        self.path = path
        self.bytes = bytes
        self.firstLine = firstLine
        lineStarts = Self.lineStarts(of: bytes.span)
    }

    package convenience init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

    package var lineCount: Int { lineStarts.count }

    /// - Complexity: O(log *lines*).
    /// - Returns: the line, counted from 1, that holds this byte.
    package func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + firstLine
    }

    /// - Complexity: O(log *lines* + length of the line).
    package func position(at offset: Int) -> SourcePosition {
        let line = line(at: offset)
        let start = lineStarts[line - firstLine]
        let bytes = bytes
        let end = max(start, min(offset, bytes.count))
        var column = 1
        for index in start..<end where bytes[index] & 0xC0 != 0x80 { column += 1 }
        return SourcePosition(line: line, column: column)
    }

    /// - Returns: the bytes of a line, counted from 1, without its line break; empty for a line that does not exist.
    package func bytes(ofLine line: Int) -> Range<Int> {
        let index = line - firstLine
        guard lineStarts.indices.contains(index) else { return bytes.count..<bytes.count }
        let start = lineStarts[index]
        var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
        if end > start, index + 1 < lineStarts.count {
            end -= 1
            if end > start, bytes[end] == UInt8(ascii: "\n"), bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        }
        return start..<end
    }

    /// The text of some bytes; those that are no UTF-8 become U+FFFD.
    package func text(_ range: Range<Int>) -> String { String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self) }

    package func range(_ range: Range<Int>) -> SourceRange { SourceRange(file: self, range) }

    /// The place of problems that concern the file as a whole.
    package var beginning: SourceRange { range(lineStarts[0]..<lineStarts[0]) }

    private static func lineStarts(of bytes: Span<UInt8>) -> [Int] {
        let hasByteOrderMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
        var starts = [hasByteOrderMark ? 3 : 0]
        for index in bytes.indices where bytes[index] <= 0x0D {
            let isLoneReturn = bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
            if bytes[index] == 0x0A || isLoneReturn { starts.append(index + 1) }
        }
        return starts
    }
}

/// Line and column, both counted from 1.
///
/// A column is a Unicode scalar, which is what editors count in all but rare text; it is neither a byte nor a column of the screen.
package struct SourcePosition: Hashable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
