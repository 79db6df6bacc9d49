import Analysis
import Articles
import Testing

@Suite struct RandomTextTests {
    static let pieces: [[UInt8]] =
        [
            "a", "B", "é", "e\u{301}", "и\u{306}", "ё", "م", "و", "ال", "\u{640}", "\u{64E}", "\u{FEFB}", "🏦", "\u{200D}", "\u{200B}",
            "\u{202E}", "\u{AD}",
            "1", "٢", ".", ".", ",", "،", "'", "’", "s", "-", " ", " ", "\n", "\r\n", "\u{2028}", "(", ")", ":", "|", "\0", "U.S.", "ﻣ",
            "\u{301}", "Straße", "İ",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x82], [0x80], [0xF0, 0x9F], [0xED, 0xA0, 0x80]]

    private func text(_ random: inout SeededGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0..<30, using: &random) { bytes += Self.pieces.randomElement(using: &random) ?? [] }
        return bytes
    }

    @Test(arguments: 0..<20) func `every word's bytes lie in the text, in order, and its units in the buffer`(block: Int) {
        for seed in block * 200..<block * 200 + 200 {
            var random = SeededGenerator(seed: UInt64(seed))
            let bytes = text(&random)
            let range = bytes.isEmpty ? 0..<0 : 0..<Int.random(in: 0...bytes.count, using: &random)
            if let fault = fault(bytes, range) { Issue.record("seed \(seed): \(fault) in \(bytes)") }
        }
    }

    private func fault(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
        let (tokens, units) = cut(bytes, range)
        var (end, unit) = (range.lowerBound, 0)
        for token in tokens {
            guard Int(token.start) >= end, token.length > 0, token.end <= range.upperBound else {
                return "bytes \(token.start)..<\(token.end)"
            }
            guard Int(token.units) == unit, token.unitCount > 0 else { return "units at \(token.units)" }
            end = token.end
            unit += Int(token.unitCount)
            guard unit <= units.count else { return "units beyond the buffer" }
            let own = units[Int(token.units)..<unit]
            guard token.key == Tokenizer.key(of: own) else { return "key of `\(String(decoding: own, as: UTF16.self))`" }
            // What a token shows, read by itself, is the same word.
            let again = Tokenizer().words(of: String(decoding: bytes[Int(token.start)..<token.end], as: UTF8.self))
            guard again.count == 1, again[0].units == Array(own) else {
                return "`\(String(decoding: own, as: UTF16.self))` reads otherwise by itself"
            }
        }
        return unit == units.count ? nil : "units left over"
    }

    @Test(arguments: 0..<20) func `lines and sentences share out all words, and places cut the words out of their fields`(block: Int) {
        var world = SmallWorld([("en", .latin), ("ar", .arabic)])
        world.add("a")
        world.add("B*")
        world.addMarker("s:", .related, .block)
        world.addMarker("م", .caption, .line, .anywhere)
        let analyzer = world.analyzer()
        var analyzed = AnalyzedArticle()
        for seed in block * 100..<block * 100 + 100 {
            var random = SeededGenerator(seed: UInt64(seed))
            let (title, body) = (text(&random), text(&random) + text(&random) + text(&random))
            analyzer.analyze(Article(id: "1", title: title, body: body), into: &analyzed)
            if let fault = fault(analyzed, title, body) { Issue.record("seed \(seed): \(fault)") }
        }
    }

    private func fault(_ analyzed: AnalyzedArticle, _ title: [UInt8], _ body: [UInt8]) -> String? {
        let count = analyzed.tokens.count
        guard analyzed.lines.flatMap(\.tokens) == Array(0..<count) else { return "lines \(analyzed.lines.map(\.tokens))" }
        guard analyzed.sentences.flatMap(\.tokens) == Array(0..<count) else { return "sentences \(analyzed.sentences.map(\.tokens))" }
        guard analyzed.sentenceOfToken.count == count else { return "\(analyzed.sentenceOfToken.count) sentence numbers" }
        for index in 0..<count {
            guard analyzed.sentences[Int(analyzed.sentenceOfToken[index])].tokens.contains(index) else {
                return "sentence of word \(index)"
            }
            let place = analyzed.place(of: index..<index + 1)
            let field = place.field == .title ? title : body
            guard place.bytes.upperBound <= field.count,
                String(decoding: field[place.bytes], as: UTF8.self) == analyzed.surface(index..<index + 1)
            else {
                return "place \(place) of word \(index)"
            }
        }
        guard analyzed.hits.allSatisfy({ $0.range.upperBound <= count && !$0.range.isEmpty }) else { return "hits" }
        return zip(analyzed.hits, analyzed.hits.dropFirst()).allSatisfy({ ($0.start, $0.end) <= ($1.start, $1.end) })
            ? nil : "order of hits"
    }
}
