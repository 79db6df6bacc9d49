/// One way to read a token: a known form, and what Arabic joins to it.
package struct Reading: Sendable {
    package var form: FormID
    package var clitics: Clitics
    /// How many units of the token stand before and after the form itself.
    package var before: UInt8
    package var after: UInt8
}

/// Words of one letter or two that Arabic writes joined to the next or the last.
package struct Clitics: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package static let wa = Clitics(rawValue: 1)
    package static let fa = Clitics(rawValue: 2)
    package static let ba = Clitics(rawValue: 4)
    package static let la = Clitics(rawValue: 8)
    package static let ka = Clitics(rawValue: 16)
    package static let sa = Clitics(rawValue: 32)
    package static let al = Clitics(rawValue: 64)
    /// A pronoun suffix: his, her, their …
    package static let pronoun = Clitics(rawValue: 128)

    package static let conjunctions: Clitics = [.wa, .fa]
    package static let prepositions: Clitics = [.ba, .la, .ka]
    package static let proclitics: Clitics = [.wa, .fa, .ba, .la, .ka, .sa, .al]

    /// The proclitic that a word of one letter stands for, when rules name it as an introducer (`ل`).
    package init?(letter unit: UInt16) {
        switch unit {
        case 0x0648: self = .wa
        case 0x0641: self = .fa
        case 0x0628: self = .ba
        case 0x0644: self = .la
        case 0x0643: self = .ka
        case 0x0633: self = .sa
        default: return nil
        }
    }
}
