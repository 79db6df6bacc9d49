/// How names vary, which rules with `watchlist` go by; the core has it.
let spellingShapes: [Shape] = [
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
