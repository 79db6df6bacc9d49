import Diagnostics
import YAML

/// W013: a lexicon, list or entity that no loaded file names.
///
/// A pack without rules is there for others to use; the core is never said to be unused.
enum UnusedDefinitionLint: Lint {
    static let codes: [Diagnostic.Code] = ["W013"]

    private static let kinds = [("lexicons", "lexicon"), ("lists", "list"), ("entities", "entity")]

    static func check(_ subject: LintSubject) {
        let active = Set(subject.packs.filter { pack in pack.root["rules"] != nil || pack.root["filters"] != nil }.map(\.id))
        // A name that is misspelt where it is used makes it look unused.
        let candidates = subject.packs.filter {
            $0.id != LintSubject.core && active.contains($0.id) && !subject.faultyPacks.contains($0.id)
        }
        guard candidates.contains(where: { pack in kinds.contains { pack.root[$0.0] != nil } }) else { return }
        var names: Set<String> = []
        for pack in subject.packs { gather(pack.root, under: "", into: &names) }
        for pack in candidates {
            for (section, kind) in kinds {
                for item in pack.root[section]?.items ?? [] {
                    guard let id = item["id"], let name = id.scalar, !names.contains("\(kind) \(name)"), !names.contains(name) else {
                        continue
                    }
                    subject.report(.unused(name, kind: kind, at: id.range))
                }
            }
        }
    }

    /// What is named under a key that names something: `lexicon x`; of texts with a grammar of their own, every word.
    private static func gather(_ node: YAMLNode, under key: String, into names: inout Set<String>) {
        if let text = node.scalar {
            switch key {
            case "lexicon", "sense": names.insert("lexicon \(text)")
            case "list", "entity": names.insert("\(key) \(text)")
            case "lists": names.insert("list \(text)")
            case "entities": names.insert("entity \(text)")
            case "query", "frame", "frames":
                let words = text.split { !($0.isLetter || $0.isNumber || "-_.".contains($0)) }
                names.formUnion(words.map(String.init))
            default: break
            }
        }
        for item in node.items ?? [] { gather(item, under: key, into: &names) }
        for entry in node.entries ?? [] { gather(entry.value, under: entry.name, into: &names) }
    }
}
