import Diagnostics
import FoundationEssentials
import Testing
import YAML

/// What must hold of every file: shipped, faulty or made up.
@Suite struct FormatPropertyTests {
    static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
    static let folders = ["Rules", "Tests/RulesTests/SmallCore", "Tests/RulesTests/Malformed"]
    static let files = folders.flatMap { folder in
        ((try? FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder)) ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
            .map { folder + "/" + $0 }
    }

    private func source(_ name: String) throws -> SourceFile {
        SourceFile(path: name, bytes: Array(try #require(FileManager.default.contents(atPath: Self.root + "/" + name))))
    }

    /// - Returns: nil if the file is faulty.
    private func check(_ file: SourceFile, _ comment: Comment) -> [UInt8]? {
        switch outcome(file) {
        case .success(let once):
            let new = SourceFile(path: "once.yaml", bytes: once)
            let isStable = outcome(new).map { $0 == once }
            #expect((try? isStable.get()) == true, comment)
            #expect(YAMLFormatter.hasSameContent(YAMLParser.parse(file).root, YAMLParser.parse(new).root), comment)
            return once
        case .failure(.faulty(let diagnostics)): #expect(!diagnostics.isEmpty, comment)
        case .failure(.wouldChange(let what)): Issue.record("\(comment): \(what)\n\(file.text(0..<file.bytes.count))")
        }
        return nil
    }

    private func outcome(_ file: SourceFile) -> Result<[UInt8], YAMLFormatter.Failure> {
        do throws(YAMLFormatter.Failure) { return .success(try YAMLFormatter.format(file)) } catch { return .failure(error) }
    }

    @Test func `there are files of every kind`() { #expect(Self.files.count > 150) }

    @Test(arguments: files) func `formatting keeps what a file says, and does nothing the second time`(name: String) throws {
        let result = check(try source(name), Comment(rawValue: name))
        #expect(result != nil || name.hasPrefix("Tests/RulesTests/Malformed"))
        guard let result else { return }
        #expect(result.isEmpty || result.last == UInt8(ascii: "\n"))
        #expect(!result.contains(UInt8(ascii: "\r")))
    }

    @Test(arguments: files.filter { $0.hasPrefix("Rules/") && !$0.hasPrefix("Rules/core/") }) func `shipped rules are in canonical form`(
        name: String
    ) throws {
        let file = try source(name)
        #expect((try? outcome(file).get()) == file.bytes)
    }

    private static let pieces = [
        "\n", "\n\n", "  ", " ", "- ", ": ", "{", "}", "[", "]", ", ", "\"", "'", " # why\n", "\n# alone\n", "\n    # deep\n", "|\n",
        "|+\n", ">-\n",
        "? ", "\r\n", "a: b\n", "- c\n", "[a, b]", "{a: b}", "م", "🏦", "\t", "---\n", "\\", "a", "#",
    ].map { Array($0.utf8) }
    private static let seeds = [
        "a: b\nc:\n  - d\n  - e: f\n    g: [h, i]\n", "a: |\n  b\n\n  c\nd: >-\n  e\n  f\n", "- a # x\n# y\n- b: {c: d, e: \"f\"}\n",
        "a: [\n  b, c,\n  d]\n", "a:\n    b:\n        c: 'd'\n\n\n    e: f g\n      h\n", "- - a\n  - b\n- ? c\n  : d\n",
    ]

    @Test(arguments: 0..<40) func `so it is with whatever is left of a file after a mishap`(block: Int) {
        var formatted = 0
        for seed in block * 250..<block * 250 + 250 {
            var random = SeededGenerator(seed: UInt64(seed))
            var bytes = Array((Self.seeds.randomElement(using: &random) ?? "").utf8)
            for _ in 0..<Int.random(in: 1..<6, using: &random) {
                let start = Int.random(in: 0...bytes.count, using: &random)
                let end = min(bytes.count, start + Int.random(in: 0..<3, using: &random))
                bytes.replaceSubrange(start..<end, with: Self.pieces.randomElement(using: &random) ?? [])
            }
            if check(SourceFile(path: "t.yaml", bytes: bytes), "seed \(seed)") != nil { formatted += 1 }
        }
        #expect(formatted > 15)
    }
}
