import Diagnostics
import Testing
import YAML

@Suite struct SyntaxWordingTests {
    @Test(arguments: [
        ("k: v\nfoo bar\nq: 1\n", "expected `:` after a key"),
        ("a: b: c", "`:` is not allowed here"),
        ("a: - b", "a list item is not allowed here"),
        ("a: ? b", "a key is not allowed here"),
        ("a: `x`", "a value cannot begin with this character"),
        ("a: %x", "a value cannot begin with this character"),
        ("a: *", "a value cannot begin with this character"),
        ("a: \"x", "a quote that is never closed"),
        ("a: \"x\n---\n", "a quote that is never closed"),
        ("a: \"\\d\"", "unknown escape"),
        ("a: \"\\xZZ\"", "an escape without its hexadecimal digits"),
        ("a: \"\\uD800\"", "an escape that names no character"),
        ("a: [x", "`[` without `]`"),
        ("a: {x", "`{` without `}`"),
        ("a: [x}", "expected `,` or `]`"),
        ("a: {x]", "expected `,` or `}`"),
        ("a:\n  b: 1\n c: 2\n", "expected a key"),
        ("a:\n  - x\n  b: 2\n", "expected a list item"),
        ("a: ]", "expected a value"),
        ("a: \"b\" c", "text behind the end of a value"),
        ("[a] b", "text behind the end of a value"),
        ("a: | x\n  y\n", "text after `|` or `>`"),
        ("a: !x!y z", "tags are not allowed"),
        ("%FOO\n---\na", "a directive that is not known"),
        ("%YAML 3.0\n---\na", "a version of YAML that is not known"),
    ])
    func `a breach of the grammar is told in words that name the mend`(source: String, title: String) {
        let (root, found) = YAMLParser.parse(SourceFile(path: "a.yaml", text: source))
        #expect(root == nil)
        #expect(found.map(\.title) == [title])
        #expect(found.first?.help.isEmpty == false)
    }

    @Test func `a breach names where the collection begins that it breaks`() {
        let text = TextRenderer().render(YAMLParser.parse(SourceFile(path: "a.yaml", text: "a:\n  - x\n  b: 2\n")).diagnostics)
        #expect(
            text == """
                error[Y001]: expected a list item
                 --> a.yaml:3:3
                  |
                2 |   - x
                  |   - the list begins here
                3 |   b: 2
                  |   ^ `- ` should stand here
                  = help: let the items of one list begin in the same column

                """)
    }
}
