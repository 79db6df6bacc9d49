import Analysis

/// The order of roles round a trigger: `~actor V a/al destination`.
package struct Frame: Sendable {
    package struct Slot: Sendable {
        package enum Filler: Sendable {
            /// Index into the event type's roles.
            case role(Int)
            /// Index into the lexicons.
            case lexicon(Int)
            /// Words that must stand there.
            case words([Introducer])
        }

        package let filler: Filler
        /// What must stand right before it; empty when nothing need.
        package let introducers: [Introducer]
        /// May stand on the other side, or be taken from the text before.
        package let isLoose: Bool
        package let isOptional: Bool
    }

    /// A word, or words, that introduce a role.
    package struct Introducer: Hashable, Sendable {
        /// Hashes of the folded words.
        let keys: [UInt64]
        /// The Arabic proclitic that it is, when it has one letter.
        let clitic: Clitics
        /// UTF-8 of the word as it must be written (`=à`), which folds into another one; empty when it need not.
        let exact: [UInt8]

        /// - Parameter text: a word, or words joined by `_` or blanks.
        init(_ text: String) {
            let isExact = text.hasPrefix("=")
            let words = Tokenizer().words(of: (isExact ? text.dropFirst() : text[...]).split(separator: "_").joined(separator: " "))
            exact = isExact && words.count == 1 ? Array(words[0].surface.utf8) : []
            keys = words.map { Tokenizer.key(of: $0.units) }
            clitic = words.count == 1 && words[0].units.count == 1 ? Clitics(letter: words[0].units[0]) ?? [] : []
        }
    }

    /// Outward from the trigger on each side: the first slot is the nearest to it.
    package let left: [Slot]
    package let right: [Slot]
    package let text: String

    /// Lexicons that the frame cannot do without.
    var neededLexicons: Set<Int> {
        (left + right).reduce(into: []) { needed, slot in
            if case .lexicon(let lexicon) = slot.filler, !slot.isOptional { needed.insert(lexicon) }
        }
    }
}
