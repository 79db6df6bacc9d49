package import Diagnostics
import Articles
import YAML

/// Collects what is wrong with rule files; one for a whole run, so that the author sees all of it at once.
package final class Problems {
    /// Nobody reads more; a hostile file has millions.
    package static let maximum = 1000

    package private(set) var diagnostics: [Diagnostic] = []
    #if DEBUG
        /// The keys that were asked for, by shape; a test holds the catalogue of ``Shape`` to them.
        private(set) var askedKeys: [String: Set<String>] = [:]
    #endif
    /// What authors call the words of the rule language, for advice.
    var wording = Wording()
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

    func report(_ problem: some Problem, fix: Diagnostic.Fix?) { append([problem.diagnostic.mended(by: fix)]) }

    /// Errors so far, by which a reader knows whether a part of it was told of.
    var count: Int { diagnostics.count }
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

    #if DEBUG
        func note(_ keys: [String], of shape: String) { askedKeys[shape, default: []].formUnion(keys) }
    #endif
}

/// Reads a mapping by a closed schema: each key that is asked for is known, every other is an error.
struct MapReader {
    let node: YAMLNode
    /// What the mapping describes, for messages: `rule`, `event type`.
    let what: String
    /// The name of its ``Shape``, where that is not what messages call it.
    var shape: String
    let problems: Problems
    private let entries: [YAMLEntry]
    private var asked: [String] = []
    #if DEBUG
        /// The keys asked for by readers, whatever else comes to be known in this mapping.
        private var noted: [String] = []
    #endif

    /// - Returns: nil, and a problem, when the node is no mapping.
    init?(_ node: YAMLNode, _ what: String, shape: String? = nil, _ problems: Problems) {
        guard let entries = node.entries else {
            problems.report(wrongType: node, what, expected: "a mapping")
            return nil
        }
        self.node = node
        self.what = what
        self.shape = shape ?? what
        self.problems = problems
        self.entries = entries
    }

    var isEmpty: Bool { entries.isEmpty }
    func has(_ key: String) -> Bool { node[key] != nil }
    func isEmptyOf(_ keys: [String]) -> Bool { !keys.contains { has($0) } }

    // A mapping has a handful of keys, which are found faster one by one than by a table.
    mutating func value(_ key: String) -> YAMLNode? {
        asked.append(key)
        #if DEBUG
            noted.append(key)
        #endif
        return node[key]
    }

    mutating func required(_ key: String) -> YAMLNode? {
        if let value = value(key) { return value }
        // One mistake, one problem: a misspelt key is not missing, and its value is read as what it was meant for.
        if let misspelt = misspelling(of: key) {
            asked.append(misspelt.name)
            problems.report(
                KeyProblem.unknownKey(misspelt.name, in: what, nearest: key, known: [], at: misspelt.key.range),
                fix: sureCorrection(of: misspelt.name, among: [key]).map { .init(misspelt.key.range, $0) })
            return misspelt.value
        }
        problems.report(.missingKey(key, in: what, at: node.range))
        return nil
    }

    /// Whether one of the keys that ``finish()`` found unknown may be meant for one of these.
    static func mayBe(_ nearestKeys: [String?], _ keys: [String]) -> Bool { nearestKeys.contains { $0.map(keys.contains) ?? true } }

    /// The entry whose key is nearly this one, and none that was asked for.
    private func misspelling(of key: String) -> YAMLEntry? {
        let others = entries.filter { !asked.contains($0.name) }
        let near = others.first {
            Diagnostics.nearest(to: $0.name, among: [key]) != nil || problems.wording.meaning(of: $0.name, among: [key]) != nil
        }
        if let near { return near }
        // Keys are English: a single one in another script is the translation of what is missing.
        let translated = others.filter { $0.name.utf8.allSatisfy { $0 >= 0x80 } }
        return translated.count == 1 ? translated[0] : nil
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
        // Digits of another script have the same values.
        let digits = text.unicodeScalars.map {
            $0.properties.numericType == .decimal ? $0.properties.numericValue.map { String(Int($0)) } : nil
        }
        let near = digits.contains(nil) ? nil : digits.compactMap { $0 }.joined()
        problems.report(
            .invalidValue(
                text, of: key, allowed: "a number from \(range.lowerBound) to \(range.upperBound)",
                nearest: near.flatMap { Int($0) }.flatMap { range.contains($0) && "\($0)" != text ? "\($0)" : nil }, at: node.range))
        return nil
    }

