import Rules

/// The JSON Schema of an alert, as ``Alert/json`` writes it.
package enum AlertSchema {
    package static var document: String {
        let members: [Member] = [
            .init("id", .text("^[0-9a-f]{32}$"), "The same rule, revision, article and key fields give the same id."),
            .init("rule", .object(rule), "The rule that raised it."),
            .init("article", .object(article), "The article it is about."),
            .init("event", .optional(.object(event)), "The event that is reported; null for a rule with `match`."),
            .init("watch", .object(watch), "The entry of a watch-list that is named; left out for other rules.", isRequired: false),
            .init("evidence", .list(.object(evidence)), "The words it stands on."),
            .init("message", .text(nil), "What people read."),
            .init("raised", .optional(.moment), "When it was raised; null when neither the run nor the article has a time."),
        ]
        return Member.document("Marsad alert", "One alert, as `marsad match` prints it on a line of JSON.", members, isClosed: true)
    }

    private static let rule: [Member] = [
        .init("id", .text(nil), "The rule's id."),
        .init("title", .text(nil), "The rule's title."),
        .init("level", .oneOf(Rule.Level.allCases.map(\.rawValue)), "How much it matters."),
        .init("tags", .list(.text(nil)), "The rule's tags."),
        .init("revision", .count, "The rule's revision."),
    ]

    private static let article: [Member] = [
        .init("id", .text(nil), "The article's id."),
        .init("url", .optional(.text(nil)), "Where it was published."),
        .init("title", .text(nil), "Its headline; empty when it has none."),
        .init("source", .optional(.text(nil)), "Who published it."),
        .init("lang", .optional(.text("^[a-z]{2,3}$")), "Its language."),
        .init("published", .optional(.moment), "When it was published."),
    ]

    private static let event: [Member] = [
        .init("type", .text(nil), "What happens."),
        .init("status", .oneOf(EventStatus.allCases.map(\.rawValue)), "How real it is."),
        .init(
            "date", .optional(.text("^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(/[0-9]{4}-[0-9]{2}-[0-9]{2})?)?)?$")),
            "The day, month, year or interval of days (ISO 8601), where the text says it."),
        .init("attribution", .object(attribution), "Who says so."),
        .init("roles", .map(.object(role)), "Who takes part, by role."),
    ]

    private static let attribution: [Member] = [
        .init("kind", .oneOf(Attribution.Kind.allCases.map(\.rawValue)), "The outlet itself, somebody, somebody's own words, or a rumour."),
        .init("by", .object(role), "Who says so, where the text names an official, a state or a body.", isRequired: false),
    ]

    private static let watch: [Member] = [
        .init("list", .optional(.text(nil)), "The list; null for an entity of a rule file."),
        .init("entry", .text(nil), "The entry, by its id in the list, or the entity."),
        .init("caption", .text(nil), "What people call it."),
        .init("name", .text(nil), "The name that was found, as the list has it."),
        .init("score", .share, "How near the article is to that name; 1 is the name itself."),
        .init("reason", .text(nil), "How the name was found, and what differs."),
    ]

    private static let role: [Member] = [
        .init("text", .text(nil), "As the article has it."),
        .init("entity", .text(nil), "The person, by id.", isRequired: false),
        .init("office", .text(nil), "The office on the day.", isRequired: false),
        .init("portfolio", .text(nil), "What the office is in charge of.", isRequired: false),
        .init("country", .text("^[A-Z]{2}$"), "By ISO 3166-1 code.", isRequired: false),
        .init("region", .text("^[0-9]{3}$"), "By UN M49 code.", isRequired: false),
        .init("body", .text(nil), "The international body, by id.", isRequired: false),
    ]

    private static let evidence: [Member] = [
        .init("field", .oneOf(["title", "body"]), "The part of the article."),
        .init("start", .count, "UTF-8 bytes from the start of the field."),
        .init("end", .count, "UTF-8 bytes from the start of the field to the end of the words."),
        .init("text", .text(nil), "The words."),
    ]
}
