import Diagnostics
import FoundationEssentials
import Rules
import Testing

/// The example of each code shows that code, and its mend shows nothing.
@Suite struct ProblemCatalogueTests {
    @Test(arguments: problemCatalogue.filter(\.hasExample).map(\.code.description))
    func `an example gets its code and no other, its mend nothing`(code: String)
        throws
    {
        let entry = try #require(problemCatalogue.first { $0.code.description == code })
        let wrong = SmallCore.load(SourceFile(path: "example.yaml", text: entry.wrong), files: entry.files.wrong, lints: true).diagnostics
        #expect(Set(wrong.map(\.code.description)) == [code], "\(TextRenderer().render(wrong))")
        let mended = SmallCore.load(SourceFile(path: "example.yaml", text: entry.mended), files: entry.files.mended, lints: true)
            .diagnostics
        #expect(mended.isEmpty, "\(TextRenderer().render(mended))")
    }

    /// `Diagnostic("R001"` in the sources, where a problem words itself; ``Diagnostic/Code`` is a literal there, and nothing else.
    private func writtenCodes() throws -> Set<String> {
        var codes: Set<String> = []
        let sources = Checkout.root + "/Sources"
        for file in try FileManager.default.subpathsOfDirectory(atPath: sources) where file.hasSuffix(".swift") {
            for line in try Checkout.text(of: sources + "/" + file).split(separator: "\n") {
                guard !line.drop(while: { $0 == " " }).hasPrefix("//") else { continue }
                // The code is the first argument, on the line of the call or the next.
                for part in line.split(separator: "\"") where part.count == 4 && part.first?.isUppercase == true {
                    if part.dropFirst().allSatisfy(\.isNumber), !file.hasSuffix("Entries.swift") { codes.insert(String(part)) }
                }
            }
        }
        return codes
    }

    @Test func `every code in the sources is in the catalogue, and the other way round`() throws {
        #expect(try writtenCodes() == Set(problemCatalogue.map(\.code.description)))
    }

    @Test func `what no text shows is shown by files`() {
        func codes(of bytes: [UInt8]) -> Set<String> {
            Set(SmallCore.load(SourceFile(path: "t.yaml", bytes: bytes)).diagnostics.map(\.code.description))
        }
        let head = Array(ProblemEntry.head.utf8)
        #expect(codes(of: head + Array("rules: [] # caf\u{E9}".unicodeScalars.map { UInt8($0.value) })) == ["Y011"])
        #expect(codes(of: [0xFF, 0xFE] + ProblemEntry.head.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == ["Y012"])
        #expect(codes(of: head + Array(String(repeating: "x: &y z\n", count: 200).utf8)).contains("Y015"))
        #expect(RuleLoader.load([Checkout.root + "/no-such-file.yaml"]).diagnostics.map(\.code) == ["R022"])
        #expect(RuleLoader.load([Checkout.root + "/Sources/CLibYAML"]).diagnostics.map(\.code) == ["R023"])
    }

    @Test(arguments: problemCatalogue.filter { !$0.hasExample }.map(\.code.description))
    func `a code without an example is shown by some test`(code: String) throws {
        var isShown = false
        for folder in ["Tests/RulesTests", "Tests/YAMLTests"] {
            for file in try Checkout.names(in: Checkout.root + "/" + folder) where file.hasSuffix(".swift") {
                isShown = try isShown || Checkout.text(of: Checkout.root + "/\(folder)/\(file)").contains("\"\(code)\"")
            }
        }
        #expect(isShown)
    }

    @Test(arguments: problemCatalogue.map(\.code.description)) func `an entry says what it means in plain words`(code: String) throws {
        let entry = try #require(problemCatalogue.first { $0.code.description == code })
        #expect(entry.title.first?.isUppercase == false && entry.title.last != ".")
        #expect(entry.meaning.hasSuffix(".") && entry.meaning.count > 40)
    }

    @Test func `no code is told twice`() {
        #expect(Set(problemCatalogue.map(\.code)).count == problemCatalogue.count)
    }
}
