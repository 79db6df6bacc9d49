import Diagnostics
import Testing
import YAML

@Suite struct HostileInputTests {
    @Test(arguments: ["[", "[\n", "{a: ", "- ", "? ", "{", "a: {", "[[a]: "])
    func `a hundred thousand levels end at the sixty-fifth`(piece: String) {
        let (root, found) = YAMLParser.parse(SourceFile(path: "a.yaml", text: String(repeating: piece, count: 100_000)))
        #expect(root == nil)
        #expect(found.last.map { ["Y009", "Y001"].contains($0.code) } == true)
        #expect(found.allSatisfy { $0.range.start < 1000 })
    }

    @Test func `an alias bomb is refused alias by alias`() {
        let levels = (1...9).map { "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ","))]\n" }
        let (root, found) = YAMLParser.parse(SourceFile(path: "a.yaml", text: "a0: &a0 [lol]\n" + levels.joined()))
        #expect(root?.entries?.count == 10)
        #expect(Set(found.map(\.code)) == ["Y003", "Y004"] && found.count == 91)
    }

    static let seeds =
        ProblemSample.all.map(\.source) + [
            "schema: 1\nrules:\n  - id: a\n    title: \"x: \\u0644\"\n    لافروف: [a, 'b', {c: d}]\n    text: |\n      foo\n    fold: >-\n      bar\n# end\n",
            "%YAML 1.1\n---\n? a\n: - b\n...\n", "\u{FEFF}a: &b !c \"d\"\r\ne: *b\r\n", "a: 1\u{85}b: 2\u{2028}c: 3\r",
            "- - - a\n    - b\n  - c\n",
        ]
    static let pieces: [[UInt8]] =
        [
            "[", "]", "{", "}", ":", ": ", "- ", "? ", "\n", "\r", "\t", "  ", "\"", "'", "|\n", ">-\n", "&a ", "*a", "!t ", "#", "%",
            "---\n", "...\n", "\\", ",",
            "\u{FEFF}", "م", "🏦", "\u{2028}", "\u{85}", "\u{0}", "<<: ",
        ].map { Array($0.utf8) } + [[0xFF], [0xE2], [0x80], [0xF0, 0x9F]]

    @Test(arguments: 0..<40) func `any bytes give a tree or a diagnostic, and every place is in the file`(block: Int) {
        for seed in block * 100..<block * 100 + 100 {
            var random = SeededGenerator(seed: UInt64(seed))
            check(Self.sample(&random))
        }
    }

    private static func sample(_ random: inout SeededGenerator) -> [UInt8] {
        if Int.random(in: 0..<5, using: &random) == 0 {
            return (0..<Int.random(in: 0..<60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        }
        var bytes = Array((seeds.randomElement(using: &random) ?? "").utf8)
        for _ in 0..<Int.random(in: 1..<8, using: &random) {
            let start = Int.random(in: 0...bytes.count, using: &random)
            let end = min(bytes.count, start + Int.random(in: 0..<4, using: &random))
            bytes.replaceSubrange(start..<end, with: pieces.randomElement(using: &random) ?? [])
        }
        return bytes
    }

    private func check(_ bytes: [UInt8]) {
        let file = SourceFile(path: "a.yaml", bytes: bytes)
        let (root, found) = YAMLParser.parse(file)
        #expect(root != nil || found.contains { $0.severity == .error }, "\(bytes)")
        #expect(found.count <= 101)
        #expect(TextRenderer().render(found).isEmpty == found.isEmpty)
        let isText = found.allSatisfy { $0.code != "Y010" && $0.code != "Y011" }
        if let root { check(root, within: 0..<bytes.count, isText: isText) }
    }

    private func check(_ node: YAMLNode, within parent: Range<Int>, isText: Bool) {
        let range = node.range.bytes
        #expect(parent.lowerBound <= range.lowerBound && range.upperBound <= parent.upperBound, "\(node.range.file.bytes)")
        switch node.content {
        case .scalar(let text):
            let source = node.range.text
            let isOneLine = !source.unicodeScalars.contains { ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains($0) }
            if node.style == .plain, isText, isOneLine { #expect(source == text, "\(node.range.file.bytes)") }
        case .sequence(let items): for item in items { check(item, within: range, isText: isText) }
        case .mapping(let entries):
            #expect(Set(entries.map(\.name)).count == entries.count)
            for entry in entries {
                check(entry.key, within: range, isText: isText)
                check(entry.value, within: range, isText: isText)
            }
        }
    }
}

/// SplitMix64, so that a failure comes back with its seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
