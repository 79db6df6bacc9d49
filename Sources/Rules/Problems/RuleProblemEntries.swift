import Diagnostics

/// Codes of mistakes in what a rule file says: R001 and on.
let ruleProblemEntries: [ProblemEntry] = [
    ProblemEntry(
        "R001", "unknown key",
        meaning: "Each part of a rule file has a closed list of keys, so that a misspelt one is not passed over in silence.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                levl: high
                match: {terms: [oil]}
            """,
        mended: """
            rules:
              - id: example.oil
                title: Oil
                level: high
                match: {terms: [oil]}
            """)
]
