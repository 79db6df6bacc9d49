import Diagnostics
import Testing
import YAML

@Suite struct TreeTests {
    @Test(arguments: [
        ("a: NO\nb: 1.0\nc: null\nd: ~\ne: true\nf: 2026-01-01", ["NO", "1.0", "null", "~", "true", "2026-01-01"]),
        ("a: \"x: \\u0644\"\nb: 'it''s'\nc: |\n  x\n  y\nd: >\n  x\n  y\n", ["x: ل", "it's", "x\ny\n", "x y\n"]),
        ("a: =text\nb: text*\nc: /regex/\nd: قانون العقوبات", ["=text", "text*", "/regex/", "قانون العقوبات"]),
        ("a: \"nul \\0 in it\"", ["nul \0 in it"]),
    ])
    func `every scalar is the text that was written`(source: String, values: [String]) throws {
        #expect(try tree(source).entries?.map(\.value.scalar) == values)
    }

    @Test func `a style tells how a value was written`() throws {
        let root = try tree("a: x\nb: 'x'\nc: \"x\"\nd: |\n  x\ne: >\n  x\nf: [x]\ng:\n  - x\nh: {x: y}\ni:\n  x: y\n")
        let styles: [YAMLStyle] = [.plain, .singleQuoted, .doubleQuoted, .literal, .folded, .flow, .block, .flow, .block]
        #expect(root.entries?.map(\.value.style) == styles)
    }

    @Test func `nothing differs from an empty text`() throws {
        let root = try tree("a:\nb: ''\nc: \"\"\nd: null\n")
        #expect(root.entries?.map(\.value.isAbsent) == [true, false, false, false])
        #expect(root["a"]?.range.text == "" && root["a"]?.range.position == SourcePosition(line: 1, column: 3))
    }

    @Test func `a node says where it stands, to the byte, behind text of any script`() throws {
        let root = try tree("عنوان: 🏦 bank   # why\nالقائمة: [é, 'ü', {ж: \"中\"}]\nb:\n  - x\n  - y\n\n# end\n")
        let (list, block) = (root["القائمة"], root["b"])
        #expect(root["عنوان"]?.range.text == "🏦 bank")
        #expect(root.entry("عنوان")?.key.range.text == "عنوان")
        #expect(list?.range.text == "[é, 'ü', {ж: \"中\"}]")
        #expect(list?.items?.map(\.range.text) == ["é", "'ü'", "{ж: \"中\"}"])
        #expect(list?.items?[2]["ж"]?.range.description == "a.yaml:2:23")
        #expect(block?.range.text == "- x\n  - y")
        #expect(root.range.text.hasSuffix("- y"))
    }

    @Test func `lookups of the wrong kind give nil`() throws {
        let root = try tree("a: [x]\nb: {c: d}\n")
        #expect(root["z"] == nil && root["a"]?["x"] == nil && root.scalar == nil && root.items == nil && root["a"]?.entries == nil)
        #expect(root["b"]?["c"]?.scalar == "d" && root["a"]?.items?.first?.scalar == "x")
        #expect([root, root["a"], root["a"]?.items?[0]].map { $0?.kind } == ["a mapping", "a list", "a text"])
    }

    @Test(arguments: [
        ("k: héllo wörld", 7..<13, "wörld"), ("k: 'héllo wörld'", 7..<13, "wörld"), ("k: \"héllo wörld\"", 0..<6, "héllo"),
        ("k: 'it''s wörld'", 5..<11, "'it''s wörld'"), ("k: \"\\x41 b\"", 2..<3, "\"\\x41 b\""), ("k: ab\n  cd", 3..<5, "ab\n  cd"),
        ("k: abc", 1..<99, "bc"),
    ])
    func `a part of a text has a place of its own where source and text are the same`(source: String, part: Range<Int>, found: String)
        throws
    {
        #expect(try tree(source)["k"]?.range(of: part).text == found)
    }

    @Test(arguments: [
        "a: 1\nb: [x]\n", "a: 1\r\nb: [x]\r\n", "a: 1\rb: [x]\r", "\u{FEFF}a: 1\nb: [x]\n", "---\na: 1\nb: [x]\n...\n",
        "%YAML 1.2\n---\na: 1\nb: [x]",
    ])
    func `line breaks, byte order mark and document markers change nothing`(source: String) throws {
        let root = try tree(source)
        #expect(root["a"]?.range.text == "1" && root["b"]?.items?.first?.range.text == "x")
    }

    @Test func `64 levels are read`() throws {
        var node = try tree(String(repeating: "[", count: 64) + "x" + String(repeating: "]", count: 64))
        var depth = 0
        while let inner = node.items?.first { (node, depth) = (inner, depth + 1) }
        #expect(depth == 64 && node.scalar == "x")
    }

    private func tree(_ source: String) throws -> YAMLNode {
        let (root, diagnostics) = YAMLParser.parse(SourceFile(path: "a.yaml", text: source))
        #expect(diagnostics.isEmpty)
        return try #require(root)
    }
}
