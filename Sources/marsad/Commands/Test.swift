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

    @Flag(help: "Also tell which terms, frames, conditions, exclusions, statuses and languages no test exercises.")
    var coverage = false

    @Flag(help: "List all that no test exercises, not the first ten of each rule.")
    var all = false

    @Flag(help: "Count words and frames of other folders too, such as those of the core.")
    var shared = false

    @Option(help: ArgumentHelp("End with 1 when the tests exercise less than so many percent.", valueName: "percent"))
    var minCoverage: Int?

    mutating func run() throws {
        guard let format = ruleTestFormats.first(where: { $0.name == format }) else {
            let known = ruleTestFormats.map { $0.name }.joined(separator: ", ")
            throw ValidationError("`\(format)` is no format; there are \(known)")
        }
        let wantsCoverage = coverage || minCoverage != nil
        if wantsCoverage, !format.showsCoverage { throw ValidationError("coverage is printed as text or json, not as \(format.name)") }
        if let minCoverage, !(0...100).contains(minCoverage) { throw ValidationError("`--min-coverage` is a percentage from 0 to 100") }
        ruleOptions.rules += paths
        let rules = try ruleOptions.load(keepingTerms: true)
        let wanted = try filter.wanted(of: rules)
        var runner = RuleTestRunner(rules, coverage: wantsCoverage)
        var report = RuleTestReport(wanted.flatMap { runner.run($0) })
        report.coverage = runner.coverage(of: wanted, countingShared: shared)
        if all { report.coverage?.shown = .max }
        Terminal.put(format.write(report, colors: ruleOptions.colors.isOnForOutput))
        if report.count(.failed) > 0 { throw Exit.problems }
        if let minCoverage, let total = report.coverage?.total, total.percent < minCoverage {
            Terminal.say("the tests exercise \(total.percent) %, less than \(minCoverage) %")
            throw Exit.problems
        }
    }
}
