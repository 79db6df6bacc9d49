package import Diagnostics
import YAML

/// Collects what is wrong with rule files; one for a whole run, so that the author sees all of it at once.
package final class Problems {
    /// Nobody reads more; a hostile file has millions.
    package static let maximum = 1000

    package private(set) var diagnostics: [Diagnostic] = []
    private var hasHiddenErrors = false
    private var isOverfull = false

    package init() {}

    package var hasErrors: Bool { hasHiddenErrors || diagnostics.contains { $0.severity == .error } }

    /// The problem is not even worded once there are enough; all of these are errors.
    func report(_ problem: @autoclosure () -> RuleProblem) {
        if diagnostics.count < Self.maximum {
            diagnostics.append(problem().diagnostic)
        } else {
            (hasHiddenErrors, isOverfull) = (true, true)
        }
    }

    /// For the problems of a family of its own, such as those of queries.
    func report(_ problem: some Problem) { append([problem.diagnostic]) }

    package func append(_ more: [Diagnostic]) {
        let shown = more.prefix(max(0, Self.maximum - diagnostics.count))
        diagnostics += shown
        guard shown.count < more.count else { return }
        isOverfull = true
        hasHiddenErrors = hasHiddenErrors || more[shown.count...].contains { $0.severity == .error }
    }

    /// By path, then offset; a note comes last if there were more.
    package func inOrder() -> [Diagnostic] {
        let sorted = diagnostics.sortedByPlace()
        guard isOverfull, let last = sorted.last else { return sorted }
        return sorted + [YAMLProblem.tooManyProblems(shown: Self.maximum, at: last.range).diagnostic]
    }
}

/// Reads a mapping by a closed schema: each key that is asked for is known, every other is an error.
struct MapReader {
    let node: YAMLNode
    /// What the mapping describes, for messages: `rule`, `event type`.
    let what: String
    let problems: Problems
    private let entries: [YAMLEntry]
    private var asked: [String] = []

    /// - Returns: nil, and a problem, when the node is no mapping.
    init?(_ node: YAMLNode, _ what: String, _ problems: Problems) {
        guard let entries = node.entries else {
            problems.report(.wrongType(of: what, expected: "a mapping", found: node.kindName, at: node.range))
            return nil
        }
        self.node = node
        self.what = what
        self.problems = problems
        self.entries = entries
    }

    var isEmpty: Bool { entries.isEmpty }
    func has(_ key: String) -> Bool { node[key] != nil }

    // A mapping has a handful of keys, which are found faster one by one than by a table.
    mutating func value(_ key: String) -> YAMLNode? {
        asked.append(key)
        return node[key]
    }

    mutating func required(_ key: String) -> YAMLNode? {
        if let value = value(key) { return value }
        problems.report(.missingKey(key, in: what, at: node.range))
        return nil
    }

    mutating func text(_ key: String) -> String? { value(key).flatMap { problems.text($0, key) } }
    mutating func requiredText(_ key: String) -> String? { required(key).flatMap { problems.text($0, key) } }

    /// A list of texts, or one text.
    mutating func texts(_ key: String) -> [YAMLNode] { value(key).map { problems.texts($0, key) } ?? [] }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        value(key).flatMap { problems.choice($0, key) }
    }

    mutating func choices<Choice: RawRepresentable & CaseIterable>(_ key: String, _: Choice.Type) -> [Choice]
    where Choice.RawValue == String {
        texts(key).compactMap { problems.choice($0, key) }
    }

    mutating func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let node = value(key), let text = problems.text(node, key) else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        problems.report(
            .invalidValue(text, of: key, allowed: "a number from \(range.lowerBound) to \(range.upperBound)", nearest: nil, at: node.range))
        return nil
    }

    /// Reports every key that nobody asked for.
    func finish() {
        for entry in entries {
            guard let key = entry.key.scalar, !asked.contains(key) else { continue }
            problems.report(.unknownKey(key, in: what, nearest: nearest(to: key, among: asked), at: entry.key.range))
        }
    }
}

extension Problems {
    func text(_ node: YAMLNode, _ what: String) -> String? {
        guard let text = node.scalar else {
            report(.wrongType(of: what, expected: "a text", found: node.kindName, at: node.range))
            return nil
        }
        guard !text.isEmpty else {
            report(.emptyValue(what, at: node.range))
            return nil
        }
        return text
    }

    /// An id as authors may write one: letters, digits, `-`, `_`, `.`, beginning with a letter.
    func checkedID(_ node: YAMLNode, _ kind: String) -> String? {
        guard let id = text(node, kind) else { return nil }
        let isGood = id.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.+".unicodeScalars.contains($0)
        }
        guard isGood, let first = id.unicodeScalars.first, first.properties.isAlphabetic || ("0"..."9").contains(first) else {
            report(.badID(id, of: kind, at: node.range))
            return nil
        }
        return id
    }

    /// A text that may be empty.
    func emptyOrText(_ node: YAMLNode, _ what: String) -> String? {
        if let text = node.scalar { return text }
        report(.wrongType(of: what, expected: "a text", found: node.kind, at: node.range))
        return nil
    }

    func texts(_ node: YAMLNode, _ what: String) -> [YAMLNode] {
        if node.scalar != nil { return text(node, what) == nil ? [] : [node] }
        guard let items = node.items else {
            report(.wrongType(of: what, expected: "a text or a list of texts", found: node.kindName, at: node.range))
            return []
        }
        if items.isEmpty { report(.emptyValue(what, at: node.range)) }
        return items.filter { text($0, what) != nil }
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ node: YAMLNode, _ what: String) -> Choice? where Choice.RawValue == String {
        guard let text = text(node, what) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        report(
            .invalidValue(text, of: what, allowed: names.joined(separator: ", "), nearest: nearest(to: text, among: names), at: node.range))
        return nil
    }

    func list(_ node: YAMLNode, _ what: String) -> [YAMLNode] {
        if let items = node.items { return items }
        report(.wrongType(of: what, expected: "a list", found: node.kindName, at: node.range))
        return []
    }

    func entries(_ node: YAMLNode, _ what: String) -> [(key: String, keyNode: YAMLNode, value: YAMLNode)] {
        guard let entries = node.entries else {
            report(.wrongType(of: what, expected: "a mapping", found: node.kindName, at: node.range))
            return []
        }
        return entries.compactMap { entry in entry.key.scalar.map { ($0, entry.key, entry.value) } }
    }
}

extension YAMLNode {
    var kindName: String { scalar != nil ? "a text" : items != nil ? "a list" : "a mapping" }
}
