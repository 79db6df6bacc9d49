import Diagnostics

/// What may be wrong with list files and the rules that watch for their names; each case words itself.
enum ListProblem: Problem {
    /// A `file:` that is missing, no file, or cannot be read.
    case unreadable(String, reason: String, at: SourceRange)
    /// A list file lies beside the rule file or below it, so that a pack can be moved, and cannot read what is not its own.
    case leavesFolder(String, at: SourceRange)
    case notUTF8File(looksLike: String, at: SourceRange)
    case noNameColumn(names: [String], at: SourceRange)
    case noSuchColumn(String, names: [String], at: SourceRange)
    case columnBeyond(Int, of: Int, at: SourceRange)
    /// One record cannot be read; the others are.
    case badRecord(ListFault, at: SourceRange)
    case moreBadRecords(Int, at: SourceRange)
    case tooManyNames(limit: Int, at: SourceRange)
    case emptyList(String, at: SourceRange)
    case watchesNothing(rule: String, at: SourceRange)
    /// Only spelling that knows sounds can tell that two scripts write the same name.
    case exactInAnyScript(at: SourceRange)
    case optionWithoutFile(String, at: SourceRange)

    var diagnostic: Diagnostic {
        switch self {
        case .unreadable, .leavesFolder, .notUTF8File, .noNameColumn, .noSuchColumn, .columnBeyond, .optionWithoutFile: fileDiagnostic
        case .badRecord, .moreBadRecords, .tooManyNames, .emptyList: recordDiagnostic
        case .watchesNothing(let rule, let place):
            Diagnostic(
                "L007", "the watch-list of rule \(quoted(rule)) watches for nobody",
                at: .init(place, "it names neither lists nor entities"),
                help: ["watchlist: {lists: [my-list]}"])
        case .exactInAnyScript(let place):
            Diagnostic(
                "L008", "`spelling: exact` knows one script only", at: .init(place, "a name in another script is never spelt the same"),
                help: ["spelling: variants"])
        }
    }

    private var fileDiagnostic: Diagnostic {
        switch self {
        case .unreadable(let path, let reason, let place):
            Diagnostic("L001", "cannot read list file \(quoted(path))", at: .init(place, reason))
        case .leavesFolder(let path, let place):
            Diagnostic(
                "L002", "list file \(quoted(path)) is not below its rule file",
                at: .init(place, "the path starts at the rule file's folder"),
                help: ["a relative path without `..`, such as `file: names.csv`"])
        case .notUTF8File(let kind, let place):
            Diagnostic(
                "L003", "this list file is \(kind)", at: .init(place, "lists are text in UTF-8"),
                help: ["CSV, JSON lines, FollowTheMoney, or one name a line"])
        case .noNameColumn(let names, let place):
            Diagnostic(
                "L004", "no column has the names", at: .init(place, "the columns are \(shown(names))"),
                help: ["say which one it is: `columns: {name: \(names.first ?? "…")}`"])
        case .noSuchColumn(let name, let names, let place):
            Diagnostic(
                "L004", "no column is called \(quoted(name))", at: .init(place, "the columns are \(shown(names))"),
                nearest: nearest(to: name, among: names))
        case .columnBeyond(let number, let count, let place):
            Diagnostic("L004", "there is no column \(number)", at: .init(place, "the first record has \(count)"))
        case .optionWithoutFile(let key, let place):
            Diagnostic(
                "L009", "\(quoted(key)) without `file`", at: .init(place, "it says how a list file is read"),
                help: ["add `file: names.csv`"])
        default: preconditionFailure("not a problem of a file")
        }
    }

    private var recordDiagnostic: Diagnostic {
        switch self {
        case .badRecord(let fault, let place):
            Diagnostic("L005", fault.title, at: .init(place, fault.label), help: ["the rest of the list is read"], severity: .warning)
        case .moreBadRecords(let count, let place):
            Diagnostic(
                "L005", "and \(count) more records that cannot be read",
                at: .init(place, "\(ListGatherer.maximumShown) were shown"), severity: .warning)
        case .tooManyNames(let limit, let place):
            Diagnostic("L001", "the list has more than \(limit) names", at: .init(place, "reading stopped here"), help: ["split the list"])
        case .emptyList(let id, let place):
            Diagnostic("L006", "list \(quoted(id)) is empty", at: .init(place, "no name could be read from it"), severity: .warning)
        default: preconditionFailure("not a problem of a record")
        }
    }

    private func shown(_ names: [String]) -> String {
        names.prefix(8).map { quoted($0) }.joined(separator: ", ") + (names.count > 8 ? " …" : "")
    }
}

/// Why one record of a list cannot be read.
enum ListFault {
    case tooLong, unclosedQuote, strayQuote, notUTF8, noName
    case wrongFieldCount(Int, expected: Int)
    case badJSON(String)
    /// A name without a letter, or longer than a name is.
    case badName(String, reason: String)

    var title: String {
        switch self {
        case .tooLong: "this record is longer than \(ListBytes.maximumRecordBytes >> 20) MB"
        case .unclosedQuote: "this quote is not closed"
        case .strayQuote: "something follows the closing quote"
        case .notUTF8: "this record is not UTF-8"
        case .noName: "this record has no name"
        case .wrongFieldCount(let count, _): "this record has \(count) field\(count == 1 ? "" : "s")"
        case .badJSON: "this line is not JSON"
        case .badName(let name, _): "\(quoted(name)) cannot be a name"
        }
    }

    var label: String {
        switch self {
        case .tooLong: "it begins here"
        case .unclosedQuote: "its field has no closing quote"
        case .strayQuote: "a quote inside a field is written twice"
        case .notUTF8: "the first wrong byte"
        case .noName: "nothing to look for"
        case .wrongFieldCount(_, let expected): "the first one has \(expected)"
        case .badJSON(let reason): reason
        case .badName(_, let reason): reason
        }
    }
}
