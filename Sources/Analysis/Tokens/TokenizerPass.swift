/// One pass of the tokenizer over one range; lives only inside ``Tokenizer/tokenize(_:range:tokens:units:)``.
struct TokenizerPass {
    let text: UnsafeBufferPointer<UInt8>
    let end: Int
    var position: Int
    let folded: UnsafeBufferPointer<UInt16>
    let classes: UnsafeBufferPointer<UInt8>
    /// Folded units go here; it has room for one a byte of the text.
    let units: UnsafeMutableBufferPointer<UInt16>
    private(set) var unitCount = 0
    var gap: Token.Gap = []

    init(
        text: UnsafeBufferPointer<UInt8>, end: Int, position: Int, folded: UnsafeBufferPointer<UInt16>, classes: UnsafeBufferPointer<UInt8>,
        units: UnsafeMutableBufferPointer<UInt16>, unitCount: Int
    ) {
        self.text = text
        self.end = end
        self.position = position
        self.folded = folded
        self.classes = classes
        self.units = units
        self.unitCount = unitCount
    }

    mutating func run(_ tokens: inout [Token]) {
        while position < end {
            let (code, width) = decode(at: position)
            if folded[code] > FoldTable.ignored {
                readToken(&tokens)
            } else {
                if folded[code] == FoldTable.separator { gap.formUnion(TokenizerPass.gap(of: code)) }
                position += width
            }
        }
    }

    /// - Returns: a code of the Basic Multilingual Plane and the bytes it takes; bytes that are not UTF-8, and characters beyond the plane,
    ///   count as a separator.
    @inline(__always)
    private func decode(at index: Int) -> (code: Int, width: Int) {
        let first = Int(text[index])
        if first < 0x80 { return (first, 1) }
        if first < 0xE0 {
            guard first >= 0xC2, index + 1 < end, text[index + 1] & 0xC0 == 0x80 else { return (0, 1) }
            return ((first & 0x1F) << 6 | Int(text[index + 1] & 0x3F), 2)
        }
        if first < 0xF0 {
            guard index + 2 < end, text[index + 1] & 0xC0 == 0x80, text[index + 2] & 0xC0 == 0x80 else { return (0, 1) }
            // A character of three bytes that would fit into two is no UTF-8.
            guard first > 0xE0 || text[index + 1] >= 0xA0 else { return (0, 1) }
            return ((first & 0x0F) << 12 | Int(text[index + 1] & 0x3F) << 6 | Int(text[index + 2] & 0x3F), 3)
        }
        var width = 1
        while width < 4, index + width < end, text[index + width] & 0xC0 == 0x80 { width += 1 }
        return (0, width)
    }

    @inline(__always)
    private mutating func append(_ unit: UInt16) {
        units[unitCount] = unit
        unitCount += 1
    }

    private mutating func readToken(_ tokens: inout [Token]) {
        let start = position
        let firstUnit = unitCount
        var hash = KeyHash()
        var seen: UInt8 = 0
        var letters = 0
        var capitals = 0
        var startsWithCapital = false
        var tokenEnd = position
        while position < end {
            let (code, width) = decode(at: position)
            let unit = folded[code]
            if unit > FoldTable.lamAlef {
                let kind = classes[code]
                if kind & FoldTable.Class.alone.rawValue != 0, letters > 0 { break }
                seen |= kind
                let isCapital = kind & FoldTable.Class.uppercase.rawValue != 0
                if letters == 0 { startsWithCapital = isCapital }
                if isCapital { capitals += 1 }
                letters += 1
                if letters <= Tokenizer.maximumUnits {
                    append(unit)
                    hash.add(unit)
                }
                position += width
                tokenEnd = position
                if kind & FoldTable.Class.alone.rawValue != 0 { break }
            } else if unit == FoldTable.lamAlef {
                letters += 2
                seen |= FoldTable.Class.arabic.rawValue | FoldTable.Class.letter.rawValue
                for part in [UInt16(0x0644), 0x0627] {
                    append(part)
                    hash.add(part)
                }
                position += width
                tokenEnd = position
            } else if unit == FoldTable.ignored {
                position += width
                // A mark may make another letter of the one before it: the hash is then built anew, which is rare.
                if unitCount > firstUnit, let composed = FoldTable.composed(units[unitCount - 1], UInt32(code)) {
                    units[unitCount - 1] = composed
                    hash = KeyHash()
                    for index in firstUnit..<unitCount { hash.add(units[index]) }
                }
                if code != 0x200B { tokenEnd = position }
            } else if code == 0x2E, continuesInitials(firstUnit: firstUnit, seen: seen) {
                position += 1
                append(0x2E)
                hash.add(0x2E)
            } else {
                break
            }
        }
        var shape = TokenizerPass.shape(seen: seen, letters: letters, capitals: capitals, startsWithCapital: startsWithCapital)
        let isInitials = letters == 1 || (unitCount - firstUnit > 2 && units[firstUnit + 1] == 0x2E)
        if isInitials, seen & FoldTable.Class.letter.rawValue != 0 {
            shape.insert(.initials)
            // The full stop that closes `U.S.` belongs to it, unless the sentence ends there, which the sentence splitter decides.
            if letters > 1, position < end, text[position] == 0x2E {
                position += 1
                tokenEnd = position
            }
        }
        if takesPossessive(tokens: &tokens, firstUnit: firstUnit) {
            unitCount = firstUnit
            return
        }
        tokens.append(
            Token(
                start: UInt32(start), length: length(from: start, to: tokenEnd), shape: shape, gap: gap,
                unitCount: UInt16(unitCount - firstUnit), units: UInt32(firstUnit), key: hash.value, readings: 0, readingCount: 0))
        gap = []
    }

