import Diagnostics

/// What an author may get wrong in the tests of a rule, beyond their shape.
enum RuleTestProblem: Problem {
    /// `because: status completed` in a rule that accepts completed events.
    case unknownReason(String, known: [String], at: SourceRange)
    /// `expect: {destination.country: CN}` in a rule about Latin America.
    case impossibleValue(String, of: String, why: String, at: SourceRange)
    case evidenceNotInText(String, at: SourceRange)
    case expectedTwice(String, at: SourceRange, first: SourceRange)
    /// `expect` beside `no-match`.
    case expectationOfNothing(at: SourceRange)

    /// More names than this are no help.
    private static let shownReasons = 12

    var diagnostic: Diagnostic {
        switch self {
        case .unknownReason(let name, let known, let place):
            let rest = known.count > Self.shownReasons ? ", …" : ""
            return Diagnostic(
                "T001", "\(quoted(name)) never decides this rule", at: .init(place, "no condition of the rule has this name"),
                help: ["what may decide it: \(known.prefix(Self.shownReasons).joined(separator: ", "))\(rest)"],
                nearest: nearest(to: name, among: known))
        case .impossibleValue(let value, let field, let why, let place):
            return Diagnostic("T002", "no match has \(field) \(quoted(value))", at: .init(place, why))
        case .evidenceNotInText(let text, let place):
            return Diagnostic(
                "T003", "\(quoted(text)) does not stand in the text of the test", at: .init(place, "evidence is told letter by letter"))
        case .expectedTwice(let name, let place, let first):
            return Diagnostic(
                "T004", "\(quoted(name)) is expected twice", at: .init(place, "second value"), also: [.init(first, "first value")],
                help: ["`\(name): [one, another]` accepts either"])
        case .expectationOfNothing(let place):
            return Diagnostic(
                "T005", "`expect` beside `no-match`", at: .init(place, "there is no match to look at"),
                help: ["say what keeps the rule from holding: `because: …`"])
        }
    }
}
