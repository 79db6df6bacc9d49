import Diagnostics
import FoundationEssentials
import Testing

@Suite struct FixTests {
    private let file = SourceFile(path: "a.yaml", text: "titel: قيمة\nlevl: low\n")

    private func problem(_ range: Range<Int>, _ replacement: String?, in other: SourceFile? = nil) -> Diagnostic {
        let place = (other ?? file).range(range)
        return Diagnostic("T001", "t\(range.lowerBound)", at: .init(place), fix: replacement.map { .init(place, $0) })
    }

    @Test func `fixes are made whatever their order and length`() {
        let fixes = FixApplier([problem(16..<20, "level"), problem(0..<5, "title"), problem(7..<15, "")], to: file)
        #expect(String(decoding: fixes.bytes, as: UTF8.self) == "title: \nlevel: low\n")
        #expect(fixes.applied.map(\.title) == ["t0", "t7", "t16"] && fixes.skipped.isEmpty)
    }

    @Test func `text round a fix stays, byte for byte`() {
        let fixes = FixApplier([problem(0..<5, "title"), problem(16..<20, "level")], to: file)
        #expect(String(decoding: fixes.bytes, as: UTF8.self) == "title: قيمة\nlevel: low\n")
    }

    @Test func `of two that touch the first is made, and two of one change are one`() {
        let fixes = FixApplier(
            [problem(2..<6, "y"), problem(0..<3, "x"), problem(0..<3, "x"), problem(6..<6, " "), problem(6..<6, "  ")], to: file)
        #expect(String(decoding: fixes.bytes, as: UTF8.self) == "xel:  قيمة\nlevl: low\n")
        #expect(fixes.applied.map(\.title) == ["t0", "t0", "t6"])
        #expect(fixes.skipped.map(\.title) == ["t2", "t6"])
    }

    @Test func `problems without a fix, and those of other files, change nothing`() {
        let other = SourceFile(path: "b.yaml", text: "titel")
        let fixes = FixApplier([problem(0..<5, nil), problem(0..<5, "title", in: other)], to: file)
        #expect(fixes.bytes == file.bytes && fixes.applied.isEmpty && fixes.skipped.isEmpty)
    }

    @Test(arguments: 0..<50) func `any fixes give what doing them one by one from the end gives`(seed: Int) {
        var random = SystemRandomNumberGenerator()
        let text = (0..<40).map { _ in "abcdefgh\n".randomElement(using: &random) ?? "a" }
        let file = SourceFile(path: "a.yaml", text: String(text))
        let problems = (0..<6).map { _ in
            let start = Int.random(in: 0...40, using: &random)
            return problem(start..<min(40, start + Int.random(in: 0..<5, using: &random)), "XY", in: file)
        }
        let fixes = FixApplier(problems, to: file)
        var expected = file.bytes
        var made: [Diagnostic.Fix] = []
        for fix in fixes.applied.compactMap(\.fix) where !made.contains(fix) { made.append(fix) }
        for fix in made.reversed() { expected.replaceSubrange(fix.range.bytes, with: fix.replacement.utf8) }
        #expect(fixes.bytes == expected && fixes.applied.count + fixes.skipped.count == 6)
    }

    // MARK: Files

    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/marsad-fix-\(UInt64.random(in: 0 ... .max))"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try body(folder)
    }

    private func read(_ path: String) throws -> SourceFile {
        SourceFile(path: path, bytes: Array(try #require(FileManager.default.contents(atPath: path))))
    }

    /// Says that each `x` is a mistake, and should be a `y`.
    private func check(_ file: SourceFile) -> [Diagnostic] {
        file.bytes.indices.filter { file.bytes[$0] == UInt8(ascii: "x") }.map { problem($0..<$0 + 1, "y", in: file) }
    }

    @Test func `files are mended in place, with their rights and through links, and nothing is left beside them`() throws {
        try inFolder { folder in
            let (path, link) = (folder + "/a.yaml", folder + "/b.yaml")
            try Data("x x\n".utf8).write(to: URL(filePath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
            var mending = Mending()
            let result = try mending.mend { ((), diagnostics: check(try read(link))) }
            #expect(result.diagnostics.isEmpty && mending.report == ["fixed 2 problems in \(link)"])
            #expect(try read(path).bytes == Array("y y\n".utf8))
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
            let rights = try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions])
            #expect("\(rights)" == "\(0o640)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a.yaml", "b.yaml"])
        }
    }

    @Test func `a file that somebody else changed meanwhile is left alone`() throws {
        try inFolder { folder in
            let path = folder + "/a.yaml"
            try Data("x\n".utf8).write(to: URL(filePath: path))
            let old = try read(path)
            try Data("x more\n".utf8).write(to: URL(filePath: path))
            var mending = Mending()
            _ = mending.mend { ((), diagnostics: check(old)) }
            #expect(mending.report == ["marsad: `\(path)` was changed meanwhile by somebody else; it is left as it is"])
            #expect(try read(path).bytes == Array("x more\n".utf8))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.yaml"])
        }
    }

    @Test func `a fix that brings itself forth again ends`() throws {
        try inFolder { folder in
            let path = folder + "/a.yaml"
            try Data("x\n".utf8).write(to: URL(filePath: path))
            var mending = Mending()
            _ = try mending.mend {
                let file = try read(path)
                return ((), diagnostics: [problem(0..<0, "x", in: file)])
            }
            #expect(try read(path).bytes.count < 20)
        }
    }

    @Test func `a file that is not there is told`() {
        var mending = Mending()
        let file = SourceFile(path: "/no-such-folder/a.yaml", text: "x")
        _ = mending.mend { ((), diagnostics: check(file)) }
        #expect(mending.report == ["marsad: cannot write `/no-such-folder/a.yaml`: No such file or directory"])
    }
}
