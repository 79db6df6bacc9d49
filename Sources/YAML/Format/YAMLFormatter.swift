package import Diagnostics

/// Canonical YAML: indented by two, lists two further in than their key, one space where one is enough, at most one empty line, and no
/// line wider than 120 Unicode scalars that could be broken. Comments, order, quotes that were meant, the choice between brackets and
/// blocks, and line breaks in lists of words stay the author's.
package enum YAMLFormatter {
    package enum Failure: Error, Sendable {
        /// The file is not read without errors; nothing else is said of it.
        case faulty([Diagnostic])
        /// We erred: the result would not say the same. The file must stay as it is.
        case wouldChange(String)
    }

    /// - Returns: the file in canonical form; formatting that again gives the same bytes.
    /// - Complexity: O(bytes) for what a person writes; at most 64 times as much, for brackets in brackets.
    package static func format(_ file: SourceFile) throws(Failure) -> [UInt8] {
        let (root, diagnostics) = YAMLParser.parse(file)
        let isOnlyEmpty = diagnostics.allSatisfy { $0.code == "Y014" }
        guard isOnlyEmpty || !diagnostics.contains(where: { $0.severity == .error }) else { throw .faulty(diagnostics) }
        let comments = YAMLComment.all(in: file, root: root)
        var printer = BlockPrinter(file, comments: CommentQueue(comments))
        printer.printFile(root)
        let result = printer.output.bytes
        let new = SourceFile(path: file.path, bytes: result)
        let (newRoot, _) = YAMLParser.parse(new)
        guard hasSameContent(root, newRoot) else { throw .wouldChange("what it says") }
        guard texts(of: comments, in: file) == texts(of: YAMLComment.all(in: new, root: newRoot), in: new) else {
            throw .wouldChange("its comments")
        }
        return result
    }

    private static func texts(of comments: [YAMLComment], in file: SourceFile) -> [String] {
        comments.map { file.text($0.range) }.sorted()
    }

    /// True if both say the same, however it is written.
    package static func hasSameContent(_ left: YAMLNode?, _ right: YAMLNode?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        switch (left.content, right.content) {
        case (.scalar(let a), .scalar(let b)): return a == b && left.isAbsent == right.isAbsent
        case (.sequence(let a), .sequence(let b)):
            return a.count == b.count && zip(a, b).allSatisfy { hasSameContent($0, $1) }
        case (.mapping(let a), .mapping(let b)):
            return a.count == b.count && zip(a, b).allSatisfy { $0.name == $1.name && hasSameContent($0.value, $1.value) }
        case (.scalar, _), (.sequence, _), (.mapping, _): return false
        }
    }
}

extension BlockPrinter {
    /// - Parameter root: nil for a file of comments.
    mutating func printFile(_ root: YAMLNode?) {
        let end = file.bytes.count
        let outside = Surroundings(indent: -1, column: -1, limit: end, isItem: false)
        if let root {
            printHead(before: root.range.start)
            if root.scalar == nil, layoutIsBlock(root) {
                printBlock(root, indent: 0, isInline: false, in: outside)
            } else {
                for comment in comments.take(before: root.range.start) { printAlone(comment) }
                output.startLine(indent: 0, afterEmptyLine: file.hasEmptyLine(before: root.range.start))
                printRoot(root, in: outside)
            }
        }
        for comment in comments.take(before: end) { printAlone(comment) }
        output.finish()
    }

    private func layoutIsBlock(_ root: YAMLNode) -> Bool {
        root.style == .block || comments.hasComment(in: root.range.bytes) || FlowText.line(root, width: Self.width) == nil
    }

    /// Directives and `---`, as they are.
    private mutating func printHead(before root: Int) {
        var lines: [Range<Int>] = []
        for number in 1...file.line(at: root) {
            let line = file.bytes(ofLine: number)
            if file.bytes[line].starts(with: "---".utf8), line.lowerBound + 3 <= root {
                printHead(lines, marker: line.lowerBound..<line.lowerBound + 3)
                return
            }
            lines.append(line)
        }
    }

    private mutating func printHead(_ lines: [Range<Int>], marker: Range<Int>) {
        _ = comments.take(before: marker.lowerBound)
        for line in lines {
            var text = file.bytes[line]
            while let last = text.last, isSpaceOrTab(last) { text = text.dropLast() }
            guard !text.isEmpty else { continue }
            output.startLine(indent: 0, afterEmptyLine: file.hasEmptyLine(before: line.lowerBound))
            output.write(text)
        }
        output.startLine(indent: 0, afterEmptyLine: file.hasEmptyLine(before: marker.lowerBound))
        output.write("---")
        if let comment = comments.first, !comment.isAlone, file.line(at: comment.range.lowerBound) == file.line(at: marker.lowerBound) {
            _ = comments.takeFirst()
            printBehind(comment)
        }
    }
}
