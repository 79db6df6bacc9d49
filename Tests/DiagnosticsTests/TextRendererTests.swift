import Diagnostics
import Testing

@Suite struct TextRendererTests {
    @Test func `a mistake is shown with its line, its label and what to type`() {
        let found = mistake(
            "rules:\n- id: a\n  match:\n    phrse: central bank\n", "phrse", "no condition has this name", nearest: "phrase")
        #expect(
            TextRenderer().render(found) == """
                error[T001]: unknown `phrse`
                 --> markets.yaml:4:5
                  |
                4 |     phrse: central bank
                  |     ^^^^^ no condition has this name
                  = help: did you mean `phrase`?

                """)
    }

    @Test(arguments: [
        ("\tab: xy", "xy", "    ab: xy", "        ^^ here"),
        ("a\tb\txy", "xy", "a   b   xy", "        ^^ here"),
        ("中央銀行: xy", "xy", "中央銀行: xy", "          ^^ here"),
        ("a: 中央", "中央", "a: 中央", "   ^^^^ here"),
        ("🏦: xy", "xy", "🏦: xy", "    ^^ here"),
        ("e\u{301}: xy", "xy", "e\u{301}: xy", "   ^^ here"),
        ("a\u{1B}[31mxy", "xy", "a\\u{1B}[31mxy", "           ^^ here"),
        ("a\u{202E}xy", "xy", "a\\u{202E}xy", "         ^^ here"),
        ("a\u{200B}\u{7F}\u{85}xy", "xy", "a\\u{200B}\\u{7F}\\u{85}xy", "                     ^^ here"),
        ("xy", "", "xy", "^ here"),
    ])
    func `the caret stands under the value`(line: String, value: String, shown: String, marker: String) {
        let lines = TextRenderer().render(mistake(line, value, "here")).split(separator: "\n")
        #expect(lines[3] == "1 | " + shown)
        #expect(lines[4] == "  | " + marker)
    }

    @Test func `bytes that are no UTF-8 are shown as numbers`() {
        let file = SourceFile(path: "a", bytes: [0x61, 0xFF, 0x62])
        let text = TextRenderer().render(Diagnostic("T001", "t", at: .init(file.range(2..<3))))
        #expect(text.contains("1 | a\\x{FF}b\n  |        ^\n"))
    }

    @Test func `several labels of a file are shown in the order of its lines`() {
        let file = SourceFile(path: "a.yaml", text: "a: 1\nb: 2\nc: 3\nd: 4\na: 5\n")
        let text = TextRenderer().render(
            Diagnostic(
                "T002", "twice", at: .init(file.range(20..<21), "again"),
                also: [.init(file.range(5..<6), "between"), .init(file.range(0..<1), "first"), .init(file.range(23..<24), "value")]))
        #expect(
            text == """
                error[T002]: twice
                 --> a.yaml:5:1
                  |
                1 | a: 1
                  | - first
                2 | b: 2
                  | - between
                ...
                5 | a: 5
                  | ^ again
                  |    - value

                """)
    }

    @Test func `labels of another file follow under its path`() {
        let other = SourceFile(path: "b.yaml", text: "x\nlevel: low\n")
        let text = TextRenderer().render(mistake("level: high", "level", "again", also: [.init(other.range(2..<7), "first")]))
        #expect(text.hasSuffix("1 | level: high\n  | ^^^^^ again\n ::: b.yaml:2:1\n  |\n2 | level: low\n  | ----- first\n"))
    }

    @Test func `a long line is cut round the value`() {
        let line = String(repeating: "ab ", count: 5000) + "HERE" + String(repeating: " cd", count: 5000)
        let lines = TextRenderer().render(mistake(line, "HERE", "here")).split(separator: "\n").map { Array($0) }
        #expect(lines.allSatisfy { $0.count < 140 })
        #expect(lines[3][4] == "…" && lines[3].last == "…")
        let caret = lines[4].firstIndex(of: "^")
        #expect(caret.map { String(lines[3][$0..<$0 + 4]) } == "HERE")
    }

    @Test func `a value of several lines is marked on its first`() {
        let text = TextRenderer().render(mistake("a: |\n  b\n  c\n", "|\n  b\n  c", "here"))
        #expect(text.hasSuffix("1 | a: |\n  |    ^ here\n"))
    }

    @Test func `an empty file has a path and no line`() {
        #expect(TextRenderer().render(mistake("", "", "nothing")) == "error[T001]: unknown ``\n --> markets.yaml:1:1\n  = nothing\n")
    }

    @Test func `colours change nothing but colours`() {
        let found = mistake("a: b", "b", "why", nearest: "c")
        let colored = TextRenderer(colors: true).render(found)
        #expect(colored.hasPrefix("\u{1B}[1;31merror[T001]\u{1B}[0m"))
        #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == TextRenderer().render(found))
    }

    @Test func `problems are sorted by path, then offset`() {
        let (a, b) = (SourceFile(path: "a", text: "xyz"), SourceFile(path: "b", text: "xyz"))
        let places = [b.range(0..<1), a.range(2..<3), a.range(0..<1), a.range(2..<3)]
        let found = places.enumerated().map { Diagnostic("T001", "n\($0.offset)", at: .init($0.element)) }
        #expect(found.sortedByPlace().map(\.title) == ["n2", "n1", "n3", "n0"])
        let heads = TextRenderer().render(found).split(separator: "\n").filter { $0.hasPrefix("error") }
        #expect(heads.map { String($0.suffix(2)) } == ["n2", "n1", "n3", "n0"])
    }
}

/// `unknown` with the first occurrence of `value` as its place.
func mistake(
    _ text: String, _ value: String, _ label: String, also: [Diagnostic.Label] = [], nearest: String? = nil
) -> Diagnostic {
    let file = SourceFile(path: "markets.yaml", text: text)
    let start = text.firstRange(of: value).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
    let range = file.range(start..<start + value.utf8.count)
    return Diagnostic("T001", "unknown \(quoted(value))", at: .init(range, label), also: also, nearest: nearest)
}
