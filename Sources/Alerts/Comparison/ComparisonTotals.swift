package import Rules

/// What a comparison of two rule sets came to.
package struct ComparisonTotals: Sendable {
    package private(set) var added = 0
    package private(set) var removed = 0
    package private(set) var changed = 0
    package private(set) var same = 0
    package private(set) var articles = 0
    /// Ids of rules that only one set has, in order.
    package let onlyOld: [String]
    package let onlyNew: [String]

    package init(old: some Sequence<Rule>, new: some Sequence<Rule>) {
        let (oldIDs, newIDs) = (Set(old.map(\.id)), Set(new.map(\.id)))
        onlyOld = oldIDs.subtracting(newIDs).sorted()
        onlyNew = newIDs.subtracting(oldIDs).sorted()
    }

    package mutating func add(_ comparison: AlertComparison) {
        articles += 1
        same += comparison.sameCount
        for difference in comparison.differences {
            switch difference {
            case .added: added += 1
            case .removed: removed += 1
            case .changed: changed += 1
            }
        }
    }

    /// Whether the two sets raise the same alerts, which is what people ask for; rules of one set alone count by their alerts.
    package var isSame: Bool { added + removed + changed == 0 }

    /// `3 added, 1 removed, 2 changed, 120 the same in 400 articles`
    package var text: String {
        let middle = changed > 0 ? ", \(changed) changed" : ""
        return "\(added) added, \(removed) removed\(middle), \(same) the same in \(articles) article\(articles == 1 ? "" : "s")"
    }
}
