import Analysis
import Articles
import Diagnostics
import YAML

/// Kinds of things that are named before they are defined.
enum OpenReference: String {
    case portfolio, office, lexicon, rule
    case eventType = "event type"
}

/// Gathers what the files of all packs say, section by section.
package struct RuleSetBuilder {
    var knowledge = Knowledge()
    var table: TermTable
    let problems: Problems
    /// Where each id was defined first and by which pack, by kind and id.
    private var definitions: [String: Definition] = [:]
    /// Which packs see which, and the one whose section is being read.
    var uses = PackUses()
    var lexiconOfID: [String: Int] = [:]
    /// Leaves of the names that a rule reaches an entity by, and of its weak ones.
    var namesOfEntity: [String: (names: Int, weak: Int?)] = [:]
    var leafOfList: [String: Int] = [:]
    /// Names that watch-lists ask for, how they are spelt, and files given from memory.
    var nameSources = NameSources()
    var spelling = Spelling()
    var listFiles = ListFileReader()
    var leafCount = 0
    /// What ids are called, for advice.
    let names = NameBook()
    /// Every term where it was written; nil unless lints are to look at them.
    var termSites: [TermSite]?
    /// Of all `/regex/` terms so far.
    var patternInstructions = 0
    var rules: [Rule] = []
    /// Read when all rules are: they refer to them.
    var correlations: [CorrelationDraft] = []
    /// Names of things that any pack may define, also a later one: checked when all are read.
    private(set) var openReferences: [(kind: OpenReference, node: YAMLNode, pack: String)] = []
    /// The terms as they were written, when somebody will ask for them.
    var written: WrittenTerms?
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
            problems.report(.duplicateID(id, of: kind, at: range, first: first.place))
            return false
        }
        definitions[key] = Definition(place: range, pack: uses.current)
        return true
    }

    /// Whether the pack that is being read may refer to something: it is its own, or of a pack that it uses.
    func isVisible(_ id: String, _ kind: String) -> Bool {
        definitions["\(kind) \(id)"].map { uses.sees($0.pack) } ?? true
    }

    /// The pack that defines something; nil when none does.
    func pack(of id: String, _ kind: String) -> String? { definitions["\(kind) \(id)"]?.pack }

    func reportHidden(_ id: String, _ kind: String, at place: SourceRange) {
        guard let definition = definitions["\(kind) \(id)"] else { return }
        problems.report(PackProblem.hiddenReference(id, of: kind, pack: definition.pack, at: place, defined: definition.place))
    }
    /// Whether a rule that the pattern fits was defined, and could not be read.
    func hasFaultyRule(_ glob: Glob) -> Bool {
        let read = Set(rules.map(\.id))
        return definitions.keys.contains { key in
            guard key.hasPrefix("rule ") else { return false }
            let id = String(key.dropFirst(5))
            return !read.contains(id) && glob.matches(id)
        }
    }

    func isDefined(_ id: String, _ kind: String) -> Bool { definitions["\(kind) \(id)"] != nil }

    func checkedID(_ node: YAMLNode, _ kind: String) -> String? { problems.checkedID(node, kind) }

    /// The slot of a pack's language; a problem when no profile describes it.
    func slot(of pack: Pack) -> Int? {
        guard let tag = pack.language else { return nil }
        if let slot = knowledge.slot(of: tag) { return slot }
        if let node = pack.languageNode { reportLanguage(tag.code, at: node.range) }
        return nil
    }

    func reportLanguage(_ code: String, at range: SourceRange) {
        let guess = names.guess(code, "language")
        problems.report(KeyProblem.unknownName(code, of: "language", nearest: guess.id, help: guess.help, at: range))
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
            let term = try table.add(text, language: language, options, meaning: meaning)
            termSites?.append(TermSite(node: node, language: language, options: options, meaning: meaning, term: term))
            if written != nil, let source = TermSource(meaning) {
                written?.add(.init(source: source, term: term, text: text, language: language, place: node.range))
            }
        } catch {
            problems.report(.badTerm(text, error, at: node.range))
        }
    }

    mutating func addAll(_ nodes: [YAMLNode], language: Int?, _ options: TermTable.Options = .init(), meaning: Meaning) {
        for node in nodes { add(node, language: language, options, meaning: meaning) }
    }

    mutating func refer(to node: YAMLNode, _ kind: OpenReference) { openReferences.append((kind, node, uses.current)) }

    mutating func newLeaf() -> Int {
        leafCount += 1
        return leafCount - 1
    }

    /// Country codes of a list; unknown ones are problems.
    func countries(_ nodes: [YAMLNode]) -> [CountryID] { nodes.compactMap { country($0) } }

    func country(_ node: YAMLNode) -> CountryID? {
        lookUp(node, "country", in: knowledge.world.countryOfCode)
    }

    func report(unknown name: String, of kind: String, among ids: some Sequence<String>, at range: SourceRange) {
        let guess = names.guess(name, kind)
        // Codes of two or three letters are all near each other: only their capitals may be mistyped.
        let isCode = kind == "country" || kind == "region"
        let near = !guess.help.isEmpty ? nil : isCode ? ids.first { $0.lowercased() == name.lowercased() } : nearest(to: name, among: ids)
        problems.report(
            KeyProblem.unknownName(
                name, of: kind, nearest: guess.id.flatMap { ids.contains($0) ? $0 : nil } ?? near, help: guess.help, at: range))
    }

    /// The thing that a node names, by a table of ids.
    func lookUp<Value>(_ node: YAMLNode, _ kind: String, in table: [String: Value]) -> Value? {
        guard let name = problems.text(node, kind) else { return nil }
        if let value = table[name] {
            if !isVisible(name, kind) { reportHidden(name, kind, at: node.range) }
            return value
        }
        report(unknown: name, of: kind, among: table.keys, at: node.range)
        return nil
    }
}

private struct Definition {
    let place: SourceRange
    let pack: String
}
