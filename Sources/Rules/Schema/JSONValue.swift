/// A JSON value whose members keep their order, so that the same schema is the same bytes.
package indirect enum JSONValue: Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([JSONValue])
    case object([(name: String, value: JSONValue)])

    package static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }

    /// Indented by two blanks; a list of plain values stands on one line.
    package var document: String { pretty(indent: "") + "\n" }

    private func pretty(indent: String) -> String {
        let inner = indent + "  "
        switch self {
        case .text(let text): return Self.literal(text)
        case .number(let number): return String(number)
        case .flag(let flag): return String(flag)
        case .list(let items):
            if items.allSatisfy(\.isPlain) { return "[" + items.map { $0.pretty(indent: "") }.joined(separator: ", ") + "]" }
            return "[\n" + items.map { inner + $0.pretty(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let members):
            if members.isEmpty { return "{}" }
            let lines = members.map { inner + Self.literal($0.name) + ": " + $0.value.pretty(indent: inner) }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        }
    }

    private var isPlain: Bool {
        switch self {
        case .text, .number, .flag: true
        case .list, .object: false
        }
    }

    /// Source: RFC 8259, section 7. Marks that could turn a line round are written as escapes.
    private static func literal(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: result += "\\\""
            case 0x5C: result += "\\\\"
            case 0x0A: result += "\\n"
            case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
