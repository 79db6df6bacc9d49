package import Diagnostics
import YAML

/// A query that stands in no file of rules.
package struct LooseQuery {
    /// YAML is read to a depth of 64, of which a rule takes four before its condition begins.
    private static let maximumLevels = 60

    private let file: SourceFile
    private let language: String?

    /// - Parameters:
    ///   - text: the query, and nothing else.
    ///   - language: of its terms, so that they are inflected; nil for terms as they are, in any language.
    package init(_ text: String, language: String? = nil) {
        file = SourceFile(path: "query", text: text)
        self.language = language
    }

    /// The id of the rule that stands for it: another for each query, since the ids of alerts are made of it.
    package var ruleID: String {
        // FNV-1a. Source: http://www.isthe.com/chongo/tech/comp/fnv, read 2026-11-25.
        let hash = file.bytes.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return "query-" + String(hash, radix: 16)
    }

    /// The rule file that people would write for it: its `match` as YAML, with the query above it.
    ///
    /// - Returns: nil for `yaml` when something is wrong with the query.
    package func yaml() -> (yaml: String?, diagnostics: [Diagnostic]) {
        let problems = Problems()
        guard let (query, log) = QueryReader.query(text(file.text(0..<file.bytes.count)), problems) else {
            return (nil, problems.diagnostics.sortedByPlace())
        }
        let node = QueryCompiler(language: language.map(text), place: log.place).condition(query)
        guard node.depth <= Self.maximumLevels else {
            return (nil, [QueryProblem.tooLarge(.levelsOfYAML, at: log.place(query.bytes)).diagnostic])
        }
        let lines = ["# \(QueryPrinter().print(query))", "match:"] + ConditionYAML.lines(node).map { "  " + $0 }
        return (lines.map { $0 + "\n" }.joined(), problems.diagnostics)
    }

    /// `rules: [{id, title, match: {query}}]`
    var rules: YAMLNode {
        let query = text(file.text(0..<file.bytes.count))
        let match = mapping(["query": language.map { mapping([$0: query]) } ?? query])
        let title = file.bytes.isEmpty ? text("query") : query
        return node(.sequence([mapping(["id": text(ruleID), "title": title, "match": match])]))
    }

    func text(_ text: String) -> YAMLNode { node(.scalar(text)) }

    private func mapping(_ pairs: KeyValuePairs<String, YAMLNode>) -> YAMLNode {
        node(.mapping(pairs.map { YAMLEntry(key: text($0.key), value: $0.value) }))
    }

    private func node(_ content: YAMLNode.Content) -> YAMLNode {
        YAMLNode(content, style: .plain, range: file.range(0..<file.bytes.count))
    }
}

extension RuleLoader {
    /// Takes a query for a rule of a pack of its own, which uses all packs that were read before.
    package mutating func read(_ query: LooseQuery) {
        let uses = Set(packs.map(\.id)).sorted().map(query.text)
        packs.append(
            Pack(
                path: "query", id: "query", language: nil, languageNode: nil, uses: uses, root: query.rules,
                sections: [(RulesSection.key, query.rules)]))
    }
}

extension YAMLNode {
    /// Lists and mappings inside each other.
    fileprivate var depth: Int {
        switch content {
        case .scalar: 0
        case .sequence(let items): 1 + (items.map(\.depth).max() ?? 0)
        case .mapping(let entries): 1 + (entries.map(\.value.depth).max() ?? 0)
        }
    }
}
