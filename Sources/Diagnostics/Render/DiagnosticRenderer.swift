/// A way to tell diagnostics.
///
/// Adding one: a file in this folder, and a line in ``diagnosticRenderers``.
package protocol DiagnosticRenderer: Sendable {
    /// What `--format` calls it.
    static var name: String { get }
    /// Words for people go to standard error, data for programs to standard output.
    static var isForPeople: Bool { get }

    init(_ options: RenderOptions)

    /// All of a run; ends with a line break, or is empty.
    func render(_ diagnostics: [Diagnostic]) -> String
}

/// What a renderer may ask for beside the diagnostics.
package struct RenderOptions: Sendable {
    /// ANSI colours, for a terminal.
    package let colors: Bool
    /// What the codes mean, for formats that carry it along.
    package let catalogue: [ProblemEntry]
    /// Of the program.
    package let version: String

    package init(colors: Bool = false, catalogue: [ProblemEntry] = [], version: String = "") {
        self.colors = colors
        self.catalogue = catalogue
        self.version = version
    }
}

/// All formats of diagnostics, the one for people first.
package let diagnosticRenderers: [any DiagnosticRenderer.Type] = [
    TextRenderer.self, JSONRenderer.self, SARIFRenderer.self, GitHubRenderer.self,
]

extension DiagnosticRenderer {
    package func render(_ diagnostics: some Sequence<Diagnostic>) -> String { render(Array(diagnostics)) }
}
