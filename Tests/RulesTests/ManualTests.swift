import Diagnostics
import FoundationEssentials
import Testing
@testable import Rules

/// The manual says all there is, and nothing in it is wrong.
@Suite struct ManualTests {
    static let manual = Manual(rules: SmallCore.load(SourceFile(path: "t.yaml", text: "schema: 1\npack: t\n")).rules).document
    static let blocks = Manual.blocks(of: manual)

    @Test func `every mapping, key, condition, word of a closed set, event type and problem is in the manual`() {
        for shape in shapeCatalogue {
            #expect(Self.manual.contains("### Keys: \(shape.name)\n"))
            for key in shape.keys { #expect(Self.manual.contains("| `\(key.name)` |"), "\(shape.name): \(key.name)") }
        }
        for kind in conditionKinds { #expect(Self.manual.contains("### Condition `\(kind.key)`\n\n\(kind.summary)")) }
        for status in EventStatus.allCases { #expect(Self.manual.contains("- `\(status.rawValue)`: ")) }
        for problem in problemCatalogue { #expect(Self.manual.contains("| `\(problem.code.description)` |")) }
        #expect(Self.manual.contains("| `visit` | An official travels to a place |"))
    }

    @Test func `there is an example of every mapping, and none twice`() {
        for section in Self.manual.components(separatedBy: "### Keys: ").dropFirst() {
            #expect(section.contains("```yaml\n") || section.contains("\nAn example stands under ["), "\(section.prefix(40))")
        }
        #expect(Set(Self.blocks).count == Self.blocks.count)
    }

    @Test func `a part can be asked for as it is typed in a shell`() throws {
        #expect(Manual.topic("event-type") == Manual.topic("event type"))
        #expect(try #require(Manual.topic("event-type")).hasPrefix("### Keys: event type"))
        // Alone, it says all itself.
        #expect(try #require(Manual.topic("timeline")).contains("```yaml\n"))
    }

    @Test(arguments: blocks) func `an example of the manual loads without fault`(text: String) {
        let file = text.hasPrefix("schema:") ? text : ProblemEntry.head + text
        let diagnostics = SmallCore.load(SourceFile(path: "example.yaml", text: file), files: SmallCore.lists).diagnostics
        #expect(diagnostics.isEmpty, "\(TextRenderer().render(diagnostics))")
    }

    @Test func `every link leads to a heading`() {
        let headings = Set(
            Self.manual.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
                Manual.anchor(of: String(line.drop { $0 == "#" }.dropFirst()))
            })
        let links = Self.manual.split(separator: "](#").dropFirst().compactMap { part in
            part.firstIndex(of: ")").map { String(part[..<$0]) }
        }
        #expect(links.count > 50)
        #expect(Set(links).subtracting(headings).sorted() == [])
    }

    @Test func `no cell of a table holds a bar that would end it`() {
        for line in Self.manual.split(separator: "\n") where line.hasPrefix("| `") {
            let bars = line.replacing("\\|", with: "").count { $0 == "|" }
            #expect([4, 5, 6].contains(bars), "\(line)")
        }
    }

    @Test(arguments: termForms.indices) func `a way to write a term finds what is said, and not what is said it does not`(index: Int) throws
    {
        let form = termForms[index]
        let trial = try Trial("match: {terms: {en: [\"\(form.example)\"]}}")
        for text in form.matches { #expect(trial.holds(text), "`\(form.example)` in `\(text)`") }
        for text in form.misses { #expect(!trial.holds(text), "`\(form.example)` in `\(text)`") }
    }

    @Test func `a part can be asked for by the name of a mapping or a condition`() throws {
        for name in Manual.topics { #expect(Manual.topic(name)?.isEmpty == false, "\(name)") }
        #expect(Manual.topic("nera") == nil)
        // `near` is both.
        let near = try #require(Manual.topic("near"))
        #expect(near.contains("### Keys: near") && near.contains("### Condition `near`"))
    }
}

extension Manual {
    /// The YAML in it.
    static func blocks(of text: String) -> [String] {
        text.split(separator: "```yaml\n").dropFirst().compactMap { part in
            part.firstRange(of: "```").map { String(part[..<$0.lowerBound]) }
        }
    }
}
