package import Diagnostics
import YAML

/// Collects what is wrong with rule files; one for a whole run, so that the author sees all of it at once.
package final class Problems {
    package private(set) var diagnostics: [Diagnostic] = []

    package init() {}

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    func report(_ problem: RuleProblem) { diagnostics.append(problem.diagnostic) }
    func report(_ problem: RuleProblem, fix: Diagnostic.Fix?) { diagnostics.append(problem.diagnostic.mended(by: fix)) }
    /// For the problems of a family of its own, such as those of queries.
    func report(_ problem: some Problem) { diagnostics.append(problem.diagnostic) }
    package func append(_ more: [Diagnostic]) { diagnostics += more }
}

/// Reads a mapping by a closed schema: each key that is asked for is known, every other is an error.
struct MapReader {
    let node: YAMLNode
    /// What the mapping describes, for messages: `rule`, `event type`.
    let what: String
    let problems: Problems
    private let values: [String: YAMLNode]
    private var asked: [String] = []
    /// Keys that were told to be misspelt.
    private var told: Set<String> = []

    /// - Returns: nil, and a problem, when the node is no mapping.
    init?(_ node: YAMLNode, _ what: String, _ problems: Problems) {
        guard let entries = node.entries else {
            problems.report(.wrongType(of: what, expected: "a mapping", found: node.kindName, at: node.range))
            return nil
        }
        self.node = node
        self.what = what
        self.problems = problems
        values = Dictionary(
            entries.compactMap { entry in entry.key.scalar.map { ($0, entry.value) } }, uniquingKeysWith: { first, _ in first })
    }

    var isEmpty: Bool { values.isEmpty }
    func has(_ key: String) -> Bool { values[key] != nil }
    func isEmptyOf(_ keys: [String]) -> Bool { !keys.contains { has($0) } }

    mutating func value(_ key: String) -> YAMLNode? {
        asked.append(key)
        return values[key]
    }

    mutating func required(_ key: String) -> YAMLNode? {
        if let value = value(key) { return value }
        if reportMisspelling(of: key) { return nil }
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

    /// One mistake is told once: a key that is missing because it is misspelt is a misspelt key.
    private mutating func reportMisspelling(of key: String) -> Bool {
        let near = (node.entries ?? []).filter { entry in
            !asked.contains(entry.name) && !told.contains(entry.name) && sureCorrection(of: entry.name, among: [key]) != nil
        }
        guard near.count == 1, let entry = near.first else { return false }
        problems.report(.unknownKey(entry.name, in: what, nearest: key, at: entry.key.range), fix: .init(entry.key.range, key))
        told.insert(entry.name)
        return true
    }

    /// Reports every key that nobody asked for.
    ///
    /// - Returns: whether there was none.
    @discardableResult
    func finish() -> Bool {
        // A key that is there already cannot be what another was meant to be, nor can two be meant to be the same.
        let free = Set(asked.filter { values[$0] == nil })
        let unknown = (node.entries ?? []).filter { entry in !asked.contains(entry.name) && !told.contains(entry.name) }
        let sure = unknown.map { sureCorrection(of: $0.name, among: free) }
        let claims = Dictionary(sure.compactMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
        for (entry, correction) in zip(unknown, sure) {
            let fix = correction.flatMap { claims[$0] == 1 ? Diagnostic.Fix(entry.key.range, $0) : nil }
            problems.report(
                .unknownKey(entry.name, in: what, nearest: nearest(to: entry.name, among: asked), at: entry.key.range), fix: fix)
        }
        return unknown.isEmpty && told.isEmpty
    }
}

extension Problems {
    func text(_ node: YAMLNode, _ what: String) -> String? {
        // An alias stood there, which is told already.
        if node.isRefused { return nil }
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
            .invalidValue(text, of: what, allowed: names.joined(separator: ", "), nearest: nearest(to: text, among: names), at: node.range),
            fix: sureCorrection(of: text, among: names).map { .init(node.range, $0) })
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
