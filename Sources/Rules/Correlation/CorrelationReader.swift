import Diagnostics
import YAML

/// Reads `correlation: {type, rules, group-by, timespan, condition, …}`, once all rules are known.
struct CorrelationReader {
    private var reader: MapReader
    private let kind: Correlation.Kind
    private let slots: [SlotReader.Slot]
    /// Ids of all rules that it refers to.
    private let known: [String]
    private let names: RuleNames
    private let problems: Problems
    /// Something was told that leaves nothing to evaluate.
    private var isBroken = false

    static func rule(
        _ draft: CorrelationDraft, _ slots: [SlotReader.Slot], _ known: [String], _ names: RuleNames, _ builder: RuleSetBuilder
    ) -> Rule? {
        guard var map = MapReader(draft.body, "correlation", builder.problems) else { return nil }
        guard let kind = map.required("type").flatMap({ builder.problems.choice($0, "type") as Correlation.Kind? }) else { return nil }
        var reader = CorrelationReader(reader: map, kind: kind, slots: slots, known: known, names: names, problems: builder.problems)
        let correlation = reader.correlation(timelines: [])
        reader.reader.finish()
        let groupBy = correlation?.groupBy ?? []
        let fields = FieldNames(names: groupBy + ["count"])
        let alerting =
            draft.node["alert"].map { AlertingReader.read($0, correlation == nil ? nil : fields, builder) }
            ?? Rule.Alerting(message: nil, dedupe: [], quiet: nil)
        let timelines = draft.node["tests"].map { node in
            TimelineReader(
                groupBy: correlation == nil ? nil : groupBy, known: names.reach(of: known),
                names: names, builder: builder
            ).read(node)
        }
        guard let correlation else { return nil }
        let body = Correlation(
            kind: kind, slots: correlation.slots, groupBy: groupBy, window: correlation.window, counting: correlation.counting,
            clock: correlation.clock, timelines: timelines ?? [])
        return Rule(
            header: draft.header, body: .correlation(body), exclusions: [], alerting: alerting, tests: [],
            place: draft.place)
    }

    /// - Returns: nil when what is wrong leaves nothing to evaluate.
    private mutating func correlation(timelines: [TimelineTest]) -> Correlation? {
        checkRules()
        let aliasNode = reader.value("aliases")
        let aliases = aliasNode.map { AliasReader(slots: slots, problems: problems).read($0) }
        let groupBy = fields("group-by", aliases)
        if let aliasNode { checkUse(of: aliasNode, in: groupBy) }
        let window = window()
        let counting = counting(in: window?.shape)
        let clock = clock()
        guard !isBroken, let window, let counting, let clock else { return nil }
        return Correlation(
            kind: kind,
            slots: slots.enumerated().map { index, slot in
                Correlation.Slot(written: slot.written, rules: slot.rules, aliases: aliases?[index] ?? [:])
            }, groupBy: groupBy, window: window, counting: counting, clock: clock, timelines: timelines)
    }

    // MARK: Rules and fields

    private mutating func checkRules() {
        guard let node = reader.required("rules") else {
            isBroken = true
            return
        }
        let count = node.items?.count ?? 1
        if slots.count < count { isBroken = true }
        let (allowed, wanted): (ClosedRange<Int>, String) =
            switch kind {
            case .eventCount, .valueCount: (1...Int.max, "a rule")
            case .temporal, .temporalOrdered: (2...Int.max, "two rules or more")
            case .absence: (1...2, "a rule that begins the wait and one that ends it, or one that is expected again and again")
            }
        guard count > 0, !allowed.contains(count) else { return }
        problems.report(CorrelationProblem.ruleCount(count, of: kind.rawValue, wanted: wanted, at: node.range))
        isBroken = true
    }

    /// Fields of matches, which every rule that is referred to must have.
    ///
    /// - Parameter aliases: of each slot, the fields that some of these names stand for.
    private mutating func fields(_ key: String, _ aliases: [[String: String]]?) -> [String] {
        var seen: Set<String> = []
        return reader.texts(key).compactMap { node in
            guard let field = node.scalar, check(field, aliases, node) else {
                isBroken = true
                return nil
            }
            guard seen.insert(field).inserted else {
                problems.report(RuleProblem.duplicateID(field, of: "field", at: node.range, first: node.range))
                return nil
            }
            return field
        }
    }

    private func checkUse(of aliases: YAMLNode, in groupBy: [String]) {
        guard !isBroken else { return }
        for entry in aliases.entries ?? [] where !groupBy.contains(entry.name) {
            let help = "add it to `group-by`, or delete it"
            problems.report(CorrelationProblem.misfit(key: entry.name, of: "`group-by`", help: help, at: entry.key.range))
        }
    }

    private func check(_ name: String, _ aliases: [[String: String]]?, _ node: YAMLNode) -> Bool {
        guard let aliases else { return check(name, of: known, node) }
        return zip(slots, aliases).allSatisfy { slot, fields in check(fields[name] ?? name, of: slot.rules.sorted(), node) }
    }

    private func check(_ field: String, of rules: [String], _ node: YAMLNode) -> Bool {
        for rule in rules {
            guard let fields = names.fields[rule], !fields.contains(field) else { continue }
            problems.report(
                CorrelationProblem.fieldLacking(
                    field, rule: rule, why: "every rule that the correlation refers to must have it",
                    nearest: nearest(to: field, among: fields), at: node.range))
            return false
        }
        return true
    }

    // MARK: Window and clock

