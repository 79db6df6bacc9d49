import Analysis

/// The script that most letters of a text are of.
enum WrittenScript {
    /// - Returns: nil for a text of several scripts, of which none has three letters in four.
    static func main(of text: String) -> (shape: Token.Shape, name: String)? {
        var counts = [0, 0, 0]
        for scalar in text.unicodeScalars.prefix(2000) {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: counts[0] += 1
            case 0x400...0x52F: counts[1] += 1
            case 0x620...0x64A, 0x66E...0x6D3: counts[2] += 1
            default: break
            }
        }
        let all: [(shape: Token.Shape, name: String)] = [(.latin, "Latin"), (.cyrillic, "Cyrillic"), (.arabic, "Arabic")]
        let total = counts.reduce(0, +)
        return counts.indices.first { counts[$0] * 4 >= total * 3 && total > 0 }.map { all[$0] }
    }
}
