import Articles
import Testing

@Suite struct HostileBytesTests {
    static let pieces: [[UInt8]] =
        [
            "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "\\ud83c", "\\udfe6", "\"body\"", "\"title\":", "\"id\":1", "null", "-", "1e5",
            "\n", "\r\n",
            " ", "\u{FEFF}", "م", "🏦", "\0", "\u{1}", "2024-02-19T08:00:00+03:00", "published",
        ].map { Array($0.utf8) } + [[0xFF], [0xE2], [0x80], [0xF0, 0x9F], [0xED, 0xA0, 0x80]]

    private func sample(_ random: inout SeededGenerator) -> [UInt8] {
        if Int.random(in: 0..<4, using: &random) == 0 {
            return (0..<Int.random(in: 0..<80, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        }
        var bytes = Array(#"{"id":"a","title":"T\u0644","body":"B","published":"2024-02-19T08:00:00Z","x":[1,{"y":null}]}"#.utf8)
        for _ in 0..<Int.random(in: 0..<6, using: &random) {
            let start = Int.random(in: 0...bytes.count, using: &random)
            bytes.replaceSubrange(
                start..<min(bytes.count, start + Int.random(in: 0..<4, using: &random)),
                with: Self.pieces.randomElement(using: &random) ?? [])
        }
        return bytes
    }

    @Test(arguments: 0..<40) func `any bytes are an article or a failure, in every format`(block: Int) {
        for seed in block * 100..<block * 100 + 100 {
            var random = SeededGenerator(seed: UInt64(seed))
            let bytes = sample(&random)
            for format in articleFormats {
                bytes.withUnsafeBytes { record in
                    _ = format.recognizes(record)
                    do {
                        let article = try format.parse(record, origin: RecordOrigin(source: "s", line: 1), fields: FieldMap())
                        #expect(!article.id.isEmpty, "seed \(seed)")
                        #expect(article.range(of: .body).upperBound == article.text.count, "seed \(seed)")
                    } catch {
                        guard let failure = error as? ArticleFailure else {
                            Issue.record("seed \(seed): \(error)")
                            return
                        }
                        #expect((0...bytes.count).contains(failure.offset ?? 0), "seed \(seed)")
                    }
                }
            }
        }
    }

    @Test(arguments: 0..<20) func `any bytes in a moment or a date are read or refused`(block: Int) {
        for seed in block * 200..<block * 200 + 200 {
            var random = SeededGenerator(seed: UInt64(seed))
            var bytes = Array("2024-02-19T08:00:00.5+03:00".utf8)
            for _ in 0..<Int.random(in: 1..<4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let text = String(decoding: bytes.prefix(Int.random(in: 0...bytes.count, using: &random)), as: UTF8.self)
            if let moment = Timestamp(text) { #expect(Timestamp(moment.description) == moment, "\(text)") }
            if let date = CivilDate(text) { #expect(CivilDate(date.description) == date, "\(text)") }
        }
    }

    @Test(arguments: 0..<4) func `a file of any bytes is read to its end`(block: Int) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        for seed in block * 10..<block * 10 + 10 {
            var random = SeededGenerator(seed: UInt64(seed) &+ 1 << 32)
            var bytes: [UInt8] = []
            for _ in 0..<5 { bytes += sample(&random) + [0x0A] }
            var reader = ArticleReader(paths: [try folder.write("f\(seed)", bytes)])
            var count = 0
            while count < 1000, reader.next() != nil { count += 1 }
            #expect(count <= bytes.count { $0 == 0x0A } + 1, "seed \(seed)")
        }
    }
}
