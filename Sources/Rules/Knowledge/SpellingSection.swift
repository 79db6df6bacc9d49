import Analysis
import Diagnostics
import YAML

/// `spelling: {latin: {tight, loose, skeleton, vowels}, …, particles, joiners, honorifics, legal-forms, patronymics, equivalents, kinds}`
///
/// How names vary, for watch-lists.
enum SpellingSection: PackSection {
    static let key = "spelling"
    static let stage = 2
    static let scope = SectionScope.world

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        guard var reader = MapReader(node, "spelling", builder.problems) else { return }
        var spelling = builder.spelling
        for script in Spelling.Script.allCases {
            if let rules = reader.value(script.rawValue) {
                spelling.scripts[script] = self.script(rules, script.rawValue, builder.problems)
            }
        }
        for part in Spelling.Part.allCases {
            for text in reader.texts(part.rawValue) { spelling.parts[part, default: []].insert(units(text)) }
        }
        spelling.patronymics += reader.texts("patronymics").map(units)
        if let groups = reader.value("equivalents") {
            for group in builder.problems.list(groups, "equivalents") {
                for name in builder.problems.texts(group, "equivalents") { spelling.groupOfName[units(name)] = spelling.groupCount }
                spelling.groupCount += 1
            }
        }
        if let kinds = reader.value("kinds") {
            for (name, keyNode, words) in builder.problems.entries(kinds, "kinds") {
                let named = NameKind(rawValue: name)
                if named == nil {
                    let known = NameKind.allCases.map(\.rawValue)
                    builder.problems.report(
                        .invalidValue(
                            name, of: "kind", allowed: known.joined(separator: ", "), nearest: nearest(to: name, among: known),
                            at: keyNode.range))
                }
                for word in builder.problems.texts(words, "kinds") { spelling.kinds[(word.scalar ?? "").lowercased()] = named }
            }
        }
        reader.finish()
        builder.spelling = spelling
    }

    private static func units(_ node: YAMLNode) -> [UInt16] { Tokenizer().words(of: node.scalar ?? "").flatMap(\.units) }

    private static func script(_ node: YAMLNode, _ name: String, _ problems: Problems) -> Spelling.ScriptRules {
        var rules = Spelling.ScriptRules()
        guard var reader = MapReader(node, name, shape: "spelling of a script", problems) else { return rules }
        fill(&rules.tight, reader.value("tight"), problems)
        fill(&rules.loose, reader.value("loose"), problems)
        fill(&rules.skeleton, reader.value("skeleton"), problems)
        rules.skeleton.joinsDoubles = name != Spelling.Script.arabic.rawValue
        fill(&rules.vowels, reader.value("vowels"), problems)
        reader.finish()
        return rules
    }

    private static func fill(_ rewriting: inout Rewriting, _ node: YAMLNode?, _ problems: Problems) {
        guard let node else { return }
        for (from, keyNode, value) in problems.entries(node, "spelling") {
            // An empty text drops the letters.
            let to =
                value.items.map { $0.compactMap { problems.emptyOrText($0, "spelling") } }
                ?? problems.emptyOrText(value, "spelling").map { [$0] } ?? []
            if !to.isEmpty, !rewriting.add(from, to: to) {
                problems.report(
                    .invalidValue(
                        from, of: "spelling", allowed: "letters, with `^` before or `$` behind them", nearest: nil, at: keyNode.range))
            }
        }
    }
}
