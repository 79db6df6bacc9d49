import ArgumentParser
import Rules

struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the tests that rules carry.", discussion: "Ends with 1 when one fails, and with a `todo` that passes.")

    @Argument(help: ArgumentHelp("Folders or files of rules.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var ruleOptions: RuleOptions
    @OptionGroup var filter: RuleFilter

    @Option(help: ArgumentHelp("\(ruleTestFormats.map { $0.name }.joined(separator: ", ")).", valueName: "format"))
    var format = ruleTestFormats[0].name

    mutating func run() throws {
        guard let format = ruleTestFormats.first(where: { $0.name == format }) else {
            let known = ruleTestFormats.map { $0.name }.joined(separator: ", ")
            throw ValidationError("`\(format)` is no format; there are \(known)")
        }
        ruleOptions.rules += paths
        let rules = try ruleOptions.load(keepingTerms: true)
        var runner = RuleTestRunner(rules)
        let report = RuleTestReport(rules.rules.filter(filter.accepts).flatMap { runner.run($0) })
        Terminal.put(format.write(report, colors: Terminal.outputUsesColor))
        if report.count(.failed) > 0 { throw Exit.problems }
    }
}
