import Diagnostics

/// What an author of rule files may get wrong; each case words itself.
enum RuleProblem: Problem {
    /// `titel: …` where `title` is meant.
    case unknownKey(String, in: String, nearest: String?, at: SourceRange)
    case wrongType(of: String, expected: String, found: String, at: SourceRange)
    case missingKey(String, in: String, at: SourceRange)
    /// `lexicon: sanctoins`, when no such lexicon is defined in any loaded pack.
    case unknownReference(String, of: String, nearest: String?, at: SourceRange)
    case duplicateID(String, of: String, at: SourceRange, first: SourceRange)
    case invalidValue(String, of: String, allowed: String, nearest: String?, at: SourceRange)
    case badID(String, of: String, at: SourceRange)
    case emptyValue(String, at: SourceRange)
    case badTerm(String, TermTable.Failure, at: SourceRange)
    case badRegex(String, reason: String, at: SourceRange)
    /// A pattern without a literal would have to be tried at every letter of every article.
    case regexWithoutLiteral(String, at: SourceRange)
    /// A rule says one thing to look for: a text, an event, a name, or other rules.
    case needsOneBody(rule: String, has: [String], at: SourceRange)
    case noCondition(in: String, known: [String], at: SourceRange)
    case noneAlone(at: SourceRange)
    case tooFewNear(Int, at: SourceRange)
    case roleOutsideEvent(at: SourceRange)
    case badFrame(String, reason: String, nearest: String?, at: SourceRange)
    case badPattern(String, reason: String, at: SourceRange)
    case badTest(reason: String, help: String, at: SourceRange)
    case endsBeforeItBegins(String, at: SourceRange)
    case containsItself(String, at: SourceRange)
    case unsupportedSchema(String, at: SourceRange)
    case unreadableFile(String, reason: String)
    case noRules(String)
    /// More than anyone writes by hand, refused before it is read.
    case tooLarge(String, String, limit: String)

    /// What a rule may look for.
    static let bodies = ["match", "event", "watchlist", "correlation"]

