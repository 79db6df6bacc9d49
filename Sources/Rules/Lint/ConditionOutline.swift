import Analysis
import Diagnostics
import YAML

/// A condition as its author wrote it, with the place of each part: what compiled conditions no longer know.
struct ConditionOutline {
    /// A term, as comparison sees it: language (empty for any) and folded words.
    struct TermKey: Hashable {
        let language: String
        let words: [Word]
        /// `=`, `*`, `/` or empty.
        let sign: String
    }

    enum Kind {
        case all, any, none
        case some(atLeast: Int)
        case near(distance: String, isOrdered: Bool)
        case terms(Set<TermKey>)
        /// `lexicon`, `country` …, and the names that stand under it.
        case reference(String, Set<String>)
    }

    let kind: Kind
    /// The place to point at: the value of the condition's key, or the mapping.
    let node: YAMLNode
    var parts: [ConditionOutline] = []
    /// `within`, `scope`, `first`, `at-least` beside the condition.
    var bounds: [YAMLEntry] = []

    static let boundKeys: Set<String> = ["within", "scope", "first", "at-least"]

    /// Reads a mapping of conditions, which must all hold.
    init(mapping node: YAMLNode) {
        let entries = node.entries ?? []
        let parts = entries.compactMap { entry in Self.isCondition(entry.name) ? ConditionOutline(key: entry.name, entry.value) : nil }
        let bounds = entries.filter { Self.boundKeys.contains($0.name) }
        if parts.count == 1, bounds.isEmpty {
            self = parts[0]
        } else {
            (kind, self.node, self.parts, self.bounds) = (.all, node, parts, bounds)
        }
    }

    private init(key: String, _ value: YAMLNode) {
        node = value
        switch key {
        case AllCondition.key, AnyCondition.key, NoneCondition.key:
            kind = key == AllCondition.key ? .all : key == AnyCondition.key ? .any : .none
            parts = (value.items ?? [value]).map { ConditionOutline(mapping: $0) }
        case SomeCondition.key:
            kind = .some(atLeast: value["at-least"]?.scalar.flatMap { Int($0) } ?? 1)
            let listed = value["of"] ?? value
            parts = (listed.items ?? [listed]).map { ConditionOutline(mapping: $0) }
        case NearCondition.key:
            kind = .near(distance: value["distance"]?.scalar ?? "", isOrdered: value["ordered"]?.scalar == "true")
            let short = (value.entries ?? []).filter { Self.isCondition($0.name) }.map { ConditionOutline(key: $0.name, $0.value) }
            parts = (value["of"]?.items ?? []).map { ConditionOutline(mapping: $0) } + short
        case TermsCondition.key: kind = .terms(Self.terms(value))
        default: kind = .reference(key, Set((value.items ?? [value]).compactMap(\.scalar)))
        }
    }

    /// Conditions of an exclusion: any of them counts.
    init(exclusion node: YAMLNode) {
        let inner = node["near"] ?? node
        let parts = (inner.entries ?? []).filter { Self.isCondition($0.name) && $0.name != NearCondition.key }
            .map { ConditionOutline(key: $0.name, $0.value) }
        (kind, self.node, self.parts) = (.any, inner, parts)
    }

    private static func isCondition(_ key: String) -> Bool { conditionKinds.contains { $0.key == key } }

    private static func terms(_ node: YAMLNode) -> Set<TermKey> {
        if let entries = node.entries {
            return entries.reduce(into: []) { all, entry in
                all.formUnion((entry.value.items ?? [entry.value]).compactMap(\.scalar).map { key($0, language: entry.name) })
            }
        }
        return Set((node.items ?? [node]).compactMap(\.scalar).map { key($0, language: "") })
    }

