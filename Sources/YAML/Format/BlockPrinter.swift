import Diagnostics

/// Prints a tree as blocks, with the comments where they stood.
struct BlockPrinter {
    /// Unicode scalars on a line; only what cannot be broken is wider.
    static let width = 120
    private static let step = 2

    /// A pair of a mapping, or an item of a list, which has no key.
    struct Child {
        let key: YAMLNode?
        let value: YAMLNode
        /// Of its key or `-`, in the source.
        let start: Int
    }

    /// What a value is printed in.
    struct Surroundings {
        /// Of the block, in the output; -1 outside of any.
        let indent: Int
        /// Of the block, in the source; -1 outside of any.
        let column: Int
        /// Where the next value begins, or the collection ends.
        let limit: Int
        let isItem: Bool
    }

    let file: SourceFile
    var output = FormatOutput()
    var comments: CommentQueue

    init(_ file: SourceFile, comments: CommentQueue) {
        self.file = file
        self.comments = comments
    }

    // MARK: Blocks

    /// Prints the children of a collection, each on a line of its own.
    ///
    /// - Parameters:
    ///   - isInline: the first goes on the line of the `- ` before it.
    ///   - outer: of the block that this one stands in.
    mutating func printBlock(_ node: YAMLNode, indent: Int, isInline: Bool, in outer: Surroundings) {
        let isBlock = node.style == .block
        let column = isBlock ? file.column(at: node.range.start) : outer.column + 1
        let children = file.children(of: node)
        for (index, child) in children.enumerated() {
            if index > 0 || !isInline {
                printComments(before: child.start, indent: indent)
                output.startLine(indent: indent, afterEmptyLine: file.hasEmptyLine(before: child.start))
            }
            let next = index + 1 < children.count ? children[index + 1].start : isBlock ? outer.limit : node.range.end
            let inner = Surroundings(indent: indent, column: column, limit: next, isItem: child.key == nil)
            if let key = child.key { printKey(key, of: child, in: inner) } else { output.write("-") }
            printValue(child.value, in: inner)
        }
        // Comments at the end belong to the innermost block that is not further to the right.
        while let comment = comments.first, comment.range.lowerBound < (isBlock ? outer.limit : node.range.end) {
            guard !isBlock || comment.isAlone && comment.column >= column && comment.column > outer.column else { break }
            printComments(before: comment.range.upperBound, indent: indent)
        }
    }

    private mutating func printKey(_ key: YAMLNode, of child: Child, in block: Surroundings) {
        let line = ScalarText(key).key
        // libyaml reads no key over several lines, or of more than 1024 characters, without `? `.
        if let line, line.count <= 1000 {
            output.write(line)
        } else {
            output.write("? ")
            printScalar(key, in: block)
            output.startLine(indent: block.indent)
        }
        output.write(":")
    }

    // MARK: Values

    /// Prints a value behind `key:` or `-`.
    mutating func printValue(_ node: YAMLNode, in block: Surroundings) {
        var above = comments.take(before: node.range.start)
        // An empty value has a place, and then perhaps comments that stand where it would.
        if above.first?.isAlone == false { printBehind(above.removeFirst()) }
        if node.isAbsent { return printCommentsInPlace(of: node, above, in: block) }
        let inner = block.indent + Self.step
        let layout = layout(of: node, column: above.isEmpty ? output.column + 1 : inner, indent: inner)
        if case .block = layout, let closing = closingComment(of: node, in: block) { printBehind(closing) }
        let isOnOwnLine = !above.isEmpty || output.hasComment
        for comment in above { printAlone(comment, indent: inner) }
        switch layout {
        case .line, .filled, .scalar:
            if isOnOwnLine { output.startLine(indent: inner) } else { output.write(" ") }
        case .block:
            if block.isItem, !isOnOwnLine { output.write(" ") }
        }
        switch layout {
        case .line(let text): output.write(text)
        case .filled(let lines): printFilled(lines, indent: inner)
        case .scalar: printScalar(node, in: block)
        case .block: printBlock(node, indent: inner, isInline: block.isItem && !isOnOwnLine, in: block)
        }
        printTrailingComment(of: node, in: block)
    }

    private enum Layout {
        case line([UInt8])
        case filled([[UInt8]])
        /// A scalar of several lines.
        case scalar
        case block
    }

