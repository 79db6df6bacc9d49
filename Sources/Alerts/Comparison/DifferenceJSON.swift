import Articles
import Rules

extension AlertComparison.Difference {
    /// One JSON object: `change` (added, removed, changed), `rule`, `article`, the alert or both, and what decided.
    package func json(_ obstacle: Obstacle?) -> String {
        var json = JSONText()
        json.object { json in
            switch self {
            case .added(let alert):
                json.field("change", "added")
                write(alert, obstacle, "new", "old", &json)
            case .removed(let alert):
                json.field("change", "removed")
                write(alert, obstacle, "old", "new", &json)
            case .changed(let old, let new, let changes):
                json.field("change", "changed")
                json.field("rule", new.rule.id)
                json.field("article", new.articleID)
                json.key("fields")
                json.array(changes.map(\.field)) { $0.value($1) }
                json.key("old")
                json.raw(old.json)
                json.key("new")
                json.raw(new.json)
            }
        }
        return json.text
    }

    /// The alert under the set that raised it; under the other, what kept it back.
    private func write(_ alert: Alert, _ obstacle: Obstacle?, _ raising: String, _ silent: String, _ json: inout JSONText) {
        json.field("rule", alert.rule.id)
        json.field("article", alert.articleID)
        json.key(raising)
        json.raw(alert.json)
        json.key(silent)
        json.value(nil)
        json.key("because")
        json.object { json in
            json.field("rules", silent)
            switch obstacle {
            case .condition(let condition, _): json.field("condition", condition)
            case .noSuchRule, nil: json.field("condition", "no such rule")
            }
            json.field("detail", obstacle?.detail)
        }
    }
}

extension ComparisonTotals {
    package var json: String {
        var json = JSONText()
        json.object { json in
            json.field("change", "totals")
            for (name, count) in [("added", added), ("removed", removed), ("changed", changed), ("same", same), ("articles", articles)] {
                json.key(name)
                json.value(count)
            }
            for (name, rules) in [("only-old", onlyOld), ("only-new", onlyNew)] {
                json.key(name)
                json.array(rules) { $0.value($1) }
            }
        }
        return json.text
    }
}
