import Analysis
import Articles
import Diagnostics
import YAML

/// A term where its author wrote it, and what it became.
struct TermSite {
    let node: YAMLNode
    /// Slot; nil for any language, or for all of one script.
    let language: Int?
    let options: TermTable.Options
    let meaning: Meaning
    let term: TermID

    var text: String { node.scalar ?? "" }
    var isExact: Bool { text.utf8.count > 1 && text.hasPrefix("=") }
    /// Without the signs for exact terms and prefixes.
    var body: String { isExact ? String(text.dropFirst()) : text.utf8.count > 1 && text.hasSuffix("*") ? String(text.dropLast()) : text }

    /// The term is an analyst's, not one that the grammar of the core turns on.
    var isSought: Bool {
        switch meaning {
        case .leaf, .lexicon: true
        case .place, .adjective, .mask, .body, .bodyAdjective, .region, .regionAdjective, .person, .officeHead, .portfolio, .modifier,
            .trigger, .pseudoTrigger, .cue, .lightVerb, .wordClass, .date:
            false
        }
    }
}

/// A rule as it was written, beside what it was compiled to.
struct RuleSite {
    let rule: Rule
    let node: YAMLNode
    /// Of a rule about text.
    let condition: ConditionOutline?
}

/// All that lints look at: the rule files as syntax trees, and what became of them.
///
/// Rules with an error in them are left out, and so is every term with one: what is said about them could only be a consequence.
struct LintSubject {
    let builder: RuleSetBuilder
    let packs: [Pack]
    let rules: [RuleSite]
    let terms: [TermSite]
    /// Packs that have a file with an error in it.
    let faultyPacks: Set<String>
    /// Files with an error in them: what one part of it lacks may be what another failed to say.
    let faultyPaths: Set<String>
    /// Where one lint reports; each has its own, for they run side by side.
    var problems = Problems()

    var knowledge: Knowledge { builder.knowledge }

    init(_ builder: RuleSetBuilder, packs: [Pack]) {
        self.builder = builder
        self.packs = packs
        let errors = ErrorPlaces(builder.problems.diagnostics)
        let faulty = packs.filter { errors.isHit($0.root.range) }
        faultyPacks = Set(faulty.map(\.id))
        faultyPaths = Set(faulty.map(\.path))
        terms = errors.isEmpty ? builder.termSites ?? [] : (builder.termSites ?? []).filter { !errors.isHit($0.node.range) }
        let compiled = Dictionary(builder.rules.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
        rules = packs.flatMap { pack in pack.sections.filter { $0.key == RulesSection.key }.flatMap { $0.node.items ?? [] } }
            .compactMap { node in
                guard let rule = (node["id"]?.range).flatMap({ compiled[$0] }), !errors.isHit(node.range) else { return nil }
                return RuleSite(rule: rule, node: node, condition: node["match"].map { ConditionOutline(mapping: $0) })
            }
    }

    func report(_ problem: LintProblem) { problems.report(problem) }

    /// Whether a file belongs to the pack that all others build on.
    static let core = "core"
}

extension YAMLNode {
    /// The one text in a list or mapping that holds nothing else; the node itself if there are several.
    var only: YAMLNode {
        if let items, items.count == 1 { return items[0].only }
        if let entries, entries.count == 1 { return entries[0].value.only }
        return self
    }
}

/// Where errors were reported, to be asked by place.
private struct ErrorPlaces {
    /// Starts of the errors of each file, ascending.
    private var starts: [String: [Int]] = [:]

    init(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics where diagnostic.severity == .error {
            starts[diagnostic.range.path, default: []].append(diagnostic.range.start)
        }
        for path in starts.keys { starts[path]?.sort() }
    }

    var isEmpty: Bool { starts.isEmpty }

    func isHit(_ range: SourceRange) -> Bool {
        guard let starts = starts[range.path] else { return false }
        let index = starts.partitioningIndex { $0 >= range.start }
        return index < starts.count && starts[index] < max(range.end, range.start + 1)
    }
}
