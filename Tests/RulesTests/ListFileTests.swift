import Articles
import Diagnostics
import FoundationEssentials
import Testing
@testable import Rules

/// Each list file of `Malformed/330-lists/` with what is said of it. `RECORD_GOLDEN=1` writes that anew, and fails.
@Suite struct ListFileTests {
    static let folder = Checkout.tests + "/Malformed/330-lists"
    static let cases = ((try? Checkout.names(in: folder)) ?? []).filter { !$0.hasSuffix(".golden") }
    static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

    private func load(_ files: [String: [UInt8]], _ list: String) -> (rules: RuleSet, diagnostics: [Diagnostic]) {
        SmallCore.load(SourceFile(path: "t.yaml", text: "schema: 1\npack: t\n" + Self.rules(list)), lists: files)
    }

    static func rules(_ list: String) -> String {
        "lists:\n  - {id: people, title: People, \(list)}\nrules:\n  - {id: t.w, title: W, watchlist: {lists: [people]}}\n"
            + "  - {id: t.l, title: L, match: {list: people}}\n"
    }

    private func entries(_ text: String, _ list: String = "file: f") throws -> [NameEntry] {
        let (rules, diagnostics) = load(["f": Array(text.utf8)], list)
        try #require(diagnostics.isEmpty, "\(TextRenderer().render(diagnostics))")
        return rules.nameIndexes.first?.entries ?? []
    }

    @Test func `there are files of every kind`() { #expect(Self.cases.count >= 9) }

    @Test(arguments: cases) func `a faulty list gets its diagnostics, and the rest of it is read`(name: String) throws {
        let (rules, diagnostics) = load([name: try Checkout.bytes(of: Self.folder + "/" + name)], "file: \(name)")
        let names = (rules.nameIndexes.first?.entries ?? []).map { "\($0.id): \($0.names.map(\.text).joined(separator: " | "))\n" }
        let rendered = TextRenderer().render(diagnostics) + "\n" + names.joined()
        let golden = Self.folder + "/" + name + ".golden"
        if Self.isRecording {
            try Data(rendered.utf8).write(to: URL(filePath: golden))
            Issue.record("recorded \(golden)")
        } else {
            #expect(rendered == (try Checkout.text(of: golden)))
        }
        #expect(!diagnostics.isEmpty && diagnostics.allSatisfy { $0.range.path == name })
    }

    @Test(arguments: [
        "id,name,aliases\n1,Ivan Petrov,Ivan P\n2,\"Orlov, Pyotr\",\n",
        "\u{FEFF}id;name;aliases\r\n1;Ivan Petrov;Ivan P\r\n2;Orlov, Pyotr;\r\n",
        "ID\tFull Name\tAKA\n1\tIvan Petrov\tIvan P\n2\tOrlov, Pyotr\t\n", "name|alias|id\rIvan Petrov|Ivan P|1\rOrlov, Pyotr||2",
        "id,name\n1,Ivan Petrov\n1,Ivan P\n2,\"Orlov, Pyotr\"",
        "{\"id\":1,\"name\":\"Ivan Petrov\",\"aliases\":[\"Ivan P\"],\"x\":{}}\n{\"name\":\"Orlov, Pyotr\",\"id\":\"2\"}\n",
        "{\"id\":\"1\",\"schema\":\"Person\",\"caption\":\"Ivan Petrov\",\"properties\":{\"name\":[\"Ivan Petrov\",\"Ivan P\"]}}\n"
            + "{\"id\":\"s\",\"schema\":\"Sanction\",\"properties\":{\"authority\":[\"x\"]}}\n"
            + "{\"id\":\"2\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Orlov, Pyotr\"]}}\n",
    ]) func `a list says the same in every format`(text: String) throws {
        let found = try entries(text)
        #expect(found.map(\.id) == ["1", "2"])
        #expect(found.map { $0.names.map(\.text) } == [["Ivan Petrov", "Ivan P"], ["Orlov, Pyotr"]])
    }

    @Test func `plain lines are names, and comments none`() throws {
        let found = try entries("# people\nIvan Petrov\n\n  Pyotr Orlov # once\n", "file: f, type: person")
        #expect(found.map(\.caption) == ["Ivan Petrov", "Pyotr Orlov"] && found.allSatisfy { $0.kind == .person })
    }

    @Test func `columns are mapped by name, and by number where no header is`() throws {
        let text = "1,-0-,\"Ivan\nPetrov\",individual,RU\n"
        let byNumber = try entries(
            text, "file: f, format: csv, header: false, columns: {id: 1, aliases: 2, name: 3, type: 4, countries: 5}")
        #expect(
            byNumber.map(\.id) == ["1"] && byNumber[0].kind == .person && byNumber[0].countries.count == 1 && byNumber[0].names.count == 1)
        let byName = try entries(
            "key,who,other\n1,Ivan Petrov,Ivan P\n", "file: f, format: csv, columns: {id: key, name: who, aliases: [other]}")
        #expect(byName.map { $0.names.map(\.text) } == [["Ivan Petrov", "Ivan P"]])
    }

