/// A way to write a term, with what it finds; English, run as a test.
package struct TermForm: Sendable {
    package let example: String
    package let meaning: String
    package let matches: [String]
    package let misses: [String]
}

/// All ways to write a term.
package let termForms: [TermForm] = [
    TermForm(
        example: "embargo",
        meaning:
            "A word: case, accents and, where its language is named, inflection do not matter. In Arabic, joined particles do not either.",
        matches: ["An Embargo!", "embargos"], misses: ["embargoed"]),
    TermForm(
        example: "central bank", meaning: "A phrase: these words in this order, 16 at most, with nothing between them.",
        matches: ["The Central Bank cut rates.", "central banks"], misses: ["bank central", "central European bank"]),
    TermForm(
        example: "=OPEC", meaning: "Exactly so, with its case and accents; not inflected.", matches: ["OPEC met."], misses: ["Opec met."]),
    TermForm(
        example: "sanction*", meaning: "A prefix of a word, three letters at least.", matches: ["They were sanctioned."],
        misses: ["unsanctioned"]),
    TermForm(
        example: "/MV [A-Z]+star/",
        meaning:
            "A regular expression (RE2; case does not matter) with three letters that always occur. A rule with one is tried on every article.",
        matches: ["The MV Polarstar sank."], misses: ["The Polarstar sank."]),
]
