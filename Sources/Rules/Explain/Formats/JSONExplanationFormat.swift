import Analysis
import Articles
import Diagnostics

/// An explanation for programs: one JSON object on one line.
///
/// ```json
/// {"rule":"a.b","holds":false,"because":[["status cancelled"]],"detail":"…","article":{"id":"…","language":"ar","published":null},
///  "rest":null,"prefilter":[{"needs":"lexicon sanctions","words":["…"],"met":true,"found":[SPAN]}],
///  "conditions":[{"condition":"terms oil","name":"terms oil","holds":true,"spans":[SPAN],"note":null,"near":["…"],
///    "place":{"path":"a.yaml","line":4,"column":9},"children":[…]}],
///  "matches":[{"evidence":[SPAN],"event":{"type":"visit","status":"ongoing","date":null,"roles":{"actor":{"text":"…","country":"RU"}}}}],
///  "noise":[{"zone":"related","field":"body","start":0,"end":9,"text":"…"}]}
/// ```
///
/// SPAN is `{"zone":…,"field":…,"start":…,"end":…,"text":…}`, in UTF-8 bytes of the field. All keys are always there; those that do not apply
/// are null or empty. `because` lists each requirement that failed, by the names that tests have for it.
enum JSONExplanationFormat: ExplanationFormat {
    static let name = "json"

    static func write(_ explanation: Explanation, _ rules: RuleSet, colors: Bool) -> String {
        var json = JSONText()
        let article = explanation.article
        json.object { json in
            json.field("rule", explanation.rule.id)
            json.field("holds", !explanation.matches.isEmpty)
            json.key("because")
            json.array(explanation.requirements) { json, names in json.array(names) { json, name in json.value(name) } }
            json.field("detail", explanation.decidingDetail)
            json.key("article")
            json.object { json in
                json.field("id", article.article.id)
                json.field("language", article.language?.code)
                json.field("published", article.article.published?.description)
            }
            json.field("rest", explanation.rest)
            json.key("prefilter")
            json.array(explanation.prefilter?.requirements ?? []) { json, requirement in
                json.object { write(requirement, article, &$0) }
            }
            json.key("conditions")
            json.array(explanation.tree.children) { json, node in json.object { write(node, article, &$0) } }
            json.key("matches")
            json.array(explanation.matches) { json, match in json.object { write(match, rules, article, &$0) } }
            json.key("noise")
            json.array(article.lines.filter { !Zone.content.contains($0.zone) }) { json, line in write(line.tokens, article, &json) }
        }
        return json.text + "\n"
    }

    private static func write(_ requirement: PrefilterTrace.Requirement, _ article: AnalyzedArticle, _ json: inout JSONText) {
        json.field("needs", requirement.needs)
        json.key("words")
        json.array(requirement.words) { json, word in json.value(word) }
        json.field("met", requirement.isMet)
        json.key("found")
        json.array(requirement.found) { json, span in write(span, article, &json) }
    }

    private static func write(_ node: TraceNode, _ article: AnalyzedArticle, _ json: inout JSONText) {
        json.field("condition", node.label)
        json.field("name", node.name)
        json.field("holds", node.holds)
        json.key("spans")
        json.array(node.spans) { json, span in write(span, article, &json) }
        json.field("note", node.note)
        json.key("near")
        json.array(node.nearMisses) { json, miss in json.value(miss) }
        json.key("place")
        if let place = node.place { json.object { $0.place(place) } } else { json.value(String?.none) }
        json.key("children")
        json.array(node.children) { json, child in json.object { write(child, article, &$0) } }
    }

    private static func write(_ match: Matcher.Match, _ rules: RuleSet, _ article: AnalyzedArticle, _ json: inout JSONText) {
        json.key("evidence")
        json.array(match.evidence) { json, span in write(span, article, &json) }
        json.key("event")
        guard let event = match.event else { return json.value(String?.none) }
        let fields = EventFields(event: event, rules: rules, article: article)
        json.object { json in
            for name in ["type", "status", "date"] { json.field(name, fields[name]) }
            json.key("roles")
            json.object { json in
                for role in fields.type.roles where fields["\(role.name).text"] != nil {
                    json.key(role.name)
                    json.object { json in
                        for key in EventFields.roleKeys { if let value = fields["\(role.name).\(key)"] { json.field(key, value) } }
                    }
                }
            }
        }
    }

    private static func write(_ span: Range<Int>, _ article: AnalyzedArticle, _ json: inout JSONText) {
        let place = article.place(of: span)
        json.object { json in
            json.field("zone", span.isEmpty ? nil : article.zone(of: span.lowerBound).rawValue)
            json.field("field", place.field.rawValue)
            json.key("start")
            json.value(place.bytes.lowerBound)
            json.key("end")
            json.value(place.bytes.upperBound)
            json.field("text", article.surface(span))
        }
    }
}