    private func layout(of node: YAMLNode, column: Int, indent: Int) -> Layout {
        guard node.scalar == nil else {
            return ScalarText(node).line.map { .line(Array($0)) } ?? .scalar
        }
        let isEmpty = node.items?.isEmpty ?? node.entries?.isEmpty ?? true
        guard node.style == .flow, isEmpty || !comments.hasComment(in: node.range.bytes) else { return .block }
        if let line = FlowText.line(node, width: isEmpty ? .max / 8 : Self.width - column) { return .line(line) }
        return FlowText.filled(node, width: Self.width - indent).map { .filled($0) } ?? .block
    }

    private mutating func printFilled(_ lines: [[UInt8]], indent: Int) {
        output.write("[")
        for line in lines {
            output.startLine(indent: indent)
            output.write(line)
        }
    }

    private mutating func printScalar(_ node: YAMLNode, in block: Surroundings) {
        let text = ScalarText(node)
        guard text.isBlock else {
            for (index, line) in text.lines.enumerated() {
                // No indentation on an empty line.
                if index > 0 { output.breakLine() }
                if index > 0, !line.isEmpty { output.write(spaces: max(0, block.indent) + Self.step) }
                output.write(line)
            }
            return
        }
        let scalar = BlockScalarText(node, parentIndent: block.column, indent: block.indent)
        output.write(scalar.header)
        output.breakLine()
        output.write(lines: scalar.body, endingInValue: scalar.keepsEmptyLines)
    }

    /// Prints a value that stands alone in its file.
    mutating func printRoot(_ node: YAMLNode, in outside: Surroundings) {
        if let line = FlowText.line(node, width: Self.width) { output.write(line) } else { printScalar(node, in: outside) }
        printTrailingComment(of: node, in: outside)
    }

    // MARK: Comments

    private mutating func printComments(before offset: Int, indent: Int) {
        for comment in comments.take(before: offset) { printAlone(comment, indent: indent) }
    }

    mutating func printAlone(_ comment: YAMLComment, indent: Int = 0) {
        output.startLine(indent: max(0, indent), afterEmptyLine: comment.isAlone && file.hasEmptyLine(before: comment.range.lowerBound))
        output.write(file.bytes[comment.range])
    }

    /// At the end of the line that is being written. Two spaces at most stay as they are; more are an alignment, whose column stays.
    mutating func printBehind(_ comment: YAMLComment) {
        let before = file.bytes[..<comment.range.lowerBound].reversed().prefix { isSpaceOrTab($0) }
        let isAligned = before.count > 2 && !before.contains(UInt8(ascii: "\t"))
        let line = file.bytes(ofLine: file.line(at: comment.range.lowerBound))
        let column = file.bytes[line.lowerBound..<comment.range.lowerBound].count { $0 & 0xC0 != 0x80 }
        let shift = output.indentation - file.bytes[line].prefix { $0 == UInt8(ascii: " ") }.count
        output.write(spaces: isAligned ? max(1, column + shift - output.column) : max(1, min(2, before.count)))
        output.write(file.bytes[comment.range], isComment: true)
    }

    /// The comment on the line on which a value ends.
    private mutating func printTrailingComment(of node: YAMLNode, in block: Surroundings) {
        guard let comment = comments.first, isTrailing(comment, node, in: block), !output.hasComment, output.column > 0 else { return }
        _ = comments.takeFirst()
        printBehind(comment)
    }

    /// The comment behind `]` or `}` of what is going to be a block; it comes to stand behind the key.
    private mutating func closingComment(of node: YAMLNode, in block: Surroundings) -> YAMLComment? {
        guard node.style == .flow, !output.hasComment, !comments.hasComment(in: node.range.bytes), let comment = comments.first,
            isTrailing(comment, node, in: block)
        else { return nil }
        return comments.takeFirst()
    }

    private func isTrailing(_ comment: YAMLComment, _ node: YAMLNode, in block: Surroundings) -> Bool {
        !comment.isAlone && comment.range.lowerBound >= node.range.end && comment.range.lowerBound < block.limit
            && file.line(at: comment.range.lowerBound) == file.line(at: node.range.end)
    }

    /// Behind a key or `-` without a value: comments that stand further in than the block stay there.
    private mutating func printCommentsInPlace(of node: YAMLNode, _ above: [YAMLComment], in block: Surroundings) {
        for comment in above { printAlone(comment, indent: block.indent + Self.step) }
        printTrailingComment(of: node, in: block)
        while let comment = comments.first, comment.isAlone, comment.column > block.column, comment.range.lowerBound < block.limit {
            _ = comments.takeFirst()
            printAlone(comment, indent: block.indent + Self.step)
        }
    }
}
