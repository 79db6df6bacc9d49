/// The part of a source line that is printed, and the screen column of each of its bytes.
struct ShownLine {
    /// Longer lines are cut: they wrap, and then a caret points at nothing. Characters.
    static let maximumCharacters = 120
    /// Characters that are kept before the label of a line that is cut.
    static let charactersBefore = 40
    /// Right-to-left letters are searched no further than this many bytes from the label; what is further is not printed.
    static let scannedBytes = 4096
    private static let tabWidth = 4

    private(set) var text = ""
    private(set) var width = 0
    private var columns: [(offset: Int, column: Int)] = []

    /// The whole line.
    init?(whole line: Range<Int>, of file: SourceFile) {
        guard line.count <= Self.maximumCharacters * 4 else { return nil }
        self.init(line, of: file)
        guard columns.count <= Self.maximumCharacters else { return nil }
    }

    /// What stands before the first right-to-left letter, if all labels stand there, too: a terminal reorders nothing of it.
    init?(before labels: [Diagnostic.Label], in line: Range<Int>, of file: SourceFile) {
        let bytes = file.bytes
        var end = line.lowerBound
        while end < line.upperBound {
            let (scalar, length) = decodeScalar(bytes.span, at: end)
            // Right-to-left marks and overrides are escaped where they are shown, so they reorder nothing.
            if let scalar, scalar.isRightToLeft { break }
            end += length
            if end - line.lowerBound > Self.maximumCharacters * 4 { return nil }
        }
        guard end > line.lowerBound, labels.allSatisfy({ !$0.range.isEmpty && $0.range.end <= end }) else { return nil }
        self.init(whole: line.lowerBound..<end, of: file)
        text += "…"
    }

    /// The surroundings of `offset`, with `…` where the line is cut.
    init(around offset: Int, in line: Range<Int>, of file: SourceFile) {
        let start = step(-Self.charactersBefore, from: offset, in: line, of: file)
        let end = step(Self.maximumCharacters, from: start, in: line, of: file)
        self.init(start..<end, of: file, isCutBefore: start > line.lowerBound)
        if end < line.upperBound { text += "…" }
    }

    private init(_ window: Range<Int>, of file: SourceFile, isCutBefore: Bool = false) {
        if isCutBefore {
            text = "…"
            width = 1
        }
        let bytes = file.bytes
        var index = window.lowerBound
        while index < window.upperBound {
            let (scalar, length) = decodeScalar(bytes.span, at: index)
            columns.append((index, width))
            show(scalar, invalidByte: bytes[index])
            index += length
        }
    }

    private mutating func show(_ scalar: Unicode.Scalar?, invalidByte: UInt8) {
        guard let scalar else { return append(escape: "\\x{\(String(invalidByte, radix: 16, uppercase: true))}") }
        if scalar == "\t" {
            append(escape: String(repeating: " ", count: Self.tabWidth - width % Self.tabWidth))
        } else if scalar.mustBeEscaped {
            append(escape: scalar.escaped)
        } else {
            text.unicodeScalars.append(scalar)
            width += scalar.columns
        }
    }

    private mutating func append(escape: String) {
        text += escape
        width += escape.utf8.count
    }

    /// The screen column, counted from 0, at which a byte is shown; the end of the line for bytes beyond it.
    func column(of offset: Int) -> Int { columns.first { $0.offset >= offset }?.column ?? width }

    static func hasRightToLeft(near offset: Int, in line: Range<Int>, of file: SourceFile) -> Bool {
        let scanned = (offset - scannedBytes..<offset + scannedBytes).clamped(to: line)
        return file.text(scanned).unicodeScalars.contains(where: \.isRightToLeft)
    }
}

/// - Returns: the offset that lies this many characters further (or back), within the line.
private func step(_ characters: Int, from offset: Int, in line: Range<Int>, of file: SourceFile) -> Int {
    var index = max(line.lowerBound, min(offset, line.upperBound))
    for _ in 0..<abs(characters) {
        guard characters > 0 ? index < line.upperBound : index > line.lowerBound else { break }
        repeat { index += characters.signum() } while line.contains(index) && index > line.lowerBound && file.bytes[index] & 0xC0 == 0x80
    }
    return index
}
