import ArgumentParser
import Diagnostics
import FoundationEssentials
import Rules
import YAML

struct Fmt: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Puts rule files into canonical form, with their comments and order kept.",
        discussion: """
            Prints one file, or standard input (`-`), to standard output; folders need `--write` or `--check`. A file that is no YAML \
            without errors is not touched.
            """)

    @Argument(help: ArgumentHelp("Files or folders of rules; `-` is standard input.", valueName: "path"))
    var paths: [String] = ["-"]

    @Flag(name: [.customShort("w"), .long], help: "Writes the files instead of printing them.")
    var write = false

    @Flag(help: "Lists the files that are not in canonical form; ends with 1 if there are any.")
    var check = false

    @OptionGroup var colors: ColorOption

    func validate() throws {
        if write && check { throw ValidationError("`--write` and `--check` exclude each other") }
        if write && paths.contains("-") { throw ValidationError("standard input cannot be written; leave `--write` out") }
    }

    mutating func run() throws {
        let problems = Problems()
        let files = paths.flatMap { $0 == "-" ? ["-"] : RuleFiles(problems).paths(under: $0) }
        if !problems.diagnostics.isEmpty { Terminal.say(TextRenderer(colors: colors.isOn).render(problems.diagnostics)) }
        if files.count > 1, !write, !check { throw ValidationError("several files need `--write` or `--check`") }
        var worst = problems.hasErrors ? Exit.cannotRun : nil
        for path in files {
            guard let code = format(path) else { continue }
            if worst == nil || code == Exit.cannotRun { worst = code }
        }
        if let worst { throw worst }
    }

    /// - Returns: the exit code that the file asks for; nil if all is well.
    private func format(_ path: String) -> ExitCode? {
        guard let bytes = path == "-" ? Terminal.input() : FileManager.default.contents(atPath: path).map({ Array($0) }) else {
            return refuse("cannot read `\(path)`")
        }
        let file = SourceFile(path: path == "-" ? "<stdin>" : path, bytes: bytes)
        do {
            let result = try YAMLFormatter.format(file)
            if check {
                guard result != file.bytes else { return nil }
                Terminal.put(file.path + "\n")
                return Exit.problems
            }
            guard write else {
                Terminal.put(String(decoding: result, as: UTF8.self))
                return nil
            }
            guard result != file.bytes else { return nil }
            try FileReplacement.replace(file, with: result)
            Terminal.say("formatted \(file.path)")
            return nil
        } catch YAMLFormatter.Failure.faulty(let diagnostics) {
            Terminal.say(TextRenderer(colors: colors.isOn).render(diagnostics))
            return Exit.problems
        } catch YAMLFormatter.Failure.wouldChange(let what) {
            return refuse(
                "`\(file.path)` is left as it is: in canonical form \(what) would not be the same. This is a fault of marsad; please report it"
            )
        } catch {
            return refuse("\(error)")
        }
    }

    private func refuse(_ reason: String) -> ExitCode {
        Terminal.say("marsad: \(reason)")
        return Exit.cannotRun
    }
}
