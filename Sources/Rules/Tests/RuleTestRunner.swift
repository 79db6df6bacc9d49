import Analysis
package import Articles

/// Runs the tests that rules carry.
package struct RuleTestRunner {
    package typealias Result = RuleTestResult

    private var matcher: Matcher

    private var recorder: CoverageRecorder?

    /// - Parameter coverage: also notes what the tests exercise; the rules must have been loaded with their terms.
    package init(_ rules: RuleSet, coverage: Bool = false) {
        matcher = Matcher(rules)
        recorder = coverage ? CoverageRecorder(rules) : nil
    }

    package mutating func run(_ rule: Rule) -> [Result] {
        if case .correlation(let correlation) = rule.body {
            var runner = TimelineRunner(rule, correlation, matcher)
            return runner.run()
        }
        return rule.tests.map { result(of: $0, rule) }
    }

    /// Runs only what is marked as not working yet.
    mutating func runTodos(of rule: Rule) -> [Result] {
        if case .correlation(let correlation) = rule.body {
            return correlation.timelines.contains { $0.todo != nil } ? run(rule).filter(\.isTodo) : []
        }
        return rule.tests.filter(\.isTodo).map { result(of: $0, rule) }
    }

    /// What the tests that ran so far exercise of these rules; nil when that was not asked for.
    ///
    /// - Parameter countingShared: also words and frames of other folders than the rule's, such as those of the core.
    package func coverage(of rules: [Rule], countingShared: Bool = false) -> CoverageReport? {
        recorder?.report(of: rules, countingShared: countingShared)
    }

    private mutating func result(of test: RuleTest, _ rule: Rule) -> Result {
        let article = Self.article(of: test, id: rule.id)
        let explanation = matcher.explain(article, rule)
        var failure = Judgement(test: test, explanation: explanation, rules: matcher.rules).failure
        if test.isTodo {
            // A `todo` says what does not hold yet; once it does, its author must take the word back.
            failure = failure == nil ? .init("this passes now: make it a `\(test.expectation.rawValue)` test") : nil
        } else if let found = failure {
            let hints = hints(matcher.explain(article, rule, nearMisses: true))
            failure = .init(found.message, differences: found.differences, hints: found.hints + hints.prefix(3))
        } else {
            recorder?.add(explanation)
        }
        return Result(
            rule: rule.id, kind: test.expectation.rawValue, name: test.text, place: test.place, isTodo: test.isTodo, failure: failure)
    }

    /// What nearly held; where no event was found, the words that might have reported one.
    private func hints(_ explanation: Explanation) -> [String] {
        let rejected = explanation.events.isEmpty ? explanation.tree.children.filter(\.isRejectedTrigger) : []
        return explanation.tree.allNearMisses
            + rejected.compactMap { node in
                node.spans.first.map { "`\(explanation.article.surface($0))` reports none: it \(node.note ?? "")" }
            }
    }

    /// Without a title of its own, several lines are a page as a scraper gives it; one line is a paragraph.
    package static func article(of test: RuleTest, id: String) -> Article {
        let sample = test.sample
        var (title, body) = (sample.title ?? "", sample.text)
        let lines = sample.text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: true)
        if sample.title == nil, lines.count == 2, !lines[0].hasSuffix(".") { (title, body) = (String(lines[0]), String(lines[1])) }
        var article = Article(id: id, title: title, body: body, language: sample.language, published: sample.published)
        article.source = sample.source
        return article
    }
}

/// Holds what a rule found against what its test says.
private struct Judgement {
    let test: RuleTest
    let explanation: Explanation
    let rules: RuleSet

    typealias Failure = RuleTestResult.Failure
    typealias Difference = RuleTestResult.Difference

    /// Nil when the test is right.
    var failure: Failure? {
        switch test.expectation {
        case .match: matchFailure
        case .noMatch: noMatchFailure
        }
    }

    private var matchFailure: Failure? {
        guard !explanation.matches.isEmpty else {
            let why = explanation.decidingDetail ?? explanation.decidingCondition ?? ""
            return Failure("no match: \(why)", differences: [.init("matches", expected: "a match", found: "none")])
        }
        guard !test.expected.isEmpty else { return nil }
        // One match must have all of it; the one that comes nearest is shown.
        let trials = explanation.matches.map { differences(of: $0) }
        guard let best = trials.min(by: { wrong($0) < wrong($1) }) else { return nil }
        let all = best + [count].compactMap { $0 }
        guard wrong(all) > 0 else { return nil }
        return Failure(
            "expected \(all.filter { !$0.holds }.map { "\($0.field) \($0.expected), found \($0.found)" }.joined(separator: "; expected "))",
            differences: all, hints: wrong(best) > 0 ? evidenceHints(best) : [])
    }

    private func wrong(_ differences: [Difference]) -> Int { differences.count { !$0.holds } }

    private func differences(of match: Matcher.Match) -> [Difference] {
        let fields = match.event.map { EventFields(event: $0, rules: rules, article: explanation.article) }
        let values = test.expected.fields.map { field in
            let found = fields?[field.name] ?? match.watch?[field.name] ?? RuleTest.noValue
            return Difference(
                field.name, expected: field.values.joined(separator: " or "), found: found, holds: field.values.contains(found))
        }
        let pieces = match.evidence.map { explanation.article.surface($0) }
        return values
            + test.expected.evidence.map { piece in
                Difference(
                    "evidence", expected: "`\(piece)`", found: listed(pieces),
                    holds: pieces.contains(piece))
            }
    }

    private func listed(_ pieces: [String]) -> String {
        pieces.prefix(Self.shownPieces).map { "`\($0)`" }.joined(separator: ", ") + (pieces.count > Self.shownPieces ? ", …" : "")
    }

    private static let shownPieces = 8

    private var count: Difference? {
        test.expected.count.map { expected in
            let isCounted = explanation.matches.first.map { $0.event != nil || $0.watch != nil } ?? false
            let found = isCounted ? explanation.matches.count : explanation.matches.first?.evidence.count ?? 0
            return Difference(isCounted ? "matches" : "places", expected: "\(expected)", found: "\(found)", holds: found == expected)
        }
    }

    private func evidenceHints(_ differences: [Difference]) -> [String] {
        let pieces = explanation.matches.flatMap(\.evidence).map { explanation.article.surface($0) }
        return test.expected.evidence.filter { !pieces.contains($0) }.compactMap { wanted in
            pieces.first { $0.firstRange(of: wanted) != nil }.map { "`\(wanted)` is a part of the evidence `\($0)`: name all of it" }
        }
    }

    private var noMatchFailure: Failure? {
        guard explanation.matches.isEmpty else {
            let spans = listed(explanation.matches[0].evidence.map { explanation.article.surface($0) })
            return Failure("it matches: \(spans)", differences: [.init("matches", expected: "none", found: spans)])
        }
        guard let because = test.because, !explanation.isDecided(by: because) else { return nil }
        let others = explanation.requirements.filter { names in !names.contains { Reasons.covers(because, $0) } }.compactMap(\.first)
        let isPartly = others.count < explanation.requirements.count
        let found = explanation.decidingCondition ?? ""
        return Failure(
            isPartly
                ? "\(others.joined(separator: " and ")) fails too: let \(because) alone decide"
                : "it does not match because of \(found) (\(explanation.decidingDetail ?? "")), not \(because)",
            differences: [.init("because", expected: because, found: found)])
    }
}

extension TraceNode {
    var allNearMisses: [String] { nearMisses + children.flatMap(\.allNearMisses) }
}