    @Test func `the names of a file are terms of a condition too`() throws {
        let (rules, diagnostics) = load(["f": Array("=Ivan Petrov*\nPyotr Orlov\n".utf8)], "file: f")
        #expect(diagnostics.isEmpty)
        var matcher = Matcher(rules)
        let found = matcher.match(Article(id: "1", body: "Ivan Petrov spoke.", language: LanguageTag("en"))).matches.map(\.rule.id)
        #expect(found == ["t.l", "t.w"])
    }

    @Test func `a record of two megabytes is told and passed over`() throws {
        let long = "id,name\n1," + String(repeating: "x", count: 2 << 20) + "\n2,Ivan Petrov\n3,\"" + String(repeating: "y\n", count: 5000)
        let (rules, diagnostics) = load(["f": Array(long.utf8)], "file: f, format: csv")
        #expect(Set(diagnostics.map(\.code)) == ["L005"])
        #expect(diagnostics.first?.title == "this record is longer than 1 MB" && diagnostics.first?.range.line == 2)
        #expect(diagnostics.count == 101 && rules.nameIndexes.first?.entries.map(\.id) == ["2"])
    }

    @Test func `a list is read from the folder of its rule file`() throws {
        let path = Checkout.tests + "/Malformed/330-lists"
        var loader = RuleLoader()
        loader.read(SourceFile(path: path + "/t.yaml", text: "schema: 1\npack: t\nlists: [{id: p, title: P, file: broken.csv}]\n"))
        _ = loader.compile()
        #expect(loader.problems.diagnostics.allSatisfy { $0.range.path == path + "/broken.csv" } && loader.problems.diagnostics.count > 5)
    }

    @Test(arguments: 0..<30) func `any bytes give entries or diagnostics`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for name in Self.cases {
            var bytes = try Checkout.bytes(of: Self.folder + "/" + name)
            for _ in 0..<Int.random(in: 1..<12, using: &random) {
                let start = Int.random(in: 0...bytes.count, using: &random)
                let piece: [UInt8] =
                    [[0x22], [0x0A], [0x0D], [0xFF], [0x2C], [0x7B], [0x5C, 0x75], [0], [0xD8, 0xB9]].randomElement(using: &random) ?? []
                bytes.replaceSubrange(start..<min(bytes.count, start + Int.random(in: 0..<9, using: &random)), with: piece)
            }
            let (rules, diagnostics) = load([name: bytes], "file: \(name)")
            #expect(diagnostics.isEmpty == TextRenderer().render(diagnostics).isEmpty)
            #expect(rules.nameIndexes.count == 1)
        }
    }

    @Test func `every format in the folder is in the catalogue, and the other way round`() throws {
        let files = Set(try Checkout.names(in: Checkout.root + "/Sources/Rules/Lists/Formats")).subtracting(["ListFormat.swift"])
        #expect(files == Set(listFormats.map { "\($0).swift" }))
    }
}
