import Alerts
import Analysis
import ArgumentParser
import Articles
import Rules

struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows which alerts a change of the rules adds and removes.",
        discussion: """
            Both sets of rules run over the articles. `+` is an alert that only the new rules raise, with what kept the old ones from it; `-` one that \
            only the old rules raise, with what keeps the new ones from it; `~` one whose status, level or message has changed.
            Ends with 0 when the alerts are the same, 1 when they differ, 2 when it could not compare all of them.
            """)

    @Argument(help: ArgumentHelp("A folder or file: the rules as they were.", valueName: "old-rules"))
    var old: String

    @Argument(help: ArgumentHelp("A folder or file: the rules as they are to be.", valueName: "new-rules"))
    var new: String

    @Argument(help: ArgumentHelp("Files or folders; `-` is standard input.", valueName: "articles"))
    var articles: [String] = ["-"]

    @Option(help: ArgumentHelp("The knowledge that both sets use; found near each when not given.", valueName: "dir"))
    var core: String?

    @OptionGroup var colors: ColorOption
    @OptionGroup var filter: RuleFilter

    @Option(help: "text or json.")
    var format = "text"

    @Option(help: ArgumentHelp("How many differences of each rule the text shows.", valueName: "count"))
    var show = 50

    @Option(
        name: .customLong("field"),
        help: ArgumentHelp("Read a part of the article from another member: `body=content`.", valueName: "part=name"))
    var fields: [String] = []

    mutating func run() throws {
        guard ["text", "json"].contains(format) else { throw ValidationError("`\(format)` is no format; there are text, json") }
        guard show >= 0 else { throw ValidationError("`--show \(show)` must be 0 or more") }
        var input = try ArticleReader(paths: articles, fields: fieldMap(fields))
        var sets = try RuleSetPair(old: rules(at: old), new: rules(at: new))
        if !filter.rule.isEmpty, ![sets.rules(.old), sets.rules(.new)].joined().contains(where: filter.accepts) {
            throw RuleFilter.noRule(filter.rule, among: Array([sets.rules(.old), sets.rules(.new)].joined()))
        }
        var totals = ComparisonTotals(old: sets.rules(.old).filter(filter.accepts), new: sets.rules(.new).filter(filter.accepts))
        var report = DifferenceReport(perRule: show)
        var isClean = true
        var progress = Progress()
        while let result = input.next() {
            progress.advance()
            switch result {
            case .failure(let failure):
                isClean = false
                Terminal.say("marsad: \(failure)")
            case .success(let article):
                let comparison = sets.compare(article, where: filter.accepts)
                totals.add(comparison)
                for difference in comparison.differences {
                    if format == "json" {
                        Terminal.put(difference.json(sets.obstacle(to: difference, in: article)) + "\n")
                    } else {
                        report.add(difference) { sets.obstacle(to: difference, in: article) }
                    }
                }
            }
        }
        put(report, totals)
        if !isClean { throw Exit.cannotRun }
        if !totals.isSame { throw Exit.problems }
    }

    private func put(_ report: DifferenceReport, _ totals: ComparisonTotals) {
        guard format == "text" else { return Terminal.put(totals.json + "\n") }
        let text = report.text
        Terminal.put(text.isEmpty ? "" : text + "\n")
        for (rules, name) in [(totals.onlyOld, "old"), (totals.onlyNew, "new")] where !rules.isEmpty {
            let shown = rules.prefix(20).joined(separator: ", ") + (rules.count > 20 ? ", and \(rules.count - 20) more" : "")
            Terminal.put("only among the \(name) rules: \(shown)\n")
        }
        Terminal.put(totals.text + "\n")
    }

    private func rules(at path: String) throws -> RuleSet {
        // Parsed, for a property wrapper of the parser holds nothing before that; a path may begin with a dash.
        var options = try RuleOptions.parse([])
        (options.rules, options.core, options.colors) = ([path], core, colors)
        return try options.load()
    }
}
