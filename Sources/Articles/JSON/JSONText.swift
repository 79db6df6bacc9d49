/// Writes JSON by hand: keys in a fixed order, so that the same value is the same bytes.
package struct JSONText {
    package private(set) var text = ""
    private var needsComma = false

    package init() {}

    package mutating func object(_ body: (inout JSONText) -> Void) {
        separate()
        text += "{"
        needsComma = false
        body(&self)
        text += "}"
        needsComma = true
    }

    package mutating func array<Element>(_ elements: [Element], _ body: (inout JSONText, Element) -> Void) {
        separate()
        text += "["
        needsComma = false
        for element in elements { body(&self, element) }
        text += "]"
        needsComma = true
    }

    package mutating func key(_ name: String) {
        separate()
        append(name)
        text += ":"
        needsComma = false
    }

    package mutating func value(_ string: String?) {
        separate()
        if let string { append(string) } else { text += "null" }
        needsComma = true
    }

    package mutating func value(_ number: Int) {
        separate()
        text += String(number)
        needsComma = true
    }

    /// A number with two decimals, such as a score.
    package mutating func value(hundredths: Int) {
        separate()
        let rest = hundredths % 100
        text += "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
        needsComma = true
    }

    package mutating func value(_ flag: Bool) {
        separate()
        text += flag ? "true" : "false"
        needsComma = true
    }

    /// A value that is JSON already.
    package mutating func raw(_ json: String) {
        separate()
        text += json
        needsComma = true
    }

    package mutating func field(_ name: String, _ string: String?) {
        key(name)
        value(string)
    }

    private mutating func separate() { if needsComma { text += "," } }

    /// Source: RFC 8259, section 7; also escapes U+2028 and U+2029, which break lines in some readers, and direction marks.
    private mutating func append(_ string: String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar.value {
            case 0x22: text += "\\\""
            case 0x5C: text += "\\\\"
            case 0x0A: text += "\\n"
            case 0x0D: text += "\\r"
            case 0x09: text += "\\t"
            case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
