package import Diagnostics

/// A value of a YAML file, and where it stands. Every scalar is a string: `NO` is "NO", `1.0` is "1.0".
package struct YAMLNode: Sendable {
    package enum Content: Sendable {
        case scalar(String)
        case sequence([YAMLNode])
        /// In the order of the file. Keys are scalars and differ from each other.
        case mapping([YAMLEntry])
    }

    package let content: Content
    package let style: YAMLStyle
    /// From the first to the last byte of the value, with its quotes or brackets; empty for a value that was left out.
    package let range: SourceRange

    package init(_ content: Content, style: YAMLStyle, range: SourceRange) {
        self.content = content
        self.style = style
        self.range = range
    }
}

/// How a value was written.
package enum YAMLStyle: Sendable {
    /// A scalar without quotes; the only style in which nothing at all may stand.
    case plain
    case singleQuoted
    case doubleQuoted
    /// A scalar after `|`, which keeps its line breaks.
    case literal
    /// A scalar after `>`, whose lines are joined.
    case folded
    /// A sequence or mapping by indentation.
    case block
    /// A sequence or mapping in brackets.
    case flow
    /// An empty scalar in the place of an alias. The alias was reported: say nothing more of this value.
    case refused
}

/// A key and its value.
package struct YAMLEntry: Sendable {
    /// A scalar.
    package let key: YAMLNode
    package let value: YAMLNode

    package init(key: YAMLNode, value: YAMLNode) {
        self.key = key
        self.value = value
    }

    /// The text of the key.
    package var name: String { key.scalar ?? "" }
}

extension YAMLNode {
    /// The text of a scalar; nil for a collection.
    package var scalar: String? { if case .scalar(let text) = content { text } else { nil } }

    /// The values of a sequence; nil for anything else.
    package var items: [YAMLNode]? { if case .sequence(let items) = content { items } else { nil } }

    /// The pairs of a mapping; nil for anything else.
    package var entries: [YAMLEntry]? { if case .mapping(let entries) = content { entries } else { nil } }

    /// The pair of a mapping that has this key; nil also for anything but a mapping.
    ///
    /// - Complexity: O(*keys*), the fastest way for the handful of keys that a schema has.
    package func entry(_ key: String) -> YAMLEntry? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key.scalar == key }
    }

    /// The value under this key; nil also for anything but a mapping.
    package subscript(key: String) -> YAMLNode? { entry(key)?.value }

    /// True if nothing was written, as after `key:`. Quotes make an empty text, which is something.
    package var isAbsent: Bool { style == .plain && scalar == "" }

    /// True in the place of an alias, which was reported already.
    package var isRefused: Bool { style == .refused }

    /// What a message calls it: `a text`, `a list`, `a mapping`, `nothing`.
    package var kind: String {
        switch content {
        case .scalar: isAbsent ? "nothing" : "a text"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    /// The place of some UTF-8 bytes of a scalar's text; the whole node where escapes or folded lines make the source differ from the text.
    package func range(of bytes: Range<Int>) -> SourceRange {
        guard let text = scalar else { return range }
        let start = range.start + (style == .plain ? 0 : 1)
        let source = range.file.bytes[min(start, range.end)..<range.end]
        guard style == .plain || style == .singleQuoted || style == .doubleQuoted, source.starts(with: text.utf8) else { return range }
        let bounds = bytes.clamped(to: 0..<text.utf8.count)
        return range.file.range(start + bounds.lowerBound..<start + bounds.upperBound)
    }
}
