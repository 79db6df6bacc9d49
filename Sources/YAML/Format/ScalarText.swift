import Diagnostics

/// How a scalar is written in canonical form.
struct ScalarText {
    let node: YAMLNode
    private var source: ArraySlice<UInt8> { node.range.file.bytes[node.range.bytes] }

    init(_ node: YAMLNode) { self.node = node }

    /// The scalar on one line; nil for one that stands on several.
    ///
    /// Quotes stay, since they may say that a word is no number; single ones become double ones where every letter between them means
    /// itself in both.
    var line: ArraySlice<UInt8>? {
        if needsQuotes { return quoted[...] }
        let source = source
        guard !isBlock, !source.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else { return nil }
        guard node.style == .singleQuoted, source.count >= 2 else { return source }
        let inner = source.dropFirst().dropLast()
        let isPlain = inner.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        guard isPlain else { return source }
        let quote = CollectionOfOne(UInt8(ascii: "\""))
        return (quote + Array(inner) + quote)[...]
    }

    /// The same between brackets, where a plain scalar that was broken over lines is joined again.
    var flowLine: ArraySlice<UInt8>? {
        if let line { return line }
        guard node.style == .plain, let text = node.scalar, !text.utf8.contains(UInt8(ascii: "\n")) else { return nil }
        return Array(text.utf8)[...]
    }

    var isBlock: Bool { node.style == .literal || node.style == .folded }

    /// A plain scalar that would mean something else in other surroundings.
    private var needsQuotes: Bool {
        guard node.style == .plain, let text = node.scalar else { return false }
        return ["-", "?"].contains(text) || text.utf8.last == UInt8(ascii: ":")
    }

    private var quoted: [UInt8] {
        let text = Array((node.scalar ?? "").utf8)
        if !text.contains(UInt8(ascii: "\"")), !text.contains(UInt8(ascii: "\\")) {
            return [UInt8(ascii: "\"")] + text + [UInt8(ascii: "\"")]
        }
        let quote = UInt8(ascii: "'")
        return [quote] + text.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }

    /// The scalar as a key; one that was left out is shown.
    var key: ArraySlice<UInt8>? { node.isAbsent ? Array("\"\"".utf8)[...] : flowLine }

    /// The lines of a plain or quoted scalar that runs over several; white space round its line breaks means nothing, and is left out.
    var lines: [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        let range = node.range
        let file = range.file
        for number in file.line(at: range.start)...max(file.line(at: range.start), file.line(at: range.end)) {
            var line = file.bytes[file.bytes(ofLine: number).clamped(to: range.bytes)]
            if !lines.isEmpty { line = line.drop(while: isSpaceOrTab) }
            let isLast = line.endIndex == range.end
            // Between double quotes `\` and a space is a space that stays.
            while !isLast, let last = line.last, isSpaceOrTab(last),
                node.style != .doubleQuoted || line.dropLast().last != UInt8(ascii: "\\")
            {
                line = line.dropLast()
            }
            lines.append(line)
        }
        return lines
    }
}

/// A `|` or `>` with its lines, moved to another indentation.
struct BlockScalarText {
    /// `|`, `>-` …, with the comment behind it.
    let header: ArraySlice<UInt8>
    /// With a line break at the end, unless empty.
    let body: [UInt8]
    /// Empty lines at its end are part of the value.
    let keepsEmptyLines: Bool

    /// - Parameters:
    ///   - parentIndent: of the block in the source that the scalar stands in; -1 outside of any.
    ///   - indent: of the block it is printed in; -1 outside of any.
    init(_ node: YAMLNode, parentIndent: Int, indent: Int) {
        let range = node.range
        let file = range.file
        let first = file.line(at: range.start)
        var header = file.bytes[range.start..<file.bytes(ofLine: first).upperBound]
        while let last = header.last, isSpaceOrTab(last) { header = header.dropLast() }
        let indicators = header.prefix { !isSpaceOrTab($0) }
        let digit = indicators.first { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }.map { Int($0 - UInt8(ascii: "0")) }
        var lines: [ArraySlice<UInt8>] = []
        var number = first + 1
        while number <= file.lineCount, file.bytes(ofLine: number).lowerBound < range.end {
            lines.append(file.bytes[file.bytes(ofLine: number).clamped(to: 0..<range.end)])
            number += 1
        }
        keepsEmptyLines = indicators.contains(UInt8(ascii: "+"))
        let ownIndent = digit.map { max(0, parentIndent) + $0 } ?? Self.indentation(of: lines, parentIndent: parentIndent)
        let newIndent = max(0, indent) + (digit ?? 2)
        var texts = lines.map { line in line.dropFirst(min(ownIndent, line.prefix { $0 == UInt8(ascii: " ") }.count)) }
        if !keepsEmptyLines { while texts.last?.isEmpty == true { texts.removeLast() } }
        var body: [UInt8] = []
        for text in texts {
            if !text.isEmpty { body += repeatElement(UInt8(ascii: " "), count: newIndent) }
            body += text
            body.append(UInt8(ascii: "\n"))
        }
        self.body = body
        self.header = Self.stripping(header, unless: node, texts.isEmpty)
    }

    private static func indentation(of lines: [ArraySlice<UInt8>], parentIndent: Int) -> Int {
        let first = lines.first { line in line.contains { $0 != UInt8(ascii: " ") } }
        return first?.prefix { $0 == UInt8(ascii: " ") }.count ?? max(lines.map(\.count).max() ?? 0, parentIndent + 1)
    }

    /// A file that ends without a line break gets one, which is no part of the value: `-` says so.
    private static func stripping(_ header: ArraySlice<UInt8>, unless node: YAMLNode, _ isEmpty: Bool) -> ArraySlice<UInt8> {
        let file = node.range.file
        guard !isEmpty, node.range.end == file.bytes.count, let last = file.bytes.last, last != UInt8(ascii: "\n"),
            last != UInt8(ascii: "\r")
        else { return header }
        let indicators = header.prefix { !isSpaceOrTab($0) }
        guard !indicators.contains(UInt8(ascii: "-")) else { return header }
        let stripped = indicators.filter { $0 != UInt8(ascii: "+") } + [UInt8(ascii: "-")]
        return (stripped + header.dropFirst(indicators.count))[...]
    }
}
