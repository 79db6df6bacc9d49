import Diagnostics
import Testing
import YAML

/// Each language says as much as the others.
@Suite struct CoreFolderTests {
    static let core = Checkout.root + "/Rules/core"
    static let languages = ((try? Checkout.names(in: core)) ?? []).filter { $0.utf8.count == 2 }
    static let files = Set(languages.flatMap { files(of: $0) }).sorted()

    /// Paths from the language's folder.
    private static func files(of language: String) -> [String] {
        let names = (try? Checkout.names(in: core + "/" + language)) ?? []
        let inner = names.filter { !$0.hasSuffix(".yaml") }.flatMap { folder in
            ((try? Checkout.names(in: "\(core)/\(language)/\(folder)")) ?? []).map { folder + "/" + $0 }
        }
        return names.filter { $0.hasSuffix(".yaml") } + inner
    }

    private func root(_ language: String, _ file: String) throws -> YAMLNode {
        let path = Self.core + "/" + language + "/" + file
        let (root, diagnostics) = YAMLParser.parse(SourceFile(path: path, bytes: try Checkout.bytes(of: path)))
        try #require(diagnostics.isEmpty, "\(TextRenderer().render(diagnostics))")
        return try #require(root)
    }

    /// Tells what each language lacks of what some other has.
    private func agree(on what: String, sourceLocation: SourceLocation = #_sourceLocation, _ names: (String) throws -> [String]) throws {
        let own = try Self.languages.map { ($0, Set(try names($0))) }
        let all = own.reduce(into: Set<String>()) { $0.formUnion($1.1) }
        try #require(!all.isEmpty, "no language has \(what)", sourceLocation: sourceLocation)
        for (language, names) in own where names != all {
            Issue.record(
                "\(language) lacks \(what) \(all.subtracting(names).sorted().joined(separator: ", "))", sourceLocation: sourceLocation)
        }
    }

    private func keys(_ node: YAMLNode?) -> [String] { (node?.entries ?? []).map(\.name) }
    private func values(_ key: String, of node: YAMLNode?) -> [String] { (node?.items ?? []).compactMap { $0[key]?.scalar } }

    @Test func `the languages of the first release are there`() {
        #expect(Set(["ar", "en", "es", "fr", "pt", "ru"]).isSubset(of: Self.languages))
    }

    @Test func `every language has the same files`() throws {
        try agree(on: "the files") { Self.files(of: $0) }
    }

    @Test(arguments: files) func `a file has the same top-level keys in every language`(file: String) throws {
        try agree(on: "the sections") { keys(try root($0, file)) }
    }

    @Test(arguments: files) func `a file says which language it is of`(file: String) throws {
        for language in Self.languages { #expect(try root(language, file)["language"]?.scalar == language, "\(language)/\(file)") }
    }

    @Test(arguments: ["countries", "bodies", "regions"]) func `every language names the same countries, bodies and regions`(section: String)
        throws
    {
        try agree(on: section) { keys(try root($0, "countries.yaml")[section]) }
    }

    @Test(arguments: ["countries", "bodies", "regions"]) func `no language names what the world does not have`(section: String) throws {
        let world = Set(keys(try root("world", section + ".yaml")[section]))
        for language in Self.languages {
            let named = Set(keys(try root(language, "countries.yaml")[section]))
            #expect(named.subtracting(world).sorted() == [], "\(language)")
        }
    }

    @Test func `every country of the world is named`() throws {
        let world = Set(keys(try root("world", "countries.yaml")["countries"]))
        for language in Self.languages {
            let named = Set(keys(try root(language, "countries.yaml")["countries"]))
            #expect(world.subtracting(named).sorted() == [], "\(language)")
        }
    }

    @Test func `every country, body and region has a name in every language`() throws {
        for language in Self.languages {
            for section in ["countries", "bodies", "regions"] {
                for entry in try root(language, "countries.yaml")[section]?.entries ?? []
                where entry.value["names"]?.items?.isEmpty != false {
                    Issue.record("\(language) has no name of \(entry.name)")
                }
            }
        }
    }

    @Test func `every language has the same word classes`() throws {
        // Whether nouns have cases, and on which side of the verb the subject stands, is usually not said; Arabic joins its possessives.
        try agree(on: "the profile keys") {
            keys(try root($0, "language.yaml")["profile"]).filter { !["cases", "subject", "direction", "possessive"].contains($0) }
        }
    }

    @Test func `every language has the same offices, portfolios and modifiers`() throws {
        try agree(on: "the offices") { values("office", of: try root($0, "offices.yaml")["offices"]?["heads"]) }
        try agree(on: "the portfolios") { keys(try root($0, "offices.yaml")["offices"]?["portfolios"]) }
        try agree(on: "the modifiers") { keys(try root($0, "offices.yaml")["offices"]?["modifiers"]) }
    }

    @Test func `every language reports the same events, and says the same of their status`() throws {
        for file in Self.files where file.hasPrefix("triggers/") {
            try agree(on: "the events") { values("event", of: try root($0, file)["triggers"]) }
        }
        try agree(on: "the cues") { values("status", of: try root($0, "status.yaml")["cues"]) }
    }

    @Test func `every language has the same lexicons, zones of noise and dates`() throws {
        for file in ["sanctions.yaml", "diplomacy.yaml"] {
            try agree(on: "the lexicons") { values("id", of: try root($0, file)["lexicons"]) }
        }
        try agree(on: "the zones of noise") { values("zone", of: try root($0, "noise.yaml")["markers"]) }
        for key in ["months", "weekdays"] { try agree(on: key) { keys(try root($0, "dates.yaml")["dates"]?[key]) } }
        try agree(on: "the dates") { keys(try root($0, "dates.yaml")["dates"]) }
    }

    @Test func `every language knows the same relative days`() throws {
        try agree(on: "relative days") { keys(try root($0, "dates.yaml")["dates"]?["relative"]) }
    }
}
