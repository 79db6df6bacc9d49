import Diagnostics
import Testing
import YAML

/// A source in which something is wrong, and the code, line, column and text of what must be found.
struct ProblemSample: Sendable, CustomTestStringConvertible {
    let source: String
    let code: Diagnostic.Code
    let line: Int
    let column: Int
    let text: String
    let testDescription: String

    init(_ source: String, _ code: Diagnostic.Code, _ line: Int, _ column: Int, _ text: String) {
        (self.source, self.code, self.line, self.column, self.text) = (source, code, line, column, text)
        testDescription = "\(code) \(source.prefix(30).debugDescription)"
    }

    static let all = [
        ProblemSample("a: b: c", "Y001", 1, 5, ":"),
        ProblemSample("a: 1\nb: [x, y\nc: 1\n", "Y001", 2, 4, "["),
        ProblemSample("a: {b: c", "Y001", 1, 4, "{"),
        ProblemSample("a: 1\n...\nb: 2", "Y001", 3, 1, "b"),
        ProblemSample("k: v\nfoo bar  \nq: 1\n", "Y001", 2, 1, "foo bar"),
        ProblemSample("a: \"x\n", "Y001", 1, 4, "\"x"),
        ProblemSample("a: 'it's'", "Y001", 1, 8, "s'"),
        ProblemSample("message: {actor} goes", "Y001", 1, 18, "goes"),
        ProblemSample("a: @x", "Y001", 1, 4, "@"),
        ProblemSample("a: \"\\d\"", "Y001", 1, 5, "\\"),
        ProblemSample("%FOO x\n---\na: 1", "Y001", 1, 1, "%FOO x"),
        ProblemSample("\ta: 1", "Y002", 1, 1, "\t"),
        ProblemSample("a:\n  \tb: 1\n", "Y002", 2, 3, "\t"),
        ProblemSample("a: &x 1", "Y003", 1, 4, "&x"),
        ProblemSample("a: &مرجع [1]", "Y001", 1, 5, "م"),
        ProblemSample("a: &x\n  - 1", "Y003", 1, 4, "&x"),
        ProblemSample("a: *x", "Y004", 1, 4, "*x"),
        ProblemSample("- [*x, 1]", "Y004", 1, 4, "*x"),
        ProblemSample("a: {<<: {b: c}}", "Y005", 1, 5, "<<"),
        ProblemSample("a: !!str x", "Y006", 1, 4, "!!str"),
        ProblemSample("a: !foo {b: c}", "Y006", 1, 4, "!foo"),
        ProblemSample("a: !<tag:x> b", "Y006", 1, 4, "!<tag:x>"),
        ProblemSample("a: ! b", "Y006", 1, 4, "!"),
        ProblemSample("é: 1\nb: 2\né: 3", "Y007", 3, 1, "é"),
        ProblemSample("{a: 1, \"a\": 2}", "Y007", 1, 8, "\"a\""),
        ProblemSample("a: 1\n---\nb: 2", "Y008", 2, 1, "---"),
        ProblemSample("a: 1\n...\n---\nb: 2", "Y008", 3, 1, "---"),
        ProblemSample(String(repeating: "[", count: 65), "Y009", 1, 65, "["),
        ProblemSample(String(repeating: "- ", count: 65), "Y009", 1, 129, "-"),
        ProblemSample("a: x\u{0}y", "Y010", 1, 5, "\u{0}"),
        ProblemSample("a: x\u{1B}[0m", "Y010", 1, 5, "\u{1B}"),
        ProblemSample("a: x\u{9B}y", "Y010", 1, 5, "\u{9B}"),
        ProblemSample("a: x\u{FEFF}y", "Y010", 1, 5, "\u{FEFF}"),
        ProblemSample("[a, b]: c", "Y013", 1, 1, "[a, b]"),
        ProblemSample("? {a: b}\n: c", "Y013", 1, 3, "{a: b}"),
    ]
}

@Suite struct ProblemTests {
    @Test(arguments: ProblemSample.all) func `a problem is found with its place`(sample: ProblemSample) {
        expect(sample, in: sample.source, linesBefore: 0)
    }

