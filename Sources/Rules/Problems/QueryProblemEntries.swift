import Diagnostics

/// Codes of mistakes in Boolean queries: Q001 and on.
let queryProblemEntries: [ProblemEntry] = [
    entry(
        "Q001", "a part of a query is empty",
        "A pair of parentheses or quotes with nothing in it, a field without a value, or a query without a word finds nothing.",
        wrong: #"oil AND """#, mended: "oil"),
    entry(
        "Q002", "`AND` and `OR` are mixed without parentheses",
        "Systems disagree on which of them binds closer, and so do people: the same line finds one set of articles here and another there. Both readings are shown; take one.",
        wrong: "oil AND gas OR coal", mended: "oil AND (gas OR coal)"),
    entry(
        "Q003", "no operator between two words",
        "Nexis and Factiva take two words for a phrase, Google for AND, Lucene for OR. Here you say which you mean.",
        wrong: "foreign minister AND Cuba", mended: #""foreign minister" AND Cuba"#),
    entry(
        "Q004", "a word stands where an operator belongs",
        "Operators are English and in capitals, so that `and` and `or` can be found as words. A lower-case, translated or misspelt one between two terms is most likely an operator.",
        wrong: "oil and gas", mended: "oil AND gas"),
    entry(
        "Q005", "an operator lacks an operand",
        "AND, OR and NEAR stand between two things, NOT and ATLEAST before one.", wrong: "oil AND", mended: "oil AND gas"),
    entry(
        "Q006", "a parenthesis without its partner", "Each `(` needs a `)`, and the other way round.", wrong: "(oil OR gas AND coal",
        mended: "(oil OR gas) AND coal"),
    entry(
        "Q007", "a quotation is not closed",
        "Quotes of any script come in pairs: \"…\" “…” «…» „…“ ‘…’. An apostrophe inside a word opens nothing.",
        wrong: #""crude oil AND gas"#,
        mended: #""crude oil" AND gas"#),
    entry(
        "Q008", "`NOT` without something that holds",
        "A query that only says what must be missing holds of nearly every article, as does one in which such a part is an alternative.",
        wrong: "oil OR NOT gas", mended: "oil AND NOT gas"),
    entry(
        "Q009", "`AND` or `NOT` inside `NEAR`",
        "NEAR and its like measure between words. AND stands nowhere, and what is missing is near nothing; say what is near what.",
        wrong: "(oil AND gas) NEAR/5 price", mended: "(oil NEAR/5 price) AND (gas NEAR/5 price)"),
    entry(
        "Q010", "`ATLEAST` of something that cannot be counted",
        "It counts the places of a term, of terms joined by OR, or of a field's value. AND, NOT and NEAR have no single place.",
        wrong: "ATLEAST/3(oil AND gas)", mended: "ATLEAST/3(oil) AND ATLEAST/3(gas)"),
    entry(
        "Q011", "unlike distances in one chain",
        "In `a NEAR/3 b NEAR/3 c` each is near one of the others. With unlike operators it matters what is joined first: put parentheses.",
        wrong: "oil NEAR/3 price NEAR/8 rise", mended: "(oil NEAR/3 price) NEAR/8 rise"),
    entry(
        "Q012", "a number is missing or out of range",
        "NEAR/n and ONEAR/n say how many words may lie between, 0 to 100; ATLEAST/n how often something stands, 1 to 1000.",
        wrong: "oil NEAR price", mended: "oil NEAR/5 price"),
    entry(
        "Q013", "unknown field",
        "Before a colon stands a part of the article (title, lead, body) or a condition that one value says, such as country: or lexicon:.",
        wrong: "titel:oil", mended: "title:oil"),
    entry(
        "Q014", "a wildcard elsewhere than at the end",
        "A prefix is found in an index of words; an open beginning or middle would be tried at every word. Write the forms out, or a pattern with three letters that always occur.",
        wrong: "wom?n", mended: "woman OR women"),
    entry(
        "Q015", "something else than a value among the values of a field",
        "In `country:(CU OR VE)` each word is a country. Fields, patterns and wildcards stand outside.", wrong: "country:(CU OR title:oil)",
        mended: "country:CU OR title:oil"),
    entry(
        "Q016", "a query is too large",
        "A query has at most 65,536 bytes and 16 levels of parentheses. Long lists of words are better kept in a lexicon, which several rules can share.",
        wrong: String(repeating: "(", count: 17) + "oil" + String(repeating: ")", count: 17), mended: "oil"),
    entry(
        "Q017", "a mark of another query language",
        "`+a -b`, `visit!`, `oil~2`, `\"a b\"~5`, `word^3`, `hl=word` and commas mean something elsewhere. The help says what to write here.",
        wrong: "oil AND visit!", mended: "oil AND visit*"),
]

private func entry(
    _ code: Diagnostic.Code, _ title: String, _ meaning: String, wrong: String, mended: String
) -> ProblemEntry {
    func rule(_ query: String) -> String {
        """
        rules:
          - id: example.query
            title: A query
            match:
              query: '\(query.replacing("'", with: "''"))'
        """
    }
    return ProblemEntry(code, title, meaning: meaning, wrong: rule(wrong), mended: rule(mended))
}
