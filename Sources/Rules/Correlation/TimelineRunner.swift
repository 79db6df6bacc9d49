import Analysis
import Articles

/// Runs the timelines of one correlation: each article through the rules, each match through the correlations.
struct TimelineRunner {
    private let rule: Rule
    private let correlation: Correlation
    private var matcher: Matcher

    init(_ rule: Rule, _ correlation: Correlation, _ matcher: Matcher) {
        (self.rule, self.correlation, self.matcher) = (rule, correlation, matcher)
    }

    mutating func run() -> [RuleTestResult] {
        let engine = CorrelationEngine(family())
        return correlation.timelines.map { timeline in
            RuleTestResult(
                rule: rule.id, kind: "timeline", name: timeline.name, place: timeline.place, isTodo: timeline.todo != nil,
                failure: failure(of: timeline, engine).map { .init($0) })
        }
    }

    /// The correlation and those that it refers to.
    private func family() -> [Rule] {
        let correlations = matcher.rules.rules.filter(\.isCorrelation)
        let ruleOfID = Dictionary(correlations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var (queue, head, seen): ([Rule], Int, Set<String>) = ([rule], 0, [rule.id])
        while head < queue.count {
            if case .correlation(let correlation) = queue[head].body {
                queue += correlation.rules.sorted().filter { seen.insert($0).inserted }.compactMap { ruleOfID[$0] }
            }
            head += 1
        }
        return queue
    }

    // MARK: One timeline

    private struct Run {
        var firings: [Firing] = []
        /// What each step led to, for the one who reads of a failure.
        var log: [String] = []
        var tally = CorrelationState.Tally()
        var isWaiting = false
    }

    private mutating func failure(of timeline: TimelineTest, _ fresh: CorrelationEngine) -> String? {
        let run = play(timeline, fresh)
        let objection = objection(to: run, timeline)
        if timeline.todo != nil { return objection == nil ? "this passes now: take `todo` out" : nil }
        return objection
    }

    private mutating func play(_ timeline: TimelineTest, _ fresh: CorrelationEngine) -> Run {
        var (engine, run) = (fresh, Run())
        let wanted = engine.wanted
        for (index, step) in timeline.steps.enumerated() {
            let occurrences = occurrences(of: step, index, wanted)
            let rules = Set(occurrences.map(\.rule)).sorted()
            run.log.append(
                "step \(index + 1) at \(Offset(step.at - timeline.origin)): \(rules.isEmpty ? "no match" : rules.joined(separator: ", "))")
            run.firings += engine.take(occurrences, at: step.at).filter { $0.rule == rule.id }
        }
        if let own = engine.evaluators.first(where: { $0.rule == rule.id }) {
            run.tally = own.state.tally
            run.isWaiting = !own.state.groups.isEmpty || !own.state.waiting.isEmpty
        }
        return run
    }

    private mutating func occurrences(of step: TimelineTest.Step, _ index: Int, _ wanted: (rules: Set<String>, fields: Set<String>))
        -> [Occurrence]
    {
        switch step.content {
        case .nothing: return []
        case .match(let rule, let fields):
            return [
                Occurrence(
                    rule: rule, article: "step-\(index + 1)", sequence: index,
                    times: .init(
                        received: step.at, published: step.published, event: fields["date"].flatMap { Timestamp($0)?.seconds }),
                    fields: fields.merging(step.origin) { _, origin in origin })
            ]
        case .article(let title, let text, let language):
            let article = Article(
                id: "step-\(index + 1)", title: Array(title.utf8), body: Array(text.utf8), language: language,
                published: Timestamp(seconds: step.published ?? step.at), source: step.origin["source"])
            let (matches, analyzed) = matcher.match(article) { wanted.rules.contains($0.id) }
            let arrival = Occurrence.Arrival(
                sequence: index, received: Timestamp(seconds: step.at), story: step.origin["story"], outlet: step.origin["outlet"])
            return matches.map { Occurrence($0, of: analyzed, arrival, names: wanted.fields, rules: matcher.rules) }
        }
    }

    // MARK: Comparison

    private func objection(to run: Run, _ timeline: TimelineTest) -> String? {
        var left = run.firings
        var missing: [TimelineTest.Expected] = []
        // Those that say more choose first.
        for expected in timeline.expected.sorted(by: { ($0.group.count, $0.count ?? -1) > ($1.group.count, $1.count ?? -1) }) {
            if let place = left.firstIndex(where: { fits($0, expected) }) {
                left.remove(at: place)
            } else {
                missing.append(expected)
            }
        }
        if missing.isEmpty, left.isEmpty {
            guard let because = timeline.because, !reasons(run).contains(because) else { return nil }
            return "there is no alert because of \(reasons(run).joined(separator: ", ")), not `\(because)`; " + told(run)
        }
        let wanted = missing.map { "expected an alert \(told($0, timeline.origin))" }
        let found = left.map { "found \(missing.isEmpty ? "an alert that nobody expects" : "an alert") \(told($0, timeline.origin))" }
        return (wanted + (run.firings.isEmpty ? ["found none"] : found)).joined(separator: "; ") + "; " + told(run)
    }

    private func fits(_ firing: Firing, _ expected: TimelineTest.Expected) -> Bool {
        firing.at == expected.at && (expected.count ?? firing.count) == firing.count
            && expected.group.allSatisfy { firing.group[$0.key] == $0.value }
    }

    /// Why there was no alert; several things may be true at once.
    private func reasons(_ run: Run) -> [String] {
        var reasons: [String] = []
        if run.tally.taken == 0 { reasons.append("no match") }
        if run.tally.withoutField > 0 { reasons.append("no field") }
        if run.tally.late > 0 { reasons.append("late") }
        if run.tally.answered > 0 { reasons.append("answered") }
        if run.isWaiting { reasons.append("waiting") }
        return correlation.kind == .absence ? reasons : reasons + ["count \(run.tally.peak)"]
    }

    private func told(_ expected: TimelineTest.Expected, _ origin: Int) -> String {
        told(expected.at - origin, expected.group, expected.count)
    }

    private func told(_ firing: Firing, _ origin: Int) -> String { told(firing.at - origin, firing.group, firing.count) }

    private func told(_ offset: Int, _ group: [String: String], _ count: Int?) -> String {
        let fields = group.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" } + (count.map { ["count \($0)"] } ?? [])
        return "at \(Offset(offset))" + (fields.isEmpty ? "" : " (\(fields.joined(separator: ", ")))")
    }

    private func told(_ run: Run) -> String {
        "\(run.log.joined(separator: "; ")); \(reasons(run).joined(separator: ", "))"
    }
}
