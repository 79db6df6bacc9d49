/// What several matches are together, and the timelines that test it.
let correlationShapes: [Shape] = [
    Shape(
        "correlation",
        "What matches of other rules must be together. The words are those of Sigma's correlations, with windows, clocks and absence beside them.",
        keys: [
            .required("type", .choice(Correlation.Kind.self), "What is asked of the matches.", example: "event_count"),
            .required(
                "rules", .oneOrMore(.text), "Ids of rules; `*` stands for anything. One after the other for an ordered type.",
                example: "[example.oil, example.gas]"),
            .optional(
                "group-by", .oneOrMore(.reference(.field)), "Matches are put together that have the same values of these fields.",
                example: "[destination.country]"),
            .optional(
                "aliases", .entries(key: .text, value: .entries(key: .reference(.rule), value: .reference(.field))),
                "Names under `group-by` for fields that the rules call differently: of each rule, its field.",
                example: "{place: {example.visit: destination.country, example.call: recipient.country}}"),
            .optional("timespan", .timeSpan, "How long the window is; of a session the greatest length.", example: "24h"),
            .optional(
                "window", .choice(Correlation.Window.Shape.self), "What is looked at together.", example: "tumbling", standard: "sliding"),
            .optional("gap", .timeSpan, "How long nothing comes before a session ends.", example: "6h"),
            .optional(
                "time", .choice(Correlation.Clock.Base.self), "Which of its times a match is placed by.", example: "published",
                standard: "received"),
            .optional(
                "lateness", .timeSpan, "How much later than its time a match may arrive; needed unless the time is `received`.",
                example: "30m"),
            .optional("field", .reference(.field), "The field whose different values `value_count` counts.", example: "actor.country"),
            .optional(
                "independent-by", .choice(Correlation.Independence.self), "What makes two matches one report, which is counted once.",
                example: "story"),
            .optional("condition", .shape("count"), "How many are wanted, where matches are counted.", example: "{gte: 3}"),
        ],
        example: correlationExample),
    Shape(
        "count", "How many are wanted. All that is given must hold.", needs: [.oneOrMore(Threshold.Operator.allCases.map(\.rawValue))],
        keys: Threshold.Operator.allCases.map { .optional($0.rawValue, .number(0...999), $0.meaning, example: "3") } + [
            .optional("field", .reference(.field), "The field of `value_count`, where Sigma writes it.", example: "source")
        ],
        example: correlationExample),
    Shape(
        "timeline", "The test of a correlation: what comes when, and which alerts that must give.",
        keys: [
            .required(
                "timeline", .list(.shape("step")), "What comes, in the order of time.", example: "[{at: 0h, rule: example.oil}, {at: 3h}]"),
            .required("expect", .list(.shape("expected alert")), "The alerts; an empty list for none.", example: "[{at: 3h, count: 2}]"),
            .optional(
                "todo", .text, "What is still wrong. Once the test passes, it fails until `todo` is taken back.", example: "late copies"),
            .optional("because", .text, "Where nothing is expected: why there is no alert.", example: "count 1"),
        ],
        example: correlationExample),
    Shape(
        "step", "Something that comes at a time: an article, a match of a rule, or nothing but the time.",
        keys: [
            .required("at", .text, "How long after the first step (`3h`, `1d12h`), or a date and time.", example: "3h"),
            .optional("published", .text, "When it was published, where that is another time.", example: "1h"),
            .optional("title", .text, "The headline of an article.", example: "Oil is dear"),
            .optional("text", .text, "The text of an article.", example: "Oil is dear."),
            .optional("language", .reference(.language), "The language of the article.", example: "en"),
            .optional("source", .text, "Who published it.", example: "reuters"),
            .optional("outlet", .text, "Where it was published.", example: "example.org"),
            .optional("story", .text, "The story that it is a copy of.", example: "s1"),
            .optional("rule", .reference(.rule), "A match of this rule, instead of an article.", example: "example.oil"),
            .optional(
                "fields", .entries(key: .reference(.field), value: .text), "The fields of that match.",
                example: "{destination.country: CU}"),
        ],
        example: correlationExample),
    Shape(
        "expected alert", "An alert that a timeline must give.",
        keys: [
            .required("at", .text, "How long after the first step, or a date and time.", example: "3h"),
            .optional("count", .number(0...100_000), "How many it counts.", example: "2"),
            .optional(
                "group", .entries(key: .reference(.field), value: .text), "The values of the fields under `group-by`.",
                example: "{destination.country: CU}"),
        ],
        example: correlationExample),
]

private let correlationExample = """
    rules:
      - id: example.oil
        title: Oil
        match: {terms: [oil]}
      - id: example.much-oil
        title: Oil twice in a day
        correlation:
          type: event_count
          rules: example.oil
          timespan: 24h
          condition: {gte: 2}
        tests:
          - timeline:
              - {at: 0h, text: Oil is dear., language: en}
              - {at: 3h, rule: example.oil}
            expect: [{at: 3h, count: 2}]
    """

extension Correlation.Kind: Explained {
    var meaning: String {
        switch self {
        case .eventCount: "So many matches."
        case .valueCount: "So many different values of a field."
        case .temporal: "Each of the rules, in any order."
        case .temporalOrdered: "Each of the rules, one after the other."
        case .absence: "One rule, and then not the other."
        }
    }
}

extension Correlation.Window.Shape: Explained {
    var meaning: String {
        switch self {
        case .sliding: "What is younger than `timespan`, at every moment."
        case .tumbling: "One window after the other, each `timespan` long."
        case .session: "From a first match until none comes for `gap`."
        }
    }
}

extension Correlation.Clock.Base: Explained {
    var meaning: String {
        switch self {
        case .received: "When it came in."
        case .published: "When the article was published."
        case .event: "The day of the event."
        }
    }
}

extension Correlation.Independence: Explained {
    var meaning: String {
        switch self {
        case .story: "Copies of one story."
        case .source: "The same source."
        case .outlet: "The same outlet."
        }
    }
}

extension Threshold.Operator: Explained {
    var meaning: String {
        switch self {
        case .gt: "More than so many."
        case .gte: "So many at least."
        case .lt: "Fewer than so many."
        case .lte: "So many at most."
        case .eq: "Exactly so many."
        case .neq: "Any number but this."
        }
    }
}
