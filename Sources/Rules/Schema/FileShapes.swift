/// Rule files as a whole.
let fileShapes: [Shape] = [
    Shape(
        "rule file",
        "A file is a pack, or a part of one: several files may name the same pack. The order of sections and files does not matter.",
        keys: fileHead + [
            .optional(
                "lexicons", .list(.shape("lexicon")), "Words that rules and frames refer to by one name.",
                example: "[{id: outage, terms: {en: [blackout, power cut]}}]"),
            .optional(
                "entities", .list(.shape("entity")), "Persons, firms, ships: whatever has names of its own.",
                example: "[{id: acme, names: [Acme Shipping]}]"),
            .optional(
                "lists", .list(.shape("list")), "Names of which any one will do, here or in a file of their own.",
                example: "[{id: vessels, names: [Polar Star]}]"),
            .optional(
                "rules", .list(.shape("rule")), "What to watch for.",
                example: "[{id: my-rules.oil, title: Oil, match: {terms: [oil]}}]"),
            .optional(
                "filters", .list(.shape("filter")), "Exclusions laid over rules of other packs.",
                example: "[{id: my-rules.quiet, title: No sports, rules: [ru-latam.*], exclude: [{id: sports, terms: [match day]}]}]"),
        ] + worldKeys,
        example: """
            lexicons:
              - id: outage
                title: Power cuts
                terms: {en: [blackout, power cut]}
            rules:
              - id: example.outage
                title: A power cut
                match: {lexicon: outage}
            """),
    Shape(
        "language file",
        "A file with `language` gives the words of that language. One file of each language has its `profile`.",
        keys: [
            .required("schema", schemaVersion, "The version of the rule language.", example: "1"),
            .required("pack", .id, "The pack that the file belongs to.", example: "core"),
            .required("language", .reference(.language), "The language whose words the file gives, by its ISO 639-1 code.", example: "ar"),
            .optional("use", .oneOrMore(.reference(.pack)), "Packs that this one refers to.", example: "[core]"),
            .optional(
                "profile", .shape("profile"), "How the language is written and ordered, and its small word classes.",
                example: "{name: English, script: Latin}"),
            .optional(
                "inflection", .entries(key: .choice(Inflection.WordKind.self), value: .list(.shape("paradigm"))),
                "How the words of each class are inflected: the longest `ending` that fits the folded word is replaced by each of `forms`.",
                example: #"{noun: [{ending: y, forms: [y, ies]}]}"#),
            .optional(
                "wording", .entries(key: .text, value: .oneOrMore(.text)),
                "What authors call the words of the rule language, in their own language or in other tools; for advice only.",
                example: "{title: [headline, name]}"),
            .optional(
                "countries", .entries(key: .reference(.country), value: .shape("names of country")),
                "What countries are called, by ISO 3166-1 code.", example: "{CU: {names: [Cuba], adjectives: [Cuban]}}"),
            .optional(
                "masks", .oneOrMore(.term),
                "Names that contain a place's name but are something else: a cup, a newspaper, an agreement, a dish.",
                example: "[Copa América]"),
            .optional(
                "bodies", .entries(key: .reference(.body), value: .shape("names of body")),
                "What international bodies are called, by their ids in the world files.", example: "{EU: {names: [European Union]}}"),
            .optional(
                "regions", .entries(key: .reference(.region), value: .shape("names of region")),
                "What regions are called, by UN M49 code.", example: #"{"419": {names: [Latin America]}}"#),
            .optional(
                "offices", .shape("offices"), "How offices are named, and how a phrase that names one is built.",
                example: "{heads: [{office: minister, words: [minister]}]}"),
            .optional(
                "triggers", .list(.shape("trigger")), "The verbs and nouns that report an event, with their frames.",
                example: "[{event: visit, past: [visited], frame: actor V destination}]"),
            .optional(
                "cues", .list(.shape("cue")), "Words that say planned, cancelled, denied and so on.",
                example: "[{status: cancelled, words: [called off]}]"),
            .optional(
                "light-verbs", .shape("light verbs"), "Verbs that only carry a noun, such as `make` a visit.", example: "{past: [made]}"),
            .optional(
                "lexicons", .list(.shape("lexicon")), "Words of this language for lexicons.",
                example: "[{id: sanctions, terms: {en: [sanction]}}]"),
            .optional("entities", .list(.shape("entity")), "As in a file without `language`.", example: "[{id: acme, names: [Acme]}]"),
            .optional("lists", .list(.shape("list")), "As in a file without `language`.", example: "[{id: ships, names: [Polar Star]}]"),
            .optional(
                "rules", .list(.shape("rule")), "As in a file without `language`.",
                example: "[{id: my-rules.oil, title: Oil, match: {terms: [oil]}}]"),
            .optional(
                "markers", .list(.shape("marker")),
                "What begins captions, tag lists, “read also” blocks, cookie and share lines.",
                example: "[{zone: related, opens: block, words: [Read also]}]"),
            .optional("dates", .shape("dates"), "Words of dates.", example: "{months: {2: [February]}}"),
        ],
        example: """
            schema: 1
            pack: example
            language: la
            profile: {name: Latin, script: Latin}
            inflection:
              noun: [{ending: us, forms: [us, i, o, um, os]}]
            countries:
              CU: {names: [Cuba], adjectives: [Cubanus]}
            masks: [nova Cuba]
            triggers:
              - {event: visit, past: [visitavit], frame: actor destination V}
            """),
]

private let schemaVersion = ValueKind.choice(Choices([("1", "The version that this program reads.")]))

private let fileHead: [Shape.Key] = [
    .required("schema", schemaVersion, "The version of the rule language.", example: "1"),
    .required("pack", .id, "The pack that the file belongs to; by custom, the ids of its rules begin with it.", example: "my-rules"),
    .optional(
        "use", .oneOrMore(.reference(.pack)), "Packs that this one refers to; nearly always `core`, what Marsad knows of the world.",
        example: "[core]"),
    .optional(
        "language", .reference(.language), "Makes it a file of a language's words, with other sections: see “language file”.",
        example: "ar"),
]

/// What is the same in all languages; rules of one's own seldom need them.
private let worldKeys: [Shape.Key] = [
    .optional(
        "events", .list(.shape("event type")), "Types of event: who takes part, and what the forms of their verbs say.",
        example: "[{id: visit, title: An official travels, roles: {actor: official, destination: place}}]"),
    .optional(
        "countries", .entries(key: .reference(.country), value: .shape("country")), "Countries, by ISO 3166-1 code.",
        example: "{CU: {title: Cuba}}"),
    .optional(
        "regions", .entries(key: .reference(.region), value: .shape("region")), "Regions and what they contain, by UN M49 code.",
        example: #"{"029": {title: Caribbean, contains: [CU]}}"#),
    .optional(
        "bodies", .entries(key: .reference(.body), value: .shape("body")), "International bodies and their members.",
        example: "{EU: {title: European Union, members: [{country: DE}]}}"),
    .optional(
        "offices", .entries(key: .reference(.office), value: .shape("office")), "Kinds of office.", example: "{minister: {title: minister}}"
    ),
    .optional(
        "codes", .entries(key: .text, value: .shape("code table")),
        "Tables of codes: a tag such as `cameo.042` must be in the one it names.",
        example: #"{cameo: {title: Event codes, codes: {"042": make a visit}}}"#),
    .optional(
        "spelling", .shape("spelling"), "How names vary, for rules with `watchlist`.", example: "{particles: [de, von, bin]}"),
    .optional(
        "people", .list(.shape("person")), "Persons and the offices they hold or held.",
        example: "[{id: jane-roe, names: {latin: [Jane Roe]}}]"),
]
