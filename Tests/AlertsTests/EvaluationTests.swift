import Alerts
import Articles
import Rules
import Testing

@Suite struct EvaluationTests {
    private static let visit = "  - {id: t.visit, title: Visit, event: {type: visit, destination: {country: CU}}}\n"

    private func gold(_ text: String, _ annotations: String) throws -> GoldArticle {
        let record = #"{"id":"1","lang":"en","title":"","body":"\#(text)",\#(annotations)}"#
        let article = Article(id: "1", body: text, language: LanguageTag("en"), published: Timestamp("2024-02-19T08:00:00Z"))
        return try GoldArticle(article, record: Array(record.utf8), origin: RecordOrigin(source: "gold", line: 1))
    }

    private func evaluated(_ articles: [GoldArticle], _ map: String = "cuba=t.*") throws -> Evaluation {
        var names = GoldNames()
        #expect(names.addLines(map) == nil)
        var evaluation = Evaluation(try Sample(Self.visit).rules, names, types: Set(articles.flatMap(\.events).map(\.type)))
        for article in articles { evaluation.add(article) }
        return evaluation
    }

    private static let event =
        #""events":[{"type":"visit","actor":{"country":"RU","office":"minister"},"destination":{"country":"CU"},"status":"completed"}]"#

    @Test func `right and wrong answers are counted, with the condition that decided`() throws {
        let evaluation = try evaluated([
            gold("Sergey Lavrov visited Cuba.", #""labels":{"cuba":true},\#(Self.event)"#),
            gold("Sergey Lavrov visited Cuba.", #""labels":{"cuba":false}"#),
            gold("Sergey Lavrov visited Brazil.", #""labels":{"cuba":true}"#),
            gold("Nothing happened.", #""labels":{"cuba":false}"#),
            gold("Sergey Lavrov visited Cuba.", #""labels":{"cuba":false},"borderline":["cuba"]"#),
        ])
        let label = try #require(evaluation.result.labels["cuba"]?.all)
        #expect((label.truePositives, label.falsePositives, label.falseNegatives) == (1, 1, 1))
        #expect(label.precision == 0.5 && label.recall == 0.5 && label.f1 == 0.5)
        let misses = evaluation.errors.filter { $0.subject == "cuba" && $0.isMiss }
        #expect(misses.map(\.reason) == ["role destination (role destination: `Brazil` is BR, not country CU)"])
    }

    @Test func `an event is right when all of it is`() throws {
        let other = Self.event.replacing("completed", with: "planned")
        let evaluation = try evaluated([
            gold("Sergey Lavrov visited Cuba.", #""labels":{},\#(Self.event)"#),
            gold("Sergey Lavrov visited Cuba.", #""labels":{},\#(other)"#),
        ])
        #expect(evaluation.result.events["whole"]?.all.truePositives == 1)
        #expect(evaluation.result.events["whole"]?.all.falseNegatives == 1)
        #expect(evaluation.result.events["countries"]?.all.truePositives == 2)
    }

    @Test func `names of the file stand for those of the knowledge`() throws {
        let text = Self.event.replacing("\"visit\"", with: "\"trip_abroad\"")
        let evaluation = try evaluated([gold("Sergey Lavrov visited Cuba.", #""labels":{},\#(text)"#)], "type.trip_abroad=visit")
        #expect(evaluation.result.events["whole"]?.all.truePositives == 1)
        #expect(try evaluated([gold("x", #""labels":{"other":true}"#)]).result.unmapped == ["other"])
    }

    @Test func `annotations that are none are told`() throws {
        #expect(throws: ArticleFailure.self) { try gold("x", #""labels":{"cuba":"yes"}"#) }
        #expect(throws: ArticleFailure.self) { try gold("x", #""other":1"#) }
        var names = GoldNames()
        #expect(names.addLines("# fine\n\na=b\nnonsense") == 4)
    }

    @Test func `a floor that a figure falls below is told, and one of which nothing tells`() throws {
        let result = try evaluated([gold("Sergey Lavrov visited Brazil.", #""labels":{"cuba":true}"#)]).result
        var floors = Floors()
        #expect(floors.addLines("cuba 0.5\ncuba.fr 0.1\n# x\n") == nil)
        #expect(floors.failures(of: result) == ["cuba: F1 0.000 is below 0.500", "cuba.fr: nothing tells its F1"])
        #expect(floors.addLines("cuba high") == 1)
    }

    @Test func `a comparison tells what has become right and wrong`() throws {
        let before = try evaluated([gold("Sergey Lavrov visited Brazil.", #""labels":{"cuba":true}"#)]).result
        let after = try evaluated([gold("Sergey Lavrov visited Cuba.", #""labels":{"cuba":true}"#)]).result
        #expect(EvaluationComparison(old: before, new: after).text == "cuba: F1 0.000 → 1.000 (+1.000)\n  now right: 1")
        #expect(EvaluationComparison(old: after, new: after).text == "as the baseline")
    }
}