    private mutating func window() -> Correlation.Window? {
        let shapeNode = reader.value("window")
        let shape = shapeNode.flatMap { problems.choice($0, "window") as Correlation.Window.Shape? }
        if kind == .absence, let shapeNode {
            misfit("window", shapeNode, "each match waits for itself: leave `window` out")
        }
        let gap = reader.duration("gap")
        let hasTimespan = reader.has("timespan")
        let timespan = reader.duration("timespan")
        if shapeNode != nil, shape == nil { return nil }
        let gapNode = reader.node["gap"]
        if shape == .session {
            if gapNode == nil { _ = reader.required("gap") }
            return gap.map { Correlation.Window(shape: .session, timespan: timespan, gap: $0) }
        }
        if let gapNode { misfit("gap", gapNode, "add `window: session`, or leave it out", of: "a window that is no session") }
        if !hasTimespan { _ = reader.required("timespan") }
        return timespan.map { Correlation.Window(shape: shape ?? .sliding, timespan: $0, gap: nil) }
    }

    private mutating func clock() -> Correlation.Clock? {
        let baseNode = reader.value("time")
        let base = baseNode.flatMap { problems.choice($0, "time") as Correlation.Clock.Base? }
        let latenessNode = reader.value("lateness")
        // Nothing may be late: `0s` is no span of time elsewhere.
        let lateness = latenessNode?.scalar == "0s" ? 0 : reader.duration("lateness")
        if baseNode != nil, base == nil { return nil }
        if base == nil || base == .received {
            if let latenessNode {
                misfit(
                    "lateness", latenessNode, "add `time: published`, or leave it out",
                    of: "`time: received`: nothing arrives after it does")
            }
            return Correlation.Clock(base: .received, lateness: 0)
        }
        if latenessNode == nil { _ = reader.required("lateness") }
        return lateness.map { Correlation.Clock(base: base ?? .received, lateness: $0) }
    }

    // MARK: Counting

    private mutating func counting(in shape: Correlation.Window.Shape?) -> Correlation.Counting? {
        let (ownField, independentNode) = (reader.value("field"), reader.value("independent-by"))
        let conditionNode = reader.value("condition")
        // Sigma has it beside the number.
        let fieldNode = ownField ?? conditionNode?["field"]
        let isCounting = kind == .eventCount || kind == .valueCount
        if kind == .valueCount {
            if fieldNode == nil { _ = reader.required("field") }
        } else if let fieldNode {
            misfit("field", fieldNode, "`type: value_count` counts different values of a field")
        }
        var independence: Correlation.Independence?
        if let independentNode {
            independence = problems.choice(independentNode, "independent-by")
            if !isCounting { misfit("independent-by", independentNode, "leave it out: nothing is counted") }
        }
        guard isCounting else {
            if let conditionNode { misfit("condition", conditionNode, "leave it out: what must match stands under `rules`") }
            return Correlation.Counting(field: nil, independentBy: nil, threshold: .atLeast(max(1, slots.count)))
        }
        if conditionNode == nil { _ = reader.required("condition") }
        let threshold = conditionNode.flatMap { self.threshold($0, shape ?? .sliding) }
        var field: String?
        if kind == .valueCount, let fieldNode {
            field = problems.text(fieldNode, "field").flatMap { check($0, of: known, fieldNode) ? $0 : nil }
            if field == nil { return nil }
        }
        if independentNode != nil, independence == nil { return nil }
        return threshold.map { Correlation.Counting(field: field, independentBy: independence, threshold: $0) }
    }

    private func threshold(_ node: YAMLNode, _ shape: Correlation.Window.Shape) -> Threshold? {
        guard var bounds = MapReader(node, "condition", shape: "count", problems) else { return nil }
        // A group keeps 1000 matches at most.
        if let inner = bounds.value("field"), reader.has("field") {
            problems.report(CorrelationProblem.misfit(key: "field", of: "a `field` above it", help: "say it once", at: inner.range))
        }
        let given = Threshold.Operator.allCases.compactMap { operation in
            bounds.number(operation.rawValue, in: 0...999).map { (operation, $0) }
        }
        bounds.finish()
        if bounds.isEmpty { problems.report(RuleProblem.emptyValue("condition", at: node.range)) }
        guard !given.isEmpty, given.count == node.entries?.count(where: { $0.name != "field" }) else { return nil }
        let threshold = Threshold(given)
        if threshold.wantsNone {
            problems.report(
                CorrelationProblem.impossible(
                    reason: "only windows with a match are looked at", help: "`type: absence` tells of what does not come", at: node.range))
            return nil
        }
        guard threshold.least != nil else {
            problems.report(
                CorrelationProblem.impossible(reason: "its parts contradict each other", help: "such as {gte: 3, lt: 10}", at: node.range))
            return nil
        }
        if shape == .sliding, !threshold.isMonotone {
            let ending = node.entries?.first { ["lt", "lte", "eq", "neq"].contains($0.name) }
            problems.report(CorrelationProblem.endlessWindow(operator: ending?.name ?? "", at: ending?.key.range ?? node.range))
            return nil
        }
        if threshold.holdsAlways { problems.report(CorrelationProblem.alwaysTrue(at: node.range)) }
        return threshold
    }

    private func misfit(_ key: String, _ node: YAMLNode, _ help: String, of what: String? = nil) {
        let place = reader.node.entry(key)?.key.range ?? node.range
        problems.report(CorrelationProblem.misfit(key: key, of: what ?? "`type: \(kind.rawValue)`", help: help, at: place))
    }
}
