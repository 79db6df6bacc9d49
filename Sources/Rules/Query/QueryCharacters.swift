/// Which characters of a query are syntax, in any script and direction.
enum QueryCharacters {
    /// What closes a quotation that this opens; nil for anything but a quotation mark.
    ///
    /// Every usual pair, also turned round as right-to-left keyboards and some countries have them. Source: Unicode 15, chapter 6.2, quotation marks.
    static func closers(of mark: Unicode.Scalar) -> [Unicode.Scalar]? {
        switch mark {
        case "\"", "\u{FF02}": [mark]
        case "\u{201C}": ["\u{201D}", "\u{201C}"]
        case "\u{201D}": ["\u{201D}"]
        case "\u{201E}", "\u{201F}": ["\u{201C}", "\u{201D}"]
        case "«": ["»"]
        case "»": ["«"]
        case "‹": ["›"]
        case "›": ["‹"]
        case "\u{201A}": ["\u{2018}", "\u{2019}"]
        case "\u{2018}": ["\u{2019}", "\u{2018}"]
        case "'": ["'"]
        case "「": ["」"]
        case "『": ["』"]
        case "《": ["》"]
        default: nil
        }
    }

    /// Marks that are apostrophes as well: they close a quotation only where a word ends.
    static func isApostrophe(_ mark: Unicode.Scalar) -> Bool { mark == "'" || mark == "\u{2019}" || mark == "\u{2018}" }

    /// Marks that steer the direction of text and are never seen: they mean nothing, wherever they stand.
    static func isDirectionMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B, 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .control || isDirectionMark(scalar)
    }

    /// Full-width forms as the ASCII that they stand for.
    static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }

    /// Commas and semicolons, which join nothing.
    static func isComma(_ scalar: Unicode.Scalar) -> Bool { ",،;؛、，；".unicodeScalars.contains(scalar) }

    /// What ends a word.
    static func isDelimiter(_ scalar: Unicode.Scalar) -> Bool {
        let plain = ascii(scalar)
        if isBlank(scalar) || "()[]{}".unicodeScalars.contains(plain) { return true }
        return closers(of: scalar) != nil && !isApostrophe(scalar)
    }

    static func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// The number that some digits of any script stand for; nil when something else is among them, or it is greater than a million.
    static func number(_ digits: some Sequence<Unicode.Scalar>) -> Int? {
        var number: Int?
        for digit in digits {
            guard digit.properties.numericType == .decimal, let value = digit.properties.numericValue else { return nil }
            let next = (number ?? 0) * 10 + Int(value)
            guard next <= 1_000_000 else { return nil }
            number = next
        }
        return number
    }
}
