import Diagnostics
import YAML

/// The names that watch-lists may ask for, and the indexes that are made of them.
struct NameSources {
    var entriesOfList: [String: [NameEntry]] = [:]
    var entityOfID: [String: NameEntry] = [:]
    /// Lists whose file's names no condition `list` asks for yet: they are no terms.
    var unusedFiles: [String: [ListedName]] = [:]
    /// Lists that a file gives.
    var fileLists: Set<String> = []
    /// Rules that ask for the same names, spelt the same way, share an index.
    fileprivate(set) var indexes: [Key: NameIndex] = [:]

    struct Key: Hashable {
        let lists: [String]
        let entities: [String]
        let options: NameIndex.Options
    }
}

/// Reads `watchlist: {lists, entities, spelling, scripts, min-score, weak-names}`.
enum WatchlistReader {
    static func read(_ node: YAMLNode, rule: String, into builder: inout RuleSetBuilder) -> WatchlistPattern? {
        guard var reader = MapReader(node, "watchlist", builder.problems) else { return nil }
        let (listNodes, entityNodes) = (reader.texts("lists"), reader.texts("entities"))
        let lists = listNodes.compactMap { builder.lookUp($0, "list", in: builder.leafOfList) == nil ? nil : $0.scalar }
        let entities = entityNodes.compactMap { builder.lookUp($0, "entity", in: builder.namesOfEntity) == nil ? nil : $0.scalar }
        var options = NameIndex.Options()
        options.spelling = reader.choice("spelling", NameIndex.Options.Spelling.self) ?? .variants
        options.scripts = reader.choice("scripts", NameIndex.Options.Scripts.self) ?? .same
        let scriptsNode = reader.value("scripts")
        let score = score(&reader)
        let weakNames = reader.choice("weak-names", WatchlistPattern.WeakNames.self)
        reader.finish()
        if !reader.has("lists"), !reader.has("entities") {
            builder.problems.report(ListProblem.watchesNothing(rule: rule, at: node.range))
        }
        if options.spelling == .exact, options.scripts == .any, let scriptsNode {
            builder.problems.report(ListProblem.exactInAnyScript(at: scriptsNode.range))
        }
        guard !lists.isEmpty || !entities.isEmpty else { return nil }
        let index = builder.nameIndex(of: NameSources.Key(lists: Set(lists).sorted(), entities: Set(entities).sorted(), options: options))
        return WatchlistPattern(
            index: index, minimumScore: score ?? WatchlistPattern.usualMinimum, weakNames: weakNames ?? .withContext,
            shown: (lists + entities).joined(separator: ", "))
    }

    /// A number such as `0.85`, as hundredths.
    private static func score(_ reader: inout MapReader) -> Int? {
        guard let node = reader.value("min-score"), let text = reader.problems.text(node, "min-score") else { return nil }
        let least = Double(NameScanner.leastScore) / 100
        if let number = Double(text), (least...1).contains(number) { return Int((number * 100).rounded()) }
        reader.problems.report(
            .invalidValue(text, of: "min-score", allowed: "a number from \(least) to 1", nearest: nil, at: node.range))
        return nil
    }
}

extension RuleSetBuilder {
    mutating func nameIndex(of key: NameSources.Key) -> NameIndex {
        if let known = nameSources.indexes[key] { return known }
        var made = NameIndexBuilder(options: key.options, spelling: spelling, languages: knowledge.languages)
        for list in key.lists { for entry in nameSources.entriesOfList[list] ?? [] { made.add(entry) } }
        for entity in key.entities { if let entry = nameSources.entityOfID[entity] { made.add(entry) } }
        let index = made.build(leaf: newLeaf())
        nameSources.indexes[key] = index
        return index
    }

    /// Makes terms of a file's names, once a condition asks for them.
    mutating func useNames(ofList id: String) {
        guard let leaf = leafOfList[id], let file = nameSources.unusedFiles.removeValue(forKey: id) else { return }
        for name in file {
            // A name is text, though it may look like a term of another form (`=x`, `x*`).
            let text = String(name.text.drop { $0 == "=" }.reversed().drop { $0 == "*" }.reversed())
            do {
                try table.add(text, language: name.language, .init(kind: .person), meaning: .leaf(leaf))
            } catch {
                // No word, or too many: that was told, with its line, when the file was read.
                continue
            }
        }
    }
}
