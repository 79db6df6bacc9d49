/// Some bytes of a ``SourceFile``.
///
/// Line and column are found when they are asked for: a file has a million places, and a handful of them is ever shown.
package struct SourceRange: Sendable {
    package let file: SourceFile
    /// UTF-8 bytes from the start of the file.
    package let start: Int
    /// One past the last byte.
    package let end: Int

    /// Bounds outside the file are moved to its end: a place that is slightly wrong is better than a watch that died.
    package init(file: SourceFile, _ bytes: Range<Int>) {
        self.file = file
        start = max(0, min(bytes.lowerBound, file.bytes.count))
        end = max(start, min(bytes.upperBound, file.bytes.count))
    }

    package var path: String { file.path }
    package var bytes: Range<Int> { start..<end }
    package var isEmpty: Bool { start == end }
    /// Line and column of the first byte.
    package var position: SourcePosition { file.position(at: start) }
    /// Line and column behind the last byte.
    package var endPosition: SourcePosition { file.position(at: end) }
    package var line: Int { file.line(at: start) }
    package var column: Int { position.column }
    /// What the author wrote there.
    package var text: String { file.text(bytes) }
}

extension SourceRange: Hashable {
    package static func == (left: SourceRange, right: SourceRange) -> Bool {
        left.start == right.start && left.end == right.end && (left.file === right.file || left.path == right.path)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(path)
        hasher.combine(start)
        hasher.combine(end)
    }
}

/// `path:line:column`, which terminals and editors make a link of.
extension SourceRange: CustomStringConvertible {
    package var description: String { "\(path):\(position.line):\(position.column)" }
}
