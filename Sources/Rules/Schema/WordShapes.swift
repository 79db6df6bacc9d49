/// Words that rules refer to: lexicons, entities, lists.
let wordShapes: [Shape] = [
    Shape(
        "lexicon",
        "Words that rules and frames refer to by one name. The language files of a pack may each give a part of the same lexicon.",
        needs: [.oneOrMore(["terms", "guarded"])],
        keys: [
            .required("id", .id, "The name by which rules refer to it.", example: "outage"),
            .optional("title", .text, "What it is about, for people.", example: "Power cuts"),
            .optional("terms", .terms, "The words, by language.", example: "{en: [blackout, power cut, outage*], ar: [انقطاع التيار]}"),
            .optional(
                "guarded", .list(.shape("guarded terms")), "Words that only count in one of their senses.",
                example: "[{terms: {en: [blockade]}, requires: [{mention: country}]}]"),
        ],
        example: """
            lexicons:
              - id: siege
                title: Sieges and blockades
                terms: {en: [siege]}
                guarded:
                  - terms: {en: [blockade]}
                    requires: [{mention: country}]
            """),
    Shape(
        "guarded terms", "Words that count only where what stands around them shows the sense that is meant. They belong to one language.",
        keys: [
            .required("terms", .terms, "The words, under their language.", example: "{en: [blockade]}"),
            .optional("requires", .list(.shape("guard")), "One of these must hold.", example: "[{mention: country}]"),
            .optional("unless", .list(.shape("guard")), "None of these may hold.", example: "[{words: [beta], distance: 2}]"),
        ],
        example: """
            lexicons:
              - id: siege
                guarded:
                  - terms: {en: [blockade]}
                    unless: [{words: [beta], side: before, distance: 2}]
            """),
    Shape(
        "guard", "What must, or must not, stand near a word.", needs: [.oneOrMore(["mention", "office", "words"])],
        keys: [
            .optional("mention", .oneOrMore(.choice(Guard.MentionKind.self)), "Any of these kinds of mention.", example: "[country, body]"),
            .optional("office", .oneOrMore(.reference(.office)), "Somebody in one of these offices.", example: "[ambassador]"),
            .optional("words", .oneOrMore(.term), "Any of these words.", example: "[against, on]"),
            .optional("side", .choice(Guard.Side.self), "On which side.", example: "after", standard: "either"),
            .optional(
                "distance", .number(1...100), "At most so many words away; anywhere in the sentence when left out.", example: "4"),
            .optional(
                "by", .oneOrMore(.text), "The mention must be introduced by one of these words or proclitics.", example: "[against]"),
            .optional(
                "within", .choice(Choices([("sentence", "The same sentence; a guard never looks further.")])), "How far it looks.",
                example: "sentence", standard: "sentence"),
        ],
        example: """
            lexicons:
              - id: pressure
                guarded:
                  - terms: {en: [pressure]}
                    requires: [{mention: [country, body], by: [on], side: after, distance: 4}]
            """),
    Shape(
        "entity", "A person, a firm, a ship: whatever has names of its own and is not in the core.",
        keys: [
            .required("id", .id, "The name by which rules refer to it.", example: "acme"),
            .optional("title", .text, "What people call it.", example: "Acme Shipping Ltd"),
            .required("names", .terms, "Full names, each enough by itself.", example: "[Acme Shipping]"),
            .optional("weak", .terms, "Names that count only where a full one stands in the article too.", example: "[Acme]"),
            .optional(
                "type", .choice(NameKind.self), "What it is, for rules with `watchlist`.", example: "organization", standard: "unknown"),
            .optional(
                "countries", .oneOrMore(.reference(.country)), "Countries whose names near a weak name make it count in a `watchlist`.",
                example: "[PA]"),
            .optional(
                "offices", .list(.shape("office held")), "Offices of a person, by which an office near a weak name makes it count.",
                example: "[{office: minister, country: RU, from: 2020}]"),
        ],
        example: """
            entities:
              - {id: acme, title: Acme Shipping Ltd, names: [Acme Shipping], weak: [Acme]}
            """),
    Shape(
        "list", "Names of which any one will do: written here, or in a file beside this one or in a folder below.",
        needs: [.oneOrMore(["names", "file"]), .with("format", "file"), .with("columns", "file"), .with("header", "file")],
        keys: [
            .required("id", .id, "The name by which rules refer to it.", example: "vessels"),
            .optional("title", .text, "What is on the list.", example: "Vessels under sanctions"),
            .optional("names", .terms, "The names, each enough by itself.", example: "[Polar Star, Evening Tide]"),
            .optional("file", .text, "The path of a file with the names, from this file's folder; never out of it.", example: "names.csv"),
            .optional(
                "format", .choice(Choices(listFormats.map { ($0.name, $0.meaning) })),
                "How the file is written; told from its ending and first bytes when left out.", example: "csv"),
            .optional(
                "columns", .shape("columns"), "Where the file has what.", example: "{id: No, name: Full name, aliases: [aka1, aka2]}"),
            .optional("header", .flag, "Whether the first record of a table names its columns.", example: "false", standard: "true"),
            .optional(
                "type", .choice(NameKind.self), "What is on the list, where its file does not say, for rules with `watchlist`.",
                example: "person", standard: "unknown"),
        ],
        example: """
            lists:
              - {id: vessels, title: Vessels, names: [Polar Star, Evening Tide]}
            """),
]
