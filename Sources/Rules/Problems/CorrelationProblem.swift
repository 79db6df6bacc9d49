import Diagnostics

/// What an author of a correlation may get wrong.
enum CorrelationProblem: Problem {
    /// `correlation` beside `match`, `event`, …
    case besideOtherBody(String, at: SourceRange)
    /// `condition` of a `temporal` correlation, `exclude` of any.
    case misfit(key: String, of: String, help: String, at: SourceRange)
    case circle([String], at: SourceRange)
    /// A field that one of the rules cannot have.
    case fieldLacking(String, rule: String, why: String, nearest: String?, at: SourceRange)
    /// No count fulfils it.
    case impossible(reason: String, help: String, at: SourceRange)
    /// `lt` in a window that never ends.
    case endlessWindow(operator: String, at: SourceRange)
    case ruleCount(Int, of: String, wanted: String, at: SourceRange)
    case ruleTwice(String, at: SourceRange)
    case emptyGlob(String, at: SourceRange)
    case tooManyRules(String, maximum: Int, at: SourceRange)
    case alwaysTrue(at: SourceRange)
    case badTimeline(reason: String, help: String, at: SourceRange)
    case backInTime(String, at: SourceRange)
    case foreignRule(String, known: [String], nearest: String?, at: SourceRange)
    case unknownGroupField(String, known: [String], nearest: String?, at: SourceRange)

    var diagnostic: Diagnostic {
        switch self {
        case .besideOtherBody, .misfit, .circle, .ruleCount, .ruleTwice, .emptyGlob, .tooManyRules: shapeDiagnostic
        case .fieldLacking(let field, let rule, let why, let near, let place):
            Diagnostic(
                "C004", "rule \(quoted(rule)) has no field \(quoted(field))",
                at: .init(place, why), nearest: near)
        case .impossible(let reason, let help, let place):
            Diagnostic("C005", "no count of matches fulfils this `condition`", at: .init(place, reason), help: [help])
        case .endlessWindow(let operation, let place):
            Diagnostic(
                "C006", "\(quoted(operation)) needs a window that ends",
                at: .init(place, "a sliding window never ends, and more matches may always come"),
                help: ["add `window: tumbling`, or `window: session` with a `gap`"])
        case .alwaysTrue(let place):
            Diagnostic(
                "C010", "this `condition` holds of the first match", at: .init(place, "one match fulfils it"),
                help: ["`condition: {gte: 2}`, or alert on the rule itself with `quiet`"], severity: .warning)
        case .badTimeline(let reason, let help, let place):
            Diagnostic("C011", "this timeline cannot be run", at: .init(place, reason), help: [help])
        case .backInTime(let text, let place):
            Diagnostic(
                "C012", "\(quoted(text)) is before the step above", at: .init(place, "steps stand in the order in which articles arrive"),
                help: ["move it up; an article that arrives late says so with `published: …`"])
        case .foreignRule(let name, let known, let near, let place):
            Diagnostic(
                "C013", "the correlation does not refer to rule \(quoted(name))", at: .init(place, "a match of it would change nothing"),
                help: ["one of: \(known.joined(separator: ", "))"], nearest: near)
        case .unknownGroupField(let name, let known, let near, let place):
            Diagnostic(
                "C014", "\(quoted(name)) is no field of `group-by`", at: .init(place, "an alert has the fields of its group"),
                help: [known.isEmpty ? "the rule has no `group-by`: leave `group` out" : "one of: \(known.joined(separator: ", "))"],
                nearest: near)
        }
    }

    private var shapeDiagnostic: Diagnostic {
        switch self {
        case .besideOtherBody(let key, let place):
            Diagnostic(
                "C001", "`correlation` and \(quoted(key)) in one rule", at: .init(place, "a rule has exactly one of them"),
                help: ["make a rule of \(quoted(key)), and name its id under `rules`"])
        case .misfit(let key, let what, let help, let place):
            Diagnostic("C002", "\(quoted(key)) does not fit \(what)", at: .init(place, "it would say nothing here"), help: [help])
        case .circle(let path, let place):
            Diagnostic(
                "C003", "correlations refer to each other in a circle",
                at: .init(place, Self.told(path)), help: ["one of them must do without the others"])
        case .ruleCount(let count, let kind, let wanted, let place):
            Diagnostic("C007", "\(quoted(kind)) needs \(wanted)", at: .init(place, count == 1 ? "here is 1" : "here are \(count)"))
        case .ruleTwice(let name, let place):
            Diagnostic(
                "C008", "rule \(quoted(name)) is named twice", at: .init(place, "it is one of the rules above already"),
                help: ["name each rule once"])
        case .emptyGlob(let glob, let place):
            Diagnostic(
                "C009", "no rule has an id like \(quoted(glob))", at: .init(place, "`*` stands for anything"),
                help: ["correlations are not meant by a `*`: name them by their ids"])
        case .tooManyRules(let glob, let maximum, let place):
            Diagnostic(
                "C009", "correlations refer to more than \(maximum) rules in all", at: .init(place, "\(quoted(glob)) adds too many"),
                help: ["name fewer rules, or write a `*` that fits fewer"])
        default: preconditionFailure("not a problem of shape")
        }
    }

    /// A long way round is told by its beginning and its end.
    private static func told(_ path: [String]) -> String {
        let names = path.map { quoted($0) }
        let shown = names.count > 8 ? names.prefix(5) + ["…"] + names.suffix(2) : names[...]
        return shown.joined(separator: " → ")
    }
}
