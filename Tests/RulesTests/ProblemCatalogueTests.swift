import Diagnostics
import Rules
import Testing

/// The example of each code shows that code, and its mend shows nothing.
@Suite struct ProblemCatalogueTests {
    @Test(arguments: problemCatalogue.map(\.code.description)) func `an example gets its code and no other, its mend nothing`(code: String)
        throws
    {
        let entry = try #require(problemCatalogue.first { $0.code.description == code })
        let wrong = SmallCore.load(SourceFile(path: "example.yaml", text: entry.wrong), lints: true).diagnostics
        #expect(Set(wrong.map(\.code.description)) == [code], "\(TextRenderer().render(wrong))")
        let mended = SmallCore.load(SourceFile(path: "example.yaml", text: entry.mended), lints: true).diagnostics
        #expect(mended.isEmpty, "\(TextRenderer().render(mended))")
    }

    @Test func `no code is told twice`() {
        #expect(Set(problemCatalogue.map(\.code)).count == problemCatalogue.count)
    }
}
