import Analysis
import Articles
import Testing

/// The automaton against a search that tries every term at every word.
@Suite struct TermSearchTests {
    private struct Sought {
        let words: [Word]
        let isPrefix: Bool
        let needsCapitals: Bool
        let isExact: Bool
    }

    static let words = ["aba", "abb", "ab", "bab", "baba", "b", "Aba", "BAB", "éba", "cde", "cd"]

    private func term(_ random: inout SeededGenerator, _ world: inout SmallWorld) -> Sought {
        let count = Int.random(in: 1...4, using: &random)
        var text = ""
        for index in 0..<count {
            if index > 0 { text += Int.random(in: 0..<5, using: &random) == 0 ? ", " : " " }
            text += Self.words.randomElement(using: &random) ?? "ab"
        }
        let kind = Int.random(in: 0..<5, using: &random)
        let sought = Sought(words: Tokenizer().words(of: text), isPrefix: kind == 0, needsCapitals: kind == 1, isExact: kind == 2)
        world.add(kind == 0 ? text + "*" : text, capitals: kind == 1, exact: kind == 2)
        return sought
    }

    private func text(_ random: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0..<40, using: &random) {
            text += (Self.words.randomElement(using: &random) ?? "ab") + (["", "", "", "x"].randomElement(using: &random) ?? "")
            text += [" ", " ", " ", " ", ", ", ". ", ".", "-", "\n", ": ", " (", "! "].randomElement(using: &random) ?? " "
        }
        return text
    }

    private func holds(_ sought: Sought, at start: Int, in article: AnalyzedArticle) -> Bool {
        guard start + sought.words.count <= article.tokens.count else { return false }
        for (offset, word) in sought.words.enumerated() {
            let token = article.tokens[start + offset]
            let units = article.units(of: start + offset)
            let isLast = offset == sought.words.count - 1
            guard sought.isPrefix && isLast ? units.starts(with: word.units) : Array(units) == word.units else { return false }
            if sought.needsCapitals, word.shape.contains(.capitalized), !token.shape.contains(.capitalized) { return false }
            if sought.isExact, article.surface(start + offset..<start + offset + 1) != word.surface { return false }
            guard offset > 0 else { continue }
            guard token.gap.isDisjoint(with: [.newline, .field, .mark, .bullet, .openBracket, .closeBracket, .colon, .dash]) else {
                return false
            }
            guard token.gap.contains(.comma) == word.gap.contains(.comma) else { return false }
            // A full stop goes on with the phrase after a short word, or without a blank.
            if token.gap.contains(.fullStop), token.gap.contains(.blank), article.tokens[start + offset - 1].unitCount > 3 { return false }
        }
        return true
    }

    @Test(arguments: 0..<20) func `the automaton finds what a search word by word finds`(block: Int) {
        for seed in block * 20..<block * 20 + 20 {
            var random = SeededGenerator(seed: UInt64(seed))
            var world = SmallWorld()
            let terms = (0..<Int.random(in: 1..<25, using: &random)).map { _ in term(&random, &world) }
            let analyzer = world.analyzer()
            var article = AnalyzedArticle()
            for _ in 0..<5 {
                let text = text(&random)
                analyzer.analyze(.init(id: "1", body: text), into: &article)
                let found = Set(article.hits.map { [Int($0.term), Int($0.start), Int($0.end)] })
                var expected: Set<[Int]> = []
                for (id, term) in terms.enumerated() {
                    for start in article.tokens.indices where holds(term, at: start, in: article) {
                        expected.insert([id, start, start + term.words.count])
                    }
                }
                if found != expected { Issue.record("seed \(seed): \(found.symmetricDifference(expected)) in `\(text)`") }
                if found.count != article.hits.count { Issue.record("seed \(seed): a hit is told twice in `\(text)`") }
            }
        }
    }

    @Test(arguments: [10, 1000, 20_000]) func `every word of a large vocabulary is found, and no other`(count: Int) {
        var world = SmallWorld()
        for number in 0..<count { world.add("w\(number * 2)") }
        let analyzed = world.analyze((0..<400).map { "w\($0 * count / 200)" }.joined(separator: " "))
        let expected = (0..<400).map { $0 * count / 200 }.filter { $0 % 2 == 0 && $0 < count * 2 }.map { UInt32($0 / 2) }
        #expect(analyzed.hits.map(\.term) == expected)
    }
}
