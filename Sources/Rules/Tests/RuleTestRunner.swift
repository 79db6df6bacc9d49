import Analysis
package import Articles

/// Runs the tests that rules carry.
package struct RuleTestRunner {
    package struct Result: Sendable {
        package let rule: String
        package let test: RuleTest
        /// Nil when it passed.
        package let failure: String?
    }

    private var matcher: Matcher

    package init(_ rules: RuleSet) { matcher = Matcher(rules) }

    package mutating func run(_ rule: Rule) -> [Result] {
        if case .correlation(let correlation) = rule.body {
            var runner = TimelineRunner(rule, correlation, matcher)
            return runner.run()
        }
        return rule.tests.map { Result(rule: rule.id, test: $0, failure: failure(of: $0, rule)) }
    }

    private mutating func failure(of test: RuleTest, _ rule: Rule) -> String? {
        let article = Self.article(of: test, id: rule.id)
        let explanation = matcher.explain(article, rule)
        let holds = holds(test, explanation)
        // A `todo` says what does not hold yet; once it does, its author must take the word back.
        if test.isTodo { return holds == nil ? "this passes now: make it a `\(test.expectation.rawValue)` test" : nil }
        return holds
    }

    /// - Returns: nil when the expectation holds.
    private func holds(_ test: RuleTest, _ explanation: Explanation) -> String? {
        switch test.expectation {
        case .match:
            guard !explanation.matches.isEmpty else {
                return "no match: \(explanation.decidingDetail ?? explanation.decidingCondition ?? "")"
            }
            guard !test.expected.isEmpty else { return nil }
            let summaries = explanation.matches.compactMap(\.event).map {
                EventFields(event: $0, rules: matcher.rules, article: explanation.article)
            }
            if summaries.contains(where: { fields in test.expected.allSatisfy { fields[$0.field] == $0.value } }) { return nil }
            let wanted = test.expected.map { "\($0.field) \($0.value)" }.joined(separator: ", ")
            let found = summaries.map { fields in test.expected.map { "\($0.field) \(fields[$0.field] ?? "none")" }.joined(separator: ", ")
            }
            return "expected \(wanted); found \(found.isEmpty ? "no event" : found.joined(separator: "; "))"
        case .noMatch:
            guard explanation.matches.isEmpty else {
                let spans = explanation.matches[0].evidence.map { "`\(explanation.article.surface($0))`" }.joined(separator: ", ")
                return "it matches: \(spans)"
            }
            guard let because = test.because, let deciding = explanation.decidingCondition, deciding != because else { return nil }
            return "it does not match because of \(deciding) (\(explanation.decidingDetail ?? "")), not \(because)"
        }
    }

    /// Several lines are a page as a scraper gives it; one line is a paragraph.
    package static func article(of test: RuleTest, id: String) -> Article {
        let lines = test.text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: true)
        if lines.count == 2, !lines[0].hasSuffix(".") {
            return Article(id: id, title: String(lines[0]), body: String(lines[1]), language: test.language, published: test.published)
        }
        return Article(id: id, body: test.text, language: test.language, published: test.published)
    }
}
