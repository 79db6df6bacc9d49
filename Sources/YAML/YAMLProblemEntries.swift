package import Diagnostics

/// Codes of mistakes in the grammar of a file: Y001 and on.
package let yamlProblemEntries: [ProblemEntry] = [
    ProblemEntry(
        "Y007", "duplicate key",
        meaning: "Two pairs of one mapping have the same key. Only one of them could count, and nobody would see which.",
        wrong: """
            rules:
              - id: example.oil
                title: Oil
                level: low
                level: high
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
