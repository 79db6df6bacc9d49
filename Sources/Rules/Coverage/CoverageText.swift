import Articles
import Diagnostics

extension CoverageReport {
    /// For people: a line a rule, below it what no test exercises.
    func text(_ ink: Ink) -> String {
        var lines = [ink.bold("coverage")]
        for entry in rules {
            let (own, others) = (counts(of: entry, shared: false), counts(of: entry, shared: true))
            lines.append(
                harmlessWords(entry.rule) + ": " + (own.isEmpty ? "nothing of its own to exercise" : own)
                    + (others.isEmpty ? "" : ink.dim(" (shared: \(others))")))
            let missing = missing(of: entry)
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

    private func counts(of entry: Entry, shared: Bool) -> String {
        CoverageItem.Kind.allCases.map { ($0, entry.count($0, shared: shared)) }.filter { $0.1.all > 0 }
            .map { "\($1.exercised) of \($1.all) \($1.all == 1 ? $0.rawValue : $0.plural)" }.joined(separator: ", ")
    }

    /// `{"percent":…,"exercised":…,"all":…,"rules":[{"rule":…,"terms":{"exercised":…,"all":…},…,"shared":{"terms":…,"frames":…},"missing":[{"kind":…,"text":…,…}]}]}`
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
                    json.object { write(entry.count(kind, shared: false), &$0) }
                }
                json.key("shared")
                json.object { json in
                    for kind in [CoverageItem.Kind.term, .frame] {
                        json.key(kind.plural)
                        json.object { write(entry.count(kind, shared: true), &$0) }
                    }
                }
                json.key("missing")
                json.array(missing(of: entry)) { json, item in
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
