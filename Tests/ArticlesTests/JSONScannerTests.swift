import Articles
import Testing

@Suite struct JSONScannerTests {
    private func string(_ json: some Collection<UInt8>) throws -> [UInt8] {
        try Array(json).withUnsafeBytes { bytes in
            var scanner = JSONScanner(bytes)
            let result = try scanner.readString()
            #expect(scanner.isAtEnd)
            return result
        }
    }

    private func skip(_ json: some Collection<UInt8>) throws -> Int {
        try Array(json).withUnsafeBytes { bytes in
            var scanner = JSONScanner(bytes)
            try scanner.skipValue()
            return scanner.position
        }
    }

    private func failure(_ json: String) -> JSONFailure? {
        do {
            _ = try skip(json.utf8)
            return nil
        } catch { return error as? JSONFailure }
    }

    @Test(arguments: [
        (#""""#, ""), (#""plain text""#, "plain text"), (#""\"\\\/""#, #""\/"#), (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"),
        (#""\u0041\u00e9\u0644\u20AC""#, "Aéل€"), (#""\uD83C\uDFE6 \ud83c\udfe6""#, "🏦 🏦"), (#""\u0000""#, "\0"),
        ("\"\u{7F}\u{85}\u{2028}\"", "\u{7F}\u{85}\u{2028}"), (#""روسيا""#, "روسيا"), (#""a\u200fb""#, "a\u{200F}b"),
    ])
    func `escapes are resolved`(json: String, expected: String) throws {
        #expect(try string(json.utf8) == Array(expected.utf8))
    }

    @Test(arguments: [
        (#""\ud83c""#, "\u{FFFD}"), (#""\udfe6x""#, "\u{FFFD}x"), (#""\ud83c\u0041""#, "\u{FFFD}A"), (#""\ud83cx""#, "\u{FFFD}x"),
        (#""\ud83c\ud83c\udfe6""#, "\u{FFFD}🏦"), (#""\udfe6\ud83c""#, "\u{FFFD}\u{FFFD}"), (#""\ud83c\n""#, "\u{FFFD}\n"),
    ])
    func `half of a surrogate pair becomes a replacement character`(json: String, expected: String) throws {
        #expect(try string(json.utf8) == Array(expected.utf8))
    }

    @Test func `bytes that are no UTF-8 pass through a string`() throws {
        #expect(try string([0x22, 0xFF, 0xC3, 0x28, 0xE2, 0x82, 0x22]) == [0xFF, 0xC3, 0x28, 0xE2, 0x82])
    }

    @Test(arguments: 0..<40) func `an escape is seen wherever in a run it stands`(offset: Int) throws {
        let before = String(repeating: "é", count: offset / 2) + String(repeating: "a", count: offset % 2)
        #expect(try string("\"\(before)\\n\(before)\"".utf8) == Array("\(before)\n\(before)".utf8))
        #expect(failure("\"\(before)\u{1}\(before)\"")?.offset == 1 + before.utf8.count)
        #expect(failure("\"\(before)")?.offset == 1 + before.utf8.count)
    }

    @Test(arguments: [
        "null", "true", "false", "0", "-0", "12", "-1.5e+10", "1E5", "[]", "{}", "[1, 2 , 3]", #"{"a": 1, "b": [null, {"c": "d"}]}"#,
        "[[[[]]]]", #"{"": ""}"#, #"{"a":1,"a":2}"#, "\t[\r\n1]",
    ])
    func `a value is skipped to its end`(json: String) throws {
        #expect(try skip(json.utf8) == json.utf8.count)
        #expect(try skip((json + " ,").utf8) == json.utf8.count)
        #expect(try skip("[\(json)]".utf8) == json.utf8.count + 2)
    }

    @Test(arguments: [
        "", " ", "[", "{", "[1", "[1,", "[1,]", "[,]", "{,}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, "{a:1}", "{1:1}", "[1 2]", "[}", "{]",
        "tru", "nul", "True", "NaN", "Infinity", "-", "+1", "1e", "--1", "'a'", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\\", "\"\\u",
        "\"\n\"", "\"\t\"", "\"\u{0}\"", "//", "}", "]", ":", "\u{FEFF}1",
    ])
    func `what is no JSON is refused`(json: String) throws {
        let found = try #require(failure(json))
        #expect((0...json.utf8.count).contains(found.offset))
        #expect(!found.reason.isEmpty)
    }

    @Test(arguments: ["01", "-01", "1.", ".5", "-.5", "0x10", "1.e5", "0x1p4"])
    func `numbers that JSON does not know are refused`(json: String) {
        #expect(failure(json) != nil)
    }

    @Test(arguments: ["1e400", "-1e999", "1e-400"])
    func `a number beyond a double is still a number`(json: String) throws {
        #expect(try skip(json.utf8) == json.utf8.count)
    }

    @Test(arguments: ["[", #"{"a":"#, #"[{"a":"#, "[\n"]) func `deep nesting is refused early`(piece: String) throws {
        let found = try #require(failure(String(repeating: piece, count: 200_000)))
        #expect(found.offset < 1000)
        #expect(found.reason.contains("64"))
    }

    @Test func `sixty-four levels are read and sixty-five are not`() {
        func nested(_ count: Int) -> String { String(repeating: "[", count: count) + String(repeating: "]", count: count) }
        #expect(failure(nested(64)) == nil)
        #expect(failure(nested(65)) != nil)
        #expect(failure("[" + Array(repeating: nested(60), count: 5).joined(separator: ",") + "]") == nil)
    }

    @Test func `an object gives its members in order`() throws {
        let json = Array(#" { "a" : "1", "b\u0041" : [1, {"x": "y"}] , "c":null } "#.utf8)
        var names: [String] = []
        try json.withUnsafeBytes { bytes in
            var scanner = JSONScanner(bytes)
            try scanner.readObject { scanner, name in
                names.append(String(decoding: name, as: UTF8.self))
                try scanner.skipValue()
            }
            #expect(scanner.peek() == nil)
        }
        #expect(names == ["a", "bA", "c"])
    }

    @Test(arguments: 0..<20) func `every random value is skipped whole, and refused when it is cut short`(block: Int) throws {
        for seed in block * 50..<block * 50 + 50 {
            var random = SeededGenerator(seed: UInt64(seed))
            let json = "[" + RandomJSON.value(depth: 4, &random) + "]"
            #expect(try skip(json.utf8) == json.utf8.count, "seed \(seed)")
            let cut = Int.random(in: 0..<json.utf8.count, using: &random)
            #expect(throws: JSONFailure.self, "seed \(seed)") { try skip(json.utf8.prefix(cut)) }
        }
    }

    @Test(arguments: 0..<10) func `a string that is written as JSON is read back`(block: Int) throws {
        for seed in block * 100..<block * 100 + 100 {
            var random = SeededGenerator(seed: UInt64(seed))
            let text = RandomJSON.text(&random)
            #expect(try string(RandomJSON.written(text, &random).utf8) == Array(text.utf8), "seed \(seed)")
        }
    }
}

/// JSON in all its ways of writing.
enum RandomJSON {
    static func text(_ random: inout SeededGenerator) -> String {
        let letters: [Character] = [
            "a", "é", "ل", "🏦", "\"", "\\", "/", "\n", "\t", "\0", "\u{1F}", "\u{7F}", "\u{2028}", "\u{202E}", "中", " ",
        ]
        return String((0..<Int.random(in: 0..<40, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
    }

    /// In quotes; each UTF-16 unit as it is or as an escape, at random.
    static func written(_ text: String, _ random: inout SeededGenerator) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
            if mustEscape || Int.random(in: 0..<4, using: &random) == 0 {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16, uppercase: Bool.random(using: &random))
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    static func value(depth: Int, _ random: inout SeededGenerator) -> String {
        let space = ["", " ", "\n", "\t "].randomElement(using: &random) ?? ""
        let count = Int.random(in: 0..<4, using: &random)
        switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &random) {
        case 0: return ["null", "true", "false"].randomElement(using: &random) ?? "null"
        case 1: return ["0", "-7", "3.25", "1e9", "-2.5E-3"].randomElement(using: &random) ?? "0"
        case 2, 3: return written(text(&random), &random)
        case 4:
            let items = (0..<count).map { _ in space + value(depth: depth - 1, &random) }
            return "[" + items.joined(separator: space + ",") + space + "]"
        default:
            let items = (0..<count).map { _ in
                space + written(text(&random), &random) + space + ":" + space + value(depth: depth - 1, &random)
            }
            return "{" + items.joined(separator: ",") + space + "}"
        }
    }
}
