import Articles
import Testing

@Suite struct PlainTextTests {
    private func parse(_ bytes: some Collection<UInt8>) throws -> Article {
        try Array(bytes).withUnsafeBytes { try PlainTextFormat.parse($0, origin: RecordOrigin(source: "a.txt"), fields: FieldMap()) }
    }

    @Test(arguments: [
        ("Title\nBody", "Title", "Body"), ("Title\r\n\r\nBody\r\n", "Title", "\r\nBody\r\n"), ("\n \n Title \t\nBody\n", "Title", "Body\n"),
        ("\u{FEFF}عنوان\nنص", "عنوان", "نص"), ("One line only", "", "One line only"),
        ("A sentence.\nAnother.", "", "A sentence.\nAnother."),
        ("Title\n", "Title", ""), ("Is it?\nBody", "Is it?", "Body"), ("  x", "", "x"),
        (String(repeating: "t", count: 400) + "\nB", String(repeating: "t", count: 400), "B"),
        (String(repeating: "t", count: 401) + "\nB", "", String(repeating: "t", count: 401) + "\nB"),
    ])
    func `a first line that looks like a headline is the title`(text: String, title: String, body: String) throws {
        let found = try parse(text.utf8)
        #expect(found.title == title && found.body == body && found.id == "a.txt")
    }

    @Test func `texts of standard input are told apart by what they say`() throws {
        func id(_ text: String) throws -> String {
            try Array(text.utf8).withUnsafeBytes {
                try PlainTextFormat.parse($0, origin: RecordOrigin(source: RecordOrigin.standardInput), fields: FieldMap()).id
            }
        }
        #expect(try id("Lavrov in Havana") != id("Lavrov in Caracas"))
        #expect(try id("Lavrov in Havana") == id("Lavrov in Havana"))
        #expect(try id("x").hasPrefix("stdin:"))
    }

    @Test(arguments: ["", "\n\r\n\t ", "\u{FEFF}", "\u{FEFF}\n"]) func `a text without a letter is refused`(text: String) {
        #expect(throws: ArticleFailure.self) { try parse(text.utf8) }
    }

    @Test func `a NUL byte tells that a file is no text, and where`() throws {
        let error = #expect(throws: ArticleFailure.self) { try parse([0x41, 0x42, 0, 0x43]) }
        #expect(error?.offset == 2)
        #expect(error?.description == "a.txt:3: this is not a text: it holds a NUL byte")
    }

    @Test func `bytes that are no UTF-8 stay as they are`() throws {
        let found = try parse([0x54, 0xFF, 0x0A, 0xC3, 0x28])
        #expect(Array(found.text[found.range(of: .title)]) == [0x54, 0xFF])
        #expect(Array(found.text[found.range(of: .body)]) == [0xC3, 0x28])
    }
}
