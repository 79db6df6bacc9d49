import Diagnostics
import Testing
import YAML

@Suite struct EncodingTests {
    private static let text = "schema: 1\nالاسم: وزير 🏦\n"

    @Test(arguments: [
        ("UTF-16", units16(bigEndian: false, mark: true)), ("UTF-16", units16(bigEndian: true, mark: true)),
        ("UTF-16", units16(bigEndian: false, mark: false)), ("UTF-16", units16(bigEndian: true, mark: false)),
        ("UTF-32", units32(bigEndian: false, mark: true)), ("UTF-32", units32(bigEndian: true, mark: true)),
        ("UTF-32", units32(bigEndian: false, mark: false)), ("UTF-32", units32(bigEndian: true, mark: false)),
    ])
    func `another encoding is named, once`(name: String, bytes: [UInt8]) {
        let (root, found) = YAMLParser.parse(SourceFile(path: "a.yaml", bytes: bytes))
        #expect(root == nil)
        #expect(found.map(\.code) == ["Y012"] && found.first?.title == "the file is saved as \(name)")
        #expect(found.first?.help == ["save the file as UTF-8"])
    }

    @Test(
        arguments: [
            ([0x61, 0x3A, 0x20, 0xE9, 0x74, 0xE9], ["0xE9 at offset 3", "0xE9 at offset 5"]),
            ([0x61, 0xFF, 0xFE, 0xFF], ["0xFF at offset 1"]),
            ([0x61, 0x0A, 0xC0, 0x80], ["0xC0 at offset 2"]), ([0xED, 0xA0, 0x80], ["0xED at offset 0"]),
            ([0x61, 0xF4, 0x90, 0x80, 0x80], ["0xF4 at offset 1"]),
            ([0x61, 0xE2, 0x82], ["0xE2 at offset 1"]), ([0xEF, 0xBB, 0xBF, 0x61, 0x80], ["0x80 at offset 4"]),
            ([0xE0, 0x80, 0xAF], ["0xE0 at offset 0"]),
        ] as [([UInt8], [String])])
    func `bytes that are no UTF-8 are told with their offset`(bytes: [UInt8], labels: [String]) {
        let (root, found) = YAMLParser.parse(SourceFile(path: "a.yaml", bytes: bytes))
        #expect(found.map(\.code) == labels.map { _ in "Y011" })
        #expect(found.map(\.primary.text) == labels.map { "byte " + $0 })
        #expect(root != nil)
    }

    @Test func `a NUL byte is a control character, not another encoding`() {
        let found = YAMLParser.parse(SourceFile(path: "a.yaml", text: "name: a\u{0}b\nother: c\n")).diagnostics
        #expect(found.map(\.title) == ["control character U+0000"])
        #expect(found.first?.range.description == "a.yaml:1:8")
    }

    @Test func `what is no text does not hide what stands behind it`() {
        let bytes = Array("a: \u{1B}é ".utf8) + [0xFF] + Array("\nb: *x\n".utf8)
        let found = YAMLParser.parse(SourceFile(path: "a.yaml", bytes: bytes)).diagnostics
        #expect(found.map(\.range.description) == ["a.yaml:1:4", "a.yaml:1:7", "a.yaml:2:4"])
    }

    private static func units16(bigEndian: Bool, mark: Bool) -> [UInt8] {
        ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap {
            bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        }
    }

    private static func units32(bigEndian: Bool, mark: Bool) -> [UInt8] {
        ((mark ? "\u{FEFF}" : "") + text).unicodeScalars.flatMap { scalar in
            let bytes = [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: scalar.value >> UInt32($0)) }
            return bigEndian ? bytes.reversed() : bytes
        }
    }
}
