/// How a language builds an office phrase round its head: `MOD* HEAD PORT ADJ? [ de|del LAND ]`.
struct OfficePattern: Sendable {
    indirect enum Element: Sendable {
        case head
        case portfolio
        case adjective
        /// A country by name, or a body.
        case land
        case modifier
        case words([Frame.Introducer])
        case group([Element])
        case optional(Element)
        case repeated(Element)
    }

    let elements: [Element]

    /// - Throws: a text that says what is wrong with the pattern.
    init(_ text: String) throws(PatternFailure) {
        var parser = Parser(words: text.split(separator: " ").map(String.init)[...])
        elements = try parser.parse(until: nil)
        guard elements.contains(where: { if case .head = $0 { true } else { false } }) else {
            throw PatternFailure(reason: "an office pattern needs `HEAD`, outside of any group")
        }
    }

    struct PatternFailure: Error {
        let reason: String
    }

    private struct Parser {
        var words: ArraySlice<String>

        mutating func parse(until closer: String?) throws(PatternFailure) -> [Element] {
            var elements: [Element] = []
            while let word = words.popFirst() {
                if word == closer { return elements }
                if word == "[" {
                    elements.append(.optional(.group(try parse(until: "]"))))
                } else {
                    elements.append(try element(word))
                }
            }
            guard closer == nil else { throw PatternFailure(reason: "`[` has no `]`") }
            return elements
        }

        private func element(_ word: String) throws(PatternFailure) -> Element {
            if word.hasSuffix("?") { return .optional(try element(String(word.dropLast()))) }
            if word.hasSuffix("*") { return .repeated(try element(String(word.dropLast()))) }
            switch word {
            case "HEAD": return .head
            case "PORT": return .portfolio
            case "ADJ": return .adjective
            case "LAND": return .land
            case "MOD": return .modifier
            case "]": throw PatternFailure(reason: "`]` has no `[`")
            default:
                if word.allSatisfy({ $0.isUppercase && $0.isASCII }), word.count > 1 {
                    throw PatternFailure(reason: "`\(word)` is none of HEAD, PORT, ADJ, LAND, MOD")
                }
                return .words(word.split(separator: "|").map { Frame.Introducer(String($0)) })
            }
        }
    }
}
