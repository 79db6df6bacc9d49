import Analysis
import Diagnostics
import YAML

/// W008, W009: conditions that contradict each other, or of which one says what the other does.
enum ConditionLint: Lint {
    static let codes: [Diagnostic.Code] = ["W008", "W009"]

    static func check(_ subject: LintSubject) {
        let lengths = WordCounts(subject)
        for site in subject.rules {
            let walk = ConditionWalk(subject: subject, implication: Implication(world: subject.knowledge.world), lengths: lengths)
            if let condition = site.condition { walk.check(condition, zones: site.rule.header.scope, scope: site.node["scope"], given: []) }
            if let event = site.node["event"] { EventRoleCheck(subject: subject).check(event, of: site.rule) }
        }
    }
}

private struct ConditionWalk {
    let subject: LintSubject
    let implication: Implication
    let lengths: WordCounts

    /// - Parameters:
    ///   - zones: where the condition may find something.
    ///   - scope: what said so last.
    ///   - given: what must hold beside it.
    func check(_ condition: ConditionOutline, zones: Set<Zone>, scope: YAMLNode?, given: [ConditionOutline]) {
        guard let (zones, scope) = bounded(condition, zones, scope) else { return }
        if checkFirst(condition) { return }
        if let node = condition.bound("at-least"), node.scalar == "1" {
            subject.report(
                .redundant(
                    "`at-least: 1`", reason: "whatever holds is found once at least", help: ["delete it, or ask for more"], fix: nil,
                    at: node.range, also: []))
        }
        switch condition.kind {
        case .all: checkAll(condition, zones, scope, given: condition.bounds.isEmpty ? given : [])
        case .any: checkAny(condition, zones, scope, given)
        case .some:
            reportTwins(condition.parts, "branch")
            for part in condition.parts { check(part, zones: zones, scope: scope, given: given) }
        case .near: for part in condition.parts { check(part, zones: zones, scope: scope, given: []) }
        case .none, .terms, .reference: break
        }
    }

    /// What is left to search in; nil, and a warning, when nothing is.
    private func bounded(_ condition: ConditionOutline, _ zones: Set<Zone>, _ scope: YAMLNode?) -> (Set<Zone>, YAMLNode?)? {
        var (left, last) = (zones, scope)
        for key in ["scope", "within"] {
            guard let node = condition.bound(key) else { continue }
            let names = (node.items ?? [node]).compactMap(\.scalar)
            let wanted: Set<Zone>
            switch (key, names.first) {
            case ("scope", _): wanted = Set(names.compactMap { Zone(rawValue: $0) })
            case (_, "title"): wanted = [.title]
            case (_, "lead"): wanted = [.title, .lead]
            default: continue
            }
            let both = left.intersection(wanted)
            guard !both.isEmpty else {
                let here =
                    "`\(key): \(names.joined(separator: ", "))` leaves nothing of `\(left.map(\.rawValue).sorted().joined(separator: ", "))`"
                subject.report(
                    .neverHolds(
                        reason: here, help: ["let both name the same part, or delete one of them"], at: node.range,
                        also: last.map { [.init($0.range, "what is left by this")] } ?? []))
                return nil
            }
            (left, last) = (both, node)
        }
        return (left, last)
    }

    /// - Returns: whether it was reported that so few words cannot hold it.
    private func checkFirst(_ condition: ConditionOutline) -> Bool {
        guard let node = condition.bound("first"), let first = node.scalar.flatMap({ Int($0) }) else { return false }
        let needed = lengths.least(condition)
        if needed > first {
            subject.report(
                .neverHolds(
                    reason: "the shortest of its terms has \(needed) words", help: ["first: \(max(needed, 50))"], at: node.range, also: []))
            return true
        }
        guard let count = condition.bound("at-least"), let times = count.scalar.flatMap({ Int($0) }), times > first else { return false }
        subject.report(
            .neverHolds(
                reason: "\(first) words cannot hold it \(times) times", help: ["ask for fewer, or look at more words"], at: count.range,
                also: [.init(node.range, "so many words are looked at")]))
        return true
    }

