import Rules

/// What the names of a gold file stand for: a label for rules, and types of event and offices for those of the knowledge.
///
/// Lines such as `official_visit=diplomacy.visit`, `type.phone_call=phone-call`, `office.former_minister=former-official`. What is not listed
/// stands for itself; `_` and `-` are the same in types and offices.
package struct GoldNames: Sendable {
    private var rules: [String: [String]] = [:]
    private var types: [String: String] = [:]
    private var offices: [String: String] = [:]

    package init() {}

    /// - Parameter line: `name=value`.
    /// - Returns: false when the line is not of that form.
    package mutating func add(_ line: String) -> Bool {
        let parts = line.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
        if let type = Self.suffix(of: parts[0], after: "type.") {
            types[Self.joined(type)] = parts[1]
        } else if let office = Self.suffix(of: parts[0], after: "office.") {
            offices[Self.joined(office)] = parts[1]
        } else {
            rules[parts[0], default: []].append(parts[1])
        }
        return true
    }

    /// Lines of a file; blank ones and those that begin with `#` are passed over.
    ///
    /// - Returns: the number of the first line that is none, if there is one.
    package mutating func addLines(_ text: String) -> Int? {
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = String(line).trimmed
            guard line.isEmpty || line.hasPrefix("#") || add(line) else { return number + 1 }
        }
        return nil
    }

    /// Labels that were said to stand for rules.
    package var labels: [String] { rules.keys.sorted() }

    package func isAbout(_ rule: String, label: String) -> Bool { (rules[label] ?? [label]).contains { Glob($0).matches(rule) } }

    package func type(_ name: String) -> String { types[Self.joined(name)] ?? Self.joined(name) }
    package func office(_ name: String?) -> String? { name.map { offices[Self.joined($0)] ?? Self.joined($0) } }

    private static func joined(_ name: String) -> String { String(name.map { $0 == "_" ? "-" : $0 }) }
    private static func suffix(of name: String, after prefix: String) -> String? {
        name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : nil
    }
}

extension String {
    fileprivate var trimmed: String {
        let isBlank = { (character: Character) in character == " " || character == "\t" || character == "\r" }
        return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}
