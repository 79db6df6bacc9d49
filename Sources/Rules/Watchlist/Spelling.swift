import Analysis

/// How names are spelt: which spellings of one script are the same, and how they sound in all.
///
/// All of it is data; a script here is a set of rewritings.
package struct Spelling: Sendable {
    enum Script: String, Sendable, CaseIterable {
        case latin, cyrillic, arabic

        /// - Returns: nil for a word of another script, or a number.
        init?(_ shape: Token.Shape) {
            if shape.contains(.latin) {
                self = .latin
            } else if shape.contains(.cyrillic) {
                self = .cyrillic
            } else if shape.contains(.arabic) {
                self = .arabic
            } else {
                return nil
            }
        }

        var isCased: Bool { self != .arabic }
    }

    struct ScriptRules: Sendable {
        /// Spellings that nobody tells apart: `Sergei`, `Sergey`.
        var tight = Rewriting(dropsOthers: false)
        /// Spellings that one name has, but sometimes two: `Mohamed`, `Muhammad`. Works on what `tight` gives.
        var loose = Rewriting(dropsOthers: false)
        /// Consonants as they sound, the same for all scripts.
        var skeleton = Rewriting(dropsOthers: true)
        /// Vowels that the script writes, the same for all scripts.
        var vowels = Rewriting(dropsOthers: true)
    }

    /// Small words in and round names.
    enum Part: String, Sendable, CaseIterable {
        /// `bin`, `de`, `von`: may stand or not.
        case particles
        /// `Abd`, `Abu`: one name with the next word.
        case joiners
        /// `-allah`, `-eddin`: one name with the word before.
        case suffixes
        /// `Mr`, `Dr`: no part of the name.
        case honorifics
        /// `LLC`, `ООО`: may stand or not.
        case legalForms = "legal-forms"
    }

    var scripts: [Script: ScriptRules] = [:]
    var parts: [Part: Set<[UInt16]>] = [:]
    /// Endings of patronymics, as folded units.
    var patronymics: [[UInt16]] = []
    /// Names that are one name, by group.
    var groupOfName: [[UInt16]: Int] = [:]
    var groupCount = 0
    /// Words for kinds of bearers, in small letters.
    var kinds: [String: NameKind] = [:]

    var isEmpty: Bool { scripts.isEmpty }

    func `is`(_ units: [UInt16], _ part: Part) -> Bool { parts[part]?.contains(units) ?? false }

    func isPatronymic(_ units: [UInt16]) -> Bool {
        patronymics.contains { ending in units.count > ending.count + 1 && units.suffix(ending.count).elementsEqual(ending) }
    }
}
