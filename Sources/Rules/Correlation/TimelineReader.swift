import Articles
import Diagnostics
import YAML

/// Reads `tests: [{timeline: [{at: 3h, text: …}], expect: [{at: 3h, count: 2}]}]`.
struct TimelineReader {
    /// Nil when it could not be read.
    let groupBy: [String]?
    /// Rules of which a match may change something.
    let known: Set<String>
    let names: RuleNames
    let builder: RuleSetBuilder

    private var problems: Problems { builder.problems }

    /// Where offsets count from when no step says a date: a Monday, at midnight.
    private static let usualOrigin = 1_704_067_200
    /// Steps of a timeline.
    private static let maximumSteps = 1000

    func read(_ node: YAMLNode) -> [TimelineTest] {
        problems.list(node, "tests").compactMap { read(test: $0) }
    }

    private func read(test node: YAMLNode) -> TimelineTest? {
        guard var reader = MapReader(node, "test", shape: "timeline", problems) else { return nil }
        guard let timeline = reader.value("timeline") else {
            problems.report(
                CorrelationProblem.badTimeline(
                    reason: "the test of a correlation needs a `timeline`", help: "timeline: [{at: 0h, text: …}, {at: 3h, text: …}]",
                    at: node.range))
            return nil
        }
        let expect = reader.value("expect")
        let (todo, because) = (reader.text("todo"), reader.value("because"))
        reader.finish()
        let items = problems.list(timeline, "timeline")
        guard (1...Self.maximumSteps).contains(items.count) else {
            if timeline.items != nil {
                problems.report(
                    CorrelationProblem.badTimeline(
                        reason: items.isEmpty ? "it has no step" : "it has \(items.count) steps, \(Self.maximumSteps) at most",
                        help: "timeline: [{at: 0h, text: …}]", at: timeline.range))
            }
            return nil
        }
        let origin = items.first?["at"]?.scalar.flatMap { Timestamp($0)?.seconds } ?? Self.usualOrigin
        let steps = steps(items, origin)
        guard let expect else {
            problems.report(
                CorrelationProblem.badTimeline(
                    reason: "it does not say which alerts it must give", help: "add `expect: []` for none, or `expect: [{at: 3h}]`",
                    at: node.range))
            return nil
        }
        let expected = problems.list(expect, "expect").compactMap { self.expected($0, origin) }
        checkReason(because, expect)
        guard steps.count == items.count, expected.count == expect.items?.count else { return nil }
        return TimelineTest(steps: steps, expected: expected, todo: todo, because: because?.scalar, origin: origin, place: node.range)
    }

    private func checkReason(_ node: YAMLNode?, _ expect: YAMLNode) {
        guard let node, let text = problems.text(node, "because") else { return }
        let isCount = text.hasPrefix("count ") && Int(text.dropFirst(6)) != nil
        if !isCount, !TimelineTest.reasons.contains(text) {
            problems.report(
                RuleProblem.invalidValue(
                    text, of: "reason of silence", allowed: TimelineTest.reasons.joined(separator: ", "),
                    nearest: nearest(to: text, among: TimelineTest.reasons), at: node.range))
        }
        if expect.items?.isEmpty == false {
            problems.report(
                CorrelationProblem.badTimeline(
                    reason: "`because` says why there is no alert", help: "leave it out, or expect nothing", at: node.range))
        }
    }

    // MARK: Steps

    private func steps(_ items: [YAMLNode], _ origin: Int) -> [TimelineTest.Step] {
        var latest = Int.min
        return items.compactMap { item in
            guard var reader = MapReader(item, "step", problems) else { return nil }
            let atNode = reader.required("at")
            let at = atNode.flatMap { moment($0, "at", origin) }
            let published = reader.value("published").map { ($0, moment($0, "published", origin)) }
            let content = content(&reader, item)
            var from: [String: String] = [:]
            for key in ["source", "outlet", "story"] { from[key] = reader.text(key) }
            reader.finish()
            guard let at, let content, let atNode else { return nil }
            if let published, published.1 == nil { return nil }
            guard at >= latest else {
                problems.report(CorrelationProblem.backInTime(atNode.scalar ?? "", at: atNode.range))
                return nil
            }
            latest = at
            return TimelineTest.Step(at: at, published: published?.1, content: content, origin: from, place: item.range)
        }
    }

