import Diagnostics

/// What can be wrong between the rules, exclusions and packs of an author.
enum PackProblem: Problem {
    case relatedToItself(String, at: SourceRange)
    /// A `stable` rule needs a match and a no-match test for each language it claims; these languages lack them.
    case stableWithoutTests(match: [String], noMatch: [String], at: SourceRange)
    /// The lexicon, list or rule belongs to a pack that this one does not use.
    case hiddenReference(String, of: String, pack: String, at: SourceRange, defined: SourceRange)
    /// The rules of a filter have the role at different places.
    case roleDiffers(String, String, at: SourceRange)
    /// Two exclusions of one rule have the same id, so that an explanation could not tell them apart.
    case exclusionTwice(String, at: SourceRange)
    /// `near` and `before` in one exclusion.
    case twoRelations(String, String, at: SourceRange)
    /// `near: {source: …}`: what stands on no words is near nothing.
    case noPlace(String, in: String, at: SourceRange)

    /// `some: {of: [two], at-least: 3}`
    case tooManyOfSome(Int, of: Int, at: SourceRange)

    var diagnostic: Diagnostic {
        switch self {
        case .exclusionTwice(let id, let place):
            Diagnostic(
                "R030", "two exclusions have the id \(quoted(id))", at: .init(place, "the second"), help: ["give each an id of its own"])
        case .twoRelations(let first, let second, let place):
            Diagnostic(
                "R031", "an exclusion has both \(quoted(first)) and \(quoted(second))", at: .init(place, "the second"),
                help: ["make two exclusions of it"])
        case .noPlace(let condition, let what, let place):
            Diagnostic(
                "R032", "\(quoted(condition)) stands at no place of the text", at: .init(place, "nothing can be measured from it"),
                help: ["put it beside \(quoted(what)), not into it"])
        case .tooManyOfSome(let least, let count, let place):
            Diagnostic(
                "R037", "\(least) of \(count) conditions can never hold", at: .init(place, "only \(count) stand under `of`"),
                help: ["at-least: \(count)", "`at-least` beside a condition counts the places where it holds"])
        case .roleDiffers(let role, let rule, let place):
            Diagnostic(
                "R033", "role \(quoted(role)) is another one in rule \(quoted(rule))", at: .init(place, "the filter's rules differ in it"),
                help: ["make a filter for each type of event"])
        case .relatedToItself(let id, let place):
            Diagnostic("R034", "rule \(quoted(id)) is related to itself", at: .init(place, "its own id"), help: ["name another rule"])
        case .stableWithoutTests(let match, let noMatch, let place):
            Diagnostic(
                "R035", "a `stable` rule needs a `match` and a `no-match` test for each language it claims",
                at: .init(
                    place,
                    [("match", match), ("no-match", noMatch)].filter { !$0.1.isEmpty }
                        .map { "no `\($0.0)` test in \($0.1.joined(separator: ", "))" }.joined(separator: "; ")),
                help: ["write them, or name fewer `languages`, or say `status: test`"])
        case .hiddenReference(let id, let kind, let pack, let place, let defined):
            Diagnostic(
                "R036", "\(kind) \(quoted(id)) belongs to pack \(quoted(pack))", at: .init(place, "this pack does not use that one"),
                also: [.init(defined, "defined here")], help: ["add \(quoted(pack)) to `use`"])
        }
    }
}
