import Analysis
import Articles
import Testing

@Suite struct ArabicCliticTests {
    /// Known words; among them what would be left of some if their first letter were cut off.
    static let known = [
        "وزير", "زير", "بوتين", "وتين", "لافروف", "كوبا", "وبا", "فنزويلا", "نزويلا", "روسي", "روسيا", "البرازيل", "برازيل", "زار", "يزور",
        "الاتحاد",
        "اتحاد", "زيارة", "نائب", "الولايات المتحدة",
    ]

    private func readings(_ word: String) -> [String] {
        var world = SmallWorld([("ar", .arabic)])
        for text in Self.known { world.add(text) }
        let analyzed = world.analyze(word)
        let vocabulary = world.analyzer().vocabulary
        var nameOfForm: [FormID: String] = [:]
        for text in Self.known {
            for part in Tokenizer().words(of: text) { nameOfForm[vocabulary.form(of: part.units)] = part.surface }
        }
        return analyzed.tokens.indices.flatMap { index in
            analyzed.readings(of: index).map { "\(nameOfForm[$0.form] ?? "?") \(shown($0.clitics))" }
        }
    }

    private func shown(_ clitics: Clitics) -> String {
        let names: [(Clitics, String)] = [
            (.wa, "و"), (.fa, "ف"), (.ba, "ب"), (.la, "ل"), (.ka, "ك"), (.sa, "س"), (.al, "ال"), (.pronoun, "ه"),
        ]
        return names.filter { clitics.contains($0.0) }.map(\.1).joined(separator: "+")
    }

    @Test(arguments: ["وزير", "بوتين", "لافروف", "كوبا", "فنزويلا"]) func `a known word is never split`(word: String) {
        #expect(readings(word) == ["\(word) "])
    }

    @Test(arguments: [
        ("الروسي", ["روسي ال"]), ("وبالروسي", ["روسي و+ب+ال"]), ("للافروف", ["لافروف ل"]), ("فزار", ["زار ف"]), ("سيزور", ["يزور س"]),
        ("وسيزور", ["يزور و+س"]),
        ("فسيزور", ["يزور ف+س"]), ("وزار", ["زار و"]), ("ولبوتين", ["بوتين و+ل"]), ("وكوبا", ["كوبا و"]), ("لكوبا", ["كوبا ل"]),
        ("بكوبا", ["كوبا ب"]),
        ("للروسي", ["روسي ل+ال"]), ("وزيرُ", ["وزير "]), ("والوزير", ["وزير و+ال"]), ("ووزير", ["وزير و"]), ("كبوتين", ["بوتين ك"]),
    ])
    func `what is joined to a known word is told from it`(word: String, expected: [String]) { #expect(readings(word) == expected) }

    @Test(arguments: [
        ("الاتحاد", ["الاتحاد ", "اتحاد ال"]), ("بالبرازيل", ["البرازيل ب", "برازيل ب+ال"]), ("للاتحاد", ["الاتحاد ل+ال", "اتحاد ل+ال"]),
        ("والاتحاد", ["الاتحاد و", "اتحاد و+ال"]),
    ])
    func `a word that is known with its article and without is read both ways`(word: String, expected: [String]) {
        #expect(Set(readings(word)) == Set(expected))
    }

    @Test(arguments: [
        ("زيارته", ["زيارة ه"]), ("زيارتها", ["زيارة ه"]), ("وزيارتهم", ["زيارة و+ه"]), ("لزيارته", ["زيارة ل+ه"]), ("وزيرنا", ["وزير ه"]),
        ("نائبه", ["نائب ه"]),
        ("وبزيارتهما", ["زيارة و+ب+ه"]),
    ])
    func `a pronoun at the end is told from the word`(word: String, expected: [String]) { #expect(readings(word) == expected) }

    @Test(arguments: ["مدينة", "وليد", "بيروت", "لبنان", "كتاب", "سلام", "ال", "و", "وو", "ب", "لل", "والله", "سالب", "زا"])
    func `a word of which nothing is known has no reading`(word: String) { #expect(readings(word).isEmpty) }

    @Test func `a phrase takes proclitics before its first word, and no conjunction within`() {
        var world = SmallWorld([("ar", .arabic)])
        let states = world.add("الولايات المتحدة")
        #expect(world.analyze("للولايات المتحدة").found(states) == ["للولايات المتحدة"])
        #expect(world.analyze("والولايات المتحدة").found(states) == ["والولايات المتحدة"])
        #expect(world.analyze("الولايات والمتحدة").found(states).isEmpty)
    }

    @Test func `letters of other scripts are never clitics`() {
        var world = SmallWorld([("ru", .cyrillic)])
        world.add("он")
        #expect(world.analyze("вон").hits.isEmpty)
    }

    @Test(arguments: 0..<10) func `every reading is a known form and what stands round it`(block: Int) {
        var world = SmallWorld([("ar", .arabic)])
        for text in Self.known { world.add(text) }
        let analyzer = world.analyzer()
        var analyzed = AnalyzedArticle()
        let letters = Array("وفبلكسالروسيزةهانمت")
        for seed in block * 200..<block * 200 + 200 {
            var random = SeededGenerator(seed: UInt64(seed))
            let core = Bool.random(using: &random) ? Self.known.randomElement(using: &random) ?? "" : ""
            func noise() -> String {
                String((0..<Int.random(in: 0..<4, using: &random)).map { _ in letters.randomElement(using: &random) ?? "و" })
            }
            let word = noise() + core + noise()
            analyzer.analyze(.init(id: "1", body: word), into: &analyzed)
            for index in analyzed.tokens.indices {
                let units = analyzed.units(of: index)
                for reading in analyzed.readings(of: index) {
                    let fits = Int(reading.before) + Int(reading.after) < units.count && reading.form != 0
                    if !fits { Issue.record("seed \(seed): `\(word)` \(reading)") }
                    // A whole known word needs no clitics; what is split off names them.
                    if reading.before + reading.after == 0, !reading.clitics.isEmpty { Issue.record("seed \(seed): `\(word)` \(reading)") }
                    if reading.before + reading.after > 0, reading.clitics.isEmpty { Issue.record("seed \(seed): `\(word)` \(reading)") }
                }
            }
        }
    }
}
