import Alerts
import ArgumentParser
import Articles
import Rules

struct Match: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the rules over articles and prints the alerts.",
        discussion: "Articles are plain text or JSON lines, known by their content; folders are read with all that is in them.")

    @Argument(help: ArgumentHelp("Files or folders; `-` is standard input.", valueName: "path"))
    var paths: [String] = ["-"]

    @OptionGroup var ruleOptions: RuleOptions
    @OptionGroup var filter: RuleFilter

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

    mutating func run() throws {
        let format = try alertFormat(named: self.format)
        let input = try ArticleReader(paths: paths, fields: fieldMap(fields))
        let moment = try now.map { text in
            guard let time = Timestamp(text) else { throw ValidationError("`\(text)` is no time such as 2024-02-19T08:00:00Z") }
            return time
        }
        let rules = try ruleOptions.load()
        let wanted = rules.rules.filter(filter.accepts)
        if !wanted.isEmpty, wanted.allSatisfy(\.isCorrelation) {
            Terminal.say(
                "marsad: a correlation holds of several articles; `match` looks at each by itself, and none of these rules can hold")
        }
        guard try print(input, Matcher(rules, on: moment?.date ?? Terminal.today), AlertRaiser(rules: rules, now: moment), format) else {
            throw Exit.problems
        }
    }

    /// - Returns: whether every record could be read and, when asked for, something matched.
    private func print(_ input: ArticleReader, _ matcher: Matcher, _ raiser: AlertRaiser, _ format: any AlertFormat.Type) throws -> Bool {
        var (input, matcher) = (input, matcher)
        var count = 0
        var isClean = true
        var progress = Progress()
        Terminal.put(format.opening)
        while let result = input.next() {
            progress.advance()
            switch result {
            case .failure(let failure):
                isClean = false
                Terminal.say("marsad: \(failure)")
            case .success(let article):
                let (matches, analyzed) = matcher.match(article, where: filter.accepts)
                for alert in raiser.raise(matches, of: analyzed) {
                    Terminal.put(format.write(alert, index: count))
                    count += 1
                }
            }
        }
        Terminal.put(format.closing)
        return isClean && (!exitStatus || count > 0)
    }

    private func alertFormat(named name: String) throws -> any AlertFormat.Type {
        if let format = alertFormats.first(where: { $0.name == name }) { return format }
        throw ValidationError("`\(name)` is no format; there are \(alertFormats.map { $0.name }.joined(separator: ", "))")
    }
}

/// Reads `--field part=name` options.
func fieldMap(_ options: [String]) throws -> FieldMap {
    var map = FieldMap()
    for option in options {
        let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let part = FieldMap.Part(rawValue: parts[0]) else {
            let known = FieldMap.Part.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("`--field \(option)` must be part=name, and the part one of \(known)")
        }
        map.rename(part, to: parts[1])
    }
    return map
}
