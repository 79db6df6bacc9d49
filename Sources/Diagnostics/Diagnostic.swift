/// One thing that an author should know of, with its places and what to type instead.
///
/// Wording: lower case, no full stop, back-quotes round what the author wrote (see ``quoted(_:)``). The title says what, a label why
/// here, a help line what to type. Text may hold whatever the author wrote: renderers make it harmless.
package struct Diagnostic: Hashable, Sendable {
    package let code: Code
    package let severity: Severity
    package let title: String
    package let primary: Label
    /// Other places that explain the first, such as "first defined here".
    package let secondary: [Label]
    package let help: [String]
    /// The valid name nearest to the one that was written; renderers ask "did you mean …?".
    package let nearest: String?
    /// A change of the source that mends it without changing what the file means; nil when a person must decide.
    package let fix: Fix?

    package init(
        _ code: Code, _ title: String, at primary: Label, also secondary: [Label] = [], help: [String] = [], nearest: String? = nil,
        fix: Fix? = nil, severity: Severity = .error
    ) {
        self.code = code
        self.severity = severity
        self.title = title
        self.primary = primary
        self.secondary = secondary
        self.help = help
        self.nearest = nearest
        self.fix = fix
    }

    /// The same, with a change that mends it.
    package func mended(by fix: Fix?) -> Diagnostic {
        Diagnostic(code, title, at: primary, also: secondary, help: help, nearest: nearest, fix: fix, severity: severity)
    }

    /// Where it is.
    package var range: SourceRange { primary.range }

    /// The question about the nearest name, then the help lines.
    package var advice: [String] { (nearest.map { ["did you mean \(quoted($0))?"] } ?? []) + help }
}

extension Diagnostic {
    /// A letter for the catalogue and a number, such as `R001`. It never changes its meaning: people search for it and silence it.
    package struct Code: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
        package let description: String

        package init(stringLiteral value: String) { description = value }
    }

    package enum Severity: String, CaseIterable, Sendable {
        /// The file cannot be used.
        case error
        /// The file can be used, but will hardly do what was meant.
        case warning
        /// Nothing is wrong.
        case note
    }

    /// What to write in the place of some bytes; empty to delete them.
    package struct Fix: Hashable, Sendable {
        package let range: SourceRange
        package let replacement: String

        package init(_ range: SourceRange, _ replacement: String) {
            self.range = range
            self.replacement = replacement
        }
    }

    /// A place and why it matters; the text may be empty.
    package struct Label: Hashable, Sendable {
        package let range: SourceRange
        package let text: String

        package init(_ range: SourceRange, _ text: String = "") {
            self.range = range
            self.text = text
        }
    }
}

/// Back-quotes round what an author wrote, shortened where it is longer than a line of a terminal wants.
package func quoted(_ text: some StringProtocol) -> String {
    // Scalars, not characters: one character may hold a million combining marks.
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 60, limitedBy: scalars.endIndex), end != scalars.endIndex else {
        return "`\(text)`"
    }
    return "`\(String(String.UnicodeScalarView(scalars[..<end])))…`"
}
