/// What each character of the Basic Multilingual Plane is in a word, and what it counts as.
///
/// Two flat tables, since this is read once a character of every article: 128 KB of folded units, 64 KB of classes; the rows that one
/// language uses stay in the first-level cache.
package struct FoldTable: Sendable {
    /// Nothing of a word: what ends one.
    static let separator: UInt16 = 0
    /// Part of a word, but not of its spelling.
    static let ignored: UInt16 = 1
    /// A lam-alef ligature: counts as the two letters.
    static let lamAlef: UInt16 = 2

    struct Class: OptionSet {
        let rawValue: UInt8
        static let letter = Class(rawValue: 1)
        static let digit = Class(rawValue: 2)
        static let uppercase = Class(rawValue: 4)
        static let alone = Class(rawValue: 8)
        static let arabic = Class(rawValue: 16)
        static let cyrillic = Class(rawValue: 32)
        static let latin = Class(rawValue: 64)
    }

    let units: [UInt16]
    let classes: [UInt8]

    /// Folding for people: case, marks, and letters that outlets write differently do not matter.
    package static let linguistic = FoldTable(folding: true)

    private init(folding: Bool) {
        var units = [UInt16](repeating: FoldTable.separator, count: 0x10000)
        var classes = [UInt8](repeating: 0, count: 0x10000)
        for code in UInt32(0x30)...0xFFFF {
            guard let scalar = Unicode.Scalar(code) else { continue }
            guard let kind = FoldTable.class(of: scalar) else { continue }
            classes[Int(code)] = kind.rawValue
            units[Int(code)] = FoldTable.lowercased(scalar)
        }
        if folding { FoldTable.applyFolding(to: &units, &classes) }
        self.units = units
        self.classes = classes
    }

    private static func `class`(of scalar: Unicode.Scalar) -> Class? {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: return [.letter, .uppercase, script(of: scalar.value)]
        case .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark, .letterNumber:
            return [.letter, script(of: scalar.value)]
        case .decimalNumber: return .digit
        case .otherNumber: return .letter
        default: return nil
        }
    }

    private static func script(of code: UInt32) -> Class {
        switch code {
        case 0x41...0x24F, 0x1E00...0x1EFF: .latin
        case 0x400...0x52F: .cyrillic
        case 0x600...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: .arabic
        default: []
        }
    }

    private static func lowercased(_ scalar: Unicode.Scalar) -> UInt16 {
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        guard lower.count == 1, let first = lower.first, first.value <= 0xFFFF else { return UInt16(scalar.value) }
        return UInt16(first.value)
    }

    private static func applyFolding(to units: inout [UInt16], _ classes: inout [UInt8]) {
        var base: [UInt16: UInt16] = [:]
        for (letter, marked) in baseLetters {
            for scalar in marked.unicodeScalars { base[UInt16(scalar.value)] = UInt16(letter.value) }
        }
        for (letter, variants) in arabicEquivalents {
            for scalar in variants { base[UInt16(scalar.value)] = UInt16(letter.value) }
        }
        for (first, letters) in arabicPresentationRuns {
            var code = Int(first)
            for (letter, shapes) in letters {
                for _ in 0..<shapes {
                    units[code] = UInt16(letter.value)
                    code += 1
                }
            }
        }
        for code in units.indices {
            let scalar = Unicode.Scalar(UInt32(code))
            if classes[code] & Class.digit.rawValue != 0, let value = scalar?.properties.numericValue { units[code] = 0x30 + UInt16(value) }
            if let folded = base[units[code]] { units[code] = folded }
        }
        for code in lamAlefLigatures { units[Int(code)] = lamAlef }
        for block in ignorableMarks {
            for code in block { units[Int(code)] = ignored }
        }
        for block in characterTokenBlocks {
            for code in block where classes[Int(code)] != 0 { classes[Int(code)] |= Class.alone.rawValue }
        }
    }

    /// What `letter`, then `mark`, count as together, or nil when the mark is simply ignored.
    static func composed(_ letter: UInt16, _ mark: UInt32) -> UInt16? {
        for entry in composedLetters where entry.letter.value == UInt32(letter) && entry.mark.value == mark {
            return UInt16(entry.composed.value)
        }
        return nil
    }
}
