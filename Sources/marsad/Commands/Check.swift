import Analysis
import ArgumentParser
import Diagnostics
import Rules

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks rule files and tells everything that is wrong with them.", discussion: "Ends with 1 when there is an error.")

    @Argument(help: ArgumentHelp("Folders or files of rules.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var ruleOptions: RuleOptions

    @Option(help: "text or json.")
    var format = "text"

    mutating func run() throws {
        guard ["text", "json"].contains(format) else { throw ValidationError("`\(format)` is no format; there are text, json") }
        ruleOptions.rules += paths
        let (rules, diagnostics) = RuleLoader.load(ruleOptions.paths, lints: true)
        if format == "json" {
            Terminal.put(JSONRenderer().render(diagnostics))
        } else if !diagnostics.isEmpty {
            Terminal.say(TextRenderer(colors: Terminal.usesColor).render(diagnostics))
        }
        let errors = diagnostics.count { $0.severity == .error }
        if let rules, format == "text" {
            Terminal.say("\(rules.rules.count) rules, \(rules.analyzer.automaton.terms.count) terms: no error")
        }
        if errors > 0 {
            Terminal.say("\(errors) error\(errors == 1 ? "" : "s")")
            throw Exit.problems
        }
    }
}
