import Diagnostics
import YAML

/// A correlation rule of which the header was read; the rest refers to other rules, and is read when all are known.
struct CorrelationDraft {
    let header: Rule.Header
    /// The rule, and what stands under its `correlation`.
    let node: YAMLNode
    let body: YAMLNode
    let place: SourceRange
    /// False for a rule whose id is missing or taken: it is checked, and left out.
    let isUsable: Bool
}

/// Reads the correlations of all files, each after those that it refers to.
enum CorrelationLinker {
    static func link(_ builder: inout RuleSetBuilder) {
        guard !builder.correlations.isEmpty else { return }
        var names = RuleNames(builder)
        let drafts = builder.correlations
        var budget = SlotReader.maximumRules
        let slots = drafts.map { SlotReader.read($0.body, names, builder, &budget) }
        let order = order(drafts, slots, builder)
        for index in order {
            let draft = drafts[index]
            rejectTextKeys(draft, builder)
            let known = slots[index].reduce(into: Set<String>()) { $0.formUnion($1.rules) }.sorted()
            guard let rule = CorrelationReader.rule(draft, slots[index], known, names, builder) else { continue }
            if case .correlation(let correlation) = rule.body { names.fields[rule.id] = ["rule"] + correlation.groupBy }
            names.references[rule.id] = known
            if draft.isUsable { builder.rules.append(rule) }
        }
    }

    /// What is about the text of one article has no place in a rule about several.
    private static func rejectTextKeys(_ draft: CorrelationDraft, _ builder: RuleSetBuilder) {
        for entry in draft.node.entries ?? [] {
            switch entry.name {
            case "match", "event", "watchlist": builder.problems.report(CorrelationProblem.besideOtherBody(entry.name, at: entry.key.range))
            case "exclude", "scope", "languages":
                builder.problems.report(
                    CorrelationProblem.misfit(
                        key: entry.name, of: "a correlation", help: "say it in the rules that the correlation refers to",
                        at: entry.key.range))
            default: break
            }
        }
    }

    // MARK: Order

    /// Indices of the drafts, each after those that it refers to. Those of a circle are told and left out, with all that need them.
    private static func order(_ drafts: [CorrelationDraft], _ slots: [[SlotReader.Slot]], _ builder: RuleSetBuilder) -> [Int] {
        let usable = drafts.indices.filter { drafts[$0].isUsable }
        let indexOfID = Dictionary(usable.map { (drafts[$0].header.id, $0) }, uniquingKeysWith: { first, _ in first })
        let needs = slots.map { $0.flatMap { slot in slot.rules.sorted().compactMap { rule in indexOfID[rule].map { ($0, slot.place) } } } }
        let sorted = DependencyOrder(needs: needs.map { $0.map(\.0) })
        reportCircles(sorted.left, needs, drafts, builder)
        return sorted.order
    }

    /// Each of those that are left needs another that is left, so that going on from one must come to a circle.
    private static func reportCircles(
        _ left: Set<Int>, _ needs: [[(Int, SourceRange)]], _ drafts: [CorrelationDraft], _ builder: RuleSetBuilder
    ) {
        var seen: Set<Int> = []
        for start in left.sorted() where !seen.contains(start) {
            var path: [(index: Int, place: SourceRange)] = []
            var current = start
            while !seen.contains(current), let need = needs[current].first(where: { left.contains($0.0) }) {
                seen.insert(current)
                path.append((current, need.1))
                current = need.0
            }
            guard let first = path.firstIndex(where: { $0.index == current }) else { continue }
            let circle = path[first...].map { drafts[$0.index].header.id } + [drafts[current].header.id]
            builder.problems.report(CorrelationProblem.circle(circle, at: path[path.count - 1].place))
        }
    }
}

/// The rules that correlations may refer to, and what is known of them.
struct RuleNames {
    /// Those that are no correlations.
    private let plain: [String]
    private let all: Set<String>
    /// Fields of their matches that differ from rule to rule; nil of one that could not be read.
    var fields: [String: [String]] = [:]
    /// What each correlation refers to by itself.
    var references: [String: [String]] = [:]

    init(_ builder: RuleSetBuilder) {
        plain = builder.rules.map(\.id).sorted()
        all = Set(plain + builder.correlations.map(\.header.id))
        for rule in builder.rules {
            let names: FieldNames =
                switch rule.body {
                case .event(let pattern): FieldNames(event: builder.knowledge.world.eventTypes[pattern.type])
                case .watchlist: FieldNames(isWatchlist: true, event: nil)
                case .match, .correlation: FieldNames(event: nil)
                }
            fields[rule.id] = Occurrence.articleFields.filter { $0 != "article" } + names.ofEvent
        }
    }

    var sorted: [String] { all.sorted() }

    /// Some rules, and all that they refer to, directly or through others.
    func reach(of rules: [String]) -> Set<String> {
        var (seen, queue, head) = (Set(rules), rules, 0)
        while head < queue.count {
            queue += (references[queue[head]] ?? []).filter { seen.insert($0).inserted }
            head += 1
        }
        return seen
    }

    func contains(_ id: String) -> Bool { all.contains(id) }

    /// Rules whose ids a glob fits: `ru-latam.*`. Correlations must be named.
    func fitting(_ glob: String) -> [String] {
        let glob = Glob(glob)
        return plain.filter { glob.matches($0) }
    }
}

/// Reads `rules: [id, glob*]`.
enum SlotReader {
    struct Slot {
        let written: String
        let rules: Set<String>
        let place: SourceRange
    }

    /// That all correlations together may refer to: ten thousand of them, each with `*`, would fill the memory.
    static let maximumRules = 1_000_000

    /// - Parameter budget: how many more rules may be referred to.
    static func read(_ body: YAMLNode, _ names: RuleNames, _ builder: RuleSetBuilder, _ budget: inout Int) -> [Slot] {
        guard let node = body["rules"] else { return [] }
        var seen: Set<String> = []
        return builder.problems.texts(node, "rules").compactMap { item in
            guard let text = item.scalar, let rules = rules(text, item, names, builder, budget) else { return nil }
            if let twice = rules.sorted().first(where: { seen.contains($0) }) {
                builder.problems.report(CorrelationProblem.ruleTwice(twice, at: item.range))
                return nil
            }
            seen.formUnion(rules)
            let wasWithin = budget >= 0
            budget -= rules.count
            guard budget >= 0 || !wasWithin else {
                builder.problems.report(CorrelationProblem.tooManyRules(text, maximum: maximumRules, at: item.range))
                return nil
            }
            return Slot(written: text, rules: rules, place: item.range)
        }
    }

    private static func rules(
        _ text: String, _ node: YAMLNode, _ names: RuleNames, _ builder: RuleSetBuilder, _ budget: Int
    ) -> Set<String>? {
        if text.contains("*") {
            // That was told already, and what follows would only add to it.
            if budget < 0 { return nil }
            let fitting = names.fitting(text)
            if fitting.isEmpty { builder.problems.report(CorrelationProblem.emptyGlob(text, at: node.range)) }
            return fitting.isEmpty ? nil : Set(fitting)
        }
        // A rule that is there but could not be read was told of already.
        if names.contains(text) || builder.isDefined(text, "rule") { return [text] }
        builder.problems.report(
            RuleProblem.unknownReference(text, of: "rule", nearest: nearest(to: text, among: names.sorted), at: node.range))
        return nil
    }
}
