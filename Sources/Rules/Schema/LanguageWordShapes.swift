import Articles
import Analysis

/// Words of a language that report events, say how real they are, tell dates and mark page noise.
let languageWordShapes: [Shape] = [
    Shape(
        "trigger",
        "Verbs or nouns that report an event, and where their roles stand. One form at least, and one frame.",
        needs: triggerNeeds,
        keys: [.required("event", .reference(.eventType), "The event that they report.", example: "visit")] + triggerKeys,
        example: """
            schema: 1
            pack: example
            language: en
            triggers:
              - event: visit
                past: [toured]
                future: [will tour]
                frame: actor V destination
                unless: [{words: [museum], side: after, distance: 4}]
              - {event: visit, past: [hosted], frame: host V actor, destination-of: host}
            """),
    Shape(
        "trigger of an event", "The same inside of an event type, which says itself what they report.", needs: triggerNeeds,
        keys: triggerKeys,
        example: """
            events:
              - id: landing
                title: An official lands somewhere
                roles: {actor: official, destination: place}
                triggers:
                  en: [{past: [landed], frame: actor V in destination}]
                not: {en: [landed a job]}
            """),
    Shape(
        "role of a frame", "Where a role stands, in the long form of a frame. Roles are written outward from the trigger on each side.",
        keys: [
            .required("side", .choice(LanguageProfile.Side.self), "Its side of the trigger.", example: "after"),
            .optional("or", .choice(LanguageProfile.Side.self), "The other side, where it may stand as well.", example: "before"),
            .optional("by", .oneOrMore(.text), "Words or proclitics that introduce it.", example: "[to, in]"),
            .optional(
                "direct", .flag, "Whether it may stand without them; it must where there are none.", example: "true",
                standard: "false"),
            .optional("optional", .flag, "Whether the frame holds without it.", example: "true", standard: "false"),
        ],
        example: """
            schema: 1
            pack: example
            language: en
            triggers:
              - event: visit
                past: [flew]
                frame: {actor: {side: before, or: after}, destination: {side: after, by: [to, into]}}
            """),
    Shape(
        "cue",
        "Words that say how real an event is. They stand in the clause of the trigger. When several hold, the status that comes first in the list of statuses counts.",
        keys: [
            .required("status", .choice(CuesSection.Sign.self), "What they say.", example: "cancelled"),
            .required("words", .oneOrMore(.term), "The words, in all their forms.", example: "[called off, cancelled]"),
            .optional("side", .choice(Guard.Side.self), "On which side of the trigger they stand.", example: "either", standard: "before"),
            .optional("distance", .number(1...60), "At most so many words from the trigger.", example: "6", standard: "8"),
        ],
        example: """
            schema: 1
            pack: example
            language: en
            cues:
              - {status: cancelled, words: [called off], side: either, distance: 6}
            """),
    Shape(
        "light verbs", "Verbs that only carry a noun, such as `make` a visit, by form.",
        keys: TriggerForm.allCases.map { form in
            .optional(form.rawValue, .oneOrMore(.term), form.meaning, example: example(of: form))
        },
        example: """
            schema: 1
            pack: example
            language: en
            light-verbs: {past: [paid], future: [will pay]}
            """),
    Shape(
        "marker", "Words by which a page says that what follows is not its article.",
        keys: [
            .required("zone", .choice(Zone.self), "What follows them.", example: "related"),
            .optional("opens", .choice(Marker.Extent.self), "How far it goes.", example: "block", standard: "line"),
            .optional("at", .choice(Marker.Position.self), "Where they stand.", example: "alone", standard: "start"),
            .required("words", .oneOrMore(.term), "The words, as they stand on the page.", example: "[Read also, More on this topic]"),
        ],
        example: """
            schema: 1
            pack: example
            language: en
            markers:
              - {zone: related, opens: block, at: alone, words: [More on this topic]}
            """),
    Shape(
        "dates", "Words of dates.",
        keys: [
            .optional(
                "months", .entries(key: .number(1...12), value: .oneOrMore(.term)), "Names of the months, by number.",
                example: "{2: [February, Feb]}"),
            .optional(
                "hijri-months", .entries(key: .number(1...12), value: .oneOrMore(.term)), "Names of the months of the Islamic calendar.",
                example: "{9: [Ramadan]}"),
            .optional(
                "days", .entries(key: .number(1...31), value: .oneOrMore(.term)), "Words for the number of a day beside a month.",
                example: "{17: [seventeenth, 17th]}"),
            .optional(
                "parts", .entries(key: .choice(DatePeriod.Part.self), value: .oneOrMore(.term)),
                "Words beside a month, week or year for its first, middle and last third.",
                example: "{early: [early], late: [late, the end of]}"),
            .optional(
                "weekdays", .entries(key: .number(1...7), value: .oneOrMore(.term)), "Names of the days, from 1 for Monday.",
                example: "{1: [Monday]}"),
            .optional(
                "relative", .entries(key: .text, value: .oneOrMore(.term)),
                "Days, weeks, months or years from the day of publication: a count and `d`, `w`, `m` or `y`.",
                example: #"{"-1d": [yesterday], 1w: [next week]}"#),
            .optional("last", .oneOrMore(.term), "Before a day or month: the last one.", example: "[last]"),
            .optional("next", .oneOrMore(.term), "Before a day or month: the next one.", example: "[next]"),
            .optional("year", .oneOrMore(.term), "Words that stand beside the number of a year.", example: "[year]"),
        ],
        example: """
            schema: 1
            pack: example
            language: en
            dates:
              months: {3: [March]}
              relative: {1d: [tomorrow]}
            """),
]

private func example(of form: TriggerForm) -> String {
    switch form {
    case .past: "[visited, paid]"
    case .present: "[visits, pays]"
    case .future: "[will visit, will pay]"
    case .infinitive: "[to visit, to pay]"
    case .participle: "[visiting, paying]"
    case .noun: "[visit, trip]"
    }
}

private let triggerNeeds: [Shape.Need] = [.oneOrMore(TriggerForm.allCases.map(\.rawValue) + ["verb"]), .oneOrMore(["frame", "frames"])]

private let triggerKeys: [Shape.Key] =
    TriggerForm.allCases.map { form in .optional(form.rawValue, .oneOrMore(.term), form.meaning, example: example(of: form)) } + [
        .optional(
            "verb", .oneOrMore(.term), "Forms of a verb whose tense nobody tells: they count as past.", example: "[visit, visits, visited]"),
        .optional(
            "frame", .either(.oneOrMore(.text), .entries(key: .reference(.role), value: .shape("role of a frame"))),
            "The order of the clause: `V` or `N` is the trigger, role names are mentions, other words must stand there; "
                + "`a/to destination` is introduced by one of these words, `(…)` is optional, `~actor` may stand on the other side "
                + "or before the clause, `@lexicon` is a word of that lexicon. The long form says it role by role.",
            example: "actor V destination"),
        .optional("frames", .oneOrMore(.text), "Several frames.", example: "[actor V destination, host V actor]"),
        .optional("status", statusByForm, "What these forms say, where it is not what they usually do.", example: "{past: ongoing}"),
        .optional(
            "settled", .flag, "Only denial and doubt change its status; no tense and no date does (`the sanctions against Iran`).",
            example: "true", standard: "false"),
        .optional("requires", .list(.shape("guard")), "One of these must hold.", example: "[{mention: country}]"),
        .optional("unless", .list(.shape("guard")), "None of these may hold.", example: "[{words: [website]}]"),
        .optional(
            "destination-of", .reference(.role), "Where no place is named, the destination is the country of this role.", example: "host"),
    ]
