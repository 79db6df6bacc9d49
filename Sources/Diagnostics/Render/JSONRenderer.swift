/// Diagnostics as programs read them: one JSON object a line.
///
/// ```json
/// {"code":"R001","severity":"error","title":"…","path":"a.yaml","line":4,"column":5,"endLine":4,"endColumn":10,"start":61,"end":66,
///  "label":"…","secondary":[{"path":"a.yaml","line":2,…,"label":"…"}],"help":["…"],"nearest":"phrase",
///  "fix":{"path":"a.yaml","line":4,…,"replacement":"phrase"}}
/// ```
///
/// All keys are always there; `nearest` and `fix` may be null. Lines and columns count from 1, columns in Unicode scalars; `endColumn`
/// is one past the last. `start` and `end` are UTF-8 bytes from the start of the file.
package struct JSONRenderer: DiagnosticRenderer {
    package static let name = "json"
    package static let isForPeople = false

    package init() {}
    package init(_ options: RenderOptions) {}

    /// Sorted by path, then offset.
    package func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.sortedByPlace().map { render($0) + "\n" }.joined()
    }

    /// One object, without a line break.
    package func render(_ diagnostic: Diagnostic) -> String {
        let secondary = diagnostic.secondary.map { "{" + members(of: $0) + "}" }.joined(separator: ",")
        let help = diagnostic.help.map(jsonLiteral).joined(separator: ",")
        let nearest = diagnostic.nearest.map(jsonLiteral) ?? "null"
        let fix = diagnostic.fix.map { "{\(place($0.range)),\"replacement\":\(jsonLiteral($0.replacement))}" } ?? "null"
        let head = "\"code\":\(jsonLiteral(diagnostic.code.description)),\"severity\":\(jsonLiteral(diagnostic.severity.rawValue))"
        let primary = "\"title\":\(jsonLiteral(diagnostic.title)),\(members(of: diagnostic.primary))"
        return "{\(head),\(primary),\"secondary\":[\(secondary)],\"help\":[\(help)],\"nearest\":\(nearest),\"fix\":\(fix)}"
    }

    private func members(of label: Diagnostic.Label) -> String { "\(place(label.range)),\"label\":\(jsonLiteral(label.text))" }

    private func place(_ range: SourceRange) -> String {
        let (start, end) = (range.position, range.endPosition)
        return "\"path\":\(jsonLiteral(range.path)),\"line\":\(start.line),\"column\":\(start.column),\"endLine\":\(end.line),"
            + "\"endColumn\":\(end.column),\"start\":\(range.start),\"end\":\(range.end)"
    }
}
