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
    var isOn: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: Terminal.errorIsTerminal && value(of: "NO_COLOR").isEmpty && value(of: "TERM") != "dumb"
        }
    }

    private func value(of name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
}
