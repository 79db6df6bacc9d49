/// Tells the language of an article by its script and its most frequent words.
struct LanguageDetector {
    let languages: [Analyzer.Language]
    let vocabulary: Vocabulary

    /// More tells nothing more.
    private static let maximumTokens = 600

    /// - Returns: a language slot, or nil when no known language explains the text.
    func detect(_ analyzed: AnalyzedArticle) -> Int? {
        var scores = [Int](repeating: 0, count: languages.count)
        var letters: [Token.Shape: Int] = [:]
        for index in analyzed.tokens.indices.prefix(Self.maximumTokens) {
            let script = analyzed.tokens[index].shape.intersection([.arabic, .cyrillic, .latin])
            letters[script, default: 0] += 1
            for reading in analyzed.readings(of: index) where reading.clitics.isDisjoint(with: .proclitics) {
                for slot in scores.indices where vocabulary.wordClass(of: reading.form, language: slot).contains(.frequent) {
                    scores[slot] += 1
                }
            }
        }
        let words = letters.values.reduce(0, +)
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] > 0 else {
            return onlyLanguage(of: Self.mostFrequent(letters))
        }
        let script = languages[best].script
        // One frequent word in twelve is little for any language; headlines are judged by their script and best guess.
        guard words < 12 || scores[best] * 12 >= words, letters[script, default: 0] * 2 >= words else { return nil }
        return best
    }

    /// - Returns: the script most words are in, or nil when two are equally frequent: equal text must get an equal answer.
    private static func mostFrequent(_ letters: [Token.Shape: Int]) -> Token.Shape? {
        let most = letters.values.max()
        let scripts = letters.filter { $0.value == most }
        return scripts.count == 1 ? scripts.first?.key : nil
    }

    /// A short text without frequent words: its script may leave one language only.
    private func onlyLanguage(of script: Token.Shape?) -> Int? {
        let candidates = languages.indices.filter { languages[$0].script == script }
        return candidates.count == 1 ? candidates[0] : nil
    }
}
