import Diagnostics

/// Whether a file is text at all, and how.
///
/// libyaml ends at the first byte it does not like. So what it would not like is found here, reported, and replaced by a stand-in of the
/// same length: all problems of a file are shown at once, and every place stays true.
struct TextCheck {
    /// For libyaml, with stand-ins; the array of the file itself where there was nothing to replace.
    private(set) var bytes: [UInt8]
    private(set) var isASCII = true
    /// Behind the byte order mark, if there is one.
    let start: Int

    static func check(_ file: SourceFile, _ log: inout ProblemLog) -> TextCheck {
        var check = TextCheck(bytes: file.bytes, start: file.beginning.start)
        check.run(file, &log)
        return check
    }

    private init(bytes: [UInt8], start: Int) {
        self.bytes = bytes
        self.start = start
    }

    private mutating func run(_ file: SourceFile, _ log: inout ProblemLog) {
        let source = file.bytes
        var index = start
        while index < source.count {
            let byte = source[index]
            if byte < 0x7F, byte >= 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                index += 1
                continue
            }
            let (scalar, length) = decodeScalar(source.span, at: index)
            if let scalar {
                if scalar.value >= 0x80 { isASCII = false }
                if !isAllowed(scalar) {
                    log.add(.controlCharacter(scalar, at: file.range(index..<index + length)))
                    replace(index..<index + length)
                }
                index += length
            } else {
                let end = endOfInvalid(source, from: index)
                log.add(.invalidUTF8(at: file.range(index..<end)))
                replace(index..<end)
                index = end
            }
        }
    }

    /// Letters stand in for what libyaml refuses: they begin no construct of YAML.
    private mutating func replace(_ range: Range<Int>) {
        for index in range { bytes[index] = UInt8(ascii: "x") }
    }

    private func endOfInvalid(_ source: [UInt8], from start: Int) -> Int {
        var end = start + 1
        while end < source.count, decodeScalar(source.span, at: end).scalar == nil { end += 1 }
        return end
    }
}

/// What libyaml's reader accepts: c-printable of YAML 1.2 (section 5.1), without the byte order mark.
private func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
}

/// - Returns: the name of the encoding if it is UTF-16 or UTF-32, by its byte order mark or by where NUL bytes stand.
func foreignEncoding(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    let groups = min(bytes.count, 256) / 4
    var zeros = [0, 0, 0, 0]
    for index in 0..<groups * 4 where bytes[index] == 0 { zeros[index % 4] += 1 }
    // Fewer may be a slip in a text of UTF-8.
    guard zeros.reduce(0, +) >= 3 else { return nil }
    // One NUL byte in each group of four, and beside it another unless the character is rare …
    if zeros[3] == groups && zeros[2] * 2 >= groups && zeros[0] < groups { return "UTF-32" }
    if zeros[0] == groups && zeros[1] * 2 >= groups && zeros[3] < groups { return "UTF-32" }
    // … and ASCII, which makes half of any rule file, one in each pair, always on the same side.
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
    return min(even, odd) == 0 && max(even, odd) * 2 >= groups ? "UTF-16" : nil
}
