import Alerts
import Articles
import Foundation
import Rules
import Testing

@Suite struct AlertFormatTests {
    /// Text that strangers may send, to break a line, a terminal or a reader of JSON.
    static let hostile = [
        "plain", "\"quotes\" \\back\\ /slash/", "\u{1B}[2J\u{7}\u{8}\u{7F}\0", "a\nb\r\nc\td",
        "\u{202E}evil\u{202C} \u{2066}x\u{2069} \u{200F}\u{61C}", "line\u{2028}para\u{2029}\u{85}",
        "🏦 中文 e\u{301}", "وزير الخارجية", "</script><!--", "{\"id\":1}", String(repeating: "x", count: 3000),
        String(repeating: "e\u{301}\u{301}", count: 500), "\u{FFFD}\u{FFFF}\u{FEFF}",
        "\u{E0041}\u{E007F}tags", "",
    ]

    private func alert(_ text: String) throws -> Alert {
        let article = Article(
            id: "id " + text, url: text, title: Array((text + " oil").utf8), body: Array(("oil " + text).utf8), language: LanguageTag("en"),
            published: Timestamp("2024-02-19"), source: text)
        return try Sample.oil(", alert: {message: \"{article}\"}").alert(article)
    }

    private func decoded(_ json: String) throws -> [String: any Sendable] {
        try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: any Sendable])
    }

    @Test(arguments: hostile) func `whatever an article says, an alert is one line of JSON that says the same`(text: String) throws {
        let alert = try alert(text)
        let line = JSONLinesAlerts.write(alert, index: 0)
        #expect(line.hasSuffix("}\n") && line.unicodeScalars.count { $0 == "\n" } == 1)
        let object = try decoded(line)
        #expect(object["id"] as? String == alert.id)
        #expect(object["message"] as? String == text + " oil")
        let article = try #require(object["article"] as? [String: any Sendable])
        #expect(
            article["id"] as? String == "id " + text && article["url"] as? String == text && article["source"] as? String == text
                && article["title"] as? String == text + " oil")
        #expect((object["evidence"] as? [[String: any Sendable]])?.map { $0["text"] as? String } == alert.evidence.map(\.text))
    }

    @Test(arguments: hostile) func `no character of a line of JSON moves a cursor, breaks the line or turns it round`(text: String) throws {
        for scalar in try alert(text).json.unicodeScalars {
            let isControl =
                scalar.properties.generalCategory == .control
                || [.lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
            let isDirection =
                [0x200E, 0x200F].contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
                || (0x2066...0x2069).contains(scalar.value)
            #expect(!isControl && !isDirection, "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test func `the Arabic letter mark is a direction mark too`() throws {
        #expect(!(try alert("a\u{61C}b").json.unicodeScalars.contains("\u{61C}")))
    }

    @Test func `an article that is no UTF-8 gives JSON that is`() throws {
        let article = Article(id: "1", title: [0xFF, 0x20] + Array("oil".utf8), body: [0xED, 0xA0, 0x80, 0x20] + Array("oil".utf8))
        let alert = try Sample.oil().alert(article)
        #expect((try decoded(alert.json)["article"] as? [String: any Sendable])?["title"] as? String == "\u{FFFD} oil")
        #expect(alert.evidence.map(\.start) == [2, 4])
    }

    @Test func `the same alert is the same bytes, with its keys in one order`() throws {
        let alert = try Sample.visit(", tags: [a.b, c]").alert(
            Article(
                id: "1", title: "T", body: "Sergey Lavrov visited Cuba.", language: LanguageTag("en"),
                published: Timestamp("2024-02-19T08:00:00Z")))
        #expect(
            alert.json == """
                {"id":"\(alert.id)","rule":{"id":"t.visit","title":"Visit","level":"medium","tags":["a.b","c"],"revision":1},\
                "article":{"id":"1","url":null,"title":"T","source":null,"lang":"en","published":"2024-02-19T08:00:00Z"},\
                "event":{"type":"visit","status":"completed","date":null,"attribution":{"kind":"outlet"},"roles":{"actor":{"text":"Sergey Lavrov","entity":"sergey-lavrov","office":"minister",\
                "portfolio":"foreign","country":"RU"},"destination":{"text":"Cuba","country":"CU"}}},\
                "evidence":[{"field":"body","start":0,"end":13,"text":"Sergey Lavrov"},{"field":"body","start":14,"end":21,"text":"visited"},\
                {"field":"body","start":22,"end":26,"text":"Cuba"}],"message":"Visit","raised":"2024-02-19T08:00:00Z"}
                """)
        #expect(
            try Sample.visit(", tags: [a.b, c]").alert(
                Article(
                    id: "1", title: "T", body: "Sergey Lavrov visited Cuba.", language: LanguageTag("en"),
                    published: Timestamp("2024-02-19T08:00:00Z"))
            ).json == alert.json)
    }

    @Test(arguments: [0, 1, 3]) func `the alerts of a run are one JSON array`(count: Int) throws {
        let alert = try alert("x")
        let text = JSONAlerts.opening + (0..<count).map { JSONAlerts.write(alert, index: $0) }.joined() + JSONAlerts.closing
        #expect(try (JSONSerialization.jsonObject(with: Data(text.utf8)) as? [any Sendable])?.count == count)
    }

    @Test(arguments: hostile) func `a table shows three lines of harmless, isolated text`(text: String) throws {
        let shown = TableAlerts.write(try alert(text), index: 0)
        let lines = shown.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 4 && lines.last?.isEmpty == true)
        for line in lines {
            var depth = 0
            for scalar in line.unicodeScalars {
                switch scalar.value {
                case 0x2068: depth += 1
                case 0x2069: depth -= 1
                default:
                    let category = scalar.properties.generalCategory
                    #expect(
                        ![.control, .format, .lineSeparator, .paragraphSeparator].contains(category), "U+\(String(scalar.value, radix: 16))"
                    )
                }
                #expect(depth >= 0)
            }
            #expect(depth == 0)
            #expect(line.unicodeScalars.count < 400)
        }
    }

    @Test func `a table says level, rule, article, message and words`() throws {
        let shown = TableAlerts.write(
            try Sample.oil(", level: critical, alert: {message: Look}").alert(Article(id: "a1", body: "Crude oil")), index: 0)
        for part in ["critical", "t.oil", "a1", "Look", "Crude", "oil"] { #expect(shown.contains(part)) }
    }

    @Test func `every format in the folder is in the catalogue, and no two have one name`() throws {
        let folder =
            #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/") + "/Sources/Alerts/Formats"
        var written: Set<String> = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let source = String(decoding: try #require(FileManager.default.contents(atPath: folder + "/" + name)), as: UTF8.self)
            for line in source.split(separator: "\n") where line.hasSuffix(": AlertFormat {") {
                written.insert(String(line.dropLast(": AlertFormat {".count).split(separator: " ").last ?? ""))
            }
        }
        #expect(written == Set(alertFormats.map { String(describing: $0) }))
        #expect(Set(alertFormats.map { $0.name }).count == alertFormats.count)
    }
}
