import Diagnostics

/// Codes of mistakes in correlations and their timelines: C001 and on.
let correlationProblemEntries: [ProblemEntry] = [
    entry(
        "C001", "a correlation beside another body",
        meaning: "A rule says one thing: what text to match, what event to report, or what several matches make together.",
        wrong: "match: {terms: [oil]}\n    correlation: {type: event_count, rules: [example.a], timespan: 1h, condition: {gte: 3}}",
        mended: "correlation: {type: event_count, rules: [example.a], timespan: 1h, condition: {gte: 3}}"),
    entry(
        "C002", "a key that does not fit the type",
        meaning:
            "Each type of correlation has the keys that mean something to it: what must match in a `temporal` one stands under `rules`, so a "
            + "`condition` would say nothing. What is about the text of one article belongs into the rules that are referred to.",
        wrong: "correlation: {type: temporal, rules: [example.a, example.b], timespan: 1h, condition: {gte: 2}}",
        mended: "correlation: {type: temporal, rules: [example.a, example.b], timespan: 1h}"),
    ProblemEntry(
        "C003", "correlations in a circle",
        meaning: "A correlation may refer to others, but not, through them, to itself: none of them could ever be the first to hold.",
        wrong: rules(
            ("example.c", "correlation: {type: event_count, rules: [example.d], timespan: 1h, condition: {gte: 2}}"),
            ("example.d", "correlation: {type: event_count, rules: [example.c], timespan: 1h, condition: {gte: 2}}")),
        mended: rules(
            ("example.c", "correlation: {type: event_count, rules: [example.d], timespan: 1h, condition: {gte: 2}}"),
            ("example.d", "correlation: {type: event_count, rules: [example.a], timespan: 1h, condition: {gte: 2}}"))),
    entry(
        "C004", "a field that one of the rules lacks",
        meaning:
            "Matches are put into groups by their fields. A rule about text has no roles of an event, so its matches could never be in a group "
            + "that a role makes.",
        wrong: "correlation: {type: event_count, rules: [example.a], group-by: [destination.country], timespan: 1h, condition: {gte: 3}}",
        mended:
            "correlation: {type: event_count, rules: [example.visit], group-by: [destination.country], timespan: 1h, condition: {gte: 3}}"),
    entry(
        "C005", "a condition that no count fulfils",
        meaning:
            "All parts of a `condition` must hold together, and only windows with a match are looked at: what does not come is told by "
            + "`type: absence`.",
        wrong: "correlation: {type: event_count, rules: [example.a], timespan: 1h, condition: {gte: 3, lt: 2}}",
        mended: "correlation: {type: event_count, rules: [example.a], timespan: 1h, condition: {gte: 3}}"),
    entry(
        "C006", "an upper bound in a window that never ends",
        meaning: "That there are fewer than so many matches is known only when the window is over, and a sliding window never is.",
        wrong: "correlation: {type: event_count, rules: [example.a], timespan: 1d, condition: {lt: 3}}",
        mended: "correlation: {type: event_count, rules: [example.a], timespan: 1d, window: tumbling, condition: {lt: 3}}"),
    entry(
        "C007", "too few or too many rules",
        meaning: "`temporal` and `temporal_ordered` need two rules or more; `absence` one that begins the wait and one that ends it.",
        wrong: "correlation: {type: temporal, rules: [example.a], timespan: 1h}",
        mended: "correlation: {type: temporal, rules: [example.a, example.b], timespan: 1h}"),
    entry(
        "C008", "a rule named twice",
        meaning: "A match counts in one place. With a rule named twice, also through a `*`, it would be unclear in which.",
        wrong: "correlation: {type: event_count, rules: [\"example.*\", example.a], timespan: 1h, condition: {gte: 3}}",
        mended: "correlation: {type: event_count, rules: [\"example.*\"], timespan: 1h, condition: {gte: 3}}"),
    entry(
        "C009", "a `*` that fits no rule, or too many",
        meaning: "No id of a loaded rule fits. Correlations are not meant by a `*`, so that a new one never becomes part of itself. "
            + "All correlations together may refer to a million rules.",
        wrong: "correlation: {type: event_count, rules: [\"exmaple.*\"], timespan: 1h, condition: {gte: 3}}",
        mended: "correlation: {type: event_count, rules: [\"example.*\"], timespan: 1h, condition: {gte: 3}}"),
    entry(
        "C010", "a condition that the first match fulfils",
        meaning: "A rule that one match makes true is no correlation. To hear of something once a day, give the rule itself `quiet: 24h`.",
        wrong: "correlation: {type: event_count, rules: [example.a], timespan: 1h, condition: {gte: 1}}",
        mended: "correlation: {type: event_count, rules: [example.a], timespan: 1h, condition: {gte: 2}}"),
    timeline(
        "C011", "a timeline that cannot be run",
        meaning: "The test of a correlation is a `timeline` of steps, and `expect`: the alerts that it must give, or `[]` for none.",
        wrong: "{timeline: [{at: 0h, rule: example.a}, {at: 1h, rule: example.a}]}",
        mended: "{timeline: [{at: 0h, rule: example.a}, {at: 1h, rule: example.a}], expect: []}"),
    timeline(
        "C012", "steps that go back in time",
        meaning: "Steps are the arrivals of articles, in their order. An article that arrives late has an earlier `published`.",
        wrong: "{timeline: [{at: 2h, rule: example.a}, {at: 1h, rule: example.a}], expect: []}",
        mended: "{timeline: [{at: 1h, rule: example.a}, {at: 2h, rule: example.a}], expect: []}"),
    timeline(
        "C013", "a step of a rule that the correlation does not refer to",
        meaning: "A step may name a match instead of a text. It must be of a rule under `rules`, or of one that those refer to.",
        wrong: "{timeline: [{at: 0h, rule: example.b}], expect: []}",
        mended: "{timeline: [{at: 0h, rule: example.a}], expect: []}"),
    timeline(
        "C014", "a field that the group does not have",
        meaning: "The alert of a correlation has the fields of its `group-by`, and no others: its articles may differ in all else.",
        wrong: "{timeline: [{at: 0h, rule: example.a}], expect: [{at: 0h, group: {sourc: a}}]}",
        mended: "{timeline: [{at: 0h, rule: example.a}], expect: [{at: 0h, group: {source: a}}]}"),
]

private func entry(_ code: Diagnostic.Code, _ title: String, meaning: String, wrong: String, mended: String) -> ProblemEntry {
    ProblemEntry(code, title, meaning: meaning, wrong: rules(("example.many", wrong)), mended: rules(("example.many", mended)))
}

private func timeline(_ code: Diagnostic.Code, _ title: String, meaning: String, wrong: String, mended: String) -> ProblemEntry {
    let body =
        "correlation: {type: event_count, rules: [example.a], group-by: [source], timespan: 1h, condition: {gte: 2}}\n    tests:\n      - "
    return entry(code, title, meaning: meaning, wrong: body + wrong, mended: body + mended)
}

/// Rules by id and body, behind two about text and one about an event.
private func rules(_ more: (id: String, body: String)...) -> String {
    let plain = [
        ("example.a", "match: {terms: [oil]}"), ("example.b", "match: {terms: [gas]}"), ("example.visit", "event: {type: visit}"),
    ]
    return "rules:\n" + (plain + more).map { "  - id: \($0.0)\n    title: A rule\n    \($0.1)\n" }.joined()
}
