import Analysis
import Diagnostics
import YAML

/// `lexicons:` first pass: their ids, so that frames and rules of any file may name them.
///
/// A lexicon may be spread over the language files of its pack; elsewhere a second definition is a mistake.
enum LexiconsSection: PackSection {
    static let key = "lexicons"
    static let stage = 2
    static let scope = SectionScope.both

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        for item in builder.problems.list(node, key) {
            guard var reader = MapReader(item, "lexicon", builder.problems), let idNode = reader.required("id"),
                let id = builder.checkedID(idNode, "lexicon")
            else { continue }
            if pack.language != nil, builder.lexiconOfID[id] != nil { continue }
            guard builder.define(id, "lexicon", at: idNode.range) else { continue }
            builder.lexiconOfID[id] = builder.knowledge.lexicons.count
            builder.knowledge.lexicons.append(Lexicon(id: id, title: reader.text("title") ?? id, guards: []))
        }
    }
}

/// `lexicons: [{id, title, terms: {ar: […]}, guarded: [{terms, requires, unless}]}]`
enum LexiconTermsSection: PackSection {
    static let key = "lexicons"
    static let stage = 4
    static let scope = SectionScope.both

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        for item in builder.problems.list(node, key) {
            guard item.entries != nil, var reader = MapReader(item, "lexicon", builder.problems) else { continue }
            let id = reader.value("id")?.scalar
            _ = reader.text("title")
            let terms = reader.value("terms")
            let guarded = reader.value("guarded").map { builder.problems.list($0, "guarded") } ?? []
            reader.finish()
            if terms == nil, guarded.isEmpty { builder.problems.report(.missingKey("terms", in: "lexicon", at: item.range)) }
            guard let id, let lexicon = builder.lexiconOfID[id] else { continue }
            if let terms { TermListReader(kind: .word).read(terms, into: &builder) { .lexicon(lexicon, guardGroup: nil) } }
            for group in guarded { readGuarded(group, lexicon, into: &builder) }
        }
    }

    private static func readGuarded(_ node: YAMLNode, _ lexicon: Int, into builder: inout RuleSetBuilder) {
        guard var reader = MapReader(node, "guarded terms", builder.problems), let terms = reader.required("terms") else { return }
        // Guards are words too, so guarded terms belong to one language.
        let languages = terms.entries?.compactMap { $0.key.scalar } ?? []
        let slot = languages.count == 1 ? builder.languageSlot(languages[0], at: terms.range) : nil
        let sense = GuardReader(language: slot).sense(&reader, &builder)
        reader.finish()
        let group = builder.knowledge.lexicons[lexicon].guards.count
        builder.knowledge.lexicons[lexicon].guards.append(sense)
        TermListReader(kind: .word).read(terms, into: &builder) { .lexicon(lexicon, guardGroup: group) }
    }
}

/// Reads terms as authors write them: one, a list (any language), or a list a language.
struct TermListReader {
    let kind: Inflection.WordKind

    func read(_ node: YAMLNode, into builder: inout RuleSetBuilder, meaning: () -> Meaning) {
        if let entries = node.entries {
            if entries.isEmpty { builder.problems.report(.emptyValue("terms", at: node.range)) }
            for entry in entries {
                guard let code = entry.key.scalar, let slot = builder.languageSlot(code, at: entry.key.range) else { continue }
                builder.addAll(builder.problems.texts(entry.value, "terms"), language: slot, .init(kind: kind), meaning: meaning())
            }
        } else {
            builder.addAll(builder.problems.texts(node, "terms"), language: nil, meaning: meaning())
        }
    }
}
