import Diagnostics

/// A character that an author, or an editor that means well, wrote for one of YAML's own: `–` for `-`, `：` for `:`, a no-break space for a blank.
struct Lookalike {
    let place: SourceRange
    let scalar: Unicode.Scalar
    /// What YAML reads.
    let sign: String
    let label: String

    /// libyaml fails where it first makes no sense of what follows: on the line of the mistake, or one or two behind it.
    private static let linesBefore = 2
    /// Longer lines hold text.
    private static let maximumBytes = 400

    static func near(_ offset: Int, in file: SourceFile) -> Lookalike? {
        let last = file.line(at: offset)
        for line in stride(from: last, through: max(1, last - linesBefore), by: -1) {
            if let found = inLine(file.bytes(ofLine: line), of: file) { return found }
        }
        return nil
    }

    private static func inLine(_ line: Range<Int>, of file: SourceFile) -> Lookalike? {
        guard line.count <= maximumBytes, file.bytes[line].contains(where: { $0 >= 0x80 }) else { return nil }
        var offset = line.lowerBound
        var isIndentation = true
        for scalar in file.text(line).unicodeScalars {
            let place = file.range(offset..<offset + UTF8.width(scalar))
            offset += UTF8.width(scalar)
            if isIndentation {
                switch scalar.value {
                case 0x20, 0x2D: continue
                case 0xA0, 0x2002...0x200B, 0x202F, 0x3000:
                    return Lookalike(place: place, scalar: scalar, sign: " ", label: "indentation is made of plain blanks")
                case 0x2010...0x2015, 0x2022, 0x2212:
                    return Lookalike(place: place, scalar: scalar, sign: "-", label: "a list item begins with `- `")
                default: isIndentation = false
                }
            }
            if scalar.value == 0xFF1A { return Lookalike(place: place, scalar: scalar, sign: ":", label: "a key ends with `:`") }
            if scalar == "#" { break }
        }
        return nil
    }

    var mistake: SyntaxMistake {
        let code = "U+" + String(scalar.value, radix: 16, uppercase: true)
        return SyntaxMistake(
            title: "\(code == "U+A0" ? "U+00A0" : code) stands for a sign of YAML", place: place, label: label, context: [],
            help: [sign == " " ? "write blanks instead" : "write `\(sign)` instead"])
    }
}
