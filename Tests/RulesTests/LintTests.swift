import Diagnostics
import FoundationEssentials
import Rules
import Testing

/// Each file of `Linted/` with what lints say of it. `RECORD_GOLDEN=1` writes that anew, and fails.
@Suite struct LintTests {
    static let folder = Checkout.tests + "/Linted"
    static let cases = ((try? Checkout.names(in: folder)) ?? []).filter { $0.hasSuffix(".yaml") }

    private func file(_ name: String) throws -> SourceFile {
        SourceFile(path: name, bytes: try Checkout.bytes(of: Self.folder + "/" + name))
    }

    @Test func `there are files for the lints`() { #expect(Self.cases.count >= 17) }

    @Test(arguments: cases) func `a file gets what lints say of it`(name: String) throws {
        let rendered = TextRenderer().render(SmallCore.load(try file(name), lints: true).diagnostics.sortedByPlace())
        let golden = Self.folder + "/" + name.dropLast(5) + ".txt"
        if DiagnosticTests.isRecording {
            try Data(rendered.utf8).write(to: URL(filePath: golden))
            Issue.record("recorded \(golden)")
        } else {
            #expect(rendered == (try Checkout.text(of: golden)))
        }
    }

    /// A line that ends with `# wrong` holds one mistake.
    @Test(arguments: cases) func `each wrong line is told once, and no other`(name: String) throws {
        let file = try file(name)
        let wrong = (1...file.lineCount).filter { file.text(file.bytes(ofLine: $0)).contains("# wrong") }
        #expect(SmallCore.load(file, lints: true).diagnostics.map { $0.range.line }.sorted() == wrong)
    }

    @Test(arguments: cases) func `a fix takes its warning away and brings no other`(name: String) throws {
        let file = try file(name)
        let before = SmallCore.load(file, lints: true).diagnostics
        for diagnostic in before {
            // An error hides what lints would say: taking it away may bring warnings.
            guard diagnostic.severity == .warning, let fix = diagnostic.fix else { continue }
            #expect(fix.range.path == name)
            var bytes = file.bytes
            bytes.replaceSubrange(fix.range.bytes, with: Array(fix.replacement.utf8))
            let after = SmallCore.load(SourceFile(path: name, bytes: bytes), lints: true).diagnostics
            #expect(after.count < before.count, "\(diagnostic.title)")
        }
    }

    @Test func `lints are silent where they are not asked for`() throws {
        for name in Self.cases where !name.hasPrefix("017") {
            #expect(SmallCore.load(try file(name)).diagnostics.isEmpty, "\(name)")
        }
    }

    @Test func `the shipped rules and the core have nothing that lints object to`() {
        let diagnostics = RuleLoader.load([Checkout.root + "/Rules"], lints: true).diagnostics
        #expect(diagnostics.isEmpty, "\(TextRenderer().render(diagnostics.prefix(20)))")
    }
}
