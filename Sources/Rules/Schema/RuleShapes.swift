import Analysis

/// Rules, and what stands inside them.
let ruleShapes: [Shape] = [
    Shape(
        "rule",
        "What to watch for, and what to tell when it is found. A rule has a `match` about the text, an `event`, a `watchlist` "
            + "of names, or a `correlation` of other rules.",
        needs: [.exactlyOne(["match", "event", "watchlist", "correlation"])],
        keys: [
            .required(
                "id", .id, "Names the rule in alerts, tests and commands; by custom, `pack.name`. It must be the only one of its name.",
                example: "energy.outage-in-cuba"),
            .required("title", .text, "What the rule watches for, in words for the reader of an alert.", example: "A power cut in Cuba"),
            .optional("status", .choice(Rule.Status.self), "How far the rule may be trusted.", example: "stable", standard: "experimental"),
            .optional("level", .choice(Rule.Level.self), "How much an alert of it matters.", example: "high", standard: "medium"),
            .optional(
                "tags", .oneOrMore(.text), "Labels that alerts carry, such as PLOVER types and CAMEO codes.",
                example: "[plover.CONSULT, cameo.042]"),
            .optional(
                "revision", .number(1...1_000_000), "Raise it when the rule comes to mean something else: alerts then get new ids.",
                example: "2", standard: "1"),
            .optional(
                "languages", .oneOrMore(.reference(.language)), "Only articles in these languages; all of them when left out.",
                example: "[ar, en]"),
            .optional(
                "scope", .oneOrMore(.choice(Zone.self)), "The parts of the page it looks at. Page noise is never looked at unless named.",
                example: "[title, lead, body, caption]", standard: "[title, lead, body]"),
            .optional(
                "description", .oneOrMore(.text), "Why the rule is there, and what it does not find.", example: "Ministers and above."),
            .optional("author", .oneOrMore(.text), "Who wrote it.", example: "Jane Roe"),
            .optional(
                "references", .oneOrMore(.text), "Where to read more: reports, pages, tickets.", example: "[https://example.org/report]"),
            .optional("date", .day, "When it was written.", example: "2026-01-10"),
            .optional("modified", .day, "When it was last changed.", example: "2026-03-02"),
            .optional(
                "falsepositives", .oneOrMore(.text), "What it finds and should not, for the reader of an alert.", example: "[obituaries]"),
            .optional("license", .oneOrMore(.text), "On which terms others may use it.", example: "CC-BY-4.0"),
            .optional("enabled", .flag, "Whether it is run.", example: "false", standard: "true"),
            .optional(
                "expires", .day, "The last day on which it is run; a month or a year counts to its last day.", example: "2027-06-30"),
            .optional(
                "related", .list(.either(.reference(.rule), .shape("related rule"))),
                "Other rules, and what they are to this one; an id alone is a similar rule.",
                example: "[{id: my-rules.old-visit, type: obsolete}]"),
            .optional("match", .shape("condition"), "What must stand in the text.", example: "{all: [{lexicon: outage}, {country: CU}]}"),
            .optional(
                "event", .shape("event"), "The event that must be reported.",
                example: "{type: visit, actor: {country: RU}, destination: {country: CU}}"),
            .optional(
                "watchlist", .shape("watchlist"), "Names that must stand in the text, or nearly.",
                example: "{lists: [sanctioned], spelling: fuzzy}"),
            .optional(
                "correlation", .shape("correlation"), "What matches of other rules must be together.",
                example: "{type: event_count, rules: [example.oil], timespan: 24h, condition: {gte: 3}}"),
            .optional(
                "exclude", .list(.shape("exclusion")), "What takes evidence away from the rule; without evidence there is no alert.",
                example: "[{id: film, terms: {en: [blackout poetry]}}]"),
            .optional(
                "alert", .shape("alert"), "What is told, and when two alerts are the same.",
                example: #"{message: "{actor} → {destination}", quiet: 24h}"#),
            .optional(
                "tests", .list(.shapeIf(has: "timeline", "timeline", else: "test")),
                "Texts that the rule must, or must not, find; `marsad test` runs them.",
                example: "[{match: A blackout left Havana dark., language: en}]"),
        ],
        example: """
            rules:
              - id: example.minister-in-cuba
                title: A Russian minister visits Cuba
                status: experimental
                level: high
                event:
                  type: visit
                  actor: {office: minister, country: RU}
                  destination: {country: CU}
                alert: {message: "{actor} → {destination} ({status})"}
                tests:
                  - match: The Russian minister Sergey Lavrov visited Cuba.
                    language: en
            """),
    Shape(
        "alert", "What becomes of a match.",
        keys: [
            .optional(
                "message", .text,
                "The line that people read. `{title}` and `{article}` are the titles of the rule and the article; in a rule with `event`, "
                    + "`{type}`, `{status}`, `{date}`, a role (`{actor}`) or a field of it (`{actor.country}`) are filled in as well; "
                    + "in a rule with `watchlist`, `{caption}`, `{name}`, `{score}`, `{list}`, `{entry}`.",
                example: #""{actor} → {destination} ({status})""#, standard: #""{title}""#),
            .optional(
                "dedupe", .oneOrMore(.reference(.field)),
                "The fields that tell two alerts of one article apart; country and office of each role and the status, or "
                    + "list and entry of a watch-list, when left out.",
                example: "[actor, destination.country, status]"),
            .optional("quiet", .timeSpan, "How long an alert with the same fields is kept back.", example: "24h"),
        ],
        example: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
                alert: {message: "Oil: {article}", quiet: 12h}
            """),
    Shape(
        "exclusion",
        "Takes evidence away: what it finds itself and what overlaps that; with `within` or `near`, also what stands around it. "
            + "Several conditions in one exclusion are alternatives: any of them takes evidence away.",
        needs: [.oneOrMore(["near", "before", "after", "containing", "not-containing"] + neededConditions(but: "near"))],
        keys: [
            .required("id", .id, "Names it in explanations and in `because: exclude …` of tests.", example: "film"),
            .optional(
                "within", .choice(Bounds.Window.self), "How much of the article it takes away where it holds.", example: "sentence"),
            .optional(
                "near", .shape("near of exclusion"), "Takes away what stands near, or a role of the event.",
                example: "{role: actor, lexicon: former, distance: 2}"),
            .optional(
                "before", .shape("near of exclusion"), "Takes away what stands before it in the same sentence.",
                example: "{terms: [poetry], distance: 1}"),
            .optional(
                "after", .shape("near of exclusion"), "Takes away what stands after it in the same sentence.",
                example: "{terms: [film], distance: 1}"),
            .optional(
                "containing", .shape("containing of exclusion"), "Takes away what contains it.", example: "{terms: [investment]}"),
            .optional(
                "not-containing", .shape("containing of exclusion"), "Takes away what does not contain it.", example: "{terms: [central]}"),
        ] + conditionKeys(but: "near"),
        example: """
            rules:
              - id: example.bank
                title: Banks
                match: {terms: [bank]}
                exclude:
                  - {id: river, terms: [river bank]}
                  - {id: blood, terms: [blood], within: sentence}
            """),
    Shape(
        "near of exclusion",
        "What stands near (`near`), after (`before`) or before (`after`) the evidence that an exclusion takes away.",
        needs: [.oneOrMore(neededConditions(but: "near"))],
        keys: [
            .optional(
                "role", .reference(.role), "The role of the event that is taken away; evidence of any kind when left out.", example: "actor"
            ),
            .optional(
                "distance", .number(0...100), "How many words may stand between.", example: "2", standard: "3"),
        ] + conditionKeys(but: "near"),
        example: """
            rules:
              - id: example.visit
                title: A visit to Cuba
                event: {type: visit, destination: {country: CU}}
                exclude:
                  - {id: former-minister, near: {role: actor, lexicon: former, distance: 2}}
            """),
    Shape(
        "containing of exclusion", "What the evidence must contain, or must not, for an exclusion to take it away.",
        needs: [.oneOrMore(neededConditions(but: "near"))],
        keys: [
            .optional(
                "role", .reference(.role), "The role of the event that is looked at; evidence of any kind when left out.", example: "actor")
        ] + conditionKeys(but: "near"),
        example: """
            rules:
              - id: example.bank
                title: Banks
                match: {terms: [bank, investment bank]}
                exclude:
                  - {id: investment, containing: {terms: [investment]}}
            """),
    Shape(
        "related rule", "Another rule, and what it is to this one.",
        keys: [
            .required(
                "id", .reference(.rule), "The other rule; it need not be there any more where the type says so.",
                example: "my-rules.old-visit"),
            .required("type", .choice(Rule.Related.Kind.self), "What it is to this rule.", example: "obsolete"),
        ],
        example: """
            rules:
              - id: example.oil
                title: Oil
                related: [{id: example.petroleum, type: renamed}]
                match: {terms: [oil]}
            """),
    Shape(
        "filter", "Exclusions laid over rules that somebody else wrote, without touching their files.",
        keys: [
            .required("id", .id, "Names it in explanations: `exclude filter-id/exclusion-id`.", example: "my-rules.quiet"),
            .required("title", .text, "What it keeps away.", example: "No sports"),
            .optional("enabled", .flag, "Whether it is used.", example: "false", standard: "true"),
            .required(
                "rules", .oneOrMore(.text), "Ids of the rules, of this pack or those that it uses; `*` stands for anything.",
                example: #"["ru-latam.*"]"#),
            .required(
                "exclude", .list(.shape("exclusion")), "What takes evidence away from them.", example: "[{id: sports, terms: [match day]}]"),
        ],
        example: """
            rules:
              - id: example.oil
                title: Oil
                match: {terms: [oil]}
            filters:
              - id: example.kitchen
                title: No cooking
                rules: ["example.*"]
                exclude: [{id: olive, terms: [olive oil]}]
            """),
    Shape(
        "test",
        "A text and what the rule must make of it. One line is a paragraph of the body, and the lead if it has nine words; of several lines the first is the headline.",
        needs: [.exactlyOne(["match", "no-match", "todo"]), .with("todo", "text")],
        keys: [
            .optional("match", .text, "A text that the rule must find.", example: "A blackout left Havana dark."),
            .optional("no-match", .text, "A text that the rule must not find.", example: "Blackout poetry is in fashion."),
            .optional(
                "todo", .choice(RuleTest.Expectation.self),
                "A known miss, its text under `text`. Once it passes, the test fails until `todo` is taken back.",
                example: "match"),
            .optional("text", .text, "The text of a `todo`.", example: "Havana sat in the dark."),
            .optional(
                "title", .text, "The headline over the text, which is then the body of an article.", example: "Power cut in Cuba"),
            .optional("source", .text, "The source that the text comes from.", example: "reuters"),
            .optional(
                "language", .reference(.language), "The language of the text; it is told from the words when left out.", example: "en"),
            .optional(
                "published", .moment, "When the text is taken to be published: who holds an office depends on it.", example: "2024-02-19"),
            .optional(
                "because", .text, "With `no-match`: the condition that must be the failing one, as `marsad explain` calls it.",
                example: "exclude film"),
            .optional(
                "expect",
                .entries(key: .reference(.field), value: .either(.oneOrMore(.text), .entries(key: .text, value: .oneOrMore(.text)))),
                "With `match`: fields of the event with a value or several that will do, dotted or nested (`none` for a field that must be "
                    + "empty); `evidence`, whole pieces of what the match stands on; `count`, how many events, or how many places.",
                example: "{destination.country: CU, status: [ongoing, completed], evidence: [visited], count: 1}"),
        ],
        example: """
            rules:
              - id: example.visit
                title: A visit to Cuba
                event: {type: visit, destination: {country: CU}}
                tests:
                  - match: The Russian minister visited Cuba.
                    language: en
                    expect: {destination.country: CU, status: completed}
                  - no-match: The Russian minister praised Cuba.
                    language: en
                  - todo: match
                    text: The Russian minister was welcomed in Havana.
                    language: en
            """),
]
