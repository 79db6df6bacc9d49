/// Cuts lines into sentences.
struct SentenceCutter {
    let vocabulary: Vocabulary

    /// A longer run without a full stop is a list or a broken page; roles are not sought across it.
    private static let maximumTokens = 250

    func cutSentences(of analyzed: inout AnalyzedArticle) {
        analyzed.sentences.removeAll(keepingCapacity: true)
        analyzed.sentenceOfToken.removeAll(keepingCapacity: true)
        for (number, line) in analyzed.lines.enumerated() {
            var start = line.tokens.lowerBound
            for index in line.tokens {
                if index > start, index - start >= Self.maximumTokens || isBreak(before: index, in: analyzed) {
                    append(start..<index, line: number, to: &analyzed)
                    start = index
                }
            }
            append(start..<line.tokens.upperBound, line: number, to: &analyzed)
        }
    }

    private func append(_ tokens: Range<Int>, line: Int, to analyzed: inout AnalyzedArticle) {
        guard !tokens.isEmpty else { return }
        let number = UInt32(analyzed.sentences.count)
        analyzed.sentences.append(.init(tokens: tokens, line: line, zone: analyzed.lines[line].zone))
        for _ in tokens { analyzed.sentenceOfToken.append(number) }
    }

    private func isBreak(before index: Int, in analyzed: AnalyzedArticle) -> Bool {
        let (token, last) = (analyzed.tokens[index], analyzed.tokens[index - 1])
        if token.gap.contains(.mark) { return true }
        guard token.gap.contains(.fullStop) else { return false }
        let spaced = !token.gap.isDisjoint(with: [.blank, .quote, .openBracket, .closeBracket])
        // A scraper glues sentences; Arabic and Cyrillic have no abbreviation that would look so.
        guard spaced || token.shape.contains(.arabic) || (token.shape.contains(.cyrillic) && token.shape.contains(.capitalized)) else {
            return false
        }
        // A sentence begins with a capital, where there are capitals (`EE. UU. visitó`).
        if !token.shape.isDisjoint(with: .cased), token.shape.isDisjoint(with: .capitalizedOrNumber) { return false }
        if last.shape.contains(.initials), token.shape.contains(.capitalized) || !last.shape.contains(.capitalized) { return false }
        if last.shape.contains(.number), last.unitCount <= 2, !token.shape.contains(.capitalized), !token.shape.contains(.arabic) {
            return false
        }
        guard let slot = analyzed.languageSlot else { return true }
        return !analyzed.readings(of: index - 1).contains {
            vocabulary.wordClass(of: $0.form, language: slot).contains(.abbreviation)
        }
    }
}
