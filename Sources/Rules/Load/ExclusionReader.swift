import Diagnostics
import YAML

/// Reads `exclude: [{id, terms | lexicon | …, within}]` and `exclude: [{id, near: {…, distance}}]`, of rules and of filters.
struct ExclusionReader {
    /// The ids of its exclusions begin with this: a filter's id, or nothing.
    let prefix: String
    /// The rules that it is for, and what event each asks for; nil for a rule about text.
    let rules: [(id: String, event: EventPattern?)]

    /// How evidence may stand to what is excluded: keys beside `id`, each with conditions of its own.
    private enum Relation: String, CaseIterable {
        case near, before, after, containing
        case notContaining = "not-containing"

        var hasDistance: Bool {
            switch self {
            case .near, .before, .after: true
            case .containing, .notContaining: false
            }
        }

        /// The name of the ``Shape`` of its mapping.
        var shape: String { hasDistance ? "near of exclusion" : "containing of exclusion" }

        func relation(_ distance: Int) -> Exclusion.Relation {
            switch self {
            case .near: .near(distance: distance)
            case .before: .before(distance: distance)
            case .after: .after(distance: distance)
            case .containing: .containing
            case .notContaining: .notContaining
            }
        }
    }

    private static let defaultDistance = 3

    func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> [Exclusion] {
        var seen: Set<String> = []
        return builder.problems.list(node, "exclude").compactMap { item in
            guard let exclusion = read(exclusion: item, into: &builder) else { return nil }
            if !seen.insert(exclusion.id).inserted, let idNode = item["id"] {
                builder.problems.report(PackProblem.exclusionTwice(idNode.scalar ?? "", at: idNode.range))
            }
            return exclusion
        }
    }

    private func read(exclusion node: YAMLNode, into builder: inout RuleSetBuilder) -> Exclusion? {
        guard var reader = MapReader(node, "exclusion", builder.problems) else { return nil }
        guard let idNode = reader.required("id"), let id = builder.checkedID(idNode, "exclusion") else { return nil }
        let name = prefix.isEmpty ? id : prefix + "/" + id
        let window = reader.choice("within", Bounds.Window.self)
        let relations = Relation.allCases.compactMap { relation in reader.value(relation.rawValue).map { (relation, $0) } }
        if let (relation, value) = relations.first {
            reader.finish()
            for (other, value) in relations.dropFirst() {
                builder.problems.report(PackProblem.twoRelations(relation.rawValue, other.rawValue, at: value.range))
            }
            return read(value, as: relation, name, into: &builder)
        }
        guard var condition = parts(&reader, into: &builder, at: node) else { return nil }
        reader.finish()
        // What stands in the title speaks for the whole article.
        if window == .title || window == .lead { condition = BoundedCondition(inner: condition, bounds: Bounds(window: window)) }
        return Exclusion(id: name, condition: condition, relation: relation(of: window, condition), role: nil)
    }

    private func relation(of window: Bounds.Window?, _ condition: any Condition) -> Exclusion.Relation {
        // The source of an article overlaps no word of it, and speaks for all of them.
        guard condition.standsInText else { return .article }
        switch window {
        case .sentence: return .sentence
        case .paragraph: return .paragraph
        case .article, .title, .lead: return .article
        case nil: return .overlapping
        }
    }

    private func read(_ node: YAMLNode, as relation: Relation, _ name: String, into builder: inout RuleSetBuilder) -> Exclusion? {
        guard var reader = MapReader(node, relation.rawValue, shape: relation.shape, builder.problems) else { return nil }
        let distance = relation.hasDistance ? reader.number("distance", in: 0...100) : nil
        let roleNode = reader.value("role")
        guard let condition = parts(&reader, into: &builder, at: node) else { return nil }
        reader.finish()
        guard condition.standsInText else {
            builder.problems.report(PackProblem.noPlace(condition.label, in: relation.rawValue, at: node.range))
            return nil
        }
        var index: Int?
        if let roleNode {
            guard let known = role(roleNode, builder) else { return nil }
            index = known
        }
        return Exclusion(
            id: name, condition: condition, relation: relation.relation(distance ?? Self.defaultDistance), role: index)
    }

    /// The conditions of an exclusion: any of them takes evidence away.
    private func parts(_ reader: inout MapReader, into builder: inout RuleSetBuilder, at node: YAMLNode) -> (any Condition)? {
        var parts: [any Condition] = []
        for kind in conditionKinds where kind.key != NearCondition.key {
            guard let value = reader.value(kind.key) else { continue }
            if let part = builder.part(kind, value) { parts.append(part) }
        }
        guard !parts.isEmpty else {
            // A condition that is misspelt, or cannot be read, is told of by itself.
            if MapReader.mayBe(reader.finish(), conditionKinds.map { $0.key }) { return nil }
            guard reader.isEmptyOf(conditionKinds.map { $0.key }) else { return nil }
            builder.problems.report(.noCondition(in: "exclusion", known: conditionKinds.map { $0.key }, at: node.range))
            return nil
        }
        if parts.contains(where: { $0 is NoneCondition }) {
            builder.problems.report(.noneAlone(at: node.range))
            return nil
        }
        return parts.count == 1 ? parts[0] : AnyCondition(parts: parts)
    }

    /// The role that an exclusion names, which each of the rules must have at the same place.
    private func role(_ node: YAMLNode, _ builder: RuleSetBuilder) -> Int? {
        var index: Int?
        for rule in rules {
            guard let event = rule.event else {
                builder.problems.report(.roleOutsideEvent(at: node.range))
                return nil
            }
            let roles = builder.knowledge.world.eventTypes[event.type].roles
            let indices = Dictionary(roles.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
            guard let found = builder.lookUp(node, "role", in: indices) else { return nil }
            guard index == nil || index == found else {
                builder.problems.report(PackProblem.roleDiffers(node.scalar ?? "", rule.id, at: node.range))
                return nil
            }
            index = found
        }
        return index
    }
}
