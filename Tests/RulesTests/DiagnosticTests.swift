import Articles
import Diagnostics
import FoundationEssentials
import Rules
import Testing

/// Each file of `Malformed/` with what is said of it. `RECORD_GOLDEN=1` writes that anew, and fails.
@Suite struct DiagnosticTests {
    static let folder = Checkout.tests + "/Malformed"
    static let cases = ((try? Checkout.names(in: folder)) ?? []).filter { $0.hasSuffix(".yaml") }
    static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

    private func file(_ name: String, in folder: String = folder) throws -> SourceFile {
        SourceFile(path: name, bytes: try Checkout.bytes(of: folder + "/" + name))
    }

    @Test func `there are malformed files of every kind`() { #expect(Self.cases.count >= 100) }

    @Test(arguments: cases) func `a malformed file gets its diagnostics`(name: String) throws {
        let rendered = TextRenderer().render(SmallCore.load(try file(name)).diagnostics)
        let golden = Self.folder + "/" + name.dropLast(5) + ".txt"
        if Self.isRecording {
            try Data(rendered.utf8).write(to: URL(filePath: golden))
            Issue.record("recorded \(golden)")
        } else {
            #expect(rendered == (try Checkout.text(of: golden)))
        }
    }

    @Test(arguments: cases) func `a malformed file is never taken in silence`(name: String) throws {
        let diagnostics = SmallCore.load(try file(name)).diagnostics
        #expect(diagnostics.contains { $0.severity == .error })
        #expect(diagnostics.allSatisfy { !$0.title.isEmpty && $0.range.path == name })
    }

    /// A line that ends with `# wrong` holds at least one mistake.
    private func wrongLines(_ file: SourceFile) -> Set<Int> {
        Set((1...file.lineCount).filter { file.text(file.bytes(ofLine: $0)).contains("# wrong") })
    }

    @Test(arguments: cases) func `each wrong line is told in one run, and no other`(name: String) throws {
        let file = try file(name)
        let wrong = wrongLines(file)
        guard !wrong.isEmpty else { return }
        #expect(Set(SmallCore.load(file).diagnostics.map { $0.range.line }) == wrong)
    }

    @Test(arguments: cases) func `what is said is plain text, with places that exist`(name: String) throws {
        let file = try file(name)
        let diagnostics = SmallCore.load(file).diagnostics
        let rendered = TextRenderer().render(diagnostics)
        let isHarmless = rendered.unicodeScalars.allSatisfy { scalar in
            scalar == "\n"
                || !(scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value) || scalar.value == 0x2028)
        }
        #expect(isHarmless)
        #expect(diagnostics.allSatisfy { $0.range.end <= file.bytes.count })
        // JSON for machines says as many.
        #expect(!JSONRenderer().render(diagnostics).isEmpty)
    }

    @Test func `the small core itself is without fault`() throws {
        #expect(SmallCore.load(SourceFile(path: "t.yaml", text: "schema: 1\npack: t\n")).diagnostics.isEmpty)
    }

    @Test func `the mistakes of all files are told in one run, in the order of the files`() {
        let names = ["022-unknown-key-in-rule.yaml", "029-status-and-level-unknown.yaml", "107-yaml-control-character.yaml"].map {
            Self.folder + "/" + $0
        }
        let (rules, diagnostics) = RuleLoader.load(names.reversed() + [Self.folder + "/missing.yaml"])
        #expect(rules == nil)
        #expect(diagnostics.map(\.range.path) == diagnostics.map(\.range.path).sorted())
        #expect(Set(names + [Self.folder + "/missing.yaml"]).isSubset(of: diagnostics.map(\.range.path)))
    }

    @Test func `files of a folder are found by their endings, hidden ones passed over`() {
        let (_, diagnostics) = RuleLoader.load([Self.folder])
        // Two of them are faulty only beside a core; one names a rule that another file defines.
        #expect(Set(diagnostics.map { $0.range.path }).count >= Self.cases.count - 3)
        #expect(diagnostics.allSatisfy { $0.range.path.hasSuffix(".yaml") })
    }

    @Test func `a path without rules is told`() {
        let (rules, diagnostics) = RuleLoader.load([Checkout.tests + "/no-such-folder"])
        #expect(rules == nil && diagnostics.count == 1 && diagnostics.first?.title.contains("no-such-folder") == true)
        #expect(RuleLoader.load([Checkout.root + "/Sources/CLibYAML"]).diagnostics.map(\.code) == ["R023"])
    }

    @Test(arguments: 0..<20) func `any bytes between rules give rules or diagnostics`(block: Int) throws {
        let seeds = try Self.cases.map { try Checkout.bytes(of: Self.folder + "/" + $0) }
        let pieces = [
            "\n", "  ", "- ", ": ", "{", "}", "[", "]", "\"", "'", "none", "near", "of", "/", "*", "=", "م", "🏦", "\0", "id", "-1", "en",
        ].map { Array($0.utf8) }
        for seed in block * 10..<block * 10 + 10 {
            var random = SeededGenerator(seed: UInt64(seed))
            var bytes = seeds.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 1..<8, using: &random) {
                let start = Int.random(in: 0...bytes.count, using: &random)
                let end = min(bytes.count, start + Int.random(in: 0..<6, using: &random))
                bytes.replaceSubrange(start..<end, with: pieces.randomElement(using: &random) ?? [0xFF])
            }
            let (rules, diagnostics) = SmallCore.load(SourceFile(path: "t.yaml", bytes: bytes))
            #expect(TextRenderer().render(diagnostics).isEmpty == diagnostics.isEmpty, "seed \(seed)")
            // Whatever was read of a faulty file can be run.
            var matcher = Matcher(rules)
            _ = matcher.match(.init(id: "1", title: "Oil", body: "Russian minister Sergey Lavrov visited Cuba. Oil and gas."))
        }
    }
}
