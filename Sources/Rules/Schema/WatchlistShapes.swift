/// Names of persons, firms and things that a rule watches for, and the files that list them.
let watchlistShapes: [Shape] = [
    Shape(
        "watchlist",
        "Names that must stand in the article, or nearly: one alert for each entry that is named.",
        needs: [.oneOrMore(["lists", "entities"])],
        keys: [
            .optional("lists", .oneOrMore(.reference(.list)), "Lists whose names are watched for.", example: "[sanctioned]"),
            .optional("entities", .oneOrMore(.reference(.entity)), "Entities whose names are watched for.", example: "[acme]"),
            .optional(
                "spelling", .choice(NameIndex.Options.Spelling.self), "How a name may be spelt.", example: "fuzzy", standard: "variants"),
            .optional(
                "scripts", .choice(NameIndex.Options.Scripts.self),
                "Whether a name is also found in scripts in which the list does not have it.",
                example: "any", standard: "same"),
            .optional(
                "min-score", .share, "How near the article must come to a listed name; 1 is the name itself.", example: "0.9",
                standard: "0.85"),
            .optional(
                "weak-names", .choice(WatchlistPattern.WeakNames.self), "What a weak name is worth, such as a bare surname.",
                example: "never", standard: "with-context"),
        ],
        example: """
            lists:
              - {id: sanctioned, title: Sanctioned persons, names: [Ivan Petrov, Maria Sokolova]}
            rules:
              - id: example.sanctioned
                title: A sanctioned person
                watchlist: {lists: [sanctioned], spelling: fuzzy, min-score: 0.9}
                alert: {message: "{caption} is named as {name} ({score})", dedupe: [list, entry]}
            """),
    Shape(
        "columns",
        "Where a list file has what: names of columns or members, or numbers from 1 where there is no header. The usual names are known.",
        keys: [
            .optional("id", .oneOrMore(.text), "What the list calls the entry; its name when left out.", example: "No"),
            .optional("name", .oneOrMore(.text), "The name that alerts show.", example: "Full name"),
            .optional("aliases", .oneOrMore(.text), "Further names, each enough by itself.", example: "[aka1, aka2]"),
            .optional("weak", .oneOrMore(.text), "Names that others bear too, such as surnames.", example: "surname"),
            .optional("type", .oneOrMore(.text), "What kind of thing the entry is.", example: "sdnType"),
            .optional("language", .oneOrMore(.text), "The language by which the names are inflected.", example: "lang"),
            .optional("countries", .oneOrMore(.text), "Countries whose names near a weak name make it count.", example: "nationality"),
        ],
        example: """
            lists:
              - {id: sanctioned, file: names.csv, columns: {id: No, name: Full name, aliases: [aka1, aka2]}}
            """),
]

// MARK: What the values mean

extension NameIndex.Options.Spelling: Explained {
    var meaning: String {
        switch self {
        case .exact: "As listed, but for capitals and accents."
        case .variants: "Also inflected, in another order of names, and in other spellings of the same name."
        case .fuzzy: "Also with a letter wrong."
        }
    }
}

extension NameIndex.Options.Scripts: Explained {
    var meaning: String {
        switch self {
        case .same: "Only in the scripts of the list."
        case .any: "Also as the name sounds in other scripts, which is slower and finds more that is not meant."
        }
    }
}

extension WatchlistPattern.WeakNames: Explained {
    var meaning: String {
        switch self {
        case .never: "Nothing."
        case .withContext: "It counts where a full name of the entry stands in the article, or an office or country of it nearby."
        case .always: "As much as a full name."
        }
    }
}

extension NameKind: Explained {
    var meaning: String {
        switch self {
        case .person: "Middle names may be missing, the surname may stand first, first names may be initials."
        case .organization: "All words must stand, but for the legal form."
        case .thing: "All words must stand: a ship, an aircraft."
        case .unknown: "Only patronymics and initials may be missing."
        }
    }
}
