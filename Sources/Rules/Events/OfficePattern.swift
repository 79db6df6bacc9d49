/// How a language builds an office phrase round its head: `MOD* HEAD PORT ADJ? [ de|del LAND ]`.
///
/// Compiled to a flat program for ``OfficeMatcher``, which runs it without allocating.
struct OfficePattern: Sendable {
    enum Step: Sendable {
        case head
        case portfolio
        case adjective
        /// A country by name, or a body.
        case land
        case modifier
        case words([Frame.Introducer])
        /// Goes on at the next step, or at another one.
        case split(Int)
        /// Goes back to a repetition.
        case jump(Int)
        case accept
    }

    let steps: [Step]
    /// Something may stand before the head.
    let mayLead: Bool

    /// - Throws: a text that says what is wrong with the pattern.
    init(_ text: String) throws(PatternFailure) {
        var parser = Parser(words: text.split(separator: " ").map(String.init)[...])
        try parser.parse(until: nil)
        guard parser.hasHead else { throw PatternFailure(reason: "an office pattern needs `HEAD`, outside of any group") }
        steps = parser.steps + [.accept]
        mayLead = text.split(separator: " ").first != "HEAD"
    }

    struct PatternFailure: Error {
        let reason: String
    }

    private struct Parser {
        var words: ArraySlice<String>
        var steps: [Step] = []
        var hasHead = false

        init(words: ArraySlice<String>) { self.words = words }

        mutating func parse(until closer: String?) throws(PatternFailure) {
            while let word = words.popFirst() {
                if word == closer { return }
                if word == "[" {
                    let start = steps.count
                    steps.append(.split(0))
                    try parse(until: "]")
                    steps[start] = .split(steps.count)
                } else {
                    try append(word, isInGroup: closer != nil)
                }
            }
            guard closer == nil else { throw PatternFailure(reason: "`[` has no `]`") }
        }

        private mutating func append(_ word: String, isInGroup: Bool) throws(PatternFailure) {
            let start = steps.count
            if word.hasSuffix("?") {
                steps.append(.split(start + 2))
                steps.append(try step(String(word.dropLast())))
            } else if word.hasSuffix("*") {
                steps.append(.split(start + 3))
                steps.append(try step(String(word.dropLast())))
                steps.append(.jump(start))
            } else {
                steps.append(try step(word))
                if word == "HEAD", !isInGroup { hasHead = true }
            }
        }

        private func step(_ word: String) throws(PatternFailure) -> Step {
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