    private func content(_ reader: inout MapReader, _ node: YAMLNode) -> TimelineTest.Step.Content? {
        let (title, text, languageNode) = (reader.text("title"), reader.text("text"), reader.value("language"))
        let language = languageNode.flatMap { problems.text($0, "language") }
        if let languageNode, let language { _ = builder.languageSlot(language, at: languageNode.range) }
        let (ruleNode, fieldsNode) = (reader.value("rule"), reader.value("fields"))
        if let ruleNode {
            guard title == nil, text == nil, language == nil else {
                problems.report(
                    CorrelationProblem.badTimeline(
                        reason: "a step is an article or a match, not both", help: "leave out `rule`, or the text", at: ruleNode.range))
                return nil
            }
            return match(ruleNode, fieldsNode)
        }
        if let fieldsNode {
            problems.report(
                CorrelationProblem.badTimeline(
                    reason: "`fields` are those of a match: of which rule?", help: "rule: id, fields: {…}", at: fieldsNode.range))
            return nil
        }
        guard title != nil || text != nil else { return .nothing }
        return .article(title: title ?? "", text: text ?? "", language: language.flatMap { LanguageTag($0) })
    }

    private func match(_ node: YAMLNode, _ fieldsNode: YAMLNode?) -> TimelineTest.Step.Content? {
        guard let rule = problems.text(node, "rule") else { return nil }
        // None of the correlation's rules is known: told where it names them.
        if known.isEmpty { return nil }
        guard known.contains(rule) else {
            problems.report(
                CorrelationProblem.foreignRule(
                    rule, known: known.sorted(), nearest: nearest(to: rule, among: known.sorted()), at: node.range))
            return nil
        }
        var fields: [String: String] = [:]
        let beside: Set = ["source", "outlet", "story"]
        let entries = fieldsNode.map { problems.entries($0, "fields") } ?? []
        for (key, keyNode, value) in entries {
            if beside.contains(key) {
                problems.report(
                    CorrelationProblem.badTimeline(
                        reason: "\(quoted(key)) is of the article, and stands beside `rule`", help: "at: 3h, rule: id, \(key): …",
                        at: keyNode.range))
            } else if let allowed = names.fields[rule].map({ $0.filter { !beside.contains($0) } }), !allowed.contains(key) {
                problems.report(
                    CorrelationProblem.fieldLacking(
                        key, rule: rule, why: "its matches cannot have it", nearest: nearest(to: key, among: allowed), at: keyNode.range))
            }
            fields[key] = problems.text(value, key)
        }
        return .match(rule: rule, fields: fields)
    }

    // MARK: Alerts

    private func expected(_ node: YAMLNode, _ origin: Int) -> TimelineTest.Expected? {
        guard var reader = MapReader(node, "alert", shape: "expected alert", problems) else { return nil }
        let at = reader.required("at").flatMap { moment($0, "at", origin) }
        let count = reader.number("count", in: 0...100_000)
        let groupNode = reader.value("group")
        reader.finish()
        var group: [String: String] = [:]
        let entries = groupNode.map { problems.entries($0, "group") } ?? []
        for (key, keyNode, value) in entries {
            if let groupBy, !groupBy.contains(key) {
                problems.report(
                    CorrelationProblem.unknownGroupField(
                        key, known: groupBy, nearest: nearest(to: key, among: groupBy), at: keyNode.range))
            }
            group[key] = problems.text(value, key)
        }
        guard let at else { return nil }
        return TimelineTest.Expected(at: at, group: group, count: count, place: node.range)
    }

    /// A moment: a date and time, or how long after the origin.
    private func moment(_ node: YAMLNode, _ key: String, _ origin: Int) -> Int? {
        guard let text = problems.text(node, key) else { return nil }
        if let offset = Offset(text) { return origin + offset.seconds }
        if text.hasPrefix("-"), let offset = Offset(String(text.dropFirst())) { return origin - offset.seconds }
        if let time = Timestamp(text) { return time.seconds }
        problems.report(
            RuleProblem.invalidValue(
                text, of: "moment", allowed: "how long after the first step, such as 3h or 1d12h, or a time such as 2026-01-10T08:00:00Z",
                nearest: nil, at: node.range))
        return nil
    }
}