    private func checkAll(_ condition: ConditionOutline, _ zones: Set<Zone>, _ scope: YAMLNode?, given: [ConditionOutline]) {
        let parts = flattened(condition)
        let positive = parts.filter { !$0.isNone }
        for none in parts where none.isNone {
            for branch in none.parts {
                guard let contradicted = (positive + given).first(where: { implication.holds($0, branch) }) else { continue }
                subject.report(
                    .neverHolds(
                        reason: "this must not hold, and must hold as well", help: ["delete one of the two"], at: branch.node.only.range,
                        also: [.init(contradicted.node.only.range, "it must hold here")]))
            }
        }
        reportTwins(positive, "condition")
        for (index, part) in positive.enumerated() where !part.parts.isEmpty || !part.bounds.isEmpty {
            let others = positive.enumerated().filter { $0.offset != index }.map(\.element)
            check(part, zones: zones, scope: scope, given: given + others)
        }
    }

    /// The conditions of `all` in `all` are one list.
    private func flattened(_ condition: ConditionOutline) -> [ConditionOutline] {
        condition.parts.flatMap { part in
            if case .all = part.kind, part.bounds.isEmpty { return flattened(part) }
            return [part]
        }
    }

    private func checkAny(_ condition: ConditionOutline, _ zones: Set<Zone>, _ scope: YAMLNode?, _ given: [ConditionOutline]) {
        reportTwins(condition.parts, "branch")
        let signatures = condition.parts.map(\.signature)
        for (index, part) in condition.parts.enumerated() {
            let wider = condition.parts.indices.first { other in
                other != index && signatures[other] != signatures[index] && implication.holds(part, condition.parts[other])
            }
            if let wider {
                subject.report(
                    .redundant(
                        "this branch", reason: "wherever it holds, another one does", help: ["delete it, or the wider one"], fix: nil,
                        at: part.node.range, also: [.init(condition.parts[wider].node.range, "this one holds too")]))
            }
            check(part, zones: zones, scope: scope, given: given)
        }
    }

    private func reportTwins(_ parts: [ConditionOutline], _ what: String) {
        var first: [Int: ConditionOutline] = [:]
        for part in parts {
            if let earlier = first.updateValue(part, forKey: part.signature) {
                first[part.signature] = earlier
                subject.report(
                    .redundant(
                        "this \(what)", reason: "the same stands here a second time", help: ["delete one of the two"], fix: nil,
                        at: part.node.range, also: [.init(earlier.node.range, "first here")]))
            }
        }
    }
}

/// How many words something must have, at the least, to be found.
private struct WordCounts {
    private var ofName: [String: Int] = [:]

    init(_ subject: LintSubject) {
        var ofMeaning: [Meaning: Int] = [:]
        for site in subject.terms {
            let count = Tokenizer().words(of: site.body).count
            switch site.meaning {
            case .leaf: ofMeaning[site.meaning] = min(ofMeaning[site.meaning] ?? count, count)
            case .lexicon(let index, _):
                let key = Meaning.lexicon(index, guardGroup: nil)
                ofMeaning[key] = min(ofMeaning[key] ?? count, count)
            default: break
            }
        }
        for (id, index) in subject.builder.lexiconOfID { ofName["lexicon \(id)"] = ofMeaning[.lexicon(index, guardGroup: nil)] }
        for (id, leaf) in subject.builder.leafOfList { ofName["list \(id)"] = ofMeaning[.leaf(leaf)] }
        for (id, names) in subject.builder.namesOfEntity { ofName["entity \(id)"] = ofMeaning[.leaf(names.names)] }
    }

    func least(_ condition: ConditionOutline) -> Int {
        let parts = condition.parts.filter { !$0.isNone }.map { least($0) }
        switch condition.kind {
        case .all: return parts.max() ?? 0
        case .any: return parts.min() ?? 0
        case .none: return 0
        case .some(let least): return parts.count < least || least < 1 ? 0 : parts.sorted()[least - 1]
        case .near: return parts.reduce(0, +)
        case .terms(let terms): return terms.map { $0.sign == "/" ? 1 : max(1, $0.words.count) }.min() ?? 0
        case .reference(let key, let names): return names.map { ofName["\(key) \($0)"] ?? 1 }.min() ?? 0
        }
    }
}