    @Test(arguments: ProblemSample.all) func `a place is the same behind multi-byte text`(sample: ProblemSample) {
        guard !sample.source.hasPrefix("%") else { return }
        expect(sample, in: "# 🏦 قانون é\n# 中央\n" + sample.source, linesBefore: 2)
        expect(sample, in: "\u{FEFF}" + sample.source, linesBefore: 0)
        expect(sample, in: sample.source.replacing("\n", with: "\r\n"), linesBefore: 0)
    }

    private func expect(_ sample: ProblemSample, in source: String, linesBefore: Int) {
        let (_, diagnostics) = YAMLParser.parse(SourceFile(path: "a.yaml", text: source))
        let place = diagnostics.first?.range
        #expect(diagnostics.map(\.code) == [sample.code])
        #expect(place?.position == SourcePosition(line: sample.line + linesBefore, column: sample.column))
        #expect(place?.text == sample.text)
    }

    @Test func `every code of the catalogue is met by a test`() {
        let sampled = ProblemSample.all.map(\.code.description) + ["Y011", "Y012", "Y014", "Y015"]
        #expect(Set(sampled) == Set((1...15).map { $0 < 10 ? "Y00\($0)" : "Y0\($0)" }))
    }

    @Test func `a duplicate key names both places`() {
        let found = diagnostics("level: low\nid: a\nlevel: high\n")
        #expect(found.first?.secondary.map(\.range.description) == ["a.yaml:1:1"])
        #expect(found.first?.secondary.map(\.text) == ["first defined here"])
    }

    @Test func `duplicates of a large mapping are found too`() {
        let keys = (0..<500).map { "k\($0): 1\n" }.joined()
        #expect(diagnostics(keys + "k7: 2\nk499: 2\n").map(\.range.text) == ["k7", "k499"])
    }

    @Test func `the first pair of a duplicate key counts`() {
        let (root, _) = YAMLParser.parse(SourceFile(path: "a.yaml", text: "a: 1\na: 2\nb: 3\n"))
        #expect(root?.entries?.map(\.name) == ["a", "b"] && root?["a"]?.scalar == "1")
    }

    @Test func `an alias leaves a value of which nothing more is said`() {
        let (root, _) = YAMLParser.parse(SourceFile(path: "a.yaml", text: "a: *x\nb: c\n"))
        #expect(root?["a"]?.isRefused == true && root?["b"]?.isRefused == false)
    }

    @Test func `all problems of a file are found at once`() {
        let source = "a: &x 1\nb: *x\nc: {<<: 1, d: !!str e}\nf: \u{1B}\na: 2\n[q]: 1\n---\nz: &y !t 1\n"
        #expect(diagnostics(source).map(\.code) == ["Y003", "Y004", "Y005", "Y006", "Y010", "Y007", "Y013", "Y008", "Y003", "Y006"])
    }

    @Test func `anchor and tag are reported once, with the value they belong to`() {
        let found = diagnostics("a: &x\nb: !t &y\n  &z c: !u\n&v d: [&w\n  # why\n  !s e]\n")
        #expect(found.map(\.range.text) == ["&x", "!t", "&y", "&z", "!u", "&v", "&w", "!s"])
    }

    @Test(arguments: ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n", "\u{FEFF}"])
    func `a file with nothing in it says so`(source: String) {
        #expect(diagnostics(source).map(\.code) == ["Y014"])
    }

    @Test func `a hundred problems are enough`() {
        let found = diagnostics((0..<150).map { "- *a\($0)\n" }.joined())
        #expect(found.count == 101 && found.last?.code == "Y015" && found.last?.severity == .note)
        #expect(found.dropLast().allSatisfy { $0.code == "Y004" } && found[99].range.line == 100)
        #expect(diagnostics((0..<100).map { "- *a\($0)\n" }.joined()).count == 100)
    }

    private func diagnostics(_ source: String) -> [Diagnostic] { YAMLParser.parse(SourceFile(path: "a.yaml", text: source)).diagnostics }
}
