import Analysis
import Articles
import Diagnostics
import YAML

/// `profile:`: how the language is written and ordered, and its small word classes.
enum ProfileSection: PackSection {
    static let key = "profile"
    static let stage = 0
    static let scope = SectionScope.language

    enum Script: String, CaseIterable {
        case Arabic, Cyrillic, Latin

        var shape: Token.Shape {
            switch self {
            case .Arabic: .arabic
            case .Cyrillic: .cyrillic
            case .Latin: .latin
            }
        }
    }

    enum Direction: String, CaseIterable {
        case ltr, rtl
    }

    /// Keys whose words make up a class.
    static let wordClasses: [(key: String, wordClass: WordClass)] = [
        ("frequent", .frequent), ("abbreviations", .abbreviation), ("prepositions", .preposition), ("clause", .clause),
        ("relative", .relative), ("but", .but), ("and", .and), ("determiners", .determiner), ("pronouns", .pronoun),
        ("honorifics", .honorific), ("place-nouns", .placeNoun), ("speech", .speech), ("locative", .locative),
        ("directional", .directional), ("possessive", .possessive), ("heading", .heading),
        ("both", .both), ("according", .according), ("alleged", .alleged),
    ]

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        guard let tag = pack.language, var reader = MapReader(node, "profile", builder.problems) else { return }
        let name = reader.requiredText("name")
        // For advice only: what authors call the language.
        _ = reader.texts("called")
        let script = reader.required("script").flatMap { node -> Script? in builder.problems.choice(node, "script") }
        let direction = reader.choice("direction", Direction.self)
        let subject = reader.choice("subject", LanguageProfile.Side.self)
        let adjective = reader.choice("adjective", LanguageProfile.Side.self)
        let hasCases = reader.flag("cases") ?? false
        guard builder.knowledge.slot(of: tag) == nil else {
            builder.problems.report(.duplicateID(tag.code, of: "language profile", at: node.range, first: node.range))
            return
        }
        builder.knowledge.languages.append(
            LanguageProfile(
                tag: tag, name: name ?? tag.code, script: script?.shape ?? .latin, isRightToLeft: direction == .rtl,
                subject: subject ?? .before, adjective: adjective ?? .after, hasCases: hasCases))
        builder.profiles.append((pack, node))
        for (key, _) in wordClasses { _ = reader.value(key) }
        reader.finish()
    }

    /// Fills the word classes, once the term table knows all languages.
    static func readWords(into builder: inout RuleSetBuilder) {
        for (pack, node) in builder.profiles {
            guard let slot = builder.slot(of: pack), var reader = MapReader(node, "profile", builder.problems) else { continue }
            for (key, wordClass) in wordClasses {
                // An empty list is fine: a language may lack the class.
                guard reader.value(key)?.items?.isEmpty == false else { continue }
                for word in reader.texts(key) {
                    guard let text = word.scalar else { continue }
                    do {
                        try builder.table.mark(text, language: slot, as: wordClass)
                    } catch {
                        builder.problems.report(.badTerm(text, error, at: word.range))
                    }
                }
            }
        }
    }
}

/// `inflection: {noun: [{ending: ion, forms: [ion, iones]}]}`
enum InflectionSection: PackSection {
    static let key = "inflection"
    static let stage = 0
    static let scope = SectionScope.language

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        builder.inflections.append((pack, node))
    }

    /// Reads the paradigms of all languages, once all profiles are known.
    static func readParadigms(into builder: inout RuleSetBuilder) {
        let tokenizer = Tokenizer()
        func units(_ text: String) -> [UInt16] { tokenizer.words(of: text).flatMap(\.units) }
        for (pack, node) in builder.inflections {
            guard let slot = builder.slot(of: pack) else { continue }
            for (_, keyNode, value) in builder.problems.entries(node, key) {
                guard let kind: Inflection.WordKind = builder.problems.choice(keyNode, "word kind") else { continue }
                for item in builder.problems.list(value, "inflection") {
                    guard var reader = MapReader(item, "paradigm", builder.problems) else { continue }
                    // Both may be empty texts: a word without an ending.
                    let ending = reader.required("ending").flatMap { builder.problems.emptyOrText($0, "ending") } ?? ""
                    let forms = reader.required("forms").map { builder.problems.list($0, "forms") } ?? []
                    reader.finish()
                    builder.knowledge.languages[slot].inflection.add(
                        .init(ending: units(ending), forms: forms.compactMap { builder.problems.emptyOrText($0, "form").map(units) }),
                        to: kind)
                }
            }
        }
    }
}
