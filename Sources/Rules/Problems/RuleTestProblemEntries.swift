import Diagnostics

/// Codes of mistakes in the tests that rules carry: T001 and on.
let ruleTestProblemEntries: [ProblemEntry] = [
    ProblemEntry(
        "T001", "a reason that never decides",
        meaning: """
            `because` names the condition that must be the one that fails: a condition of this rule, one of its exclusions, `scope`, \
            `language`, or of a rule about events a role or a status that it does not accept. Any other name could never be right.
            """,
        wrong: test("{no-match: olive oil, because: exclude olives}", "exclude: [{id: olive, terms: [olive oil]}]"),
        mended: test("{no-match: olive oil, because: exclude olive}", "exclude: [{id: olive, terms: [olive oil]}]")),
    ProblemEntry(
        "T002", "an expected value that no match has",
        meaning: "The rule itself rules the value out, so that the test could never pass: a status or a country that it does not ask for.",
        wrong: visitTest("{match: Lavrov visited Cuba., expect: {status: cancelled}}"),
        mended: visitTest("{match: Lavrov visited Cuba., expect: {status: completed}}")),
    ProblemEntry(
        "T003", "evidence that is not in the text",
        meaning: "A piece of evidence is the text of the article, letter by letter, with its capitals and endings.",
        wrong: test("{match: Oil is dear., expect: {evidence: [oil]}}"),
        mended: test("{match: Oil is dear., expect: {evidence: [Oil]}}")),
    ProblemEntry(
        "T004", "a field expected twice",
        meaning:
            "`destination.country: CU` and `destination: {country: CU}` are the same field. Several values go into one list: any will do.",
        wrong: visitTest("{match: Lavrov visited Cuba., expect: {destination.country: CU, destination: {country: BR}}}"),
        mended: visitTest("{match: Lavrov visited Cuba., expect: {destination.country: [CU, BR]}}")),
    ProblemEntry(
        "T005", "`expect` beside `no-match`",
        meaning:
            "What is expected is expected of a match, and this test says that there is none. Why there is none is said with `because`.",
        wrong: test("{no-match: Gas is dear., expect: {count: 1}}"), mended: test("{no-match: Gas is dear., because: terms}")),
]

private func test(_ test: String, _ more: String? = nil) -> String {
    """
    rules:
      - id: example.oil
        title: Oil
        match: {terms: [oil]}\(more.map { "\n    " + $0 } ?? "")
        tests:
          - \(test)
    """
}

private func visitTest(_ test: String) -> String {
    """
    rules:
      - id: example.visit
        title: A visit
        event: {type: visit, status: [planned, completed]}
        tests:
          - \(test)
    """
}
