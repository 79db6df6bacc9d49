import Alerts
import ArgumentParser
import Articles
import Rules

/// How articles are read, and what is printed of those that match.
struct AlertOptions: ParsableArguments {
    @Option(help: "jsonl, json or table.")
    var format = "jsonl"

    @Option(
        name: .customLong("field"),
        help: ArgumentHelp("Read a part of the article from another member: `body=content`.", valueName: "part=name"))
    var fields: [String] = []

    @Option(help: ArgumentHelp("When the alerts are raised (RFC 3339); the article's own time when not given.", valueName: "time"))
    var now: String?

    @Flag(help: "End with 1 when nothing matched.")
    var exitStatus = false

    /// Prints the alerts of rules over articles, and ends the program with 2 when a file could not be read, and with 1 when a record is no article or,
    /// when asked for, nothing matched.
    ///
    /// - Parameters:
    ///   - isCount: print how many articles match instead.
    ///   - load: called once it is known that the options can be used.
    func run(
        over paths: [String], isCount: Bool = false, where isWanted: (Rule) -> Bool, load: () throws -> RuleSet
    ) throws {
        let format = try alertFormat()
        let input = try ArticleReader(paths: paths, fields: fieldMap(fields))
        let moment = try now.map { text in
            guard let time = Timestamp(text) else { throw ValidationError("`\(text)` is no time such as 2024-02-19T08:00:00Z") }
            return time
        }
        let rules = try load()
        let raiser = AlertRaiser(rules: rules, now: moment)
        let printer = isCount ? nil : AlertPrinter(format: format)
        if let code = print(input, Matcher(rules, on: moment?.date ?? Terminal.today), raiser, printer, where: isWanted) { throw code }
    }

    /// - Parameter printer: nil to count.
    /// - Returns: the exit code that is called for; nil if all is well.
    private func print(
        _ input: ArticleReader, _ matcher: Matcher, _ raiser: AlertRaiser, _ printer: AlertPrinter?, where isWanted: (Rule) -> Bool
    ) -> ExitCode? {
        var (input, matcher, printer) = (input, matcher, printer)
        var matching = 0
        var worst: ExitCode?
        var progress = Progress()
        printer?.open()
        while let result = input.next() {
            progress.advance()
            switch result {
            case .failure(let failure):
                if worst != Exit.cannotRun { worst = failure.isOfSource ? Exit.cannotRun : Exit.problems }
                Terminal.say("marsad: \(failure)")
            case .success(let article):
                let (matches, analyzed) = matcher.match(article, where: isWanted)
                if !matches.isEmpty { matching += 1 }
                printer?.put(raiser.raise(matches, of: analyzed))
            }
        }
        printer?.close()
        if printer == nil { Terminal.put("\(matching)\n") }
        return worst ?? (exitStatus && matching == 0 ? Exit.problems : nil)
    }

    private func alertFormat() throws -> any AlertFormat.Type {
        if let format = alertFormats.first(where: { $0.name == format }) { return format }
        throw ValidationError("`\(format)` is no format; there are \(alertFormats.map { $0.name }.joined(separator: ", "))")
    }
}

/// Writes alerts to standard output in one format.
private struct AlertPrinter {
    let format: any AlertFormat.Type
    private var count = 0

    init(format: any AlertFormat.Type) { self.format = format }

    func open() { Terminal.put(format.opening) }
    func close() { Terminal.put(format.closing) }

    mutating func put(_ alerts: [Alert]) {
        for alert in alerts {
            Terminal.put(format.write(alert, index: count))
            count += 1
        }
    }
}
