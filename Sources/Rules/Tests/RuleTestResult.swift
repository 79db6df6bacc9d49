package import Diagnostics

/// How one test of a rule went, whatever kind of rule it is.
package struct RuleTestResult: Sendable {
    package let rule: String
    /// What the test says: `match`, `no-match`, `timeline`.
    package let kind: String
    /// What it says it of: the text of the article, or whatever tells the test from its neighbours.
    package let name: String
    package let place: SourceRange
    /// A known miss. It fails once what it says comes true, so that its author takes the word back.
    package let isTodo: Bool
    /// Nil when the test is as it should be.
    package let failure: Failure?

    package init(rule: String, kind: String, name: String, place: SourceRange, isTodo: Bool = false, failure: Failure? = nil) {
        self.rule = rule
        self.kind = kind
        self.name = name
        self.place = place
        self.isTodo = isTodo
        self.failure = failure
    }

    package struct Failure: Sendable {
        /// One line that stands by itself.
        package let message: String
        /// What was expected beside what was found, in the order of the test.
        package let differences: [Difference]
        /// What nearly held.
        package let hints: [String]

        package init(_ message: String, differences: [Difference] = [], hints: [String] = []) {
            self.message = message
            self.differences = differences
            self.hints = hints
        }
    }

    package struct Difference: Sendable {
        /// `destination.country`, `evidence`, `matches`.
        package let field: String
        package let expected: String
        package let found: String
        package var holds: Bool

        package init(_ field: String, expected: String, found: String, holds: Bool = false) {
            self.field = field
            self.expected = expected
            self.found = found
            self.holds = holds
        }
    }

    package enum Outcome: String, Sendable {
        case passed, failed, todo
    }

    package var outcome: Outcome { failure != nil ? .failed : isTodo ? .todo : .passed }
}

/// All results of a run, in the order of the rules.
package struct RuleTestReport: Sendable {
    package let results: [RuleTestResult]
    /// What the tests exercise, where somebody asked.
    package var coverage: CoverageReport?

    package init(_ results: [RuleTestResult]) { self.results = results }

    package func count(_ outcome: RuleTestResult.Outcome) -> Int { results.count { $0.outcome == outcome } }

    /// The results of each rule, in the order in which the rules come.
    package var byRule: [(rule: String, results: [RuleTestResult])] {
        var groups: [(rule: String, results: [RuleTestResult])] = []
        var index: [String: Int] = [:]
        for result in results {
            if let known = index[result.rule] {
                groups[known].results.append(result)
            } else {
                index[result.rule] = groups.count
                groups.append((result.rule, [result]))
            }
        }
        return groups
    }
}
