import Analysis
import Testing

@Suite struct TokenizerTests {
    private func folded(_ text: String) -> String {
        Tokenizer().words(of: text).map { String(decoding: $0.units, as: UTF16.self) }.joined(separator: "|")
    }

    private func surfaces(_ bytes: [UInt8]) -> [[UInt8]] { cut(bytes).tokens.map { Array(bytes[Int($0.start)..<$0.end]) } }

    @Test(arguments: [
        ("Lavrov LAVROV lavrov", "lavrov|lavrov|lavrov"), ("École e\u{301}cole ÉCOLE", "ecole|ecole|ecole"), ("São Sa\u{303}o", "sao|sao"),
        ("Łódź ĳ Ñandú Çeşme", "lodz|ĳ|nandu|cesme"), ("ıstanbul ISTANBUL", "istanbul|istanbul"), ("Tiếng Việt", "tieng|viet"),
        ("Αθήνα ΑΘΗΝΑ", "αθηνα|αθηνα"), ("ёлка Ёлка е\u{308}лка елка", "елка|елка|елка|елка"),
        ("йод Йод и\u{306}од И\u{306}од", "йод|йод|йод|йод"),
        ("или", "или"), ("Росси́я", "россия"), ("зелёный и\u{301}\u{306}", "зеленый|й"),
    ])
    func `case and accents do not matter`(text: String, expected: String) { #expect(folded(text) == expected) }

    @Test(arguments: [
        ("مُحَمَّدٌ", "محمد"), ("مــحـمد", "محمد"), ("أحمد إحمد آحمد ٱحمد", "احمد|احمد|احمد|احمد"), ("ا\u{654}حمد ا\u{653}حمد", "احمد|احمد"),
        ("موسى موسي موسی", "موسي|موسي|موسي"), ("مدرسة مدرسه", "مدرسه|مدرسه"), ("کوبا گوگل", "كوبا|كوكل"), ("پوتين", "بوتين"),
        ("مسؤول مسو\u{654}ول", "مسؤول|مسؤول"), ("هيئة هيي\u{654}ة", "هيئه|هيئه"),
        ("\u{200F}روسيا\u{200E} \u{202B}روسيا\u{202C}", "روسيا|روسيا"),
        ("می\u{200C}خواهد", "ميخواهد"), ("الرَّحْمٰن", "الرحمن"),
    ])
    func `Arabic is compared without its marks and spelling variants`(text: String, expected: String) { #expect(folded(text) == expected) }

    @Test(arguments: [
        ("\u{FEE3}\u{FEA4}\u{FEE4}\u{FEAA}", "محمد"), ("\u{FEFB} \u{FEF7} \u{FEF5}\u{FE8D}", "لا|لا|لاا"),
        ("\u{FEB3}\u{FEFC}\u{FEE1}", "سلام"),
        ("\u{FB58}\u{FEEE}\u{FE97}\u{FBFE}\u{FEE6}", "بوتين"),
    ])
    func `presentation forms are the letters they show`(text: String, expected: String) { #expect(folded(text) == expected) }

    @Test(arguments: [
        ("٢٠٢٤ ۲۰۲۴ 2024 ２０２４", "2024|2024|2024|2024"), ("3.14 1,000", "3|14|1|000"), ("G20 24h", "g20|24h"), ("½ ²", "½|²"),
    ])
    func `digits of any script are digits`(text: String, expected: String) { #expect(folded(text) == expected) }

    @Test(arguments: [
        ("Buenos-Aires", "buenos|aires"), ("Ar\u{AD}gen\u{AD}tina", "argentina"), ("ban\u{200B}k", "bank"),
        ("l'Iran l’Iran", "l|iran|l|iran"),
        ("Lavrov's visit", "lavrov|visit"), ("Lavrov’s visit", "lavrov|visit"), ("O'Neill's", "o|neill"), ("'s", "s"),
        ("it is 'so'", "it|is|so"),
        ("Россия's", "россия|s"), ("snake_case", "snake|case"), ("a/b@c.de", "a|b|c|de"),
    ])
    func `hyphens and apostrophes part words`(text: String, expected: String) { #expect(folded(text) == expected) }

    @Test(arguments: [
        ("the U.S. and", ["the", "U.S.", "and"], "the|u.s|and"), ("U.S", ["U.S"], "u.s"), ("U.S.A.", ["U.S.A."], "u.s.a"),
        ("U.S.,", ["U.S."], "u.s"),
        ("J. Smith", ["J", "Smith"], "j|smith"), ("и.о. министра", ["и.о.", "министра"], "и.о|министра"),
        ("end.Start", ["end", "Start"], "end|start"),
        ("3.5.7", ["3", "5", "7"], "3|5|7"), ("a.bc", ["a", "bc"], "a|bc"),
    ])
    func `single letters with full stops between them are one word`(text: String, surfaces: [String], expected: String) {
        #expect(folded(text) == expected)
        #expect(Tokenizer().words(of: text).map(\.surface) == surfaces)
    }

    @Test(arguments: [
        ("🏦bank🏦 👩‍👩‍👧‍👦 bank", "bank|bank"), ("❤️ love", "love"), ("北京市", "北|京|市"), ("日本のテレビ", "日|本|の|テ|レ|ビ"), ("in北京now", "in|北|京|now"),
        ("𝐁ank", "ank"), ("", ""), ("… — !?", ""), ("\u{301}", ""), ("한국", "한국"),
    ])
    func `characters beyond words part them`(text: String, expected: String) { #expect(folded(text) == expected) }

    @Test func `each word keeps the bytes it was written with`() {
        let text = "«وزيرُ» e\u{301}cole, 🏦 U.S. \u{FEFB} Росси\u{306}а's"
        #expect(
            surfaces(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) } == [
                "وزيرُ", "e\u{301}cole", "U.S.", "\u{FEFB}", "Росси\u{306}а", "s",
            ])
    }

    @Test(
        arguments: [
            ([0x61, 0xFF, 0x62], [[0x61], [0x62]]), ([0x61, 0xC3, 0x28, 0x62], [[0x61], [0x62]]), ([0xC3], []),
            ([0x61, 0xE2, 0x82], [[0x61]]),
            ([0x80, 0x61], [[0x61]]), ([0xF0, 0x9F, 0x8F, 0x61], [[0x61]]), ([0xC1, 0x81, 0x61], [[0x61]]),
            ([0xED, 0xA0, 0x80, 0x61], [[0x61]]),
            ([0xF8, 0x88, 0x80, 0x80, 0x61], [[0x61]]), ([0xFE, 0xFF, 0x00, 0x61], [[0x61]]),
        ] as [([UInt8], [[UInt8]])])
    func `bytes that are no UTF-8 part words`(bytes: [UInt8], expected: [[UInt8]]) { #expect(surfaces(bytes) == expected) }

    @Test func `a letter written with a byte too many is no letter`() {
        #expect(surfaces([0xE0, 0x81, 0x81, 0x20, 0xE0, 0x80, 0xAF]).isEmpty)
    }

    @Test(arguments: ["U.S.中国", "a.中", "i.e.の"])
    func `a full stop before a character of an unspaced script is no letter`(text: String) {
        #expect(Tokenizer().words(of: text).first?.units.last != 0x2E)
    }

    @Test func `a word may not run on without end`() {
        let found = cut(Array(String(repeating: "x", count: 5000).utf8) + [0x20, 0x79])
        #expect(found.tokens.map(\.unitCount) == [64, 1])
        #expect(found.tokens.map { Int($0.length) } == [5000, 1])
    }

    @Test(arguments: ["é", "م", "中a", "e\u{301}"])
    func `a word longer than its length can say ends between two characters`(letter: String) {
        let bytes = Array(("x" + String(repeating: letter, count: 40_000) + " y").utf8)
        for surface in surfaces(bytes) { #expect(String(validating: surface, as: UTF8.self) != nil) }
    }

    @Test(
        arguments: [
            ("a b", .blank), ("a, b", [.comma, .blank]), ("a، b", [.comma, .blank]), ("a. b", [.fullStop, .blank]),
            ("a! b", [.mark, .blank]),
            ("a؟ b", [.mark, .question, .blank]), ("a: b", [.colon, .blank]), ("a؛b", .colon), ("a-b", .hyphen), ("a—b", .dash),
            ("a (b", [.openBracket, .blank]),
            ("a) b", [.closeBracket, .blank]), ("a\nb", .newline), ("a\r\nb", .newline), ("a\u{2028}b", .newline), ("a\u{A0}b", .blank),
            ("a «b", [.quote, .blank]),
            ("a | b", [.bullet, .blank]), ("a'b", .apostrophe), ("a🏦b", []), ("a\u{200F} b", .blank),
        ] as [(String, Token.Gap)])
    func `what stands between two words is known`(text: String, gap: Token.Gap) { #expect(Tokenizer().words(of: text).last?.gap == gap) }

    @Test(
        arguments: [
            ("Moscow", [.capitalized, .latin]), ("UN", [.capitalized, .allCapitals, .latin]), ("moscow", .latin), ("iPhone", .latin),
            ("2024", .number),
            ("٢٠٢٤", .number), ("روسيا", .arabic), ("Россия", [.capitalized, .cyrillic]), ("A", [.capitalized, .latin, .initials]),
            ("U.S.", [.capitalized, .allCapitals, .latin, .initials]), ("G20", [.capitalized, .latin]), ("中", .initials),
            ("Ñ", [.capitalized, .latin, .initials]),
        ] as [(String, Token.Shape)])
    func `how a word is written is known`(text: String, shape: Token.Shape) { #expect(Tokenizer().words(of: text).first?.shape == shape) }

    @Test func `an English possessive is a flag of the word before`() {
        let (tokens, _) = cut(Array("Russia's minister".utf8))
        #expect(tokens.count == 2)
        #expect(tokens.first?.shape.contains(.possessive) == true && tokens.last?.shape.contains(.possessive) == false)
    }
}
