import Diagnostics

/// Says what an author most likely did where libyaml met a failure.
struct FailureReading {
    private let failure: SyntaxFailure
    private let file: SourceFile
    /// The bytes of the line on which libyaml stopped.
    private let line: Range<Int>

    init(_ failure: SyntaxFailure, in file: SourceFile) {
        self.failure = failure
        self.file = file
        line = file.bytes(ofLine: file.line(at: failure.offset))
    }

    var problem: YAMLProblem {
        if let tab { return .tabIndentation(at: tab) }
        if let lookalike = Lookalike.near(failure.offset, in: file) { return .syntax(lookalike.mistake) }
        if let unclosedBracket { return .syntax(unclosedBracket) }
        if let textBehindValue { return .syntax(textBehindValue) }
        let wording = SyntaxWording.all.first { failure.problem.contains($0.sign) || failure.context.contains($0.sign) }
        guard let wording else {
            let label = failure.context.isEmpty ? failure.problem : "\(failure.problem) \(failure.context)"
            return .syntax(mistake("a breach of the grammar of YAML", label, at: spot))
        }
        let place = wording.spot == .context ? restOfLine(from: failure.contextOffset) : spot
        return .syntax(mistake(wording.title, wording.label, at: place, help: wording.help))
    }

    /// A tab before the first letter of the line, or where libyaml stopped.
    private var tab: SourceRange? {
        let indentation = file.bytes[line].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        if let index = indentation.firstIndex(of: UInt8(ascii: "\t")) { return file.range(index..<index + 1) }
        return byte(at: failure.offset) == UInt8(ascii: "\t") ? spot : nil
    }

    /// A `[` or `{` whose partner was not found on its line.
    private var unclosedBracket: SyntaxMistake? {
        guard failure.problem.contains("expected ',' or") else { return nil }
        let isOnOtherLine = file.line(at: failure.contextOffset) != file.line(at: failure.offset)
        guard isOnOtherLine || failure.offset >= line.upperBound else { return nil }
        let isList = failure.problem.contains("]")
        let bracket = file.range(failure.contextOffset..<failure.contextOffset + 1)
        return SyntaxMistake(
            title: isList ? "`[` without `]`" : "`{` without `}`", place: bracket, label: "opened here",
            context: [.init(spot, isList ? "expected `,` or `]` here at the latest" : "expected `,` or `}` here at the latest")],
            help: [isList ? "close the list with `]`" : "close the mapping with `}`"])
    }

    /// `message: {actor} arrives` and `title: "A" and "B"`: the value ended earlier than the author thought.
    private var textBehindValue: SyntaxMistake? {
        guard failure.problem.contains("expected key") || failure.problem.contains("<document start>") else { return nil }
        let before = file.bytes[line.lowerBound..<max(line.lowerBound, min(failure.offset, line.upperBound))]
        guard let last = before.last(where: { $0 != UInt8(ascii: " ") }) else { return nil }
        let enders = [UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "'")]
        guard enders.contains(last) else { return nil }
        return SyntaxMistake(
            title: "text behind the end of a value", place: restOfLine(from: failure.offset),
            label: "the value ended with \(quoted(String(Unicode.Scalar(last))))", context: [],
            help: ["put quotes round the whole value"])
    }

    private func mistake(_ title: String, _ label: String, at place: SourceRange, help: [String] = []) -> SyntaxMistake {
        SyntaxMistake(title: title, place: place, label: label, context: beginning(besides: place), help: help)
    }

    /// Where the collection begins that is broken, unless that is on the line of the problem.
    private func beginning(besides place: SourceRange) -> [Diagnostic.Label] {
        let name: String
        switch failure.context {
        case "while parsing a block mapping", "while parsing a flow mapping": name = "mapping"
        case "while parsing a block collection", "while parsing a flow sequence": name = "list"
        default: return []
        }
        let start = file.range(failure.contextOffset..<failure.contextOffset + 1)
        return start.line == place.line ? [] : [.init(start, "the \(name) begins here")]
    }

    /// The character at which libyaml stopped; empty at the end of a line.
    private var spot: SourceRange {
        let end = min(failure.offset + 1, max(failure.offset, line.upperBound))
        return file.range(failure.offset..<endOfCharacter(end))
    }

    private func restOfLine(from offset: Int) -> SourceRange {
        var end = max(offset, file.bytes(ofLine: file.line(at: offset)).upperBound)
        while end > offset, file.bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return file.range(offset..<end)
    }

    private func endOfCharacter(_ offset: Int) -> Int {
        var end = offset
        while let byte = byte(at: end), byte & 0xC0 == 0x80 { end += 1 }
        return end
    }

    private func byte(at offset: Int) -> UInt8? { offset < file.bytes.count ? file.bytes[offset] : nil }
}