    /// As long as a token can say, and never ending inside a character.
    private func length(from start: Int, to end: Int) -> UInt16 {
        guard end - start > Int(UInt16.max) else { return UInt16(end - start) }
        var cut = start + Int(UInt16.max)
        while cut > start, text[cut] & 0xC0 == 0x80 { cut -= 1 }
        return UInt16(cut - start)
    }

    /// Whether the full stop at `position` stands between two single letters.
    private func continuesInitials(firstUnit: Int, seen: UInt8) -> Bool {
        guard seen & FoldTable.Class.letter.rawValue != 0, seen & FoldTable.Class.digit.rawValue == 0, position + 1 < end else {
            return false
        }
        let count = unitCount - firstUnit
        guard count == 1 || (count >= 3 && units[unitCount - 2] == 0x2E), count < 12 else { return false }
        let (next, width) = decode(at: position + 1)
        guard classes[next] & FoldTable.Class.letter.rawValue != 0, classes[next] & FoldTable.Class.alone.rawValue == 0,
            folded[next] > FoldTable.lamAlef
        else { return false }
        guard position + 1 + width < end else { return true }
        let (after, _) = decode(at: position + 1 + width)
        return folded[after] == FoldTable.separator
    }

    /// Whether the token just read is the `s` of an English possessive, which then becomes a flag of the word before.
    private mutating func takesPossessive(tokens: inout [Token], firstUnit: Int) -> Bool {
        guard gap == .apostrophe, unitCount == firstUnit + 1, units[firstUnit] == 0x73, let last = tokens.indices.last,
            tokens[last].shape.contains(.latin)
        else { return false }
        tokens[last].shape.insert(.possessive)
        gap = []
        return true
    }

    private static func shape(seen: UInt8, letters: Int, capitals: Int, startsWithCapital: Bool) -> Token.Shape {
        var shape: Token.Shape = []
        if startsWithCapital { shape.insert(.capitalized) }
        if capitals == letters, letters > 1 { shape.insert(.allCapitals) }
        if seen & FoldTable.Class.digit.rawValue != 0, seen & FoldTable.Class.letter.rawValue == 0 { shape.insert(.number) }
        if seen & FoldTable.Class.arabic.rawValue != 0 { shape.insert(.arabic) }
        if seen & FoldTable.Class.cyrillic.rawValue != 0 { shape.insert(.cyrillic) }
        if seen & FoldTable.Class.latin.rawValue != 0 { shape.insert(.latin) }
        return shape
    }

    private static func gap(of code: Int) -> Token.Gap {
        switch code {
        case 0x20, 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: .blank
        case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: .newline
        case 0x2C, 0x060C, 0x3001, 0xFF0C: .comma
        case 0x2E, 0x3002, 0x06D4: .fullStop
        case 0x21, 0x2026, 0xFF01: .mark
        case 0x3F, 0x061F, 0xFF1F: [.mark, .question]
        case 0x3A, 0x3B, 0x061B: .colon
        case 0x2D, 0x2010, 0x2011: .hyphen
        case 0x2012...0x2015: .dash
        case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0x2039, 0x203A: .quote
        case 0x27, 0x2018, 0x2019, 0x02BC, 0x60, 0xB4: .apostrophe
        case 0x28, 0x5B, 0x7B: .openBracket
        case 0x29, 0x5D, 0x7D: .closeBracket
        case 0x2022, 0x00B7, 0x25AA, 0x25CF, 0x2023, 0x2A, 0x7C: .bullet
        default: []
        }
    }
}
