import Diagnostics

/// Codes of files that were not read at all. None can be shown as the text of a file.
let fileProblemEntries: [ProblemEntry] = [
    ProblemEntry(
        withoutExample: "R022", "a file or folder cannot be read",
        meaning: """
            Rules come from regular files, and from folders of them. A pipe or a device is not opened, for nobody knows when it ends; a folder that \
            leads in circles is not followed.
            """),
    ProblemEntry(
        withoutExample: "R023", "no rule file in a folder",
        meaning:
            "In a folder, the files whose names end with `.yaml` or `.yml` are read, and those of its folders, but none that begins with a dot."
    ),
    ProblemEntry(
        withoutExample: "R025", "a file is too large",
        meaning: """
            A rule file has at most \(RuleFiles.maximumFileBytes >> 20) MB, all files of a run together \(RuleFiles.maximumTotalBytes >> 20) MB, and \
            there are at most \(RuleFiles.maximumFiles) of them. Whatever is larger is no work of a person, and is refused before it is read into memory.
            """),
]
