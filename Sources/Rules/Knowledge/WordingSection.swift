import Analysis
import YAML

/// `wording: {title: [título], …}` in one language: what authors call the words of the rule language.
///
/// Read with the file, before any section: it is for advice on what other files say wrong.
enum WordingSection: PackSection {
    static let key = "wording"
    static let stage = 0
    static let scope = SectionScope.language

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        for (name, _, value) in builder.problems.entries(node, key) { _ = builder.problems.texts(value, name) }
    }
}

/// Words of the rule language as authors know them from their own language or from other tools; for advice only.
struct Wording {
    /// By folded form: case, accents, vowel signs and forms of alef do not matter.
    private var meanings: [[UInt16]: [String]] = [:]

    mutating func add(_ node: YAMLNode) {
        for entry in node.entries ?? [] {
            for word in (entry.value.items ?? [entry.value]).compactMap(\.scalar) {
                meanings[Self.folded(word), default: []].append(entry.name)
            }
        }
    }

    /// The word that is meant by one of an author's own.
    func meaning(of word: String, among known: some Sequence<String>) -> String? {
        guard let candidates = meanings[Self.folded(word)] else { return nil }
        let known = Set(known)
        return candidates.first(where: known.contains)
    }

    private static func folded(_ word: String) -> [UInt16] { Array(Tokenizer().words(of: word).map(\.units).joined(separator: [0])) }
}
