import Diagnostics

/// What loads, but will hardly do what its author meant; each case words itself.
enum LintProblem: Problem {
    /// `ال`: Arabic joins it to the next word, so that it never stands alone.
    case neverMatches(String, reason: String, help: [String], fix: Diagnostic.Fix?, at: SourceRange)
    /// `the`: a word of nearly every article.
    case stopWord(String, language: String, help: [String], fix: Diagnostic.Fix?, at: SourceRange)
    /// `Lаvrov` with a Cyrillic `а`.
    case mixedScripts(String, reason: String, help: [String], fix: Diagnostic.Fix?, at: SourceRange)
    case invisibleMarks(String, marks: [String], fix: Diagnostic.Fix?, at: SourceRange)
    /// `en: [санкции]`
    case wrongLanguage(String, reason: String, help: [String], at: SourceRange)
    case duplicateTerm(String, of: String, fix: Diagnostic.Fix?, at: SourceRange, first: SourceRange)
    case runsAlways(reason: String, help: [String], at: SourceRange)
    case neverHolds(reason: String, help: [String], at: SourceRange, also: [Diagnostic.Label])
    case redundant(String, reason: String, help: [String], fix: Diagnostic.Fix?, at: SourceRange, also: [Diagnostic.Label])
    case excludesItself(id: String, reason: String, at: SourceRange, also: SourceRange)
    case languageWithoutWords(String, help: [String], at: SourceRange, also: SourceRange?)
    case languageWithoutTests(String, at: SourceRange)
    case unused(String, kind: String, at: SourceRange)
    case overlappingOffice(String, other: String, at: SourceRange, first: SourceRange)
    case testInOtherLanguage(reason: String, help: [String], at: SourceRange, also: SourceRange?)
    /// `[نفط، غاز]`, `[“oil price”]`
    case typographicMark(String, reason: String, help: [String], fix: Diagnostic.Fix?, at: SourceRange)
    /// `*oil`
    case wildcardInside(String, help: [String], at: SourceRange)
    case brokenPlaceholder(String, help: [String], at: SourceRange)
    /// A known miss that is none any more.
    case passingTodo(kind: String, at: SourceRange)
    case expired(String, on: String, at: SourceRange)

    var diagnostic: Diagnostic {
        switch self {
        case .neverMatches, .stopWord, .mixedScripts, .invisibleMarks, .wrongLanguage, .duplicateTerm, .typographicMark, .wildcardInside:
            termDiagnostic
        case .runsAlways, .neverHolds, .redundant, .excludesItself: conditionDiagnostic
        case .languageWithoutWords, .languageWithoutTests, .unused, .overlappingOffice, .testInOtherLanguage, .brokenPlaceholder,
            .passingTodo, .expired:
            ruleDiagnostic
        }
    }

    private func warning(
        _ code: Diagnostic.Code, _ title: String, _ place: SourceRange, _ label: String, also: [Diagnostic.Label] = [], help: [String],
        fix: Diagnostic.Fix? = nil
    ) -> Diagnostic {
        Diagnostic(code, title, at: .init(place, label), also: also, help: help, fix: fix, severity: .warning)
    }

    private var termDiagnostic: Diagnostic {
        switch self {
        case .neverMatches(let text, let reason, let help, let fix, let place):
            warning("W001", "term \(quoted(text)) can never match", place, reason, help: help, fix: fix)
        case .stopWord(let text, let language, let help, let fix, let place):
            warning("W002", "term \(quoted(text)) is a stop word", place, "nearly every \(language) article has it", help: help, fix: fix)
        case .mixedScripts(let text, let reason, let help, let fix, let place):
            warning("W003", "letters of several scripts in \(quoted(text))", place, reason, help: help, fix: fix)
        case .invisibleMarks(let text, let marks, let fix, let place):
            warning(
                "W004", "invisible mark in \(quoted(text))", place, marks.joined(separator: ", "),
                help: [fix == nil ? "delete it" : "write \(quoted(fix?.replacement ?? ""))"], fix: fix)
        case .wrongLanguage(let text, let reason, let help, let place):
            warning("W005", "\(quoted(text)) is in the wrong language block", place, reason, help: help)
        case .duplicateTerm(let text, let what, let fix, let place, let first):
            warning(
                "W006", "\(what) \(quoted(text)) stands here twice", place, "the same after normalisation",
                also: [.init(first, "first here")],
                help: ["delete one of the two"], fix: fix)
        case .typographicMark(let text, let reason, let help, let fix, let place):
            warning("W017", "a mark in \(quoted(text)) is read as text", place, reason, help: help, fix: fix)
        case .wildcardInside(let text, let help, let place):
            warning("W018", "the wildcard in \(quoted(text)) means nothing", place, "`*` counts only at the end of a term", help: help)
        default: preconditionFailure("not a problem of a term")
        }
    }

    private var conditionDiagnostic: Diagnostic {
        switch self {
        case .runsAlways(let reason, let help, let place):
            warning("W007", "this rule runs on every article", place, reason, help: help)
        case .neverHolds(let reason, let help, let place, let also):
            warning("W008", "this condition can never hold", place, reason, also: also, help: help)
        case .redundant(let what, let reason, let help, let fix, let place, let also):
            warning("W009", "\(what) changes nothing", place, reason, also: also, help: help, fix: fix)
        case .excludesItself(let id, let reason, let place, let also):
            warning(
                "W010", "exclusion \(quoted(id)) takes away what the rule looks for", place, reason,
                also: [.init(also, "what the rule looks for")],
                help: ["exclude something narrower, such as a longer phrase", "or delete the exclusion"])
        default: preconditionFailure("not a problem of a condition")
        }
    }

    private var ruleDiagnostic: Diagnostic {
        switch self {
        case .languageWithoutWords(let language, let help, let place, let also):
            warning(
                "W011", "no words in \(quoted(language))", place, "the rule claims this language and can never hold in it",
                also: also.map { [.init($0, "the words are here")] } ?? [], help: help)
        case .languageWithoutTests(let language, let place):
            warning(
                "W012", "no test in \(quoted(language))", place, "the rule claims this language, and its tests pass it over",
                help: ["add a test with `language: \(language)`"])
        case .unused(let id, let kind, let place):
            warning(
                "W013", "\(kind) \(quoted(id)) is never used", place, "no rule of the loaded files names it",
                help: ["name it in a rule, as `\(kind): \(id)`, or delete it"])
        case .overlappingOffice(let person, let other, let place, let first):
            warning(
                "W014", "\(quoted(person)) and \(quoted(other)) hold the same office at the same time", place, "only one person holds it",
                also: [.init(first, "held by \(quoted(other)) then")],
                help: [
                    "end the first before the second begins, with `to: …`", "or say `shared: true` of one, if both really hold it",
                ])
        case .testInOtherLanguage(let reason, let help, let place, let also):
            warning(
                "W015", "this test is in another language", place, reason, also: also.map { [.init($0, "languages of the rule")] } ?? [],
                help: help)
        case .brokenPlaceholder(let text, let help, let place):
            warning("W016", "\(quoted(text)) is never filled in", place, "a placeholder is a name in braces", help: help)
        case .passingTodo(let kind, let place):
            warning(
                "W019", "this `todo` passes", place, "what it says holds now",
                help: [kind == "timeline" ? "take `todo` out" : "write `\(kind): …` in the place of `todo: \(kind)` and `text: …`"])
        case .expired(let id, let day, let place):
            warning(
                "W020", "rule \(quoted(id)) has expired", place, "it is not run since \(day)",
                help: ["set a later `expires`, or delete the rule"])
        default: preconditionFailure("not a problem of a rule")
        }
    }
}
