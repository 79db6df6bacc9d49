package import Articles

/// An article cut into tokens, sentences and zones, with all terms of the rules found in it.
///
/// Flat arrays that point into the article's UTF-8 bytes; a worker reuses one value for all its articles, so the inner loop allocates nothing.
package struct AnalyzedArticle: Sendable {
    package internal(set) var article: Article
    /// Slot of the language in the rule set, or nil when it is none that the rules know.
    package internal(set) var languageSlot: Int?
    package internal(set) var language: LanguageTag?
    package internal(set) var tokens: [Token] = []
    package internal(set) var readings: [Reading] = []
    var units: [UInt16] = []
    /// Kept from article to article; it belongs to one vocabulary, as the scratch does.
    var cache = ReadingCache()
    /// In order of first token, then of length.
    package internal(set) var hits: [Hit] = []
    package internal(set) var lines: [Line] = []
    package internal(set) var sentences: [Sentence] = []
    /// Index into ``sentences`` of each token.
    package internal(set) var sentenceOfToken: [UInt32] = []

    package init() { article = Article(id: "", body: "") }

    /// The UTF-8 bytes that ``tokens`` point into.
    package var text: [UInt8] { article.text }

    /// A line of a field: a paragraph, a headline, a caption, a list item.
    package struct Line: Sendable {
        package var tokens: Range<Int>
        package var zone: Zone
        /// A blank line stands before it.
        package var followsBlankLine: Bool
        package var field: Field
    }

    package struct Sentence: Sendable {
        package var tokens: Range<Int>
        /// Index into ``AnalyzedArticle/lines``.
        package var line: Int
        package var zone: Zone
    }

    /// The folded units of a token.
    package func units(of index: Int) -> ArraySlice<UInt16> {
        let token = tokens[index]
        return units[Int(token.units)..<Int(token.units) + Int(token.unitCount)]
    }

    package func readings(of index: Int) -> ArraySlice<Reading> {
        let token = tokens[index]
        return readings[Int(token.readings)..<Int(token.readings) + Int(token.readingCount)]
    }

    /// The surface of some tokens, as the outlet wrote it.
    package func surface(_ range: Range<Int>) -> String {
        guard let first = range.first, range.upperBound <= tokens.count else { return "" }
        return String(decoding: text[Int(tokens[first].start)..<tokens[range.upperBound - 1].end], as: UTF8.self)
    }

    /// Where some tokens stand: UTF-8 bytes from the start of their field.
    package func place(of range: Range<Int>) -> (field: Field, bytes: Range<Int>) {
        guard let first = range.first else { return (.body, 0..<0) }
        let (start, end) = (Int(tokens[first].start), tokens[range.upperBound - 1].end)
        for field in Field.allCases {
            let bytes = article.range(of: field)
            if bytes.contains(start) { return (field, start - bytes.lowerBound..<min(end, bytes.upperBound) - bytes.lowerBound) }
        }
        return (.body, 0..<0)
    }

    /// All of its tokens.
    package var whole: Range<Int> { 0..<tokens.count }

    package func zone(of token: Int) -> Zone { sentences[Int(sentenceOfToken[token])].zone }
}

/// What part of a page a text is.
package enum Zone: String, Sendable, CaseIterable {
    case title, lead, body, caption, tags, related, boilerplate

    /// What its own article says; the rest belongs to the page round it.
    package static let content: Set<Zone> = [.title, .lead, .body]
}
