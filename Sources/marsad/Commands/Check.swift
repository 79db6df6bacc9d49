import Analysis
import ArgumentParser
import Diagnostics
import FoundationEssentials
import Rules

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks rule files and tells everything that is wrong with them.",
        discussion: "Ends with 1 when there is an error, with `--strict` also when there is a warning, and with 2 when a file is missing.")

    @Argument(help: ArgumentHelp("Folders or files of rules.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var ruleOptions: RuleOptions

    @Option(help: ArgumentHelp("\(diagnosticRenderers.map { $0.name }.joined(separator: ", ")).", valueName: "format"))
    var format = TextRenderer.name

    @Flag(help: "Warnings, too, make it end with 1.")
    var strict = false

    @Flag(help: "Writes into the files what can be mended without doubt, and tells what is left.")
    var fix = false

    mutating func run() throws {
        guard let kind = diagnosticRenderers.first(where: { $0.name == format }) else {
            let known = diagnosticRenderers.map { $0.name }.joined(separator: ", ")
            throw ValidationError("`\(format)` is no format; there are \(known)")
        }
        ruleOptions.rules += paths
        let allPaths = ruleOptions.paths
        var mending = Mending()
        let (rules, diagnostics) =
            fix
            ? mending.mend { RuleLoader.load(allPaths, lints: true, on: Terminal.today) }
            : RuleLoader.load(allPaths, lints: true, on: Terminal.today)
        let options = RenderOptions(
            colors: ruleOptions.colors.isOn, catalogue: problemCatalogue, version: Marsad.configuration.version)
        let text = kind.init(options).render(diagnostics)
        if !kind.isForPeople { Terminal.put(text) } else if !text.isEmpty { Terminal.say(text) }
        for line in mending.report { Terminal.say(line) }
        if let rules, kind.isForPeople {
            Terminal.say("\(rules.rules.count) rules, \(rules.analyzer.automaton.terms.count) terms: no error")
            let correlations = rules.rules.count { $0.isCorrelation }
            if correlations > 0 {
                Terminal.say(
                    "\(correlations) of the rules \(correlations == 1 ? "is a correlation" : "are correlations") of several articles: `match` looks at each article by itself, and passes them over"
                )
            }
        }
        let summary = Diagnostic.Severity.summary(of: diagnostics)
        if !summary.isEmpty { Terminal.say(summary) }
        if rules == nil { ruleOptions.sayIfCoreIsMissing() }
        if allPaths.contains(where: { !FileManager.default.fileExists(atPath: $0) }) { throw Exit.cannotRun }
        if !mending.failures.isEmpty { throw Exit.cannotRun }
        if diagnostics.contains(where: { $0.severity == .error || strict && $0.severity == .warning }) { throw Exit.problems }
    }
}

extension Diagnostic.Severity {
    /// `2 errors, 1 warning`; empty if there is neither.
    static func summary(of diagnostics: [Diagnostic]) -> String {
        [(Self.error, "error"), (.warning, "warning")]
            .map { severity, name in (count: diagnostics.count { $0.severity == severity }, name: name) }
            .filter { $0.count > 0 }
            .map { "\($0.count) \($0.name)\($0.count == 1 ? "" : "s")" }
            .joined(separator: ", ")
    }
}
