import Diagnostics

/// Codes of what loads, but will hardly do what was meant: W001 and on.
let lintProblemEntries: [ProblemEntry] = lintTermEntries + lintRuleEntries

/// What a term may be that no text has, or every text.
private let lintTermEntries: [ProblemEntry] = [
    ProblemEntry(
        "W001", "a term that can never match",
        meaning:
            "Arabic joins small words and the article to the word that follows, and Marsad takes them off: alone they stand in no text.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: {ar: [نفط, ال]}}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: {ar: [نفط]}}
            """),
    ProblemEntry(
        "W002", "a stop word as a term",
        meaning:
            "Nearly every article of the language has the word, so that the rule tells nothing. An abbreviation that reads like one (`IN`) is written as an exact term: `=IN`.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: {en: [oil, of]}}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: {en: [oil, barrel of oil]}}
            """),
    ProblemEntry(
        "W003", "letters of several scripts in one word",
        meaning: "A letter looks like the right one and is another: a Cyrillic а in a Latin word. No article writes the word so.",
        wrong: """
            rules:
              - id: example.lavrov
                title: Lavrov
                match: {terms: {en: [L\u{0430}vrov]}}
            """,
        mended: """
            rules:
              - id: example.lavrov
                title: Lavrov
                match: {terms: {en: [Lavrov]}}
            """),
    ProblemEntry(
        "W004", "an invisible mark in a term",
        meaning:
            "Copied from a page or a document, a term brought a mark along that nobody sees: a zero-width space, a byte order mark, a direction mark, a soft hyphen, a no-break space.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: {en: [oil\u{200B} price]}}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: {en: [oil price]}}
            """),
    ProblemEntry(
        "W005", "a word in the wrong language block",
        meaning: "Terms of a language are sought in articles of that language only, and these do not write the word in such letters.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: {en: [oil, نفط]}}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: {en: [oil], ar: [نفط]}}
            """),
    ProblemEntry(
        "W006", "the same twice in one list",
        meaning: "Case, accents, hyphens and the forms of alef do not matter to a term: two that differ in nothing else are one.",
        wrong: """
            rules:
              - id: example.iran
                title: Iran
                match: {terms: {ar: [إيران, ايران]}}
            """,
        mended: """
            rules:
              - id: example.iran
                title: Iran
                match: {terms: {ar: [إيران]}}
            """),
]

