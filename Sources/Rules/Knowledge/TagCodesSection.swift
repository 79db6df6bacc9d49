import Diagnostics
import YAML

/// `codes: {cameo: {title: …, codes: {"042": make a visit}}}`: the codes that tags may name.
enum TagCodesSection: PackSection {
    static let key = "codes"
    static let stage = 1
    static let scope = SectionScope.world

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        for (name, keyNode, value) in builder.problems.entries(node, key) {
            guard var reader = MapReader(value, "code table", builder.problems) else { continue }
            _ = reader.requiredText("title")
            let codes = reader.required("codes").map { builder.problems.entries($0, "codes") } ?? []
            reader.finish()
            guard builder.define(name, "code table", at: keyNode.range) else { continue }
            builder.knowledge.tagCodes[name] = Dictionary(
                codes.map { ($0.key, $0.value.scalar ?? "") }, uniquingKeysWith: { first, _ in first })
        }
    }
}

extension RuleSetBuilder {
    /// A tag such as `cameo.042`, checked where a table of its codes is known; a tag of one's own is free.
    func tag(_ node: YAMLNode) -> String? {
        guard let tag = problems.text(node, "tag") else { return nil }
        let parts = tag.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { return tag }
        guard let codes = knowledge.tagCodes[parts[0]] else {
            if let table = nearest(to: parts[0], among: knowledge.tagCodes.keys.sorted()) {
                let known = knowledge.tagCodes[table]?[parts[1]] != nil
                problems.report(
                    .unknownReference(parts[0], of: "code table", nearest: known ? "\(table).\(parts[1])" : table, at: node.range))
            }
            return tag
        }
        guard codes[parts[1]] == nil else { return tag }
        let near = codes[parts[1].uppercased()] != nil ? parts[1].uppercased() : nearest(to: parts[1], among: codes.keys.sorted())
        problems.report(.unknownReference(tag, of: "\(parts[0]) code", nearest: near.map { "\(parts[0]).\($0)" }, at: node.range))
        return tag
    }
}
