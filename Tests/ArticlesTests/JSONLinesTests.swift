import Articles
import Testing

@Suite struct JSONLinesTests {
    private func article(_ line: String, origin: RecordOrigin = RecordOrigin(source: "news.jsonl", line: 7), fields: FieldMap = FieldMap())
        throws -> Article
    {
        try Array(line.utf8).withUnsafeBytes { try JSONLinesFormat.parse($0, origin: origin, fields: fields) }
    }

    private func failure(_ line: String) -> ArticleFailure? {
        do {
            _ = try article(line)
            return nil
        } catch { return error as? ArticleFailure }
    }

    @Test func `every part of an article is read`() throws {
        let found = try article(
            #"{"id":"a1","url":"https://x.test/1","title":"T\u00e9","body":"B\n2","lang":"pt-BR","published":"2024-02-19T08:00:00+03:00","source":"S"}"#
        )
        #expect(found.id == "a1" && found.url == "https://x.test/1" && found.source == "S")
        #expect(found.title == "Té" && found.body == "B\n2")
        #expect(found.language?.code == "pt")
        #expect(found.published?.description == "2024-02-19T05:00:00Z")
    }

    @Test(arguments: [
        (#"{"id":"a","url":"u","body":"b"}"#, "a"), (#"{"url":"u","body":"b"}"#, "u"), (#"{"body":"b"}"#, "news.jsonl:7"),
        (#"{"id":"","url":"u","body":"b"}"#, "u"), (#"{"id":null,"body":"b"}"#, "news.jsonl:7"),
        (#"{"id":12345678901234567890,"body":"b"}"#, "12345678901234567890"),
        (#"{"id": -1.50 ,"body":"b"}"#, "-1.50"), (#"{"id":"a","id":"z","body":"b"}"#, "z"),
        (#"{"id":"a","id":null,"body":"b"}"#, "news.jsonl:7"),
    ])
    func `an article without an id is called by its address or its line`(line: String, id: String) throws {
        #expect(try article(line).id == id)
    }

    @Test(arguments: [
        (#"{"title":"T"}"#, "T", ""), (#"{"body":"B"}"#, "", "B"), (#"{"title":null,"body":"B"}"#, "", "B"),
        (#"{"body":"B","title":""}"#, "", "B"),
        (#"{"title":"T","body":null}"#, "T", ""), ("\r\n {\"body\" : \"B\" }\r", "", "B"),
    ])
    func `title or body is enough`(line: String, title: String, body: String) throws {
        let found = try article(line)
        #expect(found.title == title && found.body == body)
    }

    @Test func `members that nobody asked for are passed over, whatever they hold`() throws {
        let line = #"{"x":{"body":"inner","y":[1,{"title":"inner"}]},"body":"B","z":null,"":true,"n":-1.5e3,"BODY":"no","title ":"no"}"#
        let found = try article(line)
        #expect(found.body == "B" && found.title.isEmpty)
    }

    @Test func `fields are read under the names that the map says`() throws {
        var fields = FieldMap()
        fields.rename(.body, to: "content")
        fields.rename(.title, to: "عنوان")
        let found = try article(#"{"title":"no","عنوان":"T","content":"B","body":"no"}"#, fields: fields)
        #expect(found.title == "T" && found.body == "B")
        fields.rename(.body, to: "text")
        let again = try article(#"{"content":"no","text":"B","body":"no"}"#, fields: fields)
        #expect(again.body == "B")
    }

    @Test(arguments: [
        (#"{"title":1,"body":"b"}"#, "`title` is not a text", 9), (#"{"body":["b"]}"#, "`body` is not a text", 8),
        (#"{"id":{"a":1},"body":"b"}"#, "`id` is not a text", 6),
        (#"{"published":1708329600,"body":"b"}"#, "`published` is not a text", 13),
        (#"{"lang":false,"body":"b"}"#, "`lang` is not a text", 8),
    ])
    func `a part of the wrong type is told with its place`(line: String, reason: String, offset: Int) throws {
        let found = try #require(failure(line))
        #expect(found.reason == reason && found.offset == offset)
        #expect(found.description == "news.jsonl:7:\(offset + 1): \(reason)")
    }

    @Test(arguments: [
        "{}", #"{"title":null}"#, #"{"titel":"T"}"#, "[1]", #""text""#, "text", "{", #"{"body":"b""#, #"{"body":"b"} x"#,
        #"{"body":"b"}{"body":"c"}"#,
        #"{"body":"b",}"#, #"{"body":"b","published":"yesterday"}"#, #"{"body":"b","published":"2024-13-01"}"#, "{\"body\":\"a\nb\"}", "\0",
    ])
    func `a record that is no article is told with its line`(line: String) throws {
        let found = try #require(failure(line))
        #expect(found.description.hasPrefix("news.jsonl:7"))
        #expect(!found.reason.isEmpty)
    }

    @Test(arguments: [
        (#"{"body":"b","lang":"AR"}"#, "ar"), (#"{"body":"b","lang":"zh_Hant"}"#, "zh"), (#"{"body":"b","lang":"english"}"#, nil),
        (#"{"body":"b","lang":""}"#, nil), (#"{"body":"b","lang":null}"#, nil),
    ])
    func `a language is known by its code`(line: String, code: String?) throws {
        #expect(try article(line).language?.code == code)
    }

    @Test(arguments: [
        (#"{"title""#, true), (" \n{ \"x", true), ("{}", true), ("{ title }", false), ("[{\"a\"", false), ("Title", false), ("", false),
    ])
    func `JSON lines are known by their first bytes`(head: String, isJSON: Bool) {
        Array(head.utf8).withUnsafeBytes { #expect(JSONLinesFormat.recognizes($0) == isJSON) }
    }
}
