import ArgumentParser
import Glibc

/// Whether words are coloured.
struct ColorOption: ParsableArguments {
    enum Choice: String, ExpressibleByArgument, CaseIterable {
        case auto, always, never
    }

    @Option(help: "auto, always or never; auto colours a terminal, unless NO_COLOR is set or TERM is dumb.")
    var color = Choice.auto

    /// Source: https://no-color.org, read 2026-11-24: set, and not empty.
    var isOn: Bool { isOn(onTerminal: Terminal.errorIsTerminal) }
    /// For what goes to standard output.
    var isOnForOutput: Bool { isOn(onTerminal: Terminal.outputIsTerminal) }

    private func isOn(onTerminal isTerminal: Bool) -> Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: isTerminal && value(of: "NO_COLOR").isEmpty && value(of: "TERM") != "dumb"
        }
    }

    private func value(of name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
}
