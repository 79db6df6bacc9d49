/// Diagnostics as workflow commands, which GitHub Actions turns into annotations of a change.
///
/// `::error file=a.yaml,line=4,endLine=4,col=5,endColumn=10,title=R001 unknown key `titel`::…`
///
/// Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions, and for what is escaped `toolkit/core/command.ts`
/// of GitHub's actions/toolkit.
package struct GitHubRenderer: DiagnosticRenderer {
    package static let name = "github"
    package static let isForPeople = false

    package init(_ options: RenderOptions = RenderOptions()) {}

    package func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.sortedByPlace().map { render($0) + "\n" }.joined()
    }

    private func render(_ diagnostic: Diagnostic) -> String {
        let (start, end) = (diagnostic.range.position, diagnostic.range.endPosition)
        var members = [("file", path(diagnostic.range.path)), ("line", String(start.line)), ("endLine", String(end.line))]
        // Columns of a range over several lines are refused.
        if start.line == end.line { members += [("col", String(start.column)), ("endColumn", String(end.column))] }
        members.append(("title", property("\(diagnostic.code) \(diagnostic.title)")))
        let words =
            [diagnostic.primary.text] + diagnostic.secondary.map { "\($0.text): \($0.range)" } + diagnostic.advice.map { "help: " + $0 }
        // A message that is empty is not shown.
        let message = data(([diagnostic.title] + words.filter { !$0.isEmpty }).map { escape($0.unicodeScalars) }.joined(separator: "\n"))
        return "::\(command(diagnostic.severity)) \(members.map { "\($0.0)=\($0.1)" }.joined(separator: ","))::\(message)"
    }

    private func command(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    private func data(_ text: String) -> String { percentEncoded(text, ["%", "\r", "\n"]) }
    private func property(_ text: String) -> String { path(escape(text.unicodeScalars)) }
    /// The file's own name, even if it is a strange one.
    private func path(_ text: String) -> String { percentEncoded(text, ["%", "\r", "\n", ":", ","]) }

    private func percentEncoded(_ text: String, _ set: Set<Unicode.Scalar>) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            if set.contains(scalar) {
                result += "%" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }
}
