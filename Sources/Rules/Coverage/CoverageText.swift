import Articles
import Diagnostics

extension CoverageReport {
    /// For people: a line a rule, below it what no test exercises.
    func text(_ ink: Ink) -> String {
        var lines = [ink.bold("coverage")]
        for entry in rules {
            let counts = CoverageItem.Kind.allCases.map { ($0, entry.count($0)) }.filter { $0.1.all > 0 }
                .map { "\($1.exercised) of \($1.all) \($1.all == 1 ? $0.rawValue : $0.plural)" }
            lines.append(harmlessWords(entry.rule) + ": " + (counts.isEmpty ? "nothing to exercise" : counts.joined(separator: ", ")))
            let missing = entry.items.filter { !$0.isExercised }
            guard !missing.isEmpty else { continue }
            lines.append("  no test exercises")
            for item in missing.prefix(shown) {
                let language = item.language.map { $0 == item.text ? "" : " (\($0))" } ?? ""
                lines.append(
                    "    \(item.kind.rawValue) \(isolatedLine(item.text, maximumScalars: 80))\(language)  "
                        + ink.dim(harmlessWords("\(item.place)")))
            }
            if missing.count > shown { lines.append("    … \(missing.count - shown) more; --all lists them") }
        }
        lines.append("total: \(total.exercised) of \(total.all), \(total.percent) %")
        return lines.map { $0 + "\n" }.joined()
    }

    /// `{"percent":…,"exercised":…,"all":…,"rules":[{"rule":…,"terms":{"exercised":…,"all":…},…,"missing":[{"kind":…,"text":…,…}]}]}`
    func write(_ json: inout JSONText) {
        json.key("percent")
        json.value(total.percent)
        write(total, &json)
        json.key("rules")
        json.array(rules) { json, entry in
            json.object { json in
                json.field("rule", entry.rule)
                for kind in CoverageItem.Kind.allCases {
                    json.key(kind.plural)
                    json.object { write(entry.count(kind), &$0) }
                }
                json.key("missing")
                json.array(entry.items.filter { !$0.isExercised }) { json, item in
                    json.object { json in
                        json.field("kind", item.kind.rawValue)
                        json.field("text", item.text)
                        json.field("language", item.language)
                        json.place(item.place)
                    }
                }
            }
        }
    }

    private func write(_ count: Count, _ json: inout JSONText) {
        json.key("exercised")
        json.value(count.exercised)
        json.key("all")
        json.value(count.all)
    }
}
