import ArgumentParser
import Rules

struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the tests that rules carry.", discussion: "Ends with 1 when one fails, and with a `todo` that passes.")

    @Argument(help: ArgumentHelp("Folders or files of rules.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var ruleOptions: RuleOptions
    @OptionGroup var filter: RuleFilter

    mutating func run() throws {
        ruleOptions.rules += paths
        let rules = try ruleOptions.load()
        var runner = RuleTestRunner(rules)
        var (passed, failed, todo) = (0, 0, 0)
        for rule in rules.rules where filter.accepts(rule) {
            for result in runner.run(rule) {
                guard let failure = result.failure else {
                    if result.test.isTodo { todo += 1 } else { passed += 1 }
                    continue
                }
                failed += 1
                Terminal.put("FAIL \(result.rule) \(result.test.place)\n  \u{2068}\(result.test.text.prefix(300))\u{2069}\n  \(failure)\n")
            }
        }
        Terminal.put("\(passed) passed, \(failed) failed\(todo > 0 ? ", \(todo) to do" : "")\n")
        if failed > 0 { throw Exit.problems }
    }
}
