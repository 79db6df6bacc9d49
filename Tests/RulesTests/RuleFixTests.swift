import Diagnostics
import Rules
import Testing

/// What `marsad check --fix` would write.
@Suite struct RuleFixTests {
    private func mended(_ file: SourceFile) -> (text: String, fixes: FixApplier) {
        let fixes = FixApplier(SmallCore.load(file).diagnostics, to: file)
        return (String(decoding: fixes.bytes, as: UTF8.self), fixes)
    }

    private func rule(_ lines: String) -> SourceFile {
        SourceFile(
            path: "t.yaml", text: "schema: 1\npack: t\nrules:\n  - id: t.one\n    title: One\n    \(lines)\n    match: {terms: [oil]}\n")
    }

    @Test(arguments: [
        ("levle: high", "level: high"), ("Level: high", "level: high"), ("\"levl\": high", "level: high"), ("level: hihg", "level: high"),
        ("level: High", "level: high"), ("status: stabel", "status: stable"), ("scope: [titel, lead]", "scope: [title, lead]"),
        ("revison: 2", "revision: 2"),
    ])
    func `a slip of one letter is mended`(wrong: String, right: String) {
        #expect(mended(rule(wrong)).text == String(decoding: rule(right).bytes, as: UTF8.self))
    }

    @Test(arguments: [
        // Two letters off, or short, or something that only the author can know.
        "lvl: high", "level: hgih1", "level: lo", "levl: high\n    levle: low", "titel: Two", "level: severe", "match2: x",
        "revision: twoo",
        "exclude: [{id: a, lexicon: sanctoins}]",
    ])
    func `what might be meant otherwise is left to a person`(wrong: String) {
        let file = rule(wrong)
        #expect(mended(file).fixes.applied.isEmpty && mended(file).fixes.bytes == file.bytes)
        #expect(!SmallCore.load(file).diagnostics.isEmpty)
    }

    @Test func `a key that must be there is told once, as misspelt, and mended`() {
        let file = SourceFile(
            path: "t.yaml", text: "schema: 1\npack: t\nrules:\n  - id: t.one\n    titel: One\n    match: {terms: [oil]}\n")
        #expect(SmallCore.load(file).diagnostics.map(\.code) == ["R001"])
        let new = SourceFile(path: "t.yaml", bytes: mended(file).fixes.bytes)
        #expect(SmallCore.load(new).diagnostics.isEmpty)
    }

    @Test(arguments: DiagnosticTests.cases) func `mending a file takes each mended problem away, and ends`(name: String) throws {
        var file = SourceFile(path: name, bytes: try Checkout.bytes(of: DiagnosticTests.folder + "/" + name))
        for round in 0..<8 {
            let before = SmallCore.load(file).diagnostics
            let fixes = FixApplier(before, to: file)
            guard fixes.bytes != file.bytes else { return }
            #expect(round < 7)
            let new = SourceFile(path: name, bytes: fixes.bytes)
            let after = SmallCore.load(new).diagnostics
            // What was mended is gone.
            for problem in fixes.applied { #expect(!after.contains { $0.title == problem.title && $0.range.line == problem.range.line }) }
            file = new
        }
    }
}
