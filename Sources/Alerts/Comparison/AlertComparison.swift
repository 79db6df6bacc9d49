package import Rules

/// What the alerts of two rule sets about one article have in common, and what not.
///
/// Two alerts are the same when they come of one rule and tell of one event: its type, and the place and office of whoever takes part; or of one entry of a watch-list. The
/// revision of the rule does not count, for it changes with the rule; status, level and message do not either, but are told as changes.
package struct AlertComparison: Sendable {
    package enum Difference: Sendable {
        /// Only the new rules raise it.
        case added(Alert)
        /// Only the old rules raise it.
        case removed(Alert)
        case changed(old: Alert, new: Alert, [Change])

        package var rule: String {
            switch self {
            case .added(let alert), .removed(let alert), .changed(_, let alert, _): alert.rule.id
            }
        }
    }

    /// What differs between two alerts that are the same.
    package struct Change: Sendable, Equatable {
        package let field: String
        package let old: String
        package let new: String

        package init(field: String, old: String, new: String) {
            (self.field, self.old, self.new) = (field, old, new)
        }
    }

    /// By rule, in the order of the alerts.
    package let differences: [Difference]
    /// Alerts that nothing has changed of.
    package let sameCount: Int

    package init(old: [Alert], new: [Alert]) {
        var pairs: [(old: Int, new: Int)] = []
        // Of several alerts that tell of one event, those of one status belong together.
        var left = Self.pair(old, Array(old.indices), new, Array(new.indices), by: { Key($0, status: $0.event?.status) }, into: &pairs)
        left = Self.pair(old, left.old, new, left.new, by: { Key($0, status: nil) }, into: &pairs)
        var differences: [Difference] = []
        var sameCount = 0
        for pair in pairs {
            let changes = Self.changes(old[pair.old], new[pair.new])
            if changes.isEmpty { sameCount += 1 } else { differences.append(.changed(old: old[pair.old], new: new[pair.new], changes)) }
        }
        differences += left.old.map { .removed(old[$0]) } + left.new.map { .added(new[$0]) }
        self.differences = differences.enumerated().sorted { ($0.element.rule, $0.offset) < ($1.element.rule, $1.offset) }.map(\.element)
        self.sameCount = sameCount
    }

    /// - Returns: the alerts that found none of their kind.
    private static func pair(
        _ old: [Alert], _ oldIndices: [Int], _ new: [Alert], _ newIndices: [Int], by key: (Alert) -> Key,
        into pairs: inout [(old: Int, new: Int)]
    ) -> (old: [Int], new: [Int]) {
        var waiting = Dictionary(grouping: newIndices.reversed()) { key(new[$0]) }
        var alone: [Int] = []
        for index in oldIndices {
            if let partner = waiting[key(old[index])]?.popLast() { pairs.append((index, partner)) } else { alone.append(index) }
        }
        return (alone, waiting.values.flatMap(\.self).sorted())
    }

    private struct Key: Hashable {
        let rule: String
        let type: String?
        let roles: [[String?]]
        /// List and entry of a watch-list.
        let watched: [String?]
        let status: String?

        init(_ alert: Alert, status: String?) {
            rule = alert.rule.id
            type = alert.event?.type
            roles = alert.event?.roles.map { [$0.name, $0.country ?? $0.region ?? $0.body, $0.office] } ?? []
            watched = alert.watch.map { [$0.list, $0.entry] } ?? []
            self.status = status
        }
    }

    private static func changes(_ old: Alert, _ new: Alert) -> [Change] {
        let fields = [
            ("status", old.event?.status ?? "", new.event?.status ?? ""), ("level", old.rule.level.rawValue, new.rule.level.rawValue),
            ("message", old.message, new.message),
        ]
        return fields.filter { $0.1 != $0.2 }.map { Change(field: $0.0, old: $0.1, new: $0.2) }
    }
}

/// What kept one of two rule sets from raising an alert that the other raises.
package enum Obstacle: Sendable, Equatable {
    case noSuchRule
    /// The deciding condition, as tests name it, and its detail.
    case condition(String, detail: String)

    /// - Parameter explanation: of the same article, by the rule of the set that raised nothing.
    package init(_ explanation: Explanation) {
        if let condition = explanation.decidingCondition {
            self = .condition(condition, detail: explanation.decidingDetail ?? condition)
        } else {
            // It holds of another event of the article; what is told of the others is what kept this one back.
            self = .condition("another event", detail: explanation.objection ?? "it holds of another event only")
        }
    }

    package var detail: String {
        switch self {
        case .noSuchRule: "the rule is not among them"
        case .condition(_, let detail): detail
        }
    }
}
