import Diagnostics

/// Unknown keys and names, with more advice than the nearest spelling: the codes are those of ``RuleProblem``.
enum KeyProblem: Problem {
    case unknownKey(String, in: String, nearest: String?, known: [String], at: SourceRange)
    /// `match: {en: [oil]}`: a language where its terms' key should stand.
    case languageWithoutTerms(String, in: String, key: String, at: SourceRange)
    /// A field in a message, a key of alerts or an expectation.
    case unknownField(String, of: String, nearest: String?, known: [String], at: SourceRange)
    case unknownName(String, of: String, nearest: String?, help: [String], at: SourceRange)

    /// A longer list of keys is looked up in the manual, not read in a terminal.
    private static let maximumKeys = 24

    var diagnostic: Diagnostic {
        switch self {
        case .unknownKey(let key, let what, let near, let known, let place):
            let list = known.count <= Self.maximumKeys ? ["one of: \(known.joined(separator: ", "))"] : []
            return Diagnostic(
                "R001", "unknown key \(quoted(key))", at: .init(place, "\(what) has no such key"),
                help: Self.strangers(in: key, near) + (near == nil ? list : []), nearest: near)
        case .languageWithoutTerms(let language, let what, let key, let place):
            return Diagnostic(
                "R001", "unknown key \(quoted(language))", at: .init(place, "\(what) has no such key"),
                help: ["languages stand under `\(key)`: `\(key): {\(language): […]}`"])
        case .unknownField(let name, let use, let near, let known, let place):
            let list = known.isEmpty ? "leave it out" : "one of: \(known.filter { !$0.contains(".") }.joined(separator: ", "))"
            return Diagnostic(
                "R004", "unknown field of \(use) \(quoted(name))", at: .init(place, "what this rule finds has no such field"),
                help: near == nil ? [list] : [], nearest: near)
        case .unknownName(let name, let kind, let near, let help, let place):
            return Diagnostic(
                "R004", "unknown \(kind) \(quoted(name))", at: .init(place, "none of the loaded packs defines it"),
                help: Self.strangers(in: name, near) + (near == nil && help.isEmpty ? Self.convention(of: kind) : help), nearest: near)
        }
    }

    /// Letters of another script, and marks that nobody sees, where the nearest name looks the same.
    private static func strangers(in name: String, _ near: String?) -> [String] {
        guard let near, near.utf8.allSatisfy({ $0 < 0x80 }) else { return [] }
        let strange = name.unicodeScalars.filter { $0.value >= 0x80 && Lookalikes.Script($0) != .latin }
        // A word of another language is no misspelling.
        guard !strange.isEmpty, strange.count * 2 <= name.unicodeScalars.count else { return [] }
        let shown = strange.prefix(4).map { scalar in
            "\(quoted(String(scalar))) is \(Lookalikes.Script(scalar).map { $0.rawValue + " " } ?? "")\(codePoint(scalar))"
        }
        return [shown.joined(separator: ", ")]
    }

    /// What to write where nothing stands.
    static func help(ofEmpty what: String, at place: SourceRange) -> [String] {
        guard place.isEmpty else { return [] }
        let line = place.file.bytes(ofLine: place.line)
        let rest = place.file.text(place.end..<max(place.end, line.upperBound))
        if let sign = rest.firstIndex(where: { $0 != " " }), rest[sign] == "#", rest[sign...].dropFirst().first != " " {
            return ["`#` begins a comment: put quotes round a value that begins with it"]
        }
        return ["write a value, or indent what belongs to it further than `\(what)`"]
    }

    /// How ids of a kind are made, where no nearest one tells.
    private static func convention(of kind: String) -> [String] {
        switch kind {
        case "country": ["write its ISO 3166 code of two letters, such as `RU`"]
        case "region": ["write its UN M49 code in quotes, such as `\"419\"`"]
        case "language": ["write its ISO 639-1 code, such as `ar`"]
        default: []
        }
    }

    /// What to write where something of another shape stands.
    static func help(of what: String, expected: String, found: String) -> [String] {
        let conditions: Set<String> = ["match", "all", "any", "none", "of"]
        switch (expected, found) {
        case ("a mapping", "a text") where conditions.contains(what): return ["write `terms: […]` for words to look for"]
        case ("a mapping", "a list") where conditions.contains(what):
            return ["write `terms: […]` for a list of words", "or put `all:` or `any:` before a list of conditions"]
        case ("a mapping", _) where what == "some": return ["some: {of: [{terms: […]}, {terms: […]}], at-least: 2}"]
        case ("a mapping", "a list"): return ["leave out the `- ` or the brackets: here are keys and values, not items"]
        case ("a mapping", "a text") where what.hasPrefix("role "):
            return ["say what fills the role, such as `{office: minister, country: RU}`"]
        case ("a mapping", "a text") where what == "event": return ["write `event: {type: …}`"]
        case ("a mapping", "a text") where what == "test": return ["write `match: …` or `no-match: …` before the text"]
        case ("a mapping", _) where what == "near": return ["near: {of: [{terms: […]}, {terms: […]}], distance: 8}"]
        case ("a mapping", "a text") where what == "condition": return ["say how many, such as `{gte: 3}` for three or more"]
        case (_, "a mapping") where what == "event type": return ["write its id alone, such as `event: visit`"]
        case ("a mapping", _): return ["write `key: value` pairs"]
        case ("a list", "a mapping"): return ["put `- ` before its first key, and indent the others like it"]
        case ("a list", _): return ["write each item after `- `, or all of them in `[…]`"]
        case ("a text", "a list"): return ["write one value, without `- ` or brackets"]
        case ("a text", _): return ["put quotes round it if it is a text"]
        case ("a text or a list of texts", _): return ["write a text, or a list of them in `[…]`"]
        default: return []
        }
    }
}
