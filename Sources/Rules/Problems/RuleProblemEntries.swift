import Diagnostics

/// Codes of mistakes in what a rule file says: R001 and on.
let ruleProblemEntries: [ProblemEntry] = [
    ProblemEntry(
        "R001", "unknown key",
        meaning: "Each part of a rule file has a closed list of keys, so that a misspelt one is not passed over in silence.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                levl: high
                match: {terms: [oil]}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                level: high
                match: {terms: [oil]}
            """),
    ProblemEntry(
        "R002", "wrong type",
        meaning: "A text, a list or a mapping stands where another of them belongs.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: oil
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
            """),
    ProblemEntry(
        "R003", "missing key",
        meaning: "A part of a rule file lacks a key that it cannot do without.",
        wrong: """
            rules:
              - id: example.oil
                match: {terms: [oil]}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
            """),
    ProblemEntry(
        "R004", "unknown reference",
        meaning: "A name is used that none of the loaded packs defines: of a lexicon, a country, an office, a person, a "
            + "pack … Either it is misspelt, or the file that defines it was not loaded.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {lexicon: sanctoins}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {lexicon: sanctions}
            """),
    ProblemEntry(
        "R005", "defined twice",
        meaning: "Two things of one kind have the same id, in one file or in two. Alerts and other rules name them by it, "
            + "so it must be clear which is meant.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
              - id: example.oil
                title: Petroleum
                match: {terms: [petroleum]}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
              - id: example.petroleum
                title: Petroleum
                match: {terms: [petroleum]}
            """),
    ProblemEntry(
        "R006", "invalid value",
        meaning: "A value is not one of those that its key takes, or not of the form that it takes.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                level: hihg
                match: {terms: [oil]}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                level: high
                match: {terms: [oil]}
            """),
    ProblemEntry(
        "R007", "bad id",
        meaning: "An id begins with a letter or digit and has letters, digits, `-`, `_`, `.` and `+`, so that it can be "
            + "typed on a command line and named in another file.",
        wrong: """
            rules:
              - id: example oil
                title: Oil
                match: {terms: [oil]}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
            """),
    ProblemEntry(
        "R008", "empty value",
        meaning: "A key is there, but nothing stands behind it. Leave the key out, or say something.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: []}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
            """),
    ProblemEntry(
        "R009", "bad term",
        meaning: "A term has no letter or digit in it, has more than 16 words, or is a prefix of fewer than three letters, "
            + "which would match far too much.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oi*]}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil*]}
            """),
    ProblemEntry(
        "R010", "bad regular expression",
        meaning: "What stands between slashes is no regular expression of RE2, which has no look-around and no "
            + "back-references: they would make it slow on hostile text.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {all: [{terms: [price]}, {terms: ['/oil(s/']}]}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {all: [{terms: [price]}, {terms: ['/oil(s)?/']}]}
            """),
    ProblemEntry(
        "R011", "regular expression without a literal",
        meaning: "An expression is tried only where three letters of it stand that always occur; without them it would be "
            + "tried at every letter of every article.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {all: [{terms: [price]}, {terms: ['/[a-z]+/']}]}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {all: [{terms: [price]}, {terms: ['/oil[a-z]+/']}]}
            """),
    ProblemEntry(
        "R012", "a rule needs one body",
        meaning: "A rule says either what text it looks for (`match`) or what event it reports (`event`): exactly one of "
            + "them.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
            """),
    ProblemEntry(
        "R013", "no condition",
        meaning: "A mapping that should name a condition, such as `terms` or `lexicon`, names none.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {within: title}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil], within: title}
            """),
    ProblemEntry(
        "R014", "`none` stands alone",
        meaning: "`none` says what must not be there. Alone it would hold of nearly every article, so it needs a condition "
            + "beside it that says what must be there.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {none: [{terms: [gas]}]}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil], none: [{terms: [gas]}]}
            """),
    ProblemEntry(
        "R015", "`near` of one",
        meaning: "`near` asks how far apart two things stand, so it needs two conditions at least.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {near: {of: [{terms: [oil]}], distance: 5}}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {near: {of: [{terms: [oil]}, {terms: [price]}], distance: 5}}
            """),
    ProblemEntry(
        "R016", "a role outside an event",
        meaning: "Only a rule with `event` has roles, such as actor and destination; a rule with `match` knows words only.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
                exclude:
                  - {id: former, near: {role: actor, lexicon: former, distance: 2}}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
                exclude:
                  - {id: former, near: {lexicon: former, distance: 2}}
            """),
    ProblemEntry(
        "R017", "bad frame",
        meaning: "A frame gives the order of the verb, `V`, and the roles of its event, with the words that stand between "
            + "them: `actor V to/in destination`.",
        wrong: """
            schema: 1
            pack: example
            language: en
            triggers:
              - {event: visit, past: [toured], frame: actor destination}
            """,
        mended: """
            schema: 1
            pack: example
            language: en
            triggers:
              - {event: visit, past: [toured], frame: actor V destination}
            """),
    ProblemEntry(
        "R018", "bad office pattern",
        meaning: "A pattern gives the order in which the words of an office stand, in capitals: `MOD* PORT? HEAD`.",
        wrong: """
            schema: 1
            pack: example
            language: en
            offices:
              heads: [{office: minister, words: [secretary]}]
              patterns: ["PORT HED"]
            """,
        mended: """
            schema: 1
            pack: example
            language: en
            offices:
              heads: [{office: minister, words: [secretary]}]
              patterns: ["PORT HEAD"]
            """),
    ProblemEntry(
        "R019", "bad test",
        meaning: "A test of a rule says exactly one of `match`, `no-match` and `todo`; `because` belongs to `no-match`.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
                tests:
                  - {language: en, text: Oil is cheap}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
                tests:
                  - {language: en, match: Oil is cheap}
            """),
    ProblemEntry(
        "R020", "an office that ends before it begins",
        meaning: "The `to` of an office that a person holds lies before its `from`. It would be held on no day.",
        wrong: """
            people:
              - id: jane-roe
                names: {latin: [Jane Roe]}
                offices: [{office: minister, country: CU, from: "2020-05-01", to: "2019-05-01"}]
            """,
        mended: """
            people:
              - id: jane-roe
                names: {latin: [Jane Roe]}
                offices: [{office: minister, country: CU, from: "2019-05-01", to: "2020-05-01"}]
            """),
    ProblemEntry(
        "R021", "unknown schema",
        meaning: "The first key of a file says which version of the rule language it is written in. This program reads "
            + "version 1.",
        wrong: """
            schema: 2
            pack: example
            use: [core]
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
            """,
        mended: """
            schema: 1
            pack: example
            use: [core]
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
            """),
    ProblemEntry(
        "R024", "a region that contains itself",
        meaning: "A region contains countries and smaller regions. If one of these contains it in turn, nobody could say "
            + "what belongs to it.",
        wrong: """
            regions:
              "150": {title: Europe, contains: ["154"]}
              "154": {title: Northern Europe, contains: ["150"]}
            """,
        mended: """
            regions:
              "150": {title: Europe, contains: ["154"]}
              "154": {title: Northern Europe, contains: ["NO"]}
            """),
]
