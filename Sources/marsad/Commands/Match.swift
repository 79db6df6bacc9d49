import ArgumentParser
import Rules
import Articles

struct Match: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the rules over articles and prints the alerts.",
        discussion: "Articles are plain text or JSON lines, known by their content; folders are read with all that is in them.")

    @Argument(help: ArgumentHelp("Files or folders; `-` is standard input.", valueName: "path"))
    var paths: [String] = ["-"]

    @OptionGroup var ruleOptions: RuleOptions
    @OptionGroup var filter: RuleFilter
    @OptionGroup var alertOptions: AlertOptions

    mutating func run() throws {
        try alertOptions.run(over: paths, where: filter.accepts) {
            let rules = try ruleOptions.load()
            let wanted = try filter.wanted(of: rules)
            if !wanted.isEmpty, wanted.allSatisfy(\.isCorrelation) {
                Terminal.say(
                    "marsad: a correlation holds of several articles; `match` looks at each by itself, and none of these rules can hold")
            }
            return rules
        }
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
