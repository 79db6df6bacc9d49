import Diagnostics
import Testing

@Suite struct HostileSourceTests {
    /// Pieces of which lines are made that break naïve renderers.
    static let pieces: [[UInt8]] = [
        Array("a: b".utf8), Array("م".utf8), Array("中".utf8), Array("\u{202E}".utf8), Array("\u{2066}".utf8), [0x1B, 0x5B, 0x41], [0x09],
        [0x0A],
        [0x0D], [0x0D, 0x0A], [0], [0xFF], [0xE2, 0x82], [0xF0, 0x9F, 0x8F, 0xA6], Array("e\u{301}".utf8),
        Array(repeating: 0x20, count: 90),
    ]

    @Test(arguments: 0..<400) func `whatever the bytes, no control reaches the terminal and right-to-left lines have no caret`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let count = Int.random(in: 0..<30, using: &random)
        let file = SourceFile(path: "a", bytes: (0..<count).flatMap { _ in Self.pieces.randomElement(using: &random) ?? [] })
        let ranges = (0..<3).map { _ in
            let start = Int.random(in: 0...file.bytes.count, using: &random)
            return file.range(start..<start + Int.random(in: 0...20, using: &random))
        }
        let text = TextRenderer().render(Diagnostic("T001", "t", at: .init(ranges[0], "p"), also: ranges[1...].map { .init($0, "s") }))
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
        #expect(!text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || $0.value == 0x2066 })
        let lines = text.split(separator: "\n")
        for (line, next) in zip(lines, lines.dropFirst()) where line.contains("م") { #expect(!next.contains("^") && !next.contains("-")) }
        #expect(!JSONRenderer().render(Diagnostic("T001", file.text(0..<file.bytes.count), at: .init(ranges[0]))).contains("\n"))
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
