import Articles
import Diagnostics

/// One JSON object with the counts and every test.
///
/// ```json
/// {"passed":1,"failed":1,"todo":0,"tests":[{"rule":"a.b","kind":"match","text":"…","path":"a.yaml","line":4,"column":9,
///  "outcome":"failed","message":"…","differences":[{"field":"destination.country","expected":"CU","found":"BR","holds":false}],
///  "hints":["…"]}]}
/// ```
///
/// All keys are always there, but for `coverage`, which stands there when asked for; `message` is null unless the test failed.
enum JSONTestFormat: RuleTestFormat {
    static let name = "json"
    static let showsCoverage = true

    static func write(_ report: RuleTestReport, colors: Bool) -> String {
        var json = JSONText()
        json.object { json in
            for outcome in [RuleTestResult.Outcome.passed, .failed, .todo] {
                json.key(outcome.rawValue)
                json.value(report.count(outcome))
            }
            json.key("tests")
            json.array(report.results) { json, result in json.object { write(result, &$0) } }
            if let coverage = report.coverage {
                json.key("coverage")
                json.object { coverage.write(&$0) }
            }
        }
        return json.text + "\n"
    }

    private static func write(_ result: RuleTestResult, _ json: inout JSONText) {
        json.field("rule", result.rule)
        json.field("kind", result.kind)
        json.field("text", result.name)
        json.place(result.place)
        json.field("outcome", result.outcome.rawValue)
        json.field("message", result.failure?.message)
        json.key("differences")
        json.array(result.failure?.differences ?? []) { json, difference in
            json.object { json in
                json.field("field", difference.field)
                json.field("expected", difference.expected)
                json.field("found", difference.found)
                json.field("holds", difference.holds)
            }
        }
        json.key("hints")
        json.array(result.failure?.hints ?? []) { $0.value($1) }
    }
}

extension JSONText {
    mutating func place(_ place: SourceRange) {
        let position = place.position
        field("path", place.path)
        key("line")
        value(position.line)
        key("column")
        value(position.column)
    }

    mutating func field(_ name: String, _ flag: Bool) {
        key(name)
        value(flag)
    }
}
