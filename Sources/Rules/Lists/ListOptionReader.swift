import Articles
import Diagnostics
import YAML

/// Reads how a list file is to be read: `format`, `columns`, `header`.
enum ListOptionReader {
    static func read(_ reader: inout MapReader, hasFile: Bool) -> (format: (any ListFormat.Type)?, columns: ListColumns) {
        let format = reader.value("format")
        let columns = reader.value("columns")
        let header = reader.value("header")
        if !hasFile {
            for (key, node) in [("format", format), ("columns", columns), ("header", header)] {
                if let node { reader.problems.report(ListProblem.optionWithoutFile(key, at: node.range)) }
            }
        }
        var read = columns.map { Self.columns($0, reader.problems) } ?? ListColumns()
        read.hasHeader = reader.flag("header") ?? true
        if hasFile, !read.hasHeader { checkNumbers(columns, at: header, reader.problems) }
        return (format.flatMap { Self.format($0, reader.problems) }, read)
    }

    private static func format(_ node: YAMLNode, _ problems: Problems) -> (any ListFormat.Type)? {
        guard let name = problems.text(node, "format") else { return nil }
        if let format = listFormats.first(where: { $0.name == name }) { return format }
        let known = listFormats.map { $0.name }
        problems.report(
            .invalidValue(
                name, of: "format", allowed: known.joined(separator: ", "), nearest: nearest(to: name, among: known), at: node.range))
        return nil
    }

    /// `columns: {name: Full name, aliases: [aka1, aka2]}`
    private static func columns(_ node: YAMLNode, _ problems: Problems) -> ListColumns {
        var columns = ListColumns()
        guard var reader = MapReader(node, "columns", problems) else { return columns }
        for part in ListColumns.Part.allCases {
            let names = reader.texts(part.rawValue).compactMap(\.scalar)
            if !names.isEmpty { columns.given[part] = names }
        }
        reader.finish()
        return columns
    }

    /// Without a header, columns are counted from 1.
    private static func checkNumbers(_ columns: YAMLNode?, at header: YAMLNode?, _ problems: Problems) {
        guard let columns else {
            if let header { problems.report(.missingKey("columns", in: "list without a header", at: header.range)) }
            return
        }
        for entry in columns.entries ?? [] {
            for node in entry.value.items ?? [entry.value] {
                guard let text = node.scalar, Int(text).map({ !(1...10_000).contains($0) }) ?? true else { continue }
                problems.report(
                    .invalidValue(text, of: "column", allowed: "a number from 1, for there is no header", nearest: nil, at: node.range))
            }
        }
    }
}

/// Names as rule files write them: a list, or a list a language.
enum ListedNames {
    /// Problems are told where the names become terms.
    static func read(_ node: YAMLNode?, isWeak: Bool, _ builder: RuleSetBuilder) -> [ListedName] {
        guard let node else { return [] }
        let groups = node.entries.map { $0.map { ($0.key.scalar, $0.value) } } ?? [(nil, node)]
        return groups.flatMap { code, value in
            let language = code.flatMap { LanguageTag($0) }.flatMap { builder.knowledge.slot(of: $0) }
            return (value.items ?? [value]).compactMap(\.scalar).filter { !$0.isEmpty }.map {
                ListedName(text: $0, isWeak: isWeak, language: language)
            }
        }
    }
}

extension RuleSetBuilder {
    func listVocabulary(_ kind: NameKind) -> ListVocabulary {
        var vocabulary = ListVocabulary(kinds: spelling.kinds, kind: kind)
        for (index, country) in knowledge.world.countries.enumerated() {
            vocabulary.countries[country.title.lowercased()] = index
            vocabulary.countries[country.code.lowercased()] = index
        }
        for (slot, language) in knowledge.languages.enumerated() { vocabulary.languages[language.tag.code] = slot }
        return vocabulary
    }
}
