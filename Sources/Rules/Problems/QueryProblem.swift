import Diagnostics

/// What an author of a Boolean query may get wrong.
enum QueryProblem: Problem {
    /// A phrase, group, field or query with nothing in it.
    case emptyPart(String, at: SourceRange)
    /// AND and OR side by side; with the whole query in each of its meanings.
    case mixed([String], at: SourceRange)
    /// Several things with nothing between them.
    case noOperator([String], isPhrase: Bool, at: SourceRange)
    case misspeltOperator(String, meant: String, at: SourceRange)
    case missingOperand(String, isBefore: Bool, at: SourceRange)
    case parenthesis(isOpen: Bool, at: SourceRange)
    case notClosed(String, at: SourceRange)
    case onlyDenied(Denial, at: SourceRange)
    case andInNear(String, String, [String], at: SourceRange)
    case deniedProximity(String, at: SourceRange)
    case uncountable(Int, at: SourceRange)
    case mixedProximity([String], at: SourceRange)
    case badNumber(String, of: String, isMissing: Bool, at: SourceRange)
    case unknownField(String, nearest: String?, known: [String], at: SourceRange)
    case fieldInValue(String, at: SourceRange)
    case wildcard(String, at: SourceRange)
    case foreignSyntax(String, ForeignSyntax, at: SourceRange)
    case tooLarge(Size, at: SourceRange)

    /// Why NOT is left without something that holds.
    enum Denial: Sendable {
        case alone, all, alternative, twice
        case inPart(String)
    }

    enum Size: Sendable {
        case length, depth
        /// It can be run, but not be written as YAML.
        case levelsOfYAML
    }

    /// Whether the rest of the query can be judged nonetheless.
    var keepsStructure: Bool {
        switch self {
        case .misspeltOperator, .badNumber, .unknownField, .wildcard, .foreignSyntax(_, .truncation, _), .foreignSyntax(_, .slop, _),
            .foreignSyntax(_, .fuzzy, _), .foreignSyntax(_, .boost, _):
            true
        case .emptyPart, .mixed, .noOperator, .missingOperand, .parenthesis, .notClosed, .onlyDenied, .andInNear, .deniedProximity,
            .uncountable, .mixedProximity, .fieldInValue, .foreignSyntax, .tooLarge:
            false
        }
    }

    var diagnostic: Diagnostic {
        switch self {
        case .emptyPart(let what, let place):
            Diagnostic("Q001", "\(what) is empty", at: .init(place, "nothing to look for"))
        case .mixed(let readings, let place):
            Diagnostic(
                "Q002", "AND and OR are mixed without parentheses", at: .init(place, "this has two meanings"),
                help: choices(readings))
        case .noOperator(let parts, let isPhrase, let place): noOperator(parts, isPhrase, place)
        case .misspeltOperator(let word, let meant, let place):
            Diagnostic(
                "Q004", "\(quoted(word)) stands where an operator belongs", at: .init(place, "operators are English, in capitals"),
                help: ["write `\(meant)`, or put \(quoted(word)) and its neighbours in quotes if they are a phrase"])
        case .missingOperand(let name, let isBefore, let place):
            Diagnostic(
                "Q005", "\(quoted(name)) has nothing \(isBefore ? "before" : "after") it",
                at: .init(place, isBefore ? "no term, phrase or group stands to its left" : "no term, phrase or group follows"),
                help: ["AND", "OR", "NOT"].contains(name)
                    ? ["a word that is meant to be found is put in quotes: `\"\(name.lowercased())\"`"] : [])
        case .parenthesis(let isOpen, let place):
            Diagnostic(
                "Q006", isOpen ? "this parenthesis is not closed" : "this parenthesis closes nothing",
                at: .init(place, isOpen ? "no `)` belongs to it" : "no `(` belongs to it"))
        case .notClosed(let mark, let place):
            Diagnostic(
                "Q007", "the quotation that \(quoted(mark)) opens is not closed", at: .init(place, "it would go on to the end of the query")
            )
        case .onlyDenied(let denial, let place): onlyDenied(denial, place)
        case .andInNear, .deniedProximity, .uncountable, .mixedProximity: proximityDiagnostic
        case .badNumber, .unknownField, .fieldInValue: valueDiagnostic
        case .wildcard(let word, let place):
            Diagnostic(
                "Q014", "a wildcard can stand only at the end of a word", at: .init(place, "in \(quoted(word))"),
                help: ["write the words out, joined by OR, or a pattern: `/\(pattern(word))/`"])
        case .foreignSyntax(let text, let syntax, let place): foreign(text, syntax, place)
        case .tooLarge(let size, let place): tooLarge(size, place)
        }
    }

    private func tooLarge(_ size: Size, _ place: SourceRange) -> Diagnostic {
        let (title, label) =
            switch size {
            case .length: ("this query is too long", "\(Query.maximumBytes) bytes at most")
            case .depth: ("this query is nested too deep", "\(Query.maximumDepth) levels at most")
            case .levelsOfYAML: ("this query is nested too deep for YAML", "as YAML it has more than 64 levels")
            }
        return Diagnostic(
            "Q016", title, at: .init(place, label),
            help: ["make several rules of it, or put its words into a lexicon: `lexicon:…`"])
    }

    private func choices(_ readings: [String]) -> [String] {
        guard readings.count == 2, readings[0] != readings[1] else { return ["put parentheses round what belongs together"] }
        return ["write `\(readings[0])`", "or `\(readings[1])`"]
    }

    /// A wildcard as a pattern has it.
    private func pattern(_ word: String) -> String {
        let letters = word.map { letter in letter == "*" ? "[^ ]*" : letter == "?" ? "[^ ]" : String(letter) }
        return letters.joined()
    }

