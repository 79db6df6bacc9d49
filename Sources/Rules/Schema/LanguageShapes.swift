/// How a language is written and inflected, and what it calls the things of the world.
let languageShapes: [Shape] = [
    Shape(
        "profile",
        "How the language is written and ordered, and its small word classes. Words of classes are not inflected: list the forms.",
        keys: [
            .required("name", .text, "The language in English.", example: "Arabic"),
            .optional("called", .oneOrMore(.text), "What authors call it, for advice only.", example: "[Arabic, عربي, árabe]"),
            .required("script", .choice(ProfileSection.Script.self), "The script it is written in.", example: "Arabic"),
            .optional("direction", .choice(ProfileSection.Direction.self), "Which way it is read.", example: "rtl", standard: "ltr"),
            .optional(
                "subject", .choice(LanguageProfile.Side.self), "Where the subject usually stands, seen from its verb.", example: "after",
                standard: "before"),
            .optional(
                "adjective", .choice(LanguageProfile.Side.self), "Where an adjective usually stands, seen from its noun.",
                example: "before", standard: "after"),
            .optional(
                "cases", .flag, "Nouns show their case, so that a subject is told by its base form.", example: "true", standard: "false"),
        ] + wordClassKeys,
        example: """
            schema: 1
            pack: example
            language: la
            profile:
              name: Latin
              script: Latin
              cases: true
              frequent: [et, in, est, non]
              prepositions: [ad, in, ab]
            """),
    Shape(
        "paradigm", "What an ending of a word may become. Both may be empty texts: a word without an ending.",
        keys: [
            .required("ending", .emptyOrText, "The end of the word as it is listed, folded.", example: "y"),
            .required("forms", .list(.emptyOrText), "All that may stand in its place.", example: "[y, ies]"),
        ],
        example: """
            schema: 1
            pack: example
            language: la
            profile: {name: Latin, script: Latin}
            inflection:
              noun:
                - {ending: us, forms: [us, i, o, um, os, is, orum]}
                - {ending: "", forms: [""]}
            """),
    Shape(
        "names of country", "What a language calls a country and what belongs to it.",
        keys: [
            .optional("names", .oneOrMore(.term), "Its names; capitals count.", example: "[Cuba]"),
            .optional("adjectives", .oneOrMore(.term), "Its adjectives.", example: "[Cuban]"),
            .optional("people", .oneOrMore(.term), "What its people are called.", example: "[Cubans]"),
            .optional("capital", .oneOrMore(.term), "Its capital; capitals count.", example: "[Havana]"),
            .optional("cities", .oneOrMore(.term), "Other cities and places in it; capitals count.", example: "[Santiago de Cuba]"),
            .optional(
                "government", .oneOrMore(.term), "Seats of its government that stand for it; capitals count.", example: "[Kremlin]"),
            .optional("epithets", .oneOrMore(.term), "Other expressions that stand for it.", example: "[the island nation]"),
        ],
        example: """
            schema: 1
            pack: example
            language: en
            countries:
              CU: {cities: [Santiago de Cuba, Camagüey], people: [Cubans]}
            """),
    Shape(
        "names of body", "What a language calls an international body.",
        keys: [
            .optional("names", .oneOrMore(.term), "Its names; capitals count.", example: "[European Union]"),
            .optional("adjectives", .oneOrMore(.term), "Its adjectives.", example: "[European]"),
        ],
        example: """
            schema: 1
            pack: example
            language: en
            bodies:
              UN: {names: [UN]}
            """),
    Shape(
        "names of region", "What a language calls a region.",
        keys: [
            .optional("names", .oneOrMore(.term), "Its names; capitals count.", example: "[Latin America]"),
            .optional("adjectives", .oneOrMore(.term), "Its adjectives.", example: "[Latin American]"),
        ],
        example: """
            schema: 1
            pack: example
            language: en
            regions:
              "419": {adjectives: [Latin American]}
            """),
    Shape(
        "offices", "How a language names offices. The longest head wins, so a deputy must be a head of its own or made by a modifier.",
        keys: [
            .required(
                "heads", .list(.shape("office head")), "The words of an office.", example: "[{office: minister, words: [minister]}]"),
            .optional(
                "portfolios", .entries(key: .reference(.portfolio), value: .oneOrMore(.term)), "What an office is in charge of.",
                example: "{foreign: [foreign, foreign affairs]}"),
            .optional(
                "modifiers", .entries(key: .choice(OfficeModifier.self), value: .oneOrMore(.term)), "Words that change the office.",
                example: "{deputy: [deputy], former: [former, ex]}"),
            .optional(
                "patterns", .oneOrMore(.text),
                "How an office phrase is built: `HEAD`, `PORT` (a portfolio), `ADJ` (a country's adjective), `LAND` (a country, its capital, "
                    + "government seat, or a body), `MOD`, words themselves (`de|del`), `[ … ]` a group that may be left out, `?` and `*`.",
                example: #"["MOD* ADJ? PORT? HEAD", "HEAD [ of LAND ]"]"#),
        ],
        example: """
            schema: 1
            pack: example
            language: en
            offices:
              heads: [{office: minister, portfolio: foreign, words: [chief diplomat]}]
            """),
    Shape(
        "office head", "Words that name an office.",
        keys: [
            .required("office", .reference(.office), "The office, by its id in the world files.", example: "minister"),
            .optional("portfolio", .reference(.portfolio), "What these words say it is in charge of.", example: "foreign"),
            .required("words", .oneOrMore(.term), "The words; one may be a whole phrase.", example: "[minister, secretary]"),
        ],
        example: """
            schema: 1
            pack: example
            language: en
            offices:
              heads: [{office: president, words: [head of state]}]
            """),
]

private let wordClassKeys: [Shape.Key] = [
    wordClass("frequent", "The commonest words: they tell the language.", "[the, of, and]"),
    wordClass("abbreviations", "A full stop after them ends no sentence.", "[mr, dr]"),
    wordClass("prepositions", "They govern what follows.", "[to, in, of]"),
    wordClass("clause", "They begin a clause: roles are not sought across them.", "[because, while]"),
    wordClass("relative", "They begin a relative clause.", "[who, which]"),
    wordClass("but", "They join clauses that contrast.", "[but]"),
    wordClass("and", "They join the members of a list, such as the stops of a tour.", "[and]"),
    wordClass("determiners", "They may stand between a role and what introduces it.", "[the, a]"),
    wordClass("pronouns", "They stand for whoever was named before.", "[he, she]"),
    wordClass("honorifics", "They may stand before a name.", "[mr, his excellency]"),
    wordClass("place-nouns", "They may stand between a preposition and a place.", "[city, capital]"),
    wordClass("speech", "Verbs of speech: who says something is not who does it.", "[said, told]"),
    wordClass("locative", "Prepositions that say that something is there.", "[in, at]"),
    wordClass("directional", "Prepositions that say that somebody goes there.", "[to, towards]"),
    wordClass("possessive", "`its minister` has the country of whoever was named before.", "[its, his]"),
    wordClass("according", "Whoever says something follows them.", "[according to, in the words of]"),
    wordClass("alleged", "They cast doubt on what is said.", "[reportedly, allegedly]"),
    wordClass("both", "They stand for the two sides that were named before.", "[the two countries, both sides]"),
    wordClass("heading", "They tie a delegation to whoever heads it or comes with it.", "[headed by, led by]"),
]

/// An empty list is fine: a language may lack the class.
private func wordClass(_ name: String, _ meaning: String, _ example: String) -> Shape.Key {
    .optional(name, .list(.term), meaning, example: example)
}