    static func key(_ text: String, language: String) -> TermKey {
        let words = Tokenizer().words(of: text)
        if text.hasPrefix("/"), text.hasSuffix("/") { return TermKey(language: text, words: words, sign: "/") }
        // Of an exact term the letters count, not only what they fold to.
        if text.hasPrefix("=") { return TermKey(language: language, words: words, sign: text) }
        return TermKey(language: language, words: words, sign: text.hasSuffix("*") ? "*" : "")
    }

    var isNone: Bool { if case .none = kind { true } else { false } }
    func bound(_ key: String) -> YAMLNode? { bounds.first { $0.name == key }?.value }

    /// Equal for the same conditions, whatever the order of their parts; a hash of 64 bits, so that others are equal by a miracle only.
    var signature: Int {
        var hasher = Hasher()
        switch kind {
        case .all: hasher.combine(1)
        case .any: hasher.combine(2)
        case .none: hasher.combine(3)
        case .near(let distance, let isOrdered):
            hasher.combine(4)
            hasher.combine(distance)
            if isOrdered { for part in parts { hasher.combine(part.signature) } }
        case .some(let least):
            hasher.combine(5)
            hasher.combine(least)
        case .terms(let terms): hasher.combine(terms.reduce(0) { $0 &+ $1.signature })
        case .reference(let key, let names):
            hasher.combine(key)
            hasher.combine(names)
        }
        hasher.combine(parts.reduce(0) { $0 &+ $1.signature })
        for bound in bounds.sorted(by: { $0.name < $1.name }) {
            hasher.combine(bound.name)
            hasher.combine(Set((bound.value.items ?? [bound.value]).compactMap(\.scalar)))
        }
        return hasher.finalize()
    }
}

extension ConditionOutline.TermKey {
    /// Of its folded letters, however they were written.
    var signature: Int {
        var hasher = Hasher()
        hasher.combine(language)
        hasher.combine(sign)
        for word in words { hasher.combine(word.units) }
        return hasher.finalize()
    }
}

/// What follows from what, as far as the way it is written tells.
struct Implication {
    let world: World

    /// Whether `other` holds of every article of which `one` does; false when that is not certain.
    func holds(_ one: ConditionOutline, _ other: ConditionOutline) -> Bool {
        if !one.bounds.isEmpty || !other.bounds.isEmpty {
            if !one.bounds.isEmpty, one.signature == other.signature { return true }
            // Within bounds, a condition says more than without.
            guard other.bounds.isEmpty else { return false }
        }
        switch (one.kind, other.kind) {
        case (.any, _) where !one.parts.isEmpty: return one.parts.allSatisfy { holds($0, other) }
        case (.some, _):
            return one.signature == other.signature || (!one.parts.isEmpty && one.parts.allSatisfy { holds($0, other) })
        case (_, .all) where !other.parts.isEmpty: return other.parts.allSatisfy { !$0.isNone && holds(one, $0) }
        case (.all, _), (.near, _):
            if one.signature == other.signature { return true }
            return one.parts.contains { !$0.isNone && holds($0, other) }
        case (_, .any): return other.parts.contains { holds(one, $0) }
        case (.terms(let some), .terms(let more)):
            return !some.isEmpty && some.allSatisfy { term in more.contains { covers($0, term) } }
        case (.reference(let key, let some), .reference(let otherKey, let more)):
            return key == otherKey
                ? !some.isEmpty && some.isSubset(of: more) : key == "country" && otherKey == "region" && lie(some, in: more)
        default: return false
        }
    }

    func covers(_ wide: ConditionOutline.TermKey, _ narrow: ConditionOutline.TermKey) -> Bool {
        wide.words == narrow.words && wide.sign == narrow.sign && wide.language == narrow.language
    }

    private func lie(_ countries: Set<String>, in regions: Set<String>) -> Bool {
        !countries.isEmpty
            && countries.allSatisfy { code in
                guard let country = world.countryOfCode[code] else { return false }
                return regions.contains { world.regionOfCode[$0].map { world.contains($0, country) } ?? false }
            }
    }
}
