import Diagnostics
import Testing

@Suite struct RightToLeftTests {
    @Test func `a line with right-to-left letters gets its value isolated and no caret`() {
        #expect(
            TextRenderer().render(mistake("a: 1\nname: قيمة\n", "قيمة", "no list has this name", nearest: "قيم")) == """
                error[T001]: unknown `\u{2068}قيمة\u{2069}`
                 --> markets.yaml:2:7
                  |
                2 | \u{2068}قيمة\u{2069}
                  | no list has this name
                  = help: did you mean `\u{2068}قيم\u{2069}`?

                """)
    }

    @Test(arguments: ["שלום", "سلام", "ܫܠܡ", "ދިވެހި", "ߒߞߏ", "١٢٣", "ﻻ", "𞤀"])
    func `no script that runs from right to left gets a caret`(word: String) {
        let text = TextRenderer().render(mistake("\(word) level: x", "level", "why"))
        #expect(!text.contains("^"))
        #expect(text.contains("1 | \u{2068}level\u{2069}\n  | why\n"))
    }

    @Test func `invisible characters are told by their code points`() {
        let text = TextRenderer().render(mistake("a: م\u{200F}\u{202E}ن", "م\u{200F}\u{202E}ن", "why"))
        #expect(text.contains("1 | \u{2068}م\\u{200F}\\u{202E}ن\u{2069}\n  | U+0645 U+200F U+202E U+0646\n  | why\n"))
    }

    @Test func `a value that is only punctuation is shown with what follows`() {
        #expect(TextRenderer().render(mistake("عنوان: روسيا", ":", "why")).contains("1 | \u{2068}: روسيا\u{2069}\n"))
    }

    @Test(arguments: [
        ("    titel: زيارة", "titel", "    titel: …", "    ^^^^^"), ("titel: \"زيارة\"", "titel", "titel: \"…", "^^^^^"),
        ("- {titel: x, b: م}", "titel", "- {titel: x, b: …", "   ^^^^^"),
    ])
    func `what stands before right-to-left letters is shown without them, with its caret`(
        line: String, value: String, shown: String, marker: String
    ) {
        let text = TextRenderer().render(mistake(line, value, "why"))
        #expect(text.contains("\n1 | \(shown)\n  | \(marker) why\n"))
        #expect(!text.contains("ي"))
    }

    @Test func `no caret where a second place of the line runs from right to left`() {
        let file = SourceFile(path: "a", text: "titel: م")
        let found = Diagnostic("T001", "t", at: .init(file.range(0..<5), "one"), also: [.init(file.range(7..<9), "two")])
        #expect(!TextRenderer().render(found).contains("^"))
    }

    @Test(arguments: [
        ("Р\u{6F}ссия", "U+0420 U+006F U+0441 U+0441 U+0438 U+044F"), ("\u{3BF}il", "U+03BF U+0069 U+006C"),
        ("a\u{200D}b", "U+0061 U+200D U+0062"),
    ])
    func `a word of letters that look alike is told by its code points`(word: String, codePoints: String) {
        #expect(TextRenderer().render(mistake("a: \(word)", word, "why")).contains("why\n  | \(codePoints)\n"))
    }

    @Test(arguments: ["Россия и Cuba", "oil", "Россия-Cuba", "e\u{301}té"]) func `words each of one script need no code points`(
        words: String
    ) {
        #expect(!TextRenderer().render(mistake("a: \(words)", words, "why")).contains("U+"))
    }

    @Test func `a long value is shortened`() {
        let text = TextRenderer().render(mistake(String(repeating: "م", count: 9000), String(repeating: "م", count: 9000), "why"))
        #expect(text.contains("1 | \u{2068}\(String(repeating: "م", count: 60))…\u{2069}\n"))
    }

    @Test func `a second place in right-to-left text is named in full`() {
        let file = SourceFile(path: "markets.yaml", text: "م: ن\nم: و\n")
        let text = TextRenderer().render(
            Diagnostic("T001", "twice", at: .init(file.range(7..<9), "again"), also: [.init(file.range(0..<2), "first")]))
        #expect(
            text == """
                error[T001]: twice
                 --> markets.yaml:2:1
                  |
                 ::: markets.yaml:1:1
                1 | \u{2068}م\u{2069}
                  | first
                2 | \u{2068}م\u{2069}
                  | again

                """)
    }

    @Test func `text of an author reorders and forges nothing in title, label, help and path`() {
        let file = SourceFile(path: "x\u{1B}]0;\u{7}\u{202E}.yaml", text: "a")
        let hostile = "\u{1B}[2J\n\u{202E}\u{2028}\u{9B}"
        let text = TextRenderer().render(
            Diagnostic("T001", hostile, at: .init(file.range(0..<1), hostile), help: [hostile], nearest: hostile))
        #expect(text.split(separator: "\n").count == 7)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control && $0.value != 0x202E })
        #expect(text.hasPrefix("error[T001]: \\u{1B}[2J\\u{0A}\\u{202E}\\u{2028}\\u{9B}\n --> x\\u{1B}]0;\\u{07}\\u{202E}.yaml:1:1\n"))
    }
}
