package import Diagnostics

/// What can be wrong with a file before anyone asks what it means.
///
/// Rule files use the part of YAML that has one reading: no references, no tags, one document.
package enum YAMLProblem: Problem {
    /// The file breaks the grammar of YAML; reading ends here.
    ///
    /// `title: Cuba: a visit` → `title: "Cuba: a visit"`
    case syntax(SyntaxMistake)

    /// A tab stands where indentation is expected.
    ///
    /// `⇥id: a` → `  id: a`
    case tabIndentation(at: SourceRange)

    /// `base: &common {level: high}` → `base: {level: high}`
    case anchor(at: SourceRange)

    /// `rule: *common` → the value itself, or `"*common"` for the text
    case alias(at: SourceRange)

    /// `<<: *common` → the keys themselves
    case mergeKey(at: SourceRange)

    /// `level: !!str high` → `level: high`
    case tag(at: SourceRange)

    /// Two pairs of one mapping have the same key; the first counts.
    ///
    /// `{level: low, level: high}` → `{level: high}`
    case duplicateKey(String, at: SourceRange, first: SourceRange)

    /// `---` begins another document; the first counts.
    ///
    /// → one file a document
    case severalDocuments(at: SourceRange, first: SourceRange)

    /// More than 64 lists and mappings in each other; reading ends here.
    ///
    /// `[[[[…]]]]` → fewer levels
    case deepNesting(at: SourceRange)

    /// A byte that no text has, such as NUL or ESC. A quoted `"\x1B"` is allowed.
    case controlCharacter(Unicode.Scalar, at: SourceRange)

    /// Bytes that are no UTF-8, such as Latin-1 letters.
    case invalidUTF8(at: SourceRange)

    /// The file is saved as UTF-16 or UTF-32; nothing was read.
    case otherEncoding(String, path: String)

    /// A list or mapping as a key; the pair is left out.
    ///
    /// `[a, b]: c` → `"[a, b]": c`
    case keyIsNoText(at: SourceRange)

    /// The file holds nothing, or comments only.
    case emptyFile(at: SourceRange)

    /// More problems than anyone reads; the rest is not shown.
    case tooManyProblems(shown: Int, at: SourceRange)

    package var diagnostic: Diagnostic {
        switch self {
        case .syntax(let mistake):
            Diagnostic("Y001", mistake.title, at: .init(mistake.place, mistake.label), also: mistake.context, help: mistake.help)
        case .tabIndentation(let place):
            Diagnostic("Y002", "a tab in the indentation", at: .init(place, "a tab"), help: ["indent with spaces"])
        case .anchor(let place):
            Diagnostic(
                "Y003", "anchor \(quoted(place.text))", at: .init(place, "anchors are not allowed"),
                help: ["delete it, and write the value wherever it is needed", "put quotes round the value if it is a text"])
        case .alias(let place):
            Diagnostic(
                "Y004", "alias \(quoted(place.text))", at: .init(place, "aliases are not allowed"),
                help: ["write the value itself", "put quotes round it if it is a text: `\"\(place.text.prefix(40))\"`"])
        case .mergeKey(let place):
            Diagnostic("Y005", "merge key `<<`", at: .init(place, "merge keys are not allowed"), help: ["write the keys themselves"])
        case .tag(let place):
            Diagnostic(
                "Y006", "tag \(quoted(place.text))", at: .init(place, "tags are not allowed"),
                help: ["delete it", "put quotes round the value if it is a text"])
        case .duplicateKey(let key, let place, let first):
            Diagnostic(
                "Y007", "duplicate key \(quoted(key))", at: .init(place, "this key stands here again"),
                also: [.init(first, "first defined here")], help: ["delete one of the two, or give it another name"])
        case .severalDocuments(let place, let first):
            Diagnostic(
                "Y008", "several documents in one file", at: .init(place, "another document begins here"),
                also: [.init(first, "the first begins here")], help: ["delete `---`, or write a file for each document"])
        case .deepNesting(let place):
            Diagnostic(
                "Y009", "more than \(TreeBuilder.maximumDepth) levels of lists and mappings", at: .init(place, "one level too many"),
                help: ["write fewer levels"])
        case .controlCharacter(let scalar, let place):
            Diagnostic(
                "Y010", "control character U+\(hexadecimal(scalar.value, width: 4))", at: .init(place, "not allowed in a text file"),
                help: ["delete it, or write it as an escape in double quotes"])
        case .invalidUTF8(let place):
            Diagnostic(
                "Y011", "invalid UTF-8",
                at: .init(place, "byte 0x\(hexadecimal(UInt32(place.file.bytes[place.start]), width: 2)) at offset \(place.start)"),
                help: ["save the file as UTF-8"])
        case .otherEncoding(let name, let path):
            // Without its bytes, every second of which would be shown as `\u{00}`.
            Diagnostic(
                "Y012", "the file is saved as \(name)", at: .init(SourceFile(path: path, bytes: []).beginning, "not UTF-8"),
                help: ["save the file as UTF-8"])
        case .keyIsNoText(let place):
            Diagnostic(
                "Y013", "a key that is a list or mapping", at: .init(place, "a key must be a text"), help: ["put quotes round the key"])
        case .emptyFile(let place):
            Diagnostic("Y014", "the file is empty", at: .init(place, "nothing but white space and comments"))
        case .tooManyProblems(let shown, let place):
            Diagnostic(
                "Y015", "more than \(shown) problems", at: .init(place, "the last that is shown"), help: ["mend these, then check again"],
                severity: .note)
        }
    }
}

private func hexadecimal(_ value: UInt32, width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
