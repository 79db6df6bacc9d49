import Diagnostics
import Testing
@testable import Rules

/// A new lint is one file and one line; these tests miss the line.
@Suite struct LintCatalogueTests {
    @Test func `every lint in the folder is in the catalogue, and the other way round`() throws {
        var written: Set<String> = []
        for name in try Checkout.names(in: Checkout.root + "/Sources/Rules/Lint") where name.hasSuffix(".swift") {
            for line in try Checkout.text(of: Checkout.root + "/Sources/Rules/Lint/" + name).split(separator: "\n")
            where line.hasPrefix("enum ") && line.hasSuffix(": Lint {") {
                written.insert(String(line.dropFirst(5).dropLast(": Lint {".count)))
            }
        }
        #expect(written == Set(lints.map { String(describing: $0) }))
    }

    @Test func `every code of a lint is told in the catalogue of problems`() {
        let codes = lints.flatMap { lint in lint.codes } + LifeLint.codes
        #expect(Set(codes).count == codes.count)
        #expect(Set(codes) == Set(lintProblemEntries.map(\.code)))
    }

    @Test(arguments: lintProblemEntries.map(\.code.description)) func `a lint warns, and leaves the rules usable`(code: String) throws {
        let entry = try #require(lintProblemEntries.first { $0.code.description == code })
        let file = SourceFile(path: "example.yaml", text: entry.wrong)
        #expect(SmallCore.load(file, lints: true).diagnostics.map(\.severity) == [.warning])
        #expect(SmallCore.load(file).diagnostics.isEmpty)
    }
}