    /// Reports every key that nobody asked for.
    ///
    /// - Returns: of each unknown key, the known one that it is near to: what seems to be missing then is what it was meant for.
    @discardableResult
    func finish() -> [String?] {
        #if DEBUG
            problems.note(noted, of: shape)
        #endif
        let unknown = entries.filter { !asked.contains($0.name) }
        guard !unknown.isEmpty else { return [] }
        // A key that is there already cannot be what another was meant to be, nor can two be meant to be the same.
        let free = Set(asked.filter { node[$0] == nil })
        let sure = unknown.map { sureCorrection(of: $0.name, among: free) }
        let claims = Dictionary(sure.compactMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
        var hasLanguage = false
        return zip(unknown, sure).map { entry, correction in
            if let owner = ["terms", "names"].first(where: asked.contains), entry.name.utf8.count == 2, LanguageTag(entry.name) != nil {
                // Told of once, at the first language; a key without value above them was told of by itself.
                if !hasLanguage, node[owner]?.isAbsent != true {
                    problems.report(KeyProblem.languageWithoutTerms(entry.name, in: what, key: owner, at: entry.key.range))
                }
                hasLanguage = true
                return nil
            }
            let near = problems.wording.meaning(of: entry.name, among: asked) ?? nearest(to: entry.name, among: asked)
            let known = asked.reduce(into: [String]()) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
            let fix = correction.flatMap { claims[$0] == 1 ? Diagnostic.Fix(entry.key.range, $0) : nil }
            problems.report(KeyProblem.unknownKey(entry.name, in: what, nearest: near, known: known, at: entry.key.range), fix: fix)
            return near
        }
    }
}

extension Problems {
    func report(wrongType node: YAMLNode, _ what: String, expected: String) {
        // An alias was told of by itself.
        guard !node.isRefused else { return }
        if node.isAbsent { return report(.emptyValue(what, at: node.range)) }
        report(.wrongType(of: what, expected: expected, found: node.kindName, at: node.range))
    }

    func text(_ node: YAMLNode, _ what: String) -> String? {
        // An alias stood there, which is told already.
        if node.isRefused { return nil }
        guard let text = node.scalar else {
            report(wrongType: node, what, expected: "a text")
            return nil
        }
        guard !text.isEmpty else {
            // An alias was told of by itself.
            if !node.isRefused { report(.emptyValue(what, at: node.range)) }
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
        report(wrongType: node, what, expected: "a text")
        return nil
    }

    func texts(_ node: YAMLNode, _ what: String) -> [YAMLNode] {
        if node.scalar != nil { return text(node, what) == nil ? [] : [node] }
        guard let items = node.items else {
            report(wrongType: node, what, expected: "a text or a list of texts")
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
            RuleProblem.invalidValue(
                text, of: what, allowed: names.joined(separator: ", "),
                nearest: wording.meaning(of: text, among: names) ?? nearest(to: text, among: names) ?? completion(of: text, names),
                at: node.range), fix: sureCorrection(of: text, among: names).map { .init(node.range, $0) })
        return nil
    }

    /// The only name that begins so: `crit`, `hi`.
    private func completion(of text: String, _ names: [String]) -> String? {
        let longer = names.filter { $0.hasPrefix(text.lowercased()) }
        return longer.count == 1 && text.utf8.count > 1 ? longer[0] : nil
    }

    func list(_ node: YAMLNode, _ what: String) -> [YAMLNode] {
        if let items = node.items { return items }
        report(wrongType: node, what, expected: "a list")
        return []
    }

    func entries(_ node: YAMLNode, _ what: String) -> [(key: String, keyNode: YAMLNode, value: YAMLNode)] {
        guard let entries = node.entries else {
            report(wrongType: node, what, expected: "a mapping")
            return []
        }
        return entries.compactMap { entry in entry.key.scalar.map { ($0, entry.key, entry.value) } }
    }
}

extension YAMLNode {
    var kindName: String { scalar != nil ? "a text" : items != nil ? "a list" : "a mapping" }
}
