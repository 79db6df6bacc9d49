import Diagnostics
import FoundationEssentials
import Testing

@Suite struct RendererTests {
    private let found = mistake("é\nphrse: x", "phrse", "no such", nearest: "phrase")

    @Test func `every renderer in the folder is in the catalogue, and the other way round`() throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let folder = root + "/Sources/Diagnostics/Render"
        var written: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let text = String(decoding: try #require(FileManager.default.contents(atPath: folder + "/" + file)), as: UTF8.self)
            for line in text.split(separator: "\n") where line.hasSuffix(": DiagnosticRenderer {") {
                if let name = line.split(separator: " ").dropLast(2).last { written.insert(String(name.dropLast())) }
            }
        }
        #expect(written == Set(diagnosticRenderers.map { String(describing: $0) }) && written.count > 3)
        #expect(Set(diagnosticRenderers.map { $0.name }).count == written.count)
    }

    @Test(arguments: diagnosticRenderers.map { $0.name }) func `no renderer lets an author's text break out`(name: String) throws {
        let kind = try #require(diagnosticRenderers.first { $0.name == name })
        let hostile = "\u{1B}[2J\n\u{202E}\u{2028}::error::,\u{9B}\""
        let file = SourceFile(path: "a.yaml", text: hostile)
        let place = file.range(0..<file.bytes.count)
        let problem = Diagnostic(
            "T001", hostile, at: .init(place, hostile), also: [.init(place, hostile)], help: [hostile], nearest: hostile,
            fix: .init(place, hostile))
        let text = kind.init(RenderOptions()).render([problem])
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control && $0.value != 0x202E })
        #expect(kind.isForPeople || text.split(separator: "\n").count == 1)
        #expect(text.hasSuffix("\n"))
    }

    // MARK: GitHub

    @Test func `an annotation names place, code and what to type`() {
        #expect(
            GitHubRenderer().render([found])
                == "::error file=markets.yaml,line=2,endLine=2,col=1,endColumn=6,title=T001 unknown `phrse`::"
                + "unknown `phrse`%0Ano such%0Ahelp: did you mean `phrase`?\n")
    }

    @Test func `what separates the parts of an annotation is escaped in them`() {
        let file = SourceFile(path: "a,b:c%.yaml", text: "x\ny")
        let text = GitHubRenderer().render([
            Diagnostic("T001", "50%, or: more", at: .init(file.range(0..<3), "a, b: c"), severity: .warning)
        ])
        #expect(
            text == "::warning file=a%2Cb%3Ac%25.yaml,line=1,endLine=2,title=T001 50%25%2C or%3A more::50%25, or: more%0Aa, b: c\n")
    }

    @Test func `a note is a notice`() {
        let place = SourceFile(path: "a", text: "").beginning
        #expect(GitHubRenderer().render([Diagnostic("T001", "t", at: .init(place), severity: .note)]).hasPrefix("::notice file=a,line=1,"))
    }

    // MARK: JSON

    @Test func `a fix is told with its place and what to write`() {
        let file = SourceFile(path: "a.yaml", text: "é\ntitel: x\n")
        let json = JSONRenderer().render(Diagnostic("T001", "t", at: .init(file.range(3..<8)), fix: .init(file.range(3..<8), "title")))
        #expect(
            json.hasSuffix(
                #""fix":{"path":"a.yaml","line":2,"column":1,"endLine":2,"endColumn":6,"start":3,"end":8,"replacement":"title"}}"#))
    }
}
