import Diagnostics

/// libyaml's words for a breach of the grammar, and ours.
struct SyntaxWording {
    enum Spot {
        /// Where libyaml stopped.
        case problem
        /// Where the construct begins, because libyaml stops far behind the mistake.
        case context
    }

    /// A part of libyaml's context or problem.
    let sign: String
    let title: String
    let label: String
    let help: [String]
    let spot: Spot

    private init(_ sign: String, _ title: String, _ label: String, at spot: Spot = .problem, help: String...) {
        self.sign = sign
        self.title = title
        self.label = label
        self.help = help
        self.spot = spot
    }

    /// The first whose sign occurs is taken.
    ///
    /// Source: scanner.c and parser.c of libyaml 0.2.5.
    static let all = [
        SyntaxWording(
            "could not find expected ':'", "expected `:` after a key", "no `: ` follows this", at: .context,
            help: "write `key: value`, with a plain blank after the colon", "put quotes round a text that runs over several lines"),
        SyntaxWording(
            "mapping values are not allowed", "`:` is not allowed here", "no key can stand before this",
            help: "put quotes round a value that contains `: `", "let the keys of one mapping begin in the same column"),
        SyntaxWording(
            "block sequence entries are not allowed", "a list item is not allowed here", "`- ` must begin a line",
            help: "begin the list on a line of its own", "put quotes round a value that begins with `- `"),
        SyntaxWording(
            "mapping keys are not allowed", "a key is not allowed here", "`? ` must begin a line", help: "put quotes round the value"),
        SyntaxWording(
            "cannot start any token", "a value cannot begin with this character", "reserved by YAML", help: "put quotes round the value"),
        SyntaxWording(
            "found unexpected end of stream", "a quote that is never closed", "opened here", at: .context, help: "close the quote"),
        SyntaxWording(
            "found unexpected document indicator", "a quote that is never closed", "opened here", at: .context, help: "close the quote"),
        SyntaxWording(
            "found unknown escape character", "unknown escape", "no escape of YAML", help: "write `\\\\` for a backslash",
            "use single quotes, in which a backslash is a letter like any other"),
        SyntaxWording(
            "expected hexdecimal number", "an escape without its hexadecimal digits", "expected a digit or one of `a` to `f`",
            help: "write `\\\\` for a backslash"),
        SyntaxWording(
            "invalid Unicode character escape", "an escape that names no character", "no such character", help: "mend the number"),
        SyntaxWording(
            "did not find expected ',' or ']'", "expected `,` or `]`", "the list goes on or ends here", help: "write `,` between items",
            "close the list with `]`"),
        SyntaxWording(
            "did not find expected ',' or '}'", "expected `,` or `}`", "the mapping goes on or ends here", help: "write `,` between pairs",
            "close the mapping with `}`"),
        SyntaxWording(
            "did not find expected key", "expected a key", "a key of the mapping should stand here",
            help: "let the keys of one mapping begin in the same column"),
        SyntaxWording(
            "did not find expected '-' indicator", "expected a list item", "`- ` should stand here",
            help: "let the items of one list begin in the same column"),
        SyntaxWording(
            "expected alphabetic or numeric character", "a value cannot begin with this character", "YAML reads a reference here",
            help: "put quotes round the value"),
        SyntaxWording("expected node content", "expected a value", "no value can begin here", help: "put quotes round the value"),
        SyntaxWording(
            "did not find expected <document start>", "text after the end of the value", "nothing may follow",
            help: "let the keys of one mapping begin in the same column", "put quotes round the whole value"),
        SyntaxWording(
            "scanning a block scalar", "text after `|` or `>`", "the text begins on the next line", help: "move it to the next line"),
        SyntaxWording(
            "tag", "tags are not allowed", "read as a tag", at: .context, help: "delete it", "put quotes round the value if it is a text"),
        SyntaxWording(
            "directive", "a directive that is not known", "a line that begins with `%`", at: .context, help: "delete the line",
            "put quotes round a value that begins with `%`"),
        SyntaxWording("incompatible YAML document", "a version of YAML that is not known", "read as YAML 1.2", help: "delete the line"),
    ]
}
