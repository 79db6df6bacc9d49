/// The bytes printed so far, and where on its line the printer stands.
struct FormatOutput {
    private(set) var bytes: [UInt8] = []
    /// Unicode scalars on the line that is being written.
    private(set) var column = 0
    /// Spaces at the start of that line.
    private(set) var indentation = 0
    /// It ends with a comment: nothing else can stand on it.
    private(set) var hasComment = false
    /// The last line ended with line breaks that belong to a value: an empty line behind it would belong to it, too.
    private(set) var endsInValue = false

    /// Begins a line; the first has nothing before it.
    mutating func startLine(indent: Int, afterEmptyLine: Bool = false) {
        if !bytes.isEmpty {
            if column > 0 || bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
            if afterEmptyLine, !endsInValue { bytes.append(UInt8(ascii: "\n")) }
        }
        bytes += repeatElement(UInt8(ascii: " "), count: indent)
        (column, indentation) = (indent, indent)
        (endsInValue, hasComment) = (false, false)
    }

    /// Ends the line, within a value.
    mutating func breakLine() {
        bytes.append(UInt8(ascii: "\n"))
        (column, hasComment) = (0, false)
    }

    mutating func write(_ text: String) { write(text.utf8) }

    /// - Parameter part: bytes of one line.
    mutating func write(_ part: some Sequence<UInt8>, isComment: Bool = false) {
        hasComment = isComment
        for byte in part {
            bytes.append(byte)
            if byte & 0xC0 != 0x80 { column += 1 }
        }
    }

    mutating func write(spaces: Int) { write(repeatElement(UInt8(ascii: " "), count: spaces)) }

    /// Whole lines, as they are.
    mutating func write(lines: some Sequence<UInt8>, endingInValue: Bool) {
        bytes += lines
        column = 0
        endsInValue = endingInValue
    }

    mutating func finish() {
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }
}
