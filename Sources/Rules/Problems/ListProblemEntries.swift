import Diagnostics

private let fileRule = """
    lists:
      - {id: people, title: People, file: people.csv}
    """

private let goodFile = ["people.csv": "id,name\n1,Ivan Petrov\n"]

/// Codes of what is wrong with list files and watch-lists: L001 and on.
let listProblemEntries: [ProblemEntry] = [
    ProblemEntry(
        "L001", "a list file cannot be read",
        meaning:
            "The path under `file` starts at the folder of the rule file. No file is there, or it is a folder, a pipe or not yours to read.",
        wrong: fileRule, mended: fileRule, mendedFiles: goodFile),
    ProblemEntry(
        "L002", "a list file is not below its rule file",
        meaning:
            "A pack takes its lists with it when it is moved, and cannot read what is not its own: the path is relative, without `..`.",
        wrong: """
            lists:
              - {id: people, title: People, file: ../people.csv}
            """,
        mended: fileRule, files: goodFile),
    ProblemEntry(
        "L003", "a list file is not text in UTF-8",
        meaning:
            "Lists are CSV, JSON lines, FollowTheMoney or plain text, in UTF-8. Spreadsheets, archives, XML and UTF-16 must be exported first.",
        wrong: fileRule, mended: fileRule, files: ["people.csv": "PK\u{3}\u{4} a spreadsheet"], mendedFiles: goodFile),
    ProblemEntry(
        "L004", "a table lacks a column",
        meaning: "The first record of a table names its columns. One must be called `name`, or `columns` says which one has the names.",
        wrong: fileRule,
        mended: """
            lists:
              - {id: people, title: People, file: people.csv, columns: {name: Who}}
            """, files: ["people.csv": "Number,Who\n1,Ivan Petrov\n"]),
    ProblemEntry(
        "L005", "a record of a list cannot be read",
        meaning: """
            One record is not what the others are: a field too many, a quote that is not closed, a line that is not JSON, bytes that are not \
            UTF-8, no name. It is passed over, and the rest of \
            the list is read. The first hundred are shown; when all are wrong, it is the format.
            """,
        wrong: fileRule, mended: fileRule, files: ["people.csv": "id,name\n1,Ivan Petrov\n2,Petrov, Pyotr\n"],
        mendedFiles: ["people.csv": "id,name\n1,Ivan Petrov\n2,\"Petrov, Pyotr\"\n"]),
    ProblemEntry(
        "L006", "a list is empty",
        meaning: "The file could be read, but no name stands in it: rules that watch for it match nothing.",
        wrong: fileRule, mended: fileRule, files: ["people.csv": "id,name\n"], mendedFiles: goodFile),
    ProblemEntry(
        "L007", "a watch-list watches for nobody",
        meaning: "`watchlist` names the lists or the entities whose names it looks for.",
        wrong: """
            rules:
              - id: example.people
                title: People
                watchlist: {spelling: fuzzy}
            """,
        mended: """
            lists:
              - {id: people, title: People, names: [Ivan Petrov]}
            rules:
              - id: example.people
                title: People
                watchlist: {lists: [people], spelling: fuzzy}
            """),
    ProblemEntry(
        "L008", "exact spelling in any script",
        meaning:
            "A name is never spelt exactly the same in two scripts: `scripts: any` compares how names sound, which `variants` and `fuzzy` do.",
        wrong: """
            lists:
              - {id: people, title: People, names: [Ivan Petrov]}
            rules:
              - id: example.people
                title: People
                watchlist: {lists: [people], spelling: exact, scripts: any}
            """,
        mended: """
            lists:
              - {id: people, title: People, names: [Ivan Petrov]}
            rules:
              - id: example.people
                title: People
                watchlist: {lists: [people], spelling: variants, scripts: any}
            """),
    ProblemEntry(
        "L009", "an option of list files without a file",
        meaning: "`format`, `columns` and `header` say how a file is read; a list whose names stand in the rule file has none.",
        wrong: """
            lists:
              - {id: people, title: People, names: [Ivan Petrov], header: false}
            """,
        mended: """
            lists:
              - {id: people, title: People, names: [Ivan Petrov]}
            """),
]
