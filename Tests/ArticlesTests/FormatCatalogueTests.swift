import Articles
import FoundationEssentials
import Testing

@Suite struct FormatCatalogueTests {
    static let folder =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/") + "/Sources/Articles/Formats"

    @Test func `every format in the folder is in the catalogue, and the other way round`() throws {
        var written: Set<String> = []
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder) {
            let source = String(decoding: try #require(FileManager.default.contents(atPath: Self.folder + "/" + name)), as: UTF8.self)
            for line in source.split(separator: "\n") where line.hasSuffix(": ArticleFormat {") {
                written.insert(String(line.dropLast(": ArticleFormat {".count).split(separator: " ").last ?? ""))
            }
        }
        #expect(written == Set(articleFormats.map { String(describing: $0) }))
    }

    @Test func `no two formats have one name, and the last takes any source`() {
        #expect(Set(articleFormats.map { $0.name }).count == articleFormats.count)
        [UInt8]().withUnsafeBytes { #expect(articleFormats.last?.recognizes($0) == true) }
    }
}
