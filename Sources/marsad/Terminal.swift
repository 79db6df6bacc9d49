import Articles
import Glibc

/// Words go to standard error, data to standard output.
enum Terminal {
    static let errorIsTerminal = isatty(STDERR_FILENO) == 1
    static let outputIsTerminal = isatty(STDOUT_FILENO) == 1

    /// The day by the system's clock, in UTC.
    static var today: CivilDate { Timestamp(seconds: time(nil)).date }

    static func say(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    static func put(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// All of standard input; nil if it cannot be read.
    static func input() -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count > 0 { bytes += buffer[..<count] } else if count == 0 { return bytes } else if errno != EINTR { return nil }
        }
    }

    /// Writes all of it; a reader that went away ends the program quietly, as it does for every filter.
    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var offset = 0
            while offset < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress! + offset, bytes.count - offset)
                if count < 0 {
                    if errno == EINTR { continue }
                    exit(errno == EPIPE ? 0 : 2)
                }
                offset += count
            }
        }
    }
}

/// A progress line on the terminal, when there is one.
struct Progress {
    private let isShown = Terminal.errorIsTerminal && !Terminal.outputIsTerminal
    private var count = 0

    mutating func advance() {
        count += 1
        if isShown, count % 500 == 0 { Terminal.say("\u{1B}[1A\u{1B}[2K\(count) articles") }
    }
}
