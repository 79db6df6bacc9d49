import Diagnostics
import Testing

@Suite struct SourceFileTests {
    @Test(arguments: [
        ("", 0, 1, 1), ("ab", 1, 1, 2), ("ab", 2, 1, 3), ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\n", 2, 2, 1), ("a\r\nb", 3, 2, 1),
        ("a\r\nb", 2, 1, 3), ("a\rb", 2, 2, 1), ("a\r\rb", 3, 3, 1), ("\n\n\nx", 3, 4, 1), ("é: x", 2, 1, 2), ("🏦 x", 5, 1, 3),
        ("لا\nو: ق", 8, 2, 3), ("\u{FEFF}ab", 3, 1, 1), ("\u{FEFF}a\nb", 5, 2, 1),
    ])
    func `a byte has a line and a column that count characters`(text: String, offset: Int, line: Int, column: Int) {
        let file = SourceFile(path: "a", text: text)
        #expect(file.position(at: offset) == SourcePosition(line: line, column: column))
        #expect(file.line(at: offset) == line)
    }

    @Test(arguments: ["a\nbc\n\nd", "a\r\nbc\r\n\r\nd", "a\rbc\r\rd", "\u{FEFF}a\nbc\n\nd"])
    func `the text of a line has neither line break nor byte order mark`(text: String) {
        let file = SourceFile(path: "a", text: text)
        #expect((1...file.lineCount).map { file.text(file.bytes(ofLine: $0)) } == ["a", "bc", "", "d"])
        #expect(file.text(file.bytes(ofLine: 99)) == "")
    }

    @Test func `a range beyond the file is moved to its end`() {
        let file = SourceFile(path: "a", text: "abc")
        #expect(file.range(2..<9).text == "c")
        #expect(file.range(7..<9).bytes == 3..<3)
        #expect(file.range(-4..<1).text == "a")
    }

    @Test func `a range names its place as editors expect it`() {
        #expect(SourceFile(path: "dir/a.yaml", text: "x\nab: c").range(6..<7).description == "dir/a.yaml:2:5")
    }

    @Test func `bytes that are no text do not stop a place from being found`() {
        let file = SourceFile(path: "a", bytes: [0xFF, 0x0A, 0xE2, 0x82, 0x41])
        #expect(file.position(at: 4) == SourcePosition(line: 2, column: 2))
    }
}
