/// What is the same in all languages; the core has it, and rules of one's own seldom add to it.
let worldShapes: [Shape] = [
    Shape(
        "event type", "A type of event: who takes part in it, and what the forms of its verbs say of its status.",
        keys: [
            .required("id", .id, "The name by which rules and triggers refer to it.", example: "visit"),
            .required("title", .text, "What happens.", example: "An official travels to a place"),
            .required(
                "roles", .entries(key: .reference(.role), value: .choice(RoleKind.self)),
                "Who takes part, the most important first, and what kind of mention may fill each role.",
                example: "{actor: official, destination: place, host: power}"),
            .optional("tags", .oneOrMore(.text), "PLOVER types and CAMEO codes of the event.", example: "[plover.CONSULT, cameo.042]"),
            .optional(
                "governs", .flag,
                "Whether a mention beside its triggers is less likely a role of another type (`said that he would visit`).",
                example: "false", standard: "true"),
            .optional(
                "mutual", .flag, "Its first two roles, of one kind, say the same either way round: who meets whom.", example: "true",
                standard: "false"),
            .optional(
                "international", .flag, "Its first two roles are of different countries, and no private person fills them.",
                example: "true",
                standard: "false"),
            .optional(
                "punctual", .flag, "It is planned or completed, never going on.", example: "true", standard: "false"),
            .optional(
                "headline", .flag, "The first role and a place may stand beside each other in a headline, without a verb.", example: "true",
                standard: "false"),
            .optional("implies", .reference(.eventType), "The event that this one implies of whoever is not at home.", example: "visit"),
            .optional("sense", .reference(.lexicon), "A word of this lexicon must stand there, in its sense.", example: "sanctions"),
            .optional(
                "status", statusByForm, "What the form of a trigger says by default: one status, or one for each form.",
                example: "{present: completed, noun: ongoing}"),
            .optional(
                "triggers", .entries(key: .reference(.language), value: .list(.shape("trigger of an event"))),
                "The verbs and nouns that report it, by language, where one file is to say all of it.",
                example: "{en: [{past: [landed], frame: actor V in destination}]}"),
            .optional("not", .terms, "Phrases that look like it and are none.", example: "{en: [visit our website]}"),
        ],
        example: """
            events:
              - id: summit
                title: Officials meet at a summit
                roles: {actor: official, recipient: official}
                implies: visit
                status: {noun: planned}
            """),
    Shape(
        "code table", "Codes that tags may name.",
        keys: [
            .required("title", .text, "Whose codes they are.", example: "Event codes"),
            .required(
                "codes", .entries(key: .text, value: .text), "Each code with what it stands for.", example: #"{"042": make a visit}"#),
        ],
        example: """
            codes:
              desk: {title: Desks of our newsroom, codes: {americas: the Americas}}
            """),
    Shape(
        "country", "A country.", keys: [.required("title", .text, "Its name in English, for alerts.", example: "Cuba")],
        example: """
            countries:
              MX: {title: Mexico}
            """),
    Shape(
        "region", "A region of the world, by UN M49.",
        keys: [
            .required("title", .text, "Its name in English, for alerts.", example: "Caribbean"),
            .optional(
                "contains", .oneOrMore(.either(.reference(.country), .reference(.region))), "Countries and smaller regions in it.",
                example: #"[CU, "005"]"#),
        ],
        example: """
            countries:
              MX: {title: Mexico}
            regions:
              "013": {title: Central America, contains: [MX]}
            """),
    Shape(
        "body", "An international body.",
        keys: [
            .required("title", .text, "Its name in English, for alerts.", example: "European Union"),
            .optional("members", .list(.shape("member")), "Countries that are or were members.", example: "[{country: DE, from: 1958}]"),
        ],
        example: """
            bodies:
              BRICS: {title: BRICS, members: [{country: RU, from: "2009-06"}]}
            """),
    Shape(
        "member", "A country's time in a body.",
        keys: [
            .required("country", .reference(.country), "The country.", example: "DE"),
            .optional("from", .day, "The first day; a month or a year counts from its first day.", example: "1958"),
            .optional("to", .day, "The last day; a month or a year counts to its last day.", example: "2020-01-31"),
        ],
        example: """
            bodies:
              BRICS: {title: BRICS, members: [{country: BR, from: "2009", to: "2040"}]}
            """),
    Shape(
        "office", "A kind of office, the same in all countries.",
        keys: [
            .required("title", .text, "What it is called in English.", example: "deputy minister"),
            .optional(
                "official", .flag, "Whether whoever holds it speaks or acts for a state.", example: "false", standard: "true"),
            .optional("travels", .flag, "Whether it may go somewhere; an institution may not.", example: "false", standard: "true"),
            .optional(
                "single", .flag, "Whether one person at a time holds it in a country, for a portfolio.", example: "true", standard: "false"),
            .optional("private", .flag, "Whether whoever holds it acts for no state and no body.", example: "true", standard: "false"),
            .optional(
                "resides", .flag, "Whether whoever holds it lives abroad, so that to be in another country is no journey.", example: "true",
                standard: "false"),
            .optional("kind", .choice(OfficeKind.self), "What grammar makes of it, where it is no common office.", example: "delegation"),
            .optional("deputy-of", .reference(.office), "The office that this one is the deputy of.", example: "minister"),
        ],
        example: """
            offices:
              consul: {title: consul}
              vice-consul: {title: vice consul, deputy-of: consul}
            """),
    Shape(
        "person", "A person and the offices he or she holds or held.",
        keys: [
            .required("id", .id, "The name by which rules refer to the person; alerts have it as `entity`.", example: "sergey-lavrov"),
            .required(
                "names", .entries(key: .reference(.languageOrLatin), value: .oneOrMore(.term)),
                "Full names by language; `latin` stands for all languages in Latin script.",
                example: "{latin: [Sergey Lavrov], ru: [Сергей Лавров]}"),
            .optional(
                "weak", .entries(key: .reference(.languageOrLatin), value: .oneOrMore(.term)),
                "Surnames, which other people have too: they count where the office or the full name stands near.",
                example: "{latin: [Lavrov], ru: [Лавров]}"),
            .optional(
                "offices", .list(.shape("office held")), "Offices with their times.",
                example: "[{office: minister, portfolio: foreign, country: RU, from: 2004-03-09}]"),
        ],
        example: """
            people:
              - id: jane-roe
                names: {latin: [Jane Roe]}
                weak: {latin: [Roe]}
                offices: [{office: president, country: BR, from: "2031-01-01", to: "2034"}]
            """),
    Shape(
        "office held", "An office that a person holds or held.",
        keys: [
            .required("office", .reference(.office), "The office.", example: "minister"),
            .optional("portfolio", .reference(.portfolio), "What the office is in charge of.", example: "foreign"),
            .optional("country", .reference(.country), "The country whose office it is.", example: "RU"),
            .optional("body", .reference(.body), "The body whose office it is.", example: "UN"),
            .optional("from", .day, "The first day; a month or a year counts from its first day.", example: "2004-03-09"),
            .optional("to", .day, "The last day; still in office when left out.", example: "2008"),
            .optional(
                "shared", .flag, "Somebody else holds the office at the same time, and that is no mistake; for whoever checks the data.",
                example: "true", standard: "false"),
        ],
        example: """
            people:
              - id: jane-roe
                names: {latin: [Jane Roe]}
                offices: [{office: minister, portfolio: foreign, country: BR, from: "2031"}]
            """),
]

/// One status, or one for each form of a trigger.
let statusByForm = ValueKind.either(
    .choice(EventStatus.self), .entries(key: .choice(TriggerForm.self), value: .choice(EventStatus.self)))
