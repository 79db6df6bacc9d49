/// Names of persons, firms and things that a rule watches for, and how they are spelt.
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
    Shape(
        "spelling",
        "How names vary, for rules with `watchlist`. Words are folded first: accents, capitals, forms of one letter.",
        keys: [
            .optional("latin", .shape("spelling of a script"), "The Latin script.", example: "{tight: {ey: i}}"),
            .optional("cyrillic", .shape("spelling of a script"), "The Cyrillic script.", example: "{tight: {э: е}}"),
            .optional("arabic", .shape("spelling of a script"), "The Arabic script.", example: "{tight: {غ: ج}}"),
            .optional("particles", .oneOrMore(.text), "Small words that may stand in a name or not.", example: "[de, von, bin]"),
            .optional("joiners", .oneOrMore(.text), "Words that make one name with the next.", example: "[abd, abu]"),
            .optional("suffixes", .oneOrMore(.text), "Words that make one name with the one before.", example: "[allah, eddin]"),
            .optional("honorifics", .oneOrMore(.text), "Words beside a name that are no part of it.", example: "[mr, dr]"),
            .optional("legal-forms", .oneOrMore(.text), "Words of a firm's name that may be missing.", example: "[llc, gmbh]"),
            .optional("patronymics", .oneOrMore(.text), "Endings of middle names that may be missing.", example: "[ovich, ovna]"),
            .optional(
                "equivalents", .list(.oneOrMore(.text)),
                "Spellings of one name in all scripts; names of two groups are never taken for each other.", example: "[[ivan, إيفان]]"),
            .optional(
                "kinds", .entries(key: .choice(NameKind.self), value: .oneOrMore(.text)), "What lists call each kind of thing.",
                example: "{person: [individual], thing: [vessel, aircraft]}"),
        ],
        example: """
            spelling:
              latin: {tight: {ou: u}}
              particles: [van]
              equivalents: [[john, jean]]
              kinds: {thing: [yacht]}
            """),
    Shape(
        "spelling of a script",
        "Letters with what stands for them; `^` before them: only at the start of a word, `$` behind them: only at its end.",
        keys: [
            .optional("tight", rewritings, "Spellings that nobody tells apart.", example: "{ey: i, ph: f}"),
            .optional("loose", rewritings, "Spellings that one name has, but sometimes two.", example: "{o: u, e: a}"),
            .optional(
                "skeleton", rewritings, "Consonants as they sound, with the same signs for all scripts; a list is several sounds.",
                example: #"{sh: c, w: ["", f]}"#),
            .optional("vowels", rewritings, "Vowels that are written, with the same signs for all scripts.", example: "{a: a, i: i}"),
        ],
        example: """
            spelling:
              latin:
                loose: {dh: d}
            """),
]

private let rewritings = ValueKind.entries(key: .text, value: .either(.emptyOrText, .list(.emptyOrText)))

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
