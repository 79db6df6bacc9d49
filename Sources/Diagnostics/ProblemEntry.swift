/// What a code means, with an example and its mend, as `marsad explain R001` tells it.
///
/// The example is a test: loaded beside a core, `wrong` gets this code and no other, `mended` gets nothing.
package struct ProblemEntry: Sendable {
    package let code: Diagnostic.Code
    /// What is wrong, without the names of any one case.
    package let title: String
    /// Why it is a problem, and how it comes about: one paragraph.
    package let meaning: String
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
        self.code = code
        self.title = title
        self.meaning = meaning
        self.wrong = Self.withHead(wrong)
        self.mended = Self.withHead(mended)
        self.files = (files, mendedFiles ?? files)
    }

    /// What every example begins with that does not say otherwise.
    package static let head = "schema: 1\npack: example\nuse: [core]\n"

    private static func withHead(_ text: String) -> String {
        text.hasPrefix("schema:") || text.hasPrefix("#!") ? text : head + text
    }
}
