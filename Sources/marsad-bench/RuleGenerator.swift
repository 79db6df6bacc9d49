import FoundationEssentials
import Rules

/// Writes rule files such as a large desk has, for measuring `marsad check`: the same bytes every time.
///
/// Words are made of syllables, so that they are as many and as different as those of real rules; each kind of condition has its share,
/// and each rule two tests.
struct RuleGenerator {
    /// How a language's words are made; four thousand differ, which is what a desk's own terms come to.
    private struct Language {
        let code: String
        let syllables: [String]

        func word(_ number: Int) -> String {
            var (rest, text) = (number, "")
            for place in 0..<3 {
                text += syllables[(rest + place * 5) % syllables.count]
                rest /= syllables.count
            }
            return text
        }
    }

    private static let languages = [
        Language(
            code: "ar", syllables: ["با", "تور", "جس", "حدي", "خم", "درا", "رش", "زم", "سل", "صفا", "طن", "عم", "غر", "فلا", "قد", "كس"]),
        Language(
            code: "ru",
            syllables: ["ба", "вор", "гус", "дел", "жи", "зам", "кор", "лен", "мот", "ний", "пре", "рас", "сту", "тел", "фак", "ход"]),
        Language(
            code: "en",
            syllables: ["ba", "cor", "dis", "fel", "gra", "hin", "ket", "lor", "mun", "nap", "plo", "ris", "sten", "tur", "wim", "yar"]),
        Language(
            code: "es",
            syllables: ["ba", "cor", "des", "fa", "gri", "llo", "mar", "na", "pue", "qui", "ria", "sol", "tan", "ver", "yo", "zul"]),
        Language(
            code: "pt",
            syllables: ["bá", "ção", "dor", "fei", "gru", "lho", "mão", "nha", "por", "que", "rio", "sal", "ten", "vir", "xo", "zar"]),
        Language(
            code: "fr",
            syllables: ["bou", "ché", "dre", "fau", "gne", "jon", "leu", "mar", "nai", "pou", "que", "roi", "sel", "tié", "vau", "zon"]),
    ]
    private static let countries = ["RU", "VE", "CU", "BR", "MX", "AR", "CO", "FR", "ES", "PT", "US", "EG", "SY", "IR", "CN"]
    private static let offices = ["minister", "head-of-state", "head-of-government", "speaker"]
    private static let levels = ["low", "medium", "high", "critical"]

    let ruleCount: Int
    let fileCount: Int
    private var state: UInt64 = 0x6D61_7273_6164

    init(rules: Int, files: Int) {
        ruleCount = rules
        fileCount = max(1, files)
    }

    mutating func write(to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var next = 0
        for file in 0..<fileCount {
            let end = ruleCount * (file + 1) / fileCount
            try self.file(file, rules: next..<end).write(toFile: "\(folder)/pack-\(file).yaml")
            next = end
        }
    }

    private mutating func file(_ number: Int, rules: Range<Int>) -> String {
        let pack = "desk-\(number)"
        var text = """
            schema: 1
            pack: \(pack)
            use: [core]
            lexicons:
              - id: \(pack).topic
                title: Words of desk \(number)
                terms: \(terms(6))
            entities:
              - {id: \(pack).company, names: [\(words(2, count: 2))], weak: [\(words(1, count: 1))]}
            rules:

            """
        for rule in rules { text += self.rule(rule, pack) }
        return text
    }

    private mutating func rule(_ number: Int, _ pack: String) -> String {
        let language = Self.languages[number % Self.languages.count]
        let (body, sentence) = body(number, pack, language)
        return """
              - id: \(pack).rule-\(number)
                title: Rule \(number) of \(pack)
                level: \(Self.levels[below(Self.levels.count)])
                tags: [desk.\(pack), kind.\(number % 8)]
            \(body)
                alert: {message: "{title} in {article}", quiet: 24h}
                tests:
                  - match: "\(sentence)"
                    language: \(language.code)
                  - {no-match: "\(phrase(5, language)).", language: \(language.code)}

            """
    }

    /// The body of a rule in one of eight shapes, and a sentence about it.
    private mutating func body(_ number: Int, _ pack: String, _ language: Language) -> (yaml: String, sentence: String) {
        let (first, second) = (phrase(1, language), phrase(2, language))
        let sentence = "\(phrase(3, language)) \(first) \(second) \(phrase(4, language))."
        let country = Self.countries[below(Self.countries.count)]
        switch number % 8 {
        case 0: return ("    match: {terms: \(terms(4))}", sentence)
        case 1:
            return (
                "    match: {all: [{terms: {\(language.code): [\(first)]}}, {terms: {\(language.code): [\(second)]}}], within: sentence}",
                sentence
            )
        case 2:
            return ("    match: {near: {of: [{terms: [\(first)]}, {terms: [\(second), \(phrase(1, language))*]}], distance: 6}}", sentence)
        case 3:
            return (
                "    match: {lexicon: \(pack).topic, any: [{country: \(country)}, {terms: [\(first)]}], none: [{terms: [\(second)]}]}",
                sentence
            )
        case 4:
            return (
                """
                    event:
                      type: visit
                      actor: {office: \(Self.offices[below(Self.offices.count)]), country: \(country)}
                      destination: {region: "419"}
                    exclude:
                      - {id: sport, terms: {\(language.code): [\(first)]}}
                """, sentence
            )
        case 5: return ("    match: {entity: \(pack).company, country: \(country)}\n    scope: [title, lead]", sentence)
        case 6: return ("    match: {lexicon: sanctions, terms: [\(first), =\(second)]}\n    languages: [\(language.code)]", sentence)
        default:
            return (
                """
                    match: {terms: \(terms(3)), first: 100}
                    exclude:
                      - {id: other, near: {terms: [\(second)], distance: 3}}
                """, sentence
            )
        }
    }

    /// `{ar: […], en: […]}`, three languages of the six.
    private mutating func terms(_ count: Int) -> String {
        let start = below(Self.languages.count)
        let lists = (0..<3).map { index in
            let language = Self.languages[(start + index) % Self.languages.count]
            let terms = (0..<count).map { _ in phrase(1 + below(3), language) }
            return "\(language.code): [\(terms.joined(separator: ", "))]"
        }
        return "{\(lists.joined(separator: ", "))}"
    }

    private mutating func words(_ length: Int, count: Int) -> String {
        (0..<count).map { _ in phrase(length, Self.languages[2]) }.joined(separator: ", ")
    }

    private mutating func phrase(_ length: Int, _ language: Language) -> String {
        (0..<length).map { _ in language.word(below(4000)) }.joined(separator: " ")
    }

    /// SplitMix64. Source: https://prng.di.unimi.it/splitmix64.c, read 2026-11-25.
    private mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(bound))
    }
}

extension String {
    fileprivate func write(toFile path: String) throws { try Data(utf8).write(to: URL(filePath: path)) }
}
