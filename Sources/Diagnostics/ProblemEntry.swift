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
    /// A rule file with the problem. The head (``head``) may be left out.
    package let wrong: String
    /// The same file, put right.
    package let mended: String
    /// Whether ``wrong`` and ``mended`` are rule files; otherwise they are words.
    package let isOfText: Bool

    package init(_ code: Diagnostic.Code, _ title: String, meaning: String, wrong: String, mended: String) {
        self.code = code
        self.title = title
        self.meaning = meaning
        self.wrong = Self.withHead(wrong)
        self.mended = Self.withHead(mended)
        isOfText = true
    }

    /// A problem that does not lie in the text of a rule file.
    ///
    /// - Parameters:
    ///   - happens: how it comes about, as a command or in words.
    ///   - remedy: what to do.
    package init(_ code: Diagnostic.Code, _ title: String, meaning: String, happens: String, remedy: String) {
        self.code = code
        self.title = title
        self.meaning = meaning
        (wrong, mended) = (happens, remedy)
        isOfText = false
    }

    /// What every example begins with that does not say otherwise.
    package static let head = "schema: 1\npack: example\nuse: [core]\n"

    private static func withHead(_ text: String) -> String {
        text.hasPrefix("schema:") || text.hasPrefix("#!") ? text : head + text
    }
}
