import Articles
import Diagnostics

/// W019: a `todo` that passes; W020: a rule that has expired. What only the compiled rules can tell, and the day.
struct LifeLint {
    static let codes: [Diagnostic.Code] = ["W019", "W020"]

    let rules: RuleSet
    /// Nil when nobody says what day it is.
    let day: CivilDate?
    let problems: Problems

    func check() {
        var runner = RuleTestRunner(rules)
        for rule in rules.rules {
            if let expires = rule.header.lifecycle.expires, let day, expires < day {
                problems.report(LintProblem.expired(rule.id, on: expires.description, at: rule.header.lifecycle.expiresPlace ?? rule.place))
            }
            for result in runner.runTodos(of: rule) where result.outcome == .failed {
                problems.report(LintProblem.passingTodo(kind: result.kind, at: result.place))
            }
        }
    }
}