/// What conditions and rules may say that does nothing, or too much.
private let lintRuleEntries: [ProblemEntry] = [
    ProblemEntry(
        "W007", "a rule without a term that must stand there",
        meaning:
            "Marsad looks at a rule only when an article has one of its words, which is why many rules cost no more than few. A rule that a pattern alone may satisfy is tried on every article.",
        wrong: """
            rules:
              - id: example.flight
                title: A flight number
                match: {terms: ["/flight SU[0-9]+/"]}
            """,
        mended: """
            rules:
              - id: example.flight
                title: A flight number
                match: {all: [{terms: [flight]}, {terms: ["/flight SU[0-9]+/"]}]}
            """),
    ProblemEntry(
        "W008", "a condition that can never hold",
        meaning: "Two things are asked for that no article has together, such as a term that must stand there and must not.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {all: [{terms: [oil]}, {terms: [price]}], none: [{terms: [oil, gas]}]}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {all: [{terms: [oil]}, {terms: [price]}], none: [{terms: [gas]}]}
            """),
    ProblemEntry(
        "W009", "a part that changes nothing",
        meaning: "The condition holds of the same articles without it, so that something else was meant, or nothing.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {any: [{terms: [oil]}, {terms: [oil, gas]}]}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil, gas]}
            """),
    ProblemEntry(
        "W010", "an exclusion that takes away what the rule looks for",
        meaning: "An exclusion is for what contains the words of a rule and means something else; this one is in the way each time.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [olive oil, crude oil]}
                exclude: [{id: food, terms: [olive oil]}]
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil, crude oil]}
                exclude: [{id: food, terms: [olive oil]}]
            """),
    ProblemEntry(
        "W011", "a claimed language without words",
        meaning: "The rule says that it is for a language, and has no word that an article in it could match.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                languages: [en, ar]
                match: {terms: {en: [oil]}}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                languages: [en, ar]
                match: {terms: {en: [oil], ar: [نفط]}}
            """),
    ProblemEntry(
        "W012", "a claimed language without tests",
        meaning: "The rule has tests, but none in one of the languages that it says it is for.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                languages: [en, ar]
                match: {terms: {en: [oil], ar: [نفط]}}
                tests: [{match: Oil is dear., language: en}]
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                languages: [en, ar]
                match: {terms: {en: [oil], ar: [نفط]}}
                tests: [{match: Oil is dear., language: en}, {match: ارتفع سعر النفط, language: ar}]
            """),
    ProblemEntry(
        "W013", "a lexicon, list or entity that is never used",
        meaning:
            "A pack with rules defines it, and none of the loaded files names it. A pack without rules is there for others, and is not meant.",
        wrong: """
            lexicons: [{id: fuel, title: Fuel, terms: {en: [petrol, diesel]}}]
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
            """,
        mended: """
            lexicons: [{id: fuel, title: Fuel, terms: {en: [petrol, diesel]}}]
            rules:
              - id: example.oil
                title: Oil
                match: {any: [{terms: [oil]}, {lexicon: fuel}]}
            """),
    ProblemEntry(
        "W014", "two people in one office at the same time",
        meaning: "Who “the minister” is depends on the day; two at once make it uncertain. `shared: true` says that both do hold it.",
        wrong: """
            people:
              - {id: anna-bell, names: {latin: [Anna Bell]}, offices: [{office: minister, portfolio: foreign, country: BR, from: "2020"}]}
              - {id: carl-dorn, names: {latin: [Carl Dorn]}, offices: [{office: minister, portfolio: foreign, country: BR, from: "2022"}]}
            """,
        mended: """
            people:
              - {id: anna-bell, names: {latin: [Anna Bell]}, offices: [{office: minister, portfolio: foreign, country: BR, from: "2020", to: "2022"}]}
              - {id: carl-dorn, names: {latin: [Carl Dorn]}, offices: [{office: minister, portfolio: foreign, country: BR, from: "2022"}]}
            """),
    ProblemEntry(
        "W015", "a test in another language than its rule",
        meaning: "The test names a language that the rule is not for, or its text is written in other letters than that language.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: {en: [oil], ar: [نفط]}}
                tests: [{match: ارتفع سعر النفط, language: en}]
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: {en: [oil], ar: [نفط]}}
                tests: [{match: ارتفع سعر النفط, language: ar}]
            """),
    ProblemEntry(
        "W016", "a placeholder that is never filled in",
        meaning: "A message names fields in braces; a brace without its partner, or with nothing in it, is printed as it stands.",
        wrong: """
            rules:
              - id: example.visit
                title: A visit
                event: {type: visit, actor: {country: RU}}
                alert: {message: "{actor goes abroad"}
            """,
        mended: """
            rules:
              - id: example.visit
                title: A visit
                event: {type: visit, actor: {country: RU}}
                alert: {message: "{actor} goes abroad"}
            """),
    ProblemEntry(
        "W017", "a mark that is read as text",
        meaning:
            "An Arabic or full-width comma does not part the items of a list, and typographic quotes do not quote, and `-` or `:` needs a blank behind it: they become part of the term.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: {ar: [نفط، غاز]}}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: {ar: [نفط, غاز]}}
            """),
    ProblemEntry(
        "W018", "a wildcard that is not at the end",
        meaning: "`word*` finds every word that begins so. Elsewhere `*` and `?` are marks that no word has, and are passed over.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: {en: ["*oil"]}}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: {en: [oil, gasoil]}}
            """),
    ProblemEntry(
        "W019", "a todo that passes",
        meaning: "`todo` says what does not hold yet. Once it holds it should be a test, so that nobody breaks it again unseen.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: {en: [oil]}}
                tests:
                  - {todo: match, text: The oil is dear., language: en}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: {en: [oil]}}
                tests:
                  - {match: The oil is dear., language: en}
            """),
    ProblemEntry(
        "W020", "a rule that has expired",
        meaning: "A rule with `expires` is not run after that day. It stays in the file, and a reader takes it for a rule that works.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                expires: 2001-12-31
                match: {terms: {en: [oil]}}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: {en: [oil]}}
            """),
]
