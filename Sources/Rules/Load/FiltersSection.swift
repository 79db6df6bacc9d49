import Diagnostics
import YAML

/// `filters: [{id, title, rules: ["ru-latam.*"], exclude: […]}]`: exclusions laid over rules that somebody else wrote.
enum FiltersSection: PackSection {
    static let key = "filters"
    static let stage = 8
    static let scope = SectionScope.world

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        for item in builder.problems.list(node, key) { read(filter: item, of: pack, into: &builder) }
    }

    private static func read(filter node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        guard var reader = MapReader(node, "filter", builder.problems) else { return }
        let idNode = reader.required("id")
        _ = reader.requiredText("title")
        let isEnabled = reader.flag("enabled") ?? true
        _ = reader.required("rules")
        let globs = reader.texts("rules")
        let exclude = reader.required("exclude")
        reader.finish()
        guard let idNode, let id = builder.checkedID(idNode, "filter"), builder.define(id, "filter", at: idNode.range) else { return }
        let targets = targets(of: globs, builder)
        guard let exclude else { return }
        let rules = targets.map { target -> (id: String, event: EventPattern?) in
            let rule = builder.rules[target]
            if case .event(let pattern) = rule.body { return (rule.id, pattern) }
            return (rule.id, nil)
        }
        let exclusions = ExclusionReader(prefix: id, rules: rules).read(exclude, into: &builder)
        guard isEnabled else { return }
        for target in targets { builder.rules[target].exclusions += exclusions }
    }

    /// Rules that one of the patterns fits, of this pack and those that it uses.
    private static func targets(of globs: [YAMLNode], _ builder: RuleSetBuilder) -> [Int] {
        var targets: Set<Int> = []
        for node in globs {
            let glob = Glob(node.scalar ?? "")
            let fitting = builder.rules.indices.filter { glob.matches(builder.rules[$0].id) }
            let visible = fitting.filter { builder.isVisible(builder.rules[$0].id, "rule") }
            targets.formUnion(visible)
            guard visible.isEmpty else { continue }
            if let hidden = fitting.first {
                builder.reportHidden(builder.rules[hidden].id, "rule", at: node.range)
            } else if !builder.hasFaultyRule(glob) {
                let near = nearest(to: glob.pattern, among: names(of: builder.rules, like: glob))
                builder.problems.report(.unknownReference(glob.pattern, of: "rule", nearest: near, at: node.range))
            }
        }
        return targets.sorted()
    }

    /// What a pattern may have been meant for: ids, or for `pack.*` what they begin with.
    private static func names(of rules: [Rule], like glob: Glob) -> [String] {
        guard !glob.isLiteral else { return rules.map(\.id) }
        return Set(rules.compactMap { rule in rule.id.lastIndex(of: ".").map { rule.id[..<$0] + ".*" } }).map(String.init)
    }
}
