/// A text as a JSON string.
///
/// Escapes more than JSON asks for: whatever could reorder or break a line when the output is looked at.
package func jsonLiteral(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\t": result += "\\t"
        case _ where scalar.mustBeEscaped: for unit in String(scalar).utf16 { result += escaped(unit) }
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}

private func escaped(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
}

/// An object of members whose values are JSON already.
func jsonObject(_ members: KeyValuePairs<String, String>) -> String {
    "{" + members.map { "\(jsonLiteral($0.key)):\($0.value)" }.joined(separator: ",") + "}"
}

/// A list of values that are JSON already.
func jsonArray(_ items: some Sequence<String>) -> String { "[" + items.joined(separator: ",") + "]" }
