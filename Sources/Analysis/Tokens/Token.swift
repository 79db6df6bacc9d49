/// A word or number of an article: where it stands, how it is written, and what its folded form is.
package struct Token: Sendable {
    /// UTF-8 bytes from the start of the article's text.
    package var start: UInt32
    /// UTF-8 bytes.
    package var length: UInt16
    package var shape: Shape
    /// What stands between the token before and this one.
    package var gap: Gap
    /// How many folded units it has; they begin at `units` in the article's unit buffer.
    package var unitCount: UInt16
    package var units: UInt32
    /// Hash of the folded form.
    package var key: UInt64
    /// Its readings stand from here on in the article's reading buffer.
    package var readings: UInt32
    /// None when no term knows the word.
    package var readingCount: UInt8

    package var end: Int { Int(start) + Int(length) }

    package struct Shape: OptionSet, Hashable, Sendable {
        package let rawValue: UInt16
        package init(rawValue: UInt16) { self.rawValue = rawValue }
        /// The first letter is a capital.
        package static let capitalized = Shape(rawValue: 1)
        /// Two letters or more, all capitals.
        package static let allCapitals = Shape(rawValue: 2)
        package static let number = Shape(rawValue: 4)
        /// English `'s` followed, and is left out.
        package static let possessive = Shape(rawValue: 8)
        package static let arabic = Shape(rawValue: 16)
        package static let cyrillic = Shape(rawValue: 32)
        package static let latin = Shape(rawValue: 64)
        package static let cased = Shape(rawValue: 32 | 64)
        package static let capitalizedOrNumber = Shape(rawValue: 1 | 4)
        /// One letter, or letters with full stops between them: `J.`, `U.S.`
        package static let initials = Shape(rawValue: 128)
    }

    /// What stood between two tokens, as the strongest and most telling of its characters.
    package struct Gap: OptionSet, Sendable {
        package let rawValue: UInt16
        package init(rawValue: UInt16) { self.rawValue = rawValue }
        package static let comma = Gap(rawValue: 1)
        /// Colon or semicolon.
        package static let colon = Gap(rawValue: 2)
        /// A dash with blanks round it, or an em dash.
        package static let dash = Gap(rawValue: 4)
        /// `.`
        package static let fullStop = Gap(rawValue: 8)
        /// `! ? …` and their kin.
        package static let mark = Gap(rawValue: 16)
        package static let quote = Gap(rawValue: 32)
        package static let openBracket = Gap(rawValue: 64)
        package static let closeBracket = Gap(rawValue: 128)
        package static let newline = Gap(rawValue: 256)
        /// White space of any kind; without it the two tokens are joined (hyphen, apostrophe, or glued by a scraper).
        package static let blank = Gap(rawValue: 512)
        package static let hyphen = Gap(rawValue: 1024)
        package static let bullet = Gap(rawValue: 2048)
        package static let question = Gap(rawValue: 4096)
        package static let apostrophe = Gap(rawValue: 8192)
        /// A new field of the article begins.
        package static let field = Gap(rawValue: 16384)
        /// Colon, dash, and the marks that end sentences, but the full stop.
        package static let strong = Gap(rawValue: 2 | 4 | 16)
    }
}

/// Which known form a token is; 0 is “none”.
package typealias FormID = UInt32