    private func noOperator(_ parts: [String], _ isPhrase: Bool, _ place: SourceRange) -> Diagnostic {
        let shown = parts.prefix(8)
        let joined = { (name: String) in shown.joined(separator: " \(name) ") }
        let isShort = shown.reduce(0) { $0 + $1.utf8.count } <= 400
        let others = !isShort ? [] : ["`\(joined("AND"))` for all of them, anywhere", "`\(joined("OR"))` for any of them"]
        return Diagnostic(
            "Q003", "no operator between \(quoted(parts.first ?? "")) and \(quoted(parts.dropFirst().first ?? ""))",
            at: .init(place, "some systems take this for a phrase, others for AND, others for OR"),
            help: isPhrase && isShort && parts.count <= 8 ? ["`\"\(shown.joined(separator: " "))\"` for a phrase"] + others : others)
    }

    private func onlyDenied(_ denial: Denial, _ place: SourceRange) -> Diagnostic {
        let (title, label): (String, String) =
            switch denial {
            case .alone: ("NOT stands alone", "it would hold of nearly every article")
            case .all: ("NOT stands before every part", "it would hold of nearly every article")
            case .alternative: ("NOT stands in an OR", "an article without it would do, and nearly every one is")
            case .twice: ("NOT stands twice", "each takes back the other")
            case .inPart(let part): ("NOT stands alone in `\(part):`", "it would hold of nearly every article")
            }
        let help =
            switch denial {
            case .alone, .all, .alternative: "name something that must stand there: `a AND NOT b`"
            case .twice: "leave both out"
            case .inPart(let part): "put NOT before it, and something that must hold: `a AND NOT \(part):b`"
            }
        return Diagnostic("Q008", title, at: .init(place, label), help: [help])
    }

    private var proximityDiagnostic: Diagnostic {
        switch self {
        case .andInNear(let inner, let name, let readings, let place):
            Diagnostic(
                "Q009", "\(inner) stands inside \(name)", at: .init(place, "words have a distance from each other, \(inner) has no place"),
                help: readings.count == 2
                    ? ["write `\(readings[0])`", "or `\(readings[1])`"] : ["join places with OR, or move AND outside"])
        case .deniedProximity(let name, let place):
            Diagnostic(
                "Q009", "NOT stands inside \(name)", at: .init(place, "what is not there is near nothing"),
                help: ["write `a AND NOT (a \(name) b)`, or `(a \(name) c) AND NOT b`"])
        case .uncountable(let count, let place):
            Diagnostic(
                "Q010", "ATLEAST counts words, not AND, NOT or NEAR", at: .init(place, "this has no single place to be counted"),
                help: ["`ATLEAST/\(count)(a) AND ATLEAST/\(count)(b)` for each, `ATLEAST/\(count)(a OR b)` for both together"])
        case .mixedProximity(let readings, let place):
            Diagnostic(
                "Q011", "unlike distances stand side by side without parentheses", at: .init(place, "this has two meanings"),
                help: choices(readings))
        default: preconditionFailure("not a problem of proximity")
        }
    }

    private var valueDiagnostic: Diagnostic {
        switch self {
        case .badNumber(let word, let name, let isMissing, let place):
            Diagnostic(
                "Q012", isMissing ? "\(quoted(word)) has no number" : "\(quoted(word)) has no number that can be",
                at: .init(place, name == "ATLEAST" ? "how many times: 1 to 1000" : "how many words may lie between: 0 to 100"),
                help: [
                    name == "ATLEAST"
                        ? "`ATLEAST/3(…)`" : "`\(name == "PRE" || name == "ADJ" ? "ONEAR" : name == "ONEAR" ? name : "NEAR")/8`"
                ])
        case .unknownField(let name, let near, let known, let place):
            Diagnostic(
                "Q013", "unknown field \(quoted(name + ":"))", at: .init(place, "no part of an article and no condition has this name"),
                help: ["one of: \(known.map { $0 + ":" }.joined(separator: ", "))", "a colon that is meant to be found stands in quotes"],
                nearest: near.map { $0 + ":" })
        case .fieldInValue(let text, let place):
            Diagnostic(
                "Q015", "\(quoted(text)) stands among the values of a field", at: .init(place, "only values can stand here"),
                help: ["end the field's parentheses before it"])
        default: preconditionFailure("not a problem of a value")
        }
    }

    private func foreign(_ text: String, _ syntax: ForeignSyntax, _ place: SourceRange) -> Diagnostic {
        let (label, help): (String, [String]) =
            switch syntax {
            case .plus: ("every term must stand there that is not joined by OR", ["join terms with `AND`"])
            case .minus(let word): ("exclusion is written with NOT", ["write `AND NOT \(word)`"])
            case .truncation(let word): ("a word's beginning is written with `*`", ["write `\(word)*`"])
            case .slop(let words, let distance):
                (
                    "nearness is written with NEAR",
                    ["write `\(words.joined(separator: " NEAR/\(distance) "))`, or ONEAR/\(distance) for this order"]
                )
            case .fuzzy(let word): ("there is no fuzzy search in a query", ["write the spellings out: `(\(word) OR …)`"])
            case .boost: ("an article matches or not, there is no weight", ["leave it out"])
            case .comma: ("it joins nothing", ["write `OR` for any of them, `AND` for all"])
            case .bracket: ("only parentheses group", ["use `(` and `)`, or put it in quotes"])
            case .equals(let field, let value): ("a field is written with a colon", ["write `\(QueryFields.spelled(field)):\(value)`"])
            }
        return Diagnostic("Q017", "\(quoted(text)) means nothing here", at: .init(place, label), help: help)
    }
}
