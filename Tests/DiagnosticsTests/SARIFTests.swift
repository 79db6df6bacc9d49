import Diagnostics
import FoundationEssentials
import Testing

/// What a reader of SARIF 2.1.0 asks of a log.
private struct Log: Decodable {
    struct Run: Decodable {
        let tool: Tool
        let columnKind: String
        let results: [Result]
    }
    struct Tool: Decodable { let driver: Driver }
    struct Driver: Decodable {
        let name: String
        let version: String
        let rules: [Rule]
    }
    struct Rule: Decodable {
        let id: String
        let shortDescription: Message
        let fullDescription: Message?
        let help: Help?
        let defaultConfiguration: Configuration
    }
    struct Message: Decodable { let text: String }
    struct Help: Decodable {
        let text: String
        let markdown: String
    }
    struct Configuration: Decodable { let level: String }
    struct Result: Decodable {
        let ruleId: String
        let ruleIndex: Int
        let level: String
        let message: Message
        let locations: [Location]
        let relatedLocations: [Location]
        let fixes: [Fix]
    }
    struct Location: Decodable {
        let physicalLocation: Physical
        let message: Message?
    }
    struct Physical: Decodable {
        let artifactLocation: Artifact
        let region: Region
    }
    struct Artifact: Decodable { let uri: String }
    struct Region: Decodable, Equatable {
        let startLine: Int
        let startColumn: Int
        let endLine: Int
        let endColumn: Int
    }
    struct Fix: Decodable { let artifactChanges: [Change] }
    struct Change: Decodable {
        let artifactLocation: Artifact
        let replacements: [Replacement]
    }
    struct Replacement: Decodable {
        let deletedRegion: Region
        let insertedContent: Message
    }

    let version: String
    let runs: [Run]
}

@Suite struct SARIFTests {
    private let entry = ProblemEntry("T001", "unknown name", meaning: "Names are listed.", wrong: "a: 1\n", mended: "b: 1\n")

    private func log(_ diagnostics: [Diagnostic]) throws -> Log {
        let text = SARIFRenderer(RenderOptions(catalogue: [entry], version: "1.2.3")).render(diagnostics)
        return try JSONDecoder().decode(Log.self, from: Data(text.utf8))
    }

    @Test func `a log without results says what was looked for`() throws {
        let log = try log([])
        #expect(log.version == "2.1.0" && log.runs.count == 1 && log.runs[0].results.isEmpty)
        let driver = log.runs[0].tool.driver
        #expect(driver.name == "marsad" && driver.version == "1.2.3" && driver.rules.map(\.id) == ["T001"])
        #expect(driver.rules[0].help?.markdown.contains("```yaml\n") == true && driver.rules[0].defaultConfiguration.level == "error")
    }

    @Test func `a result has its rule, places and fix, counted in letters`() throws {
        let file = SourceFile(path: "правила/a b.yaml", text: "é: 🏦\nключ: x\n")
        let other = SourceFile(path: "./b.yaml", text: "x")
        let place = file.range(9..<17)
        let found = Diagnostic(
            "T001", "unknown `ключ`", at: .init(place, "why"), also: [.init(other.range(0..<1), "first")], nearest: "key",
            fix: .init(place, "key"))
        let run = try log([found]).runs[0]
        let result = try #require(run.results.first)
        #expect(run.columnKind == "unicodeCodePoints" && result.ruleId == "T001" && result.ruleIndex == 0 && result.level == "error")
        #expect(result.message.text == "unknown `ключ`: why\nhelp: did you mean `key`?")
        let region = Log.Region(startLine: 2, startColumn: 1, endLine: 2, endColumn: 5)
        let uri = "%D0%BF%D1%80%D0%B0%D0%B2%D0%B8%D0%BB%D0%B0/a%20b.yaml"
        #expect(result.locations[0].physicalLocation.region == region)
        #expect(result.locations[0].physicalLocation.artifactLocation.uri == uri)
        #expect(result.relatedLocations[0].message?.text == "first")
        #expect(result.relatedLocations[0].physicalLocation.artifactLocation.uri == "b.yaml")
        #expect(result.fixes[0].artifactChanges[0].artifactLocation.uri == uri)
        #expect(result.fixes[0].artifactChanges[0].replacements[0].deletedRegion == region)
        #expect(result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text == "key")
    }

    @Test func `a code that no catalogue has is listed after the others`() throws {
        let place = SourceFile(path: "/tmp/a.yaml", text: "").beginning
        let run = try log([
            Diagnostic("Z9", "t", at: .init(place), severity: .warning), Diagnostic("Z9", "u", at: .init(place), severity: .note),
        ]).runs[0]
        #expect(run.tool.driver.rules.map(\.id) == ["T001", "Z9"] && run.results.map(\.ruleIndex) == [1, 1])
        #expect(run.results.map(\.level) == ["warning", "note"] && run.tool.driver.rules[1].defaultConfiguration.level == "warning")
        #expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri == "file:///tmp/a.yaml")
    }
}