    var diagnostic: Diagnostic {
        switch self {
        // The shape of a file.
        case .unknownKey(let key, let what, let near, let place):
            Diagnostic("R001", "unknown key \(quoted(key))", at: .init(place, "\(what) has no such key"), nearest: near)
        case .wrongType(let what, let expected, let found, let place):
            Diagnostic(
                "R002", "\(quoted(what)) must be \(expected)", at: .init(place, "this is \(found)"),
                help: KeyProblem.help(of: what, expected: expected, found: found))
        case .missingKey(let key, let what, let place):
            Diagnostic("R003", "\(quoted(key)) is missing", at: .init(place, "this \(what) needs it"), help: ["add `\(key): …`"])
        case .needsOneBody(let rule, let has, let place):
            Diagnostic(
                "R012",
                has.isEmpty
                    ? "rule \(quoted(rule)) looks for nothing"
                    : "rule \(quoted(rule)) has \(has.dropLast().map(quoted).joined(separator: ", ")) and \(quoted(has[has.count - 1]))",
                at: .init(place, "a rule has exactly one of \(Self.bodies.map(quoted).joined(separator: ", "))"),
                help: has.isEmpty
                    ? ["add `match: {terms: […]}`, `event: {type: …}` or `watchlist: {lists: […]}`"]
                    : ["make \(has.count == 2 ? "two" : "\(has.count)") rules of it"])
        case .noCondition(let what, let known, let place):
            Diagnostic(
                "R013", "\(quoted(what)) names no condition", at: .init(place, "nothing to look for"),
                help: ["one of: \(known.joined(separator: ", "))"])
        case .noneAlone(let place):
            Diagnostic(
                "R014", "`none` stands alone", at: .init(place, "it would hold of nearly every article"),
                help: ["put a condition beside it that must hold, such as `terms: […]`"])
        case .tooFewNear(let count, let place):
            Diagnostic(
                "R015", "`near` needs two conditions", at: .init(place, "here are \(count)"),
                help: ["near: {of: [{terms: […]}, {terms: […]}], distance: 8}"])
        case .roleOutsideEvent(let place):
            Diagnostic("R016", "only a rule with `event` has roles", at: .init(place, "this rule matches text"), help: ["leave `role` out"])
        case .unsupportedSchema(let text, let place):
            Diagnostic("R021", "schema \(quoted(text)) is not known", at: .init(place, "this version reads schema 1"), help: ["schema: 1"])
        // Values and names.
        case .unknownReference(let name, let kind, let near, let place):
            Diagnostic("R004", "unknown \(kind) \(quoted(name))", at: .init(place, "none of the loaded packs defines it"), nearest: near)
        case .duplicateID(let id, let kind, let place, let first):
            Diagnostic(
                "R005", "\(kind) \(quoted(id)) is defined twice", at: .init(place, "second definition"),
                also: [.init(first, "first defined here")])
        case .invalidValue(let value, let what, let allowed, let near, let place):
            // A key is quoted as it was written; `moment of a test` is our own word for what was meant.
            Diagnostic(
                "R006", "\(what.contains(" ") ? what : quoted(what)) cannot be \(quoted(value))",
                at: .init(place, "expected: \(allowed)"), nearest: near)
        case .badID(let id, let kind, let place):
            Diagnostic(
                "R007", "\(quoted(id)) cannot be the id of a \(kind)", at: .init(place, "an id has letters, digits, `-`, `_`, `.`"),
                help: [
                    id.contains(" ") && !id.hasPrefix("-")
                        ? "write `\(id.split(separator: " ").joined(separator: "-"))`" : "such as `my-pack.my-rule`"
                ])
        case .emptyValue(let what, let place):
            Diagnostic(
                "R008", "\(quoted(what)) is empty", at: .init(place, "nothing stands here"),
                help: KeyProblem.help(ofEmpty: what, at: place))
        case .endsBeforeItBegins(let date, let place):
            Diagnostic(
                "R020", "an office that ends on \(quoted(date)) ends before it begins", at: .init(place, "it is held from a later day"))
        case .containsItself(let code, let place):
            Diagnostic("R024", "region \(quoted(code)) contains itself", at: .init(place, "a region contains smaller ones, and countries"))
        // Terms, frames, patterns and tests.
        case .badTerm(let text, let failure, let place): diagnostic(ofTerm: text, failure, at: place)
        case .badRegex(let text, let reason, let place):
            Diagnostic("R010", "\(quoted(text)) is no regular expression", at: .init(place, reason))
        case .regexWithoutLiteral(let text, let place):
            Diagnostic(
                "R011", "\(quoted(text)) has no literal of three letters",
                at: .init(place, "it would be tried at every letter of every article"),
                help: ["put three letters that always occur into it"])
        case .badFrame(let text, let reason, let near, let place):
            Diagnostic("R017", "\(quoted(text)) is no frame", at: .init(place, reason), nearest: near)
        case .badPattern(let text, let reason, let place):
            Diagnostic("R018", "\(quoted(text)) is no office pattern", at: .init(place, reason))
        case .badTest(let reason, let help, let place):
            Diagnostic("R019", "this test cannot be run", at: .init(place, reason), help: [help])
        // Files.
        case .unreadableFile(let path, let reason):
            Diagnostic("R022", "cannot read \(quoted(path))", at: .init(SourceFile(path: path, text: "").beginning, reason))
        case .noRules(let path):
            Diagnostic(
                "R023", "no rule file in \(quoted(path))",
                at: .init(SourceFile(path: path, text: "").beginning, "no file here ends with `.yaml` or `.yml`"))
        case .tooLarge(let path, let reason, let limit):
            Diagnostic(
                "R025", "\(quoted(path)) is too large", at: .init(SourceFile(path: path, text: "").beginning, reason),
                help: ["\(limit): split it, or leave out what is no rule file"])
        }
    }

    private func diagnostic(ofTerm text: String, _ failure: TermTable.Failure, at place: SourceRange) -> Diagnostic {
        switch failure {
        case .noWord: Diagnostic("R009", "term \(quoted(text)) has no word in it", at: .init(place, "it could never match"))
        case .tooManyWords(let count):
            Diagnostic("R009", "this term has \(count) words", at: .init(place, "16 at most"), help: ["split it and use `near`"])
        case .shortPrefix:
            Diagnostic(
                "R009", "prefix \(quoted(text)) is too short", at: .init(place, "a prefix has three letters at least"),
                help: ["write the words out"])
        }
    }
}
