import Rules

/// A way to write alerts down.
///
/// Adding one: a file in this folder and a line in ``alertFormats``.
package protocol AlertFormat: Sendable {
    /// As named on the command line.
    static var name: String { get }
    static var opening: String { get }
    static var closing: String { get }
    /// One alert, with its line break; `index` counts from 0.
    static func write(_ alert: Alert, index: Int) -> String
}

package let alertFormats: [any AlertFormat.Type] = [JSONLinesAlerts.self, JSONAlerts.self, TableAlerts.self]

/// One JSON object a line.
package enum JSONLinesAlerts: AlertFormat {
    package static let name = "jsonl"
    package static let opening = ""
    package static let closing = ""

    package static func write(_ alert: Alert, index: Int) -> String { alert.json + "\n" }
}

/// One JSON array.
package enum JSONAlerts: AlertFormat {
    package static let name = "json"
    package static let opening = "[\n"
    package static let closing = "\n]\n"

    package static func write(_ alert: Alert, index: Int) -> String { (index == 0 ? "" : ",\n") + alert.json }
}

/// For people: level, rule, article, message, and the words it stands on.
package enum TableAlerts: AlertFormat {
    package static let name = "table"
    package static let opening = ""
    package static let closing = ""

    package static func write(_ alert: Alert, index: Int) -> String {
        let words = alert.evidence.prefix(4).map { "\u{2068}\(shown($0.text, upTo: 60))\u{2069}" }.joined(separator: " · ")
        let level = alert.rule.level.rawValue.padded(to: 13)
        return "\(level) \(alert.rule.id.padded(to: 26)) \u{2068}\(shown(alert.articleID, upTo: 60))\u{2069}\n"
            + "              \u{2068}\(shown(alert.message, upTo: 160))\u{2069}\n              \(words)\n"
    }

    /// One line of harmless text: an article's words must not move the cursor or turn the line round.
    static func shown(_ text: String, upTo limit: Int) -> String {
        var result = ""
        for scalar in text.unicodeScalars.prefix(limit) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return text.unicodeScalars.count > limit ? result + "…" : result
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { count >= width ? self : self + String(repeating: " ", count: width - count) }
}
