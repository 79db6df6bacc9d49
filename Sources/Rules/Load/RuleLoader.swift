package import Diagnostics
import Analysis
package import Articles
import YAML

/// Loads, checks and compiles rule files: folders and files in, a ``RuleSet`` or diagnostics out.
package struct RuleLoader {
    package let problems = Problems()
    private var files: RuleFiles
    var packs: [Pack] = []
    /// Keeps terms and conditions with the places where they were written, as explanations and coverage need them.
    package var keepsTerms = false
    /// List files that are not read from the disk, by path: of an editor that has not saved them, and of tests.
    package var listFiles: [String: [UInt8]] = [:]
    /// The day that lints take it to be.
    package var day: CivilDate?

    package init() { files = RuleFiles(problems) }

    /// Loads the rules of some paths; all problems of all files are found in one run.
    ///
    /// - Returns: nil for `rules` when there are errors; warnings leave it usable.
    package static func load(_ paths: [String], lints: Bool = false, keepingTerms: Bool = false, on day: CivilDate? = nil) -> (
        rules: RuleSet?, diagnostics: [Diagnostic]
    ) {
        var loader = RuleLoader()
        loader.keepsTerms = keepingTerms
        loader.day = day
        for path in paths { loader.read(path) }
        let rules = loader.compile(lints: lints)
        return (loader.problems.hasErrors ? nil : rules, loader.problems.inOrder())
    }

    // MARK: Files

    package mutating func read(_ path: String) {
        let found = files.paths(under: path).compactMap { files.read($0) }
        for (file, parsed) in zip(found, YAMLParser.parse(found)) { read(file, parsed) }
    }

    /// Reads one file's sections.
    package mutating func read(_ file: SourceFile) { read(file, YAMLParser.parse(file)) }

    private mutating func read(_ file: SourceFile, _ parsed: YAMLParser.Result) {
        problems.append(parsed.diagnostics)
        if let wording = parsed.root?[WordingSection.key] { problems.wording.add(wording) }
        guard let root = parsed.root, var reader = MapReader(root, "rule file", problems) else { return }
        if let schema = reader.required("schema"), let text = problems.text(schema, "schema"), text != "1" {
            problems.report(.unsupportedSchema(text, at: schema.range))
        }
        let id = reader.required("pack").flatMap { problems.checkedID($0, "pack") }
        let uses = reader.texts("use")
        let languageNode = reader.value("language")
        var language: LanguageTag?
        if let languageNode, let text = problems.text(languageNode, "language") {
            language = LanguageTag(text)
            if language == nil {
                problems.report(
                    .invalidValue(text, of: "language", allowed: "an ISO 639-1 code such as ar", nearest: nil, at: languageNode.range))
            }
        }
        var sections: [(String, YAMLNode)] = []
        for key in Set(packSections.filter { ($0.scope == .both) || ($0.scope == .language) == (language != nil) }.map { $0.key }).sorted()
        {
            if let node = reader.value(key) { sections.append((key, node)) }
        }
        if language != nil { reader.shape = "language file" }
        reader.finish()
        packs.append(
            Pack(path: file.path, id: id ?? "", language: language, languageNode: languageNode, uses: uses, root: root, sections: sections))
    }

    // MARK: Compilation

    /// Compiles what was read.
    ///
    /// - Parameter lints: also report what loads, but will hardly do what was meant.
    package mutating func compile(lints: Bool = false) -> RuleSet {
        var builder = RuleSetBuilder(problems: problems)
        builder.listFiles.given = listFiles
        if lints { builder.termSites = [] }
        builder.names.packs = packs
        if keepsTerms { builder.written = WrittenTerms() }
        checkUses()
        builder.uses = PackUses(Dictionary(packs.map { ($0.id, Set($0.uses.compactMap(\.scalar))) }) { $0.union($1) })
        run(0...0, &builder)
        builder.knowledge.languages.sort { $0.tag < $1.tag }
        InflectionSection.readParadigms(into: &builder)
        builder.table = TermTable(languages: builder.knowledge.languages)
        ProfileSection.readWords(into: &builder)
        run(1...packSections.map { $0.stage }.reduce(1, max), &builder)
        CorrelationLinker.link(&builder)
        builder.checkReferences()
        if lints { lint(builder) }
        let rules = builder.freeze()
        if lints, !problems.hasErrors { LifeLint(rules: rules, day: day, problems: problems).check() }
        return rules
    }

    private func run(_ stages: ClosedRange<Int>, _ builder: inout RuleSetBuilder) {
        for stage in stages {
            for section in packSections where section.stage == stage {
                for pack in packs where section.scope.holds(pack) {
                    builder.uses.current = pack.id
                    for (key, node) in pack.sections where key == section.key { section.read(node, of: pack, into: &builder) }
                }
            }
        }
    }

    private func checkUses() {
        let known = Set(packs.map(\.id))
        for node in packs.flatMap(\.uses) {
            guard let name = node.scalar, !known.contains(name) else { continue }
            problems.report(.unknownReference(name, of: "pack", nearest: nearest(to: name, among: known), at: node.range))
        }
    }
}

extension RuleSetBuilder {
    func checkReferences() {
        let known: [OpenReference: Set<String>] = [
            .portfolio: Set(knowledge.languages.flatMap(\.portfolios)), .office: Set(knowledge.world.officeOfID.keys),
            .lexicon: Set(lexiconOfID.keys), .eventType: Set(knowledge.world.eventOfID.keys), .rule: Set(rules.map(\.id)),
        ]
        for (kind, node, pack) in openReferences {
            guard let name = node.scalar, let names = known[kind] else { continue }
            guard !names.contains(name) else {
                if let owner = self.pack(of: name, kind.rawValue), !uses.sees(owner, from: pack) {
                    reportHidden(name, kind.rawValue, at: node.range)
                }
                continue
            }
            // What is wrong with a rule was told where it stands: it is there.
            if kind == .rule, isDefined(name, kind.rawValue) { continue }
            report(unknown: name, of: kind.rawValue, among: names, at: node.range)
        }
    }

    func freeze() -> RuleSet {
        let languages = knowledge.languages.map { Analyzer.Language(tag: $0.tag, script: $0.script) }
        let vocabulary = table.vocabulary.freeze()
        let analyzer = Analyzer(
            languages: languages, vocabulary: vocabulary, automaton: TermAutomaton(terms: table.terms, vocabulary: vocabulary),
            markers: table.markers)
        return RuleSet(
            analyzer: analyzer, knowledge: knowledge, rules: rules.sorted { $0.id < $1.id }, meanings: table.meanings, bases: table.bases,
            written: written)
    }
}
