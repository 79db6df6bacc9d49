import Diagnostics
import Testing
import YAML

@Suite struct FormatTests {
    static func formatted(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        let once = try YAMLFormatter.format(SourceFile(path: "t.yaml", text: text))
        let twice = try YAMLFormatter.format(SourceFile(path: "t.yaml", bytes: once))
        #expect(once == twice, "not the same the second time", sourceLocation: sourceLocation)
        return String(decoding: once, as: UTF8.self)
    }

    @Test(arguments: [
        // Indentation and spaces.
        ("a:   b\nc :  d\n", "a: b\nc: d\n"),
        ("a:\n    b:\n        c: d\n", "a:\n  b:\n    c: d\n"),
        ("rules:\n- id: a\n  title: b\n- id: c\n", "rules:\n  - id: a\n    title: b\n  - id: c\n"),
        ("a:\n  -   b\n  -\n    c: d\n    e: f\n", "a:\n  - b\n  - c: d\n    e: f\n"),
        ("- - a\n  - b\n-\n  - c\n", "- - a\n  - b\n- - c\n"),
        ("a:\n  long value\n", "a: long value\n"),
        ("a: b   \r\nc: d\r\n", "a: b\nc: d\n"),
        ("a: b", "a: b\n"),
        ("\n\na: b\n\n\n\nc: d\n\n\n", "a: b\n\nc: d\n"),
        ("a:\n\n\n  - b\n\n  - c\n", "a:\n\n  - b\n\n  - c\n"),
        ("a:\nb: \nc:\n  -\n  - d\n", "a:\nb:\nc:\n  -\n  - d\n"),
        // Brackets.
        ("a: [ b,c ,  d ]\ne: { f : g,h: [ ] }\n", "a: [b, c, d]\ne: {f: g, h: []}\n"),
        ("a: [\n  b,\n  c,\n]\n", "a: [b, c]\n"),
        ("a: {b}\nc: [d: e]\n", "a: {b}\nc: [{d: e}]\n"),
        ("{a: b, c: d}\n", "{a: b, c: d}\n"),
        ("a: [one\n  two, three]\n", "a: [one two, three]\n"),
        ("a: {\"b\":c}\n", "a: {\"b\": c}\n"),
        // Quotes.
        ("a: 'b'\nc: \"NO\"\n'd': e\n", "a: \"b\"\nc: \"NO\"\n\"d\": e\n"),
        ("a: 'it''s'\nb: 'say \"x\"'\nc: '/\\d{3}/'\n", "a: 'it''s'\nb: 'say \"x\"'\nc: '/\\d{3}/'\n"),
        ("a: \"x\\u0041\\n\"\n", "a: \"x\\u0041\\n\"\n"),
        // Scalars of several lines.
        ("a: one\n      two\n\n      three\n", "a: one\n  two\n\n  three\n"),
        ("- a: \"one   \n       two\"\n", "- a: \"one\n    two\"\n"),
        ("a: |\n      one\n        two\n\n      three\n\n\nb: c\n", "a: |\n  one\n    two\n\n  three\n\nb: c\n"),
        ("-   a: >-   # why\n        one\n        two\n", "- a: >-   # why\n    one\n    two\n"),
        ("a: |+\n    one\n\n\nb: c\n", "a: |+\n  one\n\n\nb: c\n"),
        ("a:\n    b: |2\n         one\n      two\n", "a:\n  b: |2\n       one\n    two\n"),
        ("a: |\n  one", "a: |-\n  one\n"),
        ("a: |\n\n\nb: c\n", "a: |\n\nb: c\n"),
        // Keys.
        ("? \n: a\nb: {? : c}\n\"c:\": d\ne: [-, f]\n", "\"\": a\nb: {\"\": c}\n\"c:\": d\ne: [\"-\", f]\n"),
        ("? a\n: b\n? c\n", "a: b\nc:\n"),
        ("\u{FEFF}a: b\n", "a: b\n"),
        ("---\na: b\n...\n", "---\na: b\n"),
        ("%YAML 1.1\n# c\n---   # d\n\na: b\n", "%YAML 1.1\n# c\n---   # d\n\na: b\n"),
        ("عنوان:   قيمة\nقائمة: [ أ,  ب ]\n", "عنوان: قيمة\nقائمة: [أ, ب]\n"),
        ("just a text\n", "just a text\n"),
        ("|\n text\n", "|\n  text\n"),
        ("# only words\n\n\n# of ours\n", "# only words\n\n# of ours\n"),
        ("", ""),
    ])
    func `canonical form`(source: String, expected: String) throws { #expect(try Self.formatted(source) == expected) }

    @Test(arguments: [
        ("#a\na: b  # c\n#d\n", "#a\na: b  # c\n#d\n"),
        ("a:\n      # why\n      - b\n", "a:\n  # why\n  - b\n"),
        ("a: # why\n  b: c\n", "a: # why\n  b: c\n"),
        ("a: b     # one\nccc: d   # two\n", "a: b     # one\nccc: d   # two\n"),
        ("a:    b        # one\nccc:  d        # two\n", "a: b           # one\nccc: d         # two\n"),
        ("a: b\t# c\n", "a: b # c\n"),
        // What stands at the end of a block stays in it, as far as it is indented.
        ("a:\n    - b\n    # - c\n# next\nd: e\n", "a:\n  - b\n  # - c\n# next\nd: e\n"),
        ("a:\n- b: c\n  # last of b\n# of d\n- d: e\n# end\n", "a:\n  - b: c\n    # last of b\n  # of d\n  - d: e\n# end\n"),
        ("a:\n- b\n# of d\nd: e\n", "a:\n  - b\n# of d\nd: e\n"),
        ("a:\n    # nothing yet\nb: c\n", "a:\n  # nothing yet\nb: c\n"),
        ("a:\n  - # why\n    b: c\n", "a:\n  - # why\n    b: c\n"),
        ("a:\n  # why\n  text\n", "a:\n  # why\n  text\n"),
        // Brackets with comments become blocks, which have room for them.
        ("a: [b, # first\n  c, d # last\n  ]\n", "a:\n  - b # first\n  - c\n  - d # last\n"),
        ("a: {b: c, # first\n  # then\n  d: [e]}  # all\n", "a:\n  b: c # first\n  # then\n  d: [e]  # all\n"),
        ("a: [ # nothing\n  ]\n", "a: []\n# nothing\n"),
        ("a: \"#no\"\nb: x#no\nc: |\n  # no\n", "a: \"#no\"\nb: x#no\nc: |\n  # no\n"),
        ("# تعليق  \na: ب # لماذا\n", "# تعليق\na: ب # لماذا\n"),
    ])
    func `comments keep their place`(source: String, expected: String) throws { #expect(try Self.formatted(source) == expected) }

    @Test func `a list that is too wide is filled into lines, one of mappings alone in brackets too`() throws {
        let words = (1...40).map { "word\($0)" }
        let lines = try Self.formatted("a:\n  b: [\(words.joined(separator: ", "))]\n").split(separator: "\n")
        #expect(lines.count == 5 && lines[1] == "  b: [" && lines.allSatisfy { $0.count <= 120 } && lines[4].hasSuffix("word40]"))
        let pairs = (1...12).map { "{word: \($0), other: x}" }
        let filled = try Self.formatted("a: [\(pairs.joined(separator: ","))]\n")
        #expect(filled.hasPrefix("a: [\n  {word: 1, other: x}, {word: 2, other: x}, "))
    }

    @Test func `an author's lines in a list stay as long as each has room`() throws {
        let words = (1...14).map { "word\($0)" }
        let text = "a: [\n  \(words[..<4].joined(separator: ", ")),\n  \(words.joined(separator: ", "))]\n"
        #expect(try Self.formatted(text) == text)
    }

    @Test func `a mapping that is too wide becomes a block, and so do only the outer of several`() throws {
        let long = String(repeating: "x", count: 70)
        #expect(
            try Self.formatted("- {a: \(long), b: {c: \(long), d: [e]}} # why\n")
                == "- # why\n  a: \(long)\n  b: {c: \(long), d: [e]}\n")
    }

    @Test func `a width is counted in letters, whatever their script`() throws {
        let word = String(repeating: "م", count: 54)
        #expect(try Self.formatted("- {a: \(word), b: \(word)}\n") == "- {a: \(word), b: \(word)}\n")
    }

    @Test(arguments: ["\"", "'", ""]) func `a scalar of 100 KB survives on its line`(quote: String) throws {
        let long = String(repeating: "نص طويل ", count: 8000) + "x"
        let canonical = quote == "'" ? "\"" : quote
        #expect(try Self.formatted("a: \(quote)\(long)\(quote)\nb: [c,d]\n") == "a: \(canonical)\(long)\(canonical)\nb: [c, d]\n")
    }

    private func outcome(_ source: String) -> Result<[UInt8], YAMLFormatter.Failure> {
        let file = SourceFile(path: "t.yaml", text: source)
        do throws(YAMLFormatter.Failure) { return .success(try YAMLFormatter.format(file)) } catch { return .failure(error) }
    }

    @Test(arguments: ["a: b: c\n", "a: [b\n", "a: &x b\nc: *x\n", "\tb: c\n", "a: 1\na: 2\n", "a: b\n---\nc: d\n", "a: \u{1B}\n"])
    func `a faulty file is refused with what is wrong`(source: String) {
        guard case .failure(.faulty(let diagnostics)) = outcome(source) else {
            Issue.record("not refused")
            return
        }
        #expect(diagnostics.contains { $0.severity == .error })
    }

    @Test(arguments: ["a: \"b\u{2028}c\"\nd:   e\n", "a: |\n    b\u{2028}    c\n", "a: b # c\u{85}d: e\n", "a: b\u{2029}\n"])
    func `what a line separator of Unicode breaks is kept or left alone`(source: String) {
        switch outcome(source) {
        case .success(let bytes):
            let (old, new) = (SourceFile(path: "t.yaml", text: source), SourceFile(path: "t.yaml", bytes: bytes))
            #expect(YAMLFormatter.hasSameContent(YAMLParser.parse(old).root, YAMLParser.parse(new).root))
        case .failure(.wouldChange): break
        case .failure(.faulty): Issue.record("it is no faulty file")
        }
    }
}
