import FoundationEssentials
import Testing
@testable import Rules

/// The tables in the core's README are those of the manual. `RECORD_GOLDEN=1` writes them anew, and fails.
@Suite struct CoreManualTests {
    private static let path = Checkout.root + "/Rules/core/README.md"
    private static let opening = "<!-- generated: keys of "
    private static let closing = "<!-- end -->"

    /// The text with each block between `<!-- generated: keys of NAME -->` and `<!-- end -->` made anew, and the names.
    private func generated(_ text: String) throws -> (text: String, names: [String]) {
        let pieces = text.components(separatedBy: Self.opening)
        var (result, names) = (pieces[0], [String]())
        for piece in pieces.dropFirst() {
            let nameEnd = try #require(piece.firstRange(of: " -->\n"), "a block has no name")
            let end = try #require(piece.firstRange(of: Self.closing), "a block has no end")
            let name = String(piece[..<nameEnd.lowerBound])
            let shape = try #require(Shape.named(name), "there is no shape `\(name)`")
            names.append(name)
            result += Self.opening + name + " -->\n" + Manual.table(of: shape, isAlone: true) + "\n" + piece[end.lowerBound...]
        }
        return (result, names)
    }

    @Test func `the tables of keys are those of the catalogue`() throws {
        let text = try Checkout.text(of: Self.path)
        let (wanted, names) = try generated(text)
        if DiagnosticTests.isRecording {
            try Data(wanted.utf8).write(to: URL(filePath: Self.path))
            Issue.record("recorded \(Self.path)")
        } else {
            #expect(text == wanted, "`RECORD_GOLDEN=1 swift test --filter CoreManualTests` writes them anew")
        }
        let all = (languageShapes + languageWordShapes + worldShapes + spellingShapes).map(\.name)
        #expect(Set(all).subtracting(names).sorted() == ["trigger of an event"], "they have no table")
    }
}
