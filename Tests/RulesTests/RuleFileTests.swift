import Diagnostics
import Foundation
import Glibc
import Rules
import Testing

/// What is no rule file is told of, and neither waited for nor read.
@Suite struct RuleFileTests {
    @Test func `a large file is refused before it is read`() throws {
        try withFolder { folder in
            #expect(truncate(folder, "large.yaml", to: 100 << 20))
            let (rules, diagnostics) = RuleLoader.load([folder + "/large.yaml"])
            #expect(rules == nil && diagnostics.map(\.code) == ["R025"])
            #expect(diagnostics.first?.primary.text == "it has 100 MB")
        }
    }

    @Test func `all files together have a bound`() throws {
        try withFolder { folder in
            for name in ["a.yaml", "b.yaml", "c.yaml"] { #expect(truncate(folder, name, to: 400)) }
            let problems = Problems()
            var files = RuleFiles(problems, totalBytes: 1000)
            #expect(files.paths(under: folder).compactMap { files.read($0)?.path } == [folder + "/a.yaml", folder + "/b.yaml"])
            #expect(problems.diagnostics.map(\.code) == ["R025"] && problems.diagnostics.map(\.range.path) == [folder + "/c.yaml"])
        }
    }

    @Test(arguments: ["/dev/zero", "/dev/null", "no-such-file.yaml", "no-such-file.yaml/x"])
    func `a device is not opened, nor what is not there`(path: String) {
        #expect(RuleLoader.load([path]).diagnostics.map(\.code) == ["R022"])
    }

    @Test func `a pipe is not waited for, whether it is named or found`() throws {
        try withFolder { folder in
            #expect(mkfifo(folder + "/pipe.yaml", 0o600) == 0)
            #expect(RuleLoader.load([folder]).diagnostics.map(\.code) == ["R022"])
            #expect(RuleLoader.load([folder + "/pipe.yaml"]).diagnostics.map(\.code) == ["R022"])
        }
    }

    @Test func `links that lead in circles are not followed`() throws {
        try withFolder { folder in
            #expect(symlink(folder, folder + "/again") == 0 && symlink("self.yaml", folder + "/self.yaml") == 0)
            #expect(RuleLoader.load([folder]).diagnostics.map(\.primary.text) == ["links that lead in circles"])
        }
    }

    @Test func `a link to a file is read, hidden and other files are not`() throws {
        try withFolder { folder in
            #expect(mkdir(folder + "/.hidden", 0o700) == 0 && mkdir(folder + "/deep", 0o700) == 0)
            for name in ["/.hidden/a.yaml", "/notes.txt", "/.b.yaml"] { #expect(truncate(folder, name, to: 1)) }
            #expect(RuleLoader.load([folder]).diagnostics.map(\.code) == ["R023"])
            #expect(symlink("../notes.txt", folder + "/deep/link.yml") == 0)
            #expect(Set(RuleLoader.load([folder + "/"]).diagnostics.map(\.range.path)) == [folder + "/deep/link.yml"])
        }
    }

    @Test func `folders in folders have a bound`() throws {
        try withFolder { folder in
            var path = folder
            for _ in 0..<70 {
                path += "/d"
                #expect(mkdir(path, 0o700) == 0)
            }
            #expect(truncate(path, "a.yaml", to: 1))
            #expect(RuleLoader.load([folder]).diagnostics.map(\.code) == ["R023", "R022"])
        }
    }

    @Test func `past a number that anyone reads, problems are counted no more`() {
        let keys = (0..<10_000).map { "key\($0): x\n" }.joined()
        var loader = RuleLoader()
        loader.read(SourceFile(path: "a.yaml", text: "schema: 1\npack: a\n" + keys))
        let diagnostics = loader.problems.inOrder()
        #expect(diagnostics.count == Problems.maximum + 1 && diagnostics.last?.code == "Y015")
        #expect(loader.problems.hasErrors)
    }

    private func truncate(_ folder: String, _ name: String, to bytes: Int) -> Bool {
        let descriptor = open(folder + "/" + name, O_CREAT | O_WRONLY, 0o600)
        defer { close(descriptor) }
        return descriptor >= 0 && ftruncate(descriptor, bytes) == 0
    }

    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = "/tmp/marsad-rule-files-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        try #require(mkdir(folder, 0o700) == 0)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }
}
