/// How a terminal shows a scalar, and which must never reach it.
extension Unicode.Scalar {
    /// True for what could move the cursor, reorder a line or hide: controls, line separators, bidi controls, invisible format characters.
    var mustBeEscaped: Bool {
        if value < 0x7F { return value < 0x20 }
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return true
        case .format: return !isJoiner && !isVisibleFormat
        default: return false
        }
    }

    /// True for what a reader cannot see, so that only its code point tells of it.
    var isInvisible: Bool {
        switch value {
        case 0x115F, 0x1160, 0x3164, 0xFFA0: true
        default: mustBeEscaped || isJoiner
        }
    }

    /// Zero-width (non-)joiner: Persian spelling and emoji need them.
    private var isJoiner: Bool { value == 0x200C || value == 0x200D }

    /// Format characters with a shape of their own, such as the Arabic sign of a year.
    private var isVisibleFormat: Bool {
        switch value {
        case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890...0x0891, 0x08E2, 0x110BD, 0x110CD: true
        default: false
        }
    }

    /// True for letters and digits of scripts that run from right to left.
    ///
    /// Source: blocks whose default Bidi_Class is R or AL, DerivedBidiClass.txt of Unicode 16, read 2026-07.
    var isRightToLeft: Bool {
        switch value {
        case 0..<0x0590: false
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    /// Columns of a terminal: 0 for marks, 2 for East Asian wide characters and emoji.
    ///
    /// Source: ranges W and F of EastAsianWidth.txt of Unicode 16, joined where only unassigned code points lie between; read 2026-07.
    var columns: Int {
        if value < 0x300 { return 1 }
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF, 0x1F200...0x1F265,
            0x20000...0x3FFFD:
            return 2
        default: break
        }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return properties.isEmojiPresentation ? 2 : 1
        }
    }

    /// `\u{1B}`
    var escaped: String { "\\u{\(hexadecimal(width: 2))}" }

    /// `U+001B`
    var codePoint: String { "U+" + hexadecimal(width: 4) }

    private func hexadecimal(width: Int) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension String.UnicodeScalarView {
    /// True if letters of scripts that look alike stand in one word: the `o` of `Рoссия` may be a Latin one, which no reader sees.
    var mixesScripts: Bool {
        var last: Script?
        for scalar in self {
            guard let script = Script(scalar) else {
                if !scalar.properties.isAlphabetic { last = nil }
                continue
            }
            if let last, last != script { return true }
            last = script
        }
        return false
    }

    /// Source: blocks of Unicode 16 with letters that look like those of another.
    private enum Script {
        case latin, greek, cyrillic

        init?(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: self = .latin
            case 0x370...0x3FF: self = .greek
            case 0x400...0x52F: self = .cyrillic
            default: return nil
            }
        }
    }
}
