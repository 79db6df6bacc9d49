/// Diagnostics as people read them, with the line of source under a head.
///
/// ```
/// error[R001]: unknown condition `phrse`
///  --> markets.yaml:4:5
///   |
/// 4 |     phrse: central bank
///   |     ^^^^^ no condition has this name
///   = help: did you mean `phrase`?
/// ```
///
/// No control character of the source is printed: `\u{1B}` is shown instead. A line with right-to-left letters gets no caret, because
/// no two terminals agree on where one belongs; its value stands on a line of its own.
package struct TextRenderer: DiagnosticRenderer {
    package static let name = "text"
    package static let isForPeople = true

    private let palette: Palette

    package init(_ options: RenderOptions) { self.init(colors: options.colors) }
    package init(colors: Bool = false) { palette = Palette(isColored: colors) }

    /// Sorted by path, then offset; an empty line between any two. Ends with a line break unless there is nothing to say.
    package func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.sortedByPlace().map(render).joined(separator: "\n")
    }

    package func render(_ diagnostic: Diagnostic) -> String {
        let severity = Palette.Role.severity(diagnostic.severity)
        let head = palette.paint("\(diagnostic.severity.rawValue)[\(diagnostic.code)]", as: severity)
        var frame = SourceFrame(diagnostic, palette: palette)
        frame.draw()
        let lines =
            [head + palette.paint(": " + harmless(diagnostic.title), as: .title)] + frame.lines
            + diagnostic.advice.map { frame.margin("= ") + "help: " + harmless($0) }
        return lines.map { $0 + "\n" }.joined()
    }
}
