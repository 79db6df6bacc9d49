import Rules
import Testing
@testable import Rules

/// A new part is one file and one line; these tests miss the line.
@Suite struct CatalogueTests {
    /// The types in a folder that adopt a protocol, by its declarations of the form `struct Name: Protocol {`.
    private func types(adopting name: String, in folder: String) throws -> Set<String> {
        var found: Set<String> = []
        for file in try Checkout.names(in: Checkout.root + "/Sources/" + folder) where file.hasSuffix(".swift") {
            for line in try Checkout.text(of: Checkout.root + "/Sources/\(folder)/\(file)").split(separator: "\n")
            where line.hasSuffix(": \(name) {") {
                let words = line.dropLast(": \(name) {".count).split(separator: " ")
                if let keyword = words.dropLast().last, ["struct", "enum", "class"].contains(keyword) {
                    found.insert(String(words.last ?? ""))
                }
            }
        }
        return found
    }

    @Test func `every condition in the folder is in the catalogue, and the other way round`() throws {
        // Bounds stand beside any condition, and are no kind of their own.
        let written = try types(adopting: "Condition", in: "Rules/Conditions").subtracting(["BoundedCondition"])
        #expect(written == Set(conditionKinds.map { String(describing: $0) }))
    }

    @Test func `every section in the folders is in the catalogue, and the other way round`() throws {
        let written = try types(adopting: "PackSection", in: "Rules/Load").union(types(adopting: "PackSection", in: "Rules/Knowledge"))
        #expect(written == Set(packSections.map { String(describing: $0) }))
    }

    @Test func `every format of tests and explanations in the folders is in its catalogue, and the other way round`() throws {
        #expect(try types(adopting: "RuleTestFormat", in: "Rules/Tests/Formats") == Set(ruleTestFormats.map { String(describing: $0) }))
        let explanations = try types(adopting: "ExplanationFormat", in: "Rules/Explain/Formats")
        #expect(explanations == Set(explanationFormats.map { String(describing: $0) }))
    }

    @Test func `what a file gives sections for is documented`() throws {
        let manual = try Checkout.text(of: Checkout.root + "/Rules/core/README.md")
        for section in packSections where section.scope == .language { #expect(manual.contains("`\(section.key)`"), "\(section.key)") }
    }
}
