/// Letters of Latin, Cyrillic and Greek that look alike in most typefaces.
///
/// Source: confusables.txt of Unicode 15.1 (UTS 39), its single letters of these scripts, less those that only look alike in italics.
struct Lookalikes {
    enum Script: String, CaseIterable {
        case latin = "Latin"
        case cyrillic = "Cyrillic"
        case greek = "Greek"

        init?(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: self = .latin
            case 0x370...0x373, 0x376...0x377, 0x37B...0x37D, 0x386, 0x388...0x3FF, 0x1F00...0x1FFF: self = .greek
            case 0x400...0x52F: self = .cyrillic
            default: return nil
            }
        }
    }

    /// Latin, Cyrillic, Greek; a space where the script has no such letter.
    private static let rows: [(latin: Unicode.Scalar, cyrillic: Unicode.Scalar, greek: Unicode.Scalar)] = [
        ("A", "А", "Α"), ("B", "В", "Β"), ("C", "С", "Ϲ"), ("E", "Е", "Ε"), ("H", "Н", "Η"), ("I", " ", "Ι"), ("K", "К", "Κ"),
        ("M", "М", "Μ"), ("N", " ", "Ν"), ("O", "О", "Ο"), ("P", "Р", "Ρ"), ("T", "Т", "Τ"), ("X", "Х", "Χ"), ("Y", "У", "Υ"),
        ("Z", " ", "Ζ"), ("a", "а", "α"), ("c", "с", "ϲ"), ("e", "е", " "), ("i", " ", "ι"), ("j", " ", "ϳ"), ("k", "к", "κ"),
        ("o", "о", "ο"), ("p", "р", "ρ"), ("u", " ", "υ"), ("v", " ", "ν"), ("x", "х", "χ"), ("y", "у", "γ"), (" ", "П", "Π"),
        (" ", "Г", "Γ"), (" ", "Ф", "Φ"),
    ]

    /// Letters of other languages in Cyrillic: they stand in a Latin word by mistake, never a Latin letter for them.
    private static let rareCyrillic: [(latin: Unicode.Scalar, cyrillic: Unicode.Scalar)] = [
        ("I", "І"), ("i", "і"), ("J", "Ј"), ("j", "ј"), ("S", "Ѕ"), ("s", "ѕ"), ("h", "һ"), ("d", "ԁ"), ("q", "ԛ"), ("w", "ԝ"), ("v", "ѵ"),
    ]

    private static let letters: [Script: [Unicode.Scalar: Unicode.Scalar]] = {
        var map: [Script: [Unicode.Scalar: Unicode.Scalar]] = [:]
        for row in rows {
            let all: [(Script, Unicode.Scalar)] = [(.latin, row.latin), (.cyrillic, row.cyrillic), (.greek, row.greek)].filter {
                $0.1 != " "
            }
            for (target, letter) in all {
                for (source, other) in all where source != target && map[target, default: [:]][other] == nil {
                    map[target, default: [:]][other] = letter
                }
            }
        }
        for (latin, cyrillic) in rareCyrillic { map[.latin, default: [:]][cyrillic] = latin }
        return map
    }()

    /// The text with every letter of the other scripts replaced by the one of `script` that looks like it.
    ///
    /// - Returns: nil when one of them looks like none of them.
    static func text(_ text: String, in script: Script) -> String? {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let own = Script(scalar), own != script {
                guard let letter = letters[script]?[scalar] else { return nil }
                result.append(letter)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    static func hasTwin(_ scalar: Unicode.Scalar, in script: Script) -> Bool { letters[script]?[scalar] != nil }
}
