/// What a code means, with an example and its mend, as `marsad explain R001` tells it.
///
/// The example is a test: loaded beside a core, `wrong` gets this code and no other, `mended` gets nothing. What no text of a file can
/// show, such as a file that cannot be opened, is told in words, and has a test of its own.
package struct ProblemEntry: Sendable {
    package let code: Diagnostic.Code
    /// What is wrong, without the names of any one case.
    package let title: String
    /// Why it is a problem, and how it comes about: one paragraph.
    package let meaning: String
    /// How grave it is.
    package let severity: Diagnostic.Severity
    /// False where no text of a rule file shows it, such as bytes that are no text or a file that is not there: ``wrong`` and ``mended``
    /// are empty, and a test of its own shows the code.
    package let hasExample: Bool
    /// A rule file with the problem. The head (``head``) may be left out.
    package let wrong: String
    /// The same file, put right.
    package let mended: String
    /// List files beside the example, by name: as they are wrong, and as they are mended.
    package let files: (wrong: [String: String], mended: [String: String])

    package init(
        _ code: Diagnostic.Code, _ title: String, meaning: String, wrong: String, mended: String, files: [String: String] = [:],
        mendedFiles: [String: String]? = nil
    ) {
        self.init(
            code, title, meaning: meaning, example: (Self.withHead(wrong), Self.withHead(mended)), files: (files, mendedFiles ?? files))
    }

    /// A problem that no text of a rule file shows.
    package init(withoutExample code: Diagnostic.Code, _ title: String, meaning: String) {
        self.init(code, title, meaning: meaning, example: nil, files: ([:], [:]))
    }

    private init(
        _ code: Diagnostic.Code, _ title: String, meaning: String, example: (wrong: String, mended: String)?,
        files: (wrong: [String: String], mended: [String: String])
    ) {
        self.code = code
        self.title = title
        self.meaning = meaning
        severity = code == "Y015" ? .note : code.description.hasPrefix("W") ? .warning : .error
        hasExample = example != nil
        wrong = example?.wrong ?? ""
        mended = example?.mended ?? ""
        self.files = files
    }

    /// One, or none.
    package var examples: [(wrong: String, mended: String)] { hasExample ? [(wrong, mended)] : [] }

    /// What every example begins with that does not say otherwise.
    package static let head = "schema: 1\npack: example\nuse: [core]\n"

    private static func withHead(_ text: String) -> String {
        text.hasPrefix("schema:") || text.hasPrefix("#!") ? text : head + text
    }
}
