import Analysis
import Articles
import Diagnostics
import YAML

/// Kinds of things that are named before they are defined.
enum OpenReference: String {
    case portfolio, office, lexicon
    case eventType = "event type"
}

/// Gathers what the files of all packs say, section by section.
package struct RuleSetBuilder {
    var knowledge = Knowledge()
    var table: TermTable
    let problems: Problems
    /// Where each id was defined first, by kind and id.
    private var definitions: [String: SourceRange] = [:]
    var lexiconOfID: [String: Int] = [:]
    /// Leaves of the names that a rule reaches an entity by, and of its weak ones.
    var namesOfEntity: [String: (names: Int, weak: Int?)] = [:]
    var leafOfList: [String: Int] = [:]
    var leafCount = 0
    /// Of all `/regex/` terms so far.
    var patternInstructions = 0
    var rules: [Rule] = []
    /// Names of things that any pack may define, also a later one: checked when all are read.
    private(set) var openReferences: [(kind: OpenReference, node: YAMLNode)] = []
    /// Read in two steps: the term table must know every language before it takes its first word.
    var profiles: [(Pack, YAMLNode)] = []
    var inflections: [(Pack, YAMLNode)] = []

    init(problems: Problems) {
        self.problems = problems
        table = TermTable(languages: [])
    }

    /// Notes that `id` is defined here.
    ///
    /// - Returns: whether it is new; a second definition is a problem.
    mutating func define(_ id: String, _ kind: String, at range: SourceRange) -> Bool {
        let key = "\(kind) \(id)"
        if let first = definitions[key] {
            problems.report(.duplicateID(id, of: kind, at: range, first: first))
            return false
        }
        definitions[key] = range
        return true
    }

    func checkedID(_ node: YAMLNode, _ kind: String) -> String? { problems.checkedID(node, kind) }

    /// The slot of a pack's language; a problem when no profile describes it.
    func slot(of pack: Pack) -> Int? {
        guard let tag = pack.language else { return nil }
        if let slot = knowledge.slot(of: tag) { return slot }
        if let node = pack.languageNode { reportLanguage(tag.code, at: node.range) }
        return nil
    }

    func reportLanguage(_ code: String, at range: SourceRange) {
        let known = knowledge.languages.map(\.tag.code)
        problems.report(.unknownReference(code, of: "language", nearest: nearest(to: code, among: known), at: range))
    }

    func languageSlot(_ key: String, at range: SourceRange) -> Int? {
        if let tag = LanguageTag(key), tag.code == key, let slot = knowledge.slot(of: tag) { return slot }
        reportLanguage(key, at: range)
        return nil
    }

    /// Adds a term, or reports what is wrong with it.
    mutating func add(_ node: YAMLNode, language: Int?, _ options: TermTable.Options = .init(), meaning: Meaning) {
        guard let text = node.scalar else { return }
        do {
            try table.add(text, language: language, options, meaning: meaning)
        } catch {
            problems.report(.badTerm(text, error, at: node.range))
        }
    }

    mutating func addAll(_ nodes: [YAMLNode], language: Int?, _ options: TermTable.Options = .init(), meaning: Meaning) {
        for node in nodes { add(node, language: language, options, meaning: meaning) }
    }

    mutating func refer(to node: YAMLNode, _ kind: OpenReference) { openReferences.append((kind, node)) }

    mutating func newLeaf() -> Int {
        leafCount += 1
        return leafCount - 1
    }

    /// Country codes of a list; unknown ones are problems.
    func countries(_ nodes: [YAMLNode]) -> [CountryID] { nodes.compactMap { country($0) } }

    func country(_ node: YAMLNode) -> CountryID? {
        lookUp(node, "country", in: knowledge.world.countryOfCode)
    }

    /// The thing that a node names, by a table of ids.
    func lookUp<Value>(_ node: YAMLNode, _ kind: String, in table: [String: Value]) -> Value? {
        guard let name = problems.text(node, kind) else { return nil }
        if let value = table[name] { return value }
        problems.report(.unknownReference(name, of: kind, nearest: nearest(to: name, among: table.keys), at: node.range))
        return nil
    }
}
