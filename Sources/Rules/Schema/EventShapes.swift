/// The `event` of a rule.
let eventShapes: [Shape] = [
    Shape(
        "event",
        "An event that must be reported, and who must take part in it. Each type of event has its own roles; a role that is left out may be "
            + "anybody's, or nobody's.",
        keys: [
            .required("type", .reference(.eventType), "What happens.", example: "visit"),
            .optional(
                "status", .oneOrMore(.choice(EventStatus.self)), "How real it must be: any of these.",
                example: "[planned, ongoing]", standard: "[planned, ongoing, completed]"),
            .optional(
                "attribution", .oneOrMore(.choice(Attribution.Kind.self)), "Who may say so: any of these.", example: "[outlet, stated]",
                standard: "[outlet, stated, quoted, alleged]"),
            .optional(
                "within", .choice(Bounds.Window.self), "Where in the article it must be reported: `title` or `lead`.", example: "lead"),
        ],
        others: .init(
            names: .role, value: .shape("role"),
            meaning: "Who fills a role of the event, such as `actor`, `destination`, `recipient`, `host`.",
            example: "{country: RU, office: minister}"),
        example: """
            rules:
              - id: example.planned-visit
                title: Somebody will go to Latin America
                event:
                  type: visit
                  destination: {region: "419"}
                  status: planned
            """),
    Shape(
        "role",
        "Who fills a role of the event. Each key that is given must hold; of several values under one key, one.",
        needs: [.oneOrMore(["country", "region", "office", "portfolio", "body", "person"])],
        keys: [
            .optional(
                "country", .oneOrMore(.reference(.country)), "Of, or in, one of these countries, by ISO 3166-1 code.", example: "[RU, BY]"),
            .optional(
                "region", .oneOrMore(.reference(.region)), "In one of these regions, by UN M49 code; quote it to keep its zeros.",
                example: #""419""#),
            .optional("office", .oneOrMore(.reference(.office)), "In one of these offices on the day.", example: "minister"),
            .optional("portfolio", .oneOrMore(.reference(.portfolio)), "In charge of one of these.", example: "[foreign, energy]"),
            .optional("body", .oneOrMore(.reference(.body)), "One of these international bodies, or an official of it.", example: "EU"),
            .optional("person", .oneOrMore(.reference(.person)), "One of these persons, by the ids of the core.", example: "sergey-lavrov"),
        ],
        example: """
            rules:
              - id: example.lavrov
                title: Lavrov travels
                event:
                  type: visit
                  actor: {person: sergey-lavrov}
            """),
]
