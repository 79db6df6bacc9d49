/// Which term of the compiled rules; the caller's tables say what it means.
package typealias TermID = UInt32

/// A phrase to be found: its words as symbols, and what else must hold of them.
package struct Term: Sendable {
    package var symbols: [Vocabulary.SymbolID]
    /// Bit *l*: may be found in articles of the language in slot *l*.
    package var languages: UInt16
    /// Bit *w*: word *w* must begin with a capital.
    package var capitals: UInt16 = 0
    /// UTF-8 of the words as they must be written, when the term is an exact one.
    package var exact: [[UInt8]] = []
    /// A colon must follow (markers such as `Source:`).
    package var endsWithColon = false
    /// A bracket must stand before it.
    package var startsWithBracket = false

    package static let allLanguages: UInt16 = .max

    package init(symbols: [Vocabulary.SymbolID], languages: UInt16) {
        self.symbols = symbols
        self.languages = languages
    }
}

/// A term found in an article.
package struct Hit: Sendable {
    package var term: TermID
    /// Token index of the first word.
    package var start: UInt32
    /// Token index after the last word.
    package var end: UInt32
    /// What Arabic joins to the first word.
    package var clitics: Clitics

    package var range: Range<Int> { Int(start)..<Int(end) }
}
