import Diagnostics
import YAML

/// W016: braces in a message that hold no name, and are therefore printed as they stand.
enum MessageLint: Lint {
    static let codes: [Diagnostic.Code] = ["W016"]

    static func check(_ subject: LintSubject) {
        for site in subject.rules {
            guard let node = site.node["alert"]?["message"], let text = node.scalar, let broken = broken(in: text) else { continue }
            let place = node.range(of: broken.bytes)
            subject.report(.brokenPlaceholder(broken.text, help: [broken.help], at: place))
        }
    }

    private static func broken(in text: String) -> (text: String, bytes: Range<Int>, help: String)? {
        let bytes = Array(text.utf8)
        var open: Int?
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "{"):
                if let open { return (part(open..<index), open..<index, "close it with `}`") }
                open = index
            case UInt8(ascii: "}"):
                guard let start = open else { return ("}", index..<index + 1, "open it with `{`, or delete it") }
                if start + 1 == index { return ("{}", start..<index + 1, "write a name into it, such as `{actor}`") }
                open = nil
            default: break
            }
        }
        return open.map { (part($0..<bytes.count), $0..<bytes.count, "close it with `}`") }
    }
}
