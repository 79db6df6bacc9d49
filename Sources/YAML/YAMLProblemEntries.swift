package import Diagnostics

/// Codes of mistakes in the grammar of a file: Y001 and on.
package let yamlProblemEntries: [ProblemEntry] = [
    ProblemEntry(
        "Y001", "broken grammar",
        meaning: "The file is no YAML from here on, so nothing behind this place was read. Most often a text holds `: ` or ` #`, or begins "
            + "with a character that YAML gives a meaning, and needs quotes; or a bracket or quote is not closed.",
        wrong: rule(title: "Oil: prices"), mended: rule(title: "\"Oil: prices\"")),
    ProblemEntry(
        "Y002", "tab in the indentation",
        meaning: "YAML indents with spaces only: editors disagree on how wide a tab is, so the nesting would depend on the reader.",
        wrong: "rules:\n\t- id: example.oil\n", mended: rule(title: "Oil")),
    ProblemEntry(
        "Y003", "anchor",
        meaning: "`&name` marks a value for use elsewhere in the file. Rule files have no such references: what a rule says stands in the "
            + "rule, and words that several rules share stand in a lexicon.",
        wrong: rule(title: "&title Oil"), mended: rule(title: "Oil")),
    ProblemEntry(
        "Y004", "alias",
        meaning: "`*name` stands for a value marked elsewhere in the file. Rule files have no such references. A text that begins with `*` "
            + "needs quotes.",
        wrong: rule(title: "*title"), mended: rule(title: "Oil")),
    ProblemEntry(
        "Y005", "merge key",
        meaning:
            "`<<` would copy the pairs of another mapping into this one. Rule files have no such references: each key is written where "
            + "it counts.",
        wrong: rule(title: "Oil\n    <<: {level: high}"), mended: rule(title: "Oil\n    level: high")),
    ProblemEntry(
        "Y006", "tag",
        meaning:
            "`!` and a name would say what type a value has. The schema says that already: every value is a text until it is read as a "
            + "number or date. A text that begins with `!` needs quotes.",
        wrong: rule(title: "!!str Oil"), mended: rule(title: "Oil")),
    ProblemEntry(
        "Y007", "duplicate key",
        meaning: "Two pairs of one mapping have the same key. Only one of them could count, and nobody would see which.",
        wrong: rule(title: "Oil\n    level: low\n    level: high"), mended: rule(title: "Oil\n    level: high")),
    ProblemEntry(
        "Y008", "several documents in one file",
        meaning: "`---` on a line of its own begins another document. A rule file is one document; the others were not read.",
        wrong: rule(title: "Oil") + "\n---\nrules: []", mended: rule(title: "Oil")),
    ProblemEntry(
        "Y009", "too deep nesting",
        meaning:
            "Lists and mappings stand in each other 64 levels deep at most. Rules need about ten; a file that nests deeper is broken, or "
            + "meant to break its reader. Nothing behind this place was read.",
        wrong: rule(title: String(repeating: "[", count: 70) + String(repeating: "]", count: 70)), mended: rule(title: "Oil")),
    ProblemEntry(
        "Y010", "control character",
        meaning:
            "A character that no text has, such as NUL or ESC, which a copy from a terminal or a damaged file may bring along. It cannot "
            + "be seen, and no article has it.",
        wrong: rule(title: "Oil\u{1B}"), mended: rule(title: "Oil")),
    ProblemEntry(
        withoutExample: "Y011", "invalid UTF-8",
        meaning:
            "Some bytes are no UTF-8, most often because the file was saved in an older encoding such as Windows-1251 or Latin-1. Which "
            + "letters were meant cannot be known; save the file as UTF-8."),
    ProblemEntry(
        withoutExample: "Y012", "another encoding",
        meaning: "The file is UTF-16 or UTF-32, as some editors save under the name of Unicode. Nothing was read; save the file as UTF-8."),
    ProblemEntry(
        "Y013", "a key that is no text",
        meaning:
            "A list or mapping stands where a key belongs. Braces that are part of a text, as in a message, need quotes round the text.",
        wrong: rule(title: "Oil\n    ? [alert]\n    : {quiet: 1h}"), mended: rule(title: "Oil\n    alert: {quiet: 1h}")),
    ProblemEntry(
        "Y014", "empty file",
        meaning: "The file holds nothing but white space and comments. A rule file begins with `schema: 1` and the name of its pack.",
        wrong: "#! rules come here later\n", mended: rule(title: "Oil")),
    ProblemEntry(
        withoutExample: "Y015", "more problems than are shown",
        meaning: "A file has more than a hundred problems of grammar; the first hundred are shown. They often have one cause, such as an "
            + "encoding or an export that went wrong: mend the first, then check again."),
]

/// A rule file with one rule; `title` may bring more lines along.
private func rule(title: String) -> String {
    """
    rules:
      - id: example.oil
        title: \(title)
        match: {terms: [oil]}
    """
}
