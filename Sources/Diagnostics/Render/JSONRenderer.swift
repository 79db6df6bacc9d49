/// Diagnostics as programs read them: one JSON object a line.
///
/// ```json
/// {"code":"R001","severity":"error","title":"…","path":"a.yaml","line":4,"column":5,"start":61,"end":66,"label":"…",
///  "secondary":[{"path":"a.yaml","line":2,"column":1,"start":9,"end":12,"label":"…"}],"help":["…"],"nearest":"phrase"}
/// ```
///
/// All keys are always there; `nearest` may be null. `start` and `end` are UTF-8 bytes from the start of the file.
package struct JSONRenderer: Sendable {
    package init() {}

    /// Sorted by path, then offset.
    package func render(_ diagnostics: some Sequence<Diagnostic>) -> String {
        diagnostics.sortedByPlace().map { render($0) + "\n" }.joined()
    }

    /// One object, without a line break.
    package func render(_ diagnostic: Diagnostic) -> String {
        let secondary = diagnostic.secondary.map { "{" + members(of: $0) + "}" }.joined(separator: ",")
        let help = diagnostic.help.map(literal).joined(separator: ",")
        let nearest = diagnostic.nearest.map(literal) ?? "null"
        let head = "\"code\":\(literal(diagnostic.code.description)),\"severity\":\(literal(diagnostic.severity.rawValue))"
        let primary = "\"title\":\(literal(diagnostic.title)),\(members(of: diagnostic.primary))"
        return "{\(head),\(primary),\"secondary\":[\(secondary)],\"help\":[\(help)],\"nearest\":\(nearest)}"
    }

    private func members(of label: Diagnostic.Label) -> String {
        let (range, position) = (label.range, label.range.position)
        let place = "\"line\":\(position.line),\"column\":\(position.column),\"start\":\(range.start),\"end\":\(range.end)"
        return "\"path\":\(literal(range.path)),\(place),\"label\":\(literal(label.text))"
    }

    /// Escapes more than JSON asks for: whatever could reorder or break a line when the file is looked at.
    private func literal(_ text: String) -> String {
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
}
