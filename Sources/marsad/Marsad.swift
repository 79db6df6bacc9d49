import ArgumentParser

@main
struct Marsad: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "marsad",
        abstract: "Watches the news for you: rules in YAML, articles in, alerts out.",
        discussion: "Exit codes: 0 all is well, 1 problems were found, 2 it could not run.",
        version: "0.1.0",
        subcommands: [
            Match.self, Query.self, Check.self, Fmt.self, Test.self, Eval.self, Explain.self, Diff.self, Schema.self, Docs.self,
        ])

    static func main() {
        var kind: any ParsableCommand.Type = Self.self
        do {
            var command = try parseAsRoot()
            kind = type(of: command)
            try command.run()
        } catch let code as ExitCode {
            exit(withError: code)
        } catch {
            // Usage errors end with 2, like every other reason not to run.
            let code = exitCode(for: error)
            guard code.rawValue != 0 else { exit(withError: error) }
            Terminal.say(words(for: error, of: kind))
            exit(withError: ExitCode(2))
        }
    }

    /// The parser takes what a command itself refuses for a mistake of the root, and would show the usage of that.
    private static func words(for error: any Error, of kind: any ParsableCommand.Type) -> String {
        guard error is ValidationError, kind != Self.self else { return fullMessage(for: error) }
        let usage = usageString(for: kind)
        let name = usage.split(separator: " ").prefix(2).joined(separator: " ")
        return "Error: \(message(for: error))\nUsage: \(usage)\n  See '\(name) --help' for more information."
    }
}

/// The exit codes of all commands.
enum Exit {
    static let problems = ExitCode(1)
    static let cannotRun = ExitCode(2)
}
