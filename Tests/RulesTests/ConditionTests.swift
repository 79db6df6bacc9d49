import Analysis
import Articles
import Rules
import Testing

/// What one condition finds in a text.
struct Trial {
    let rules: RuleSet

    /// - Parameter rule: the body of a rule, as YAML in one or more lines.
    init(_ rule: String, sections: String = "", keepingTerms: Bool = false, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let body = rule.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n")
        rules = try SmallCore.rules(
            "rules:\n  - id: t.a\n    title: A rule\n\(body)\n\(sections)", keepingTerms: keepingTerms, sourceLocation: sourceLocation)
    }

    /// The words that a match stands on; nil when there is no match.
    func evidence(_ body: String, title: String = "", language: String? = "en") -> [String]? {
        var matcher = Matcher(rules)
        let found = matcher.match(Article(id: "1", title: title, body: body, language: language.flatMap { LanguageTag($0) }))
        return found.matches.first.map { match in match.evidence.map { found.article.surface($0) } }
    }

    func holds(_ body: String, title: String = "", language: String? = "en") -> Bool {
        evidence(body, title: title, language: language) != nil
    }
}

@Suite struct ConditionExampleTests {
    private static let examples = conditionKinds.flatMap { kind in kind.examples.map { (key: kind.key, example: $0) } }
    /// Text that takes several bytes a character, and stands in no relation to any example.
    static let before = "🏦 Çà et là ‑ وقال 中文 e\u{301}te\u{301}.\n"

    @Test(arguments: examples.indices) func `what an example says holds, holds`(index: Int) throws {
        let (key, example) = Self.examples[index]
        let trial = try Trial("match:\n  " + example.condition, sections: example.given)
        #expect(!example.matches.isEmpty && !example.misses.isEmpty)
        for text in example.matches { #expect(trial.holds(text), "\(key): `\(text)`") }
        for text in example.misses { #expect(!trial.holds(text), "\(key): `\(text)`") }
    }

    @Test(arguments: examples.indices) func `it holds as well behind text of several bytes a character, with the same evidence`(index: Int)
        throws
    {
        let (key, example) = Self.examples[index]
        let trial = try Trial("match:\n  " + example.condition, sections: example.given)
        for text in example.matches + example.misses {
            #expect(trial.evidence(Self.before + text) == trial.evidence(text), "\(key): `\(text)`")
            #expect(trial.evidence(text, title: Self.before) == trial.evidence(text), "\(key): `\(text)`")
        }
    }

    @Test(arguments: conditionKinds.map { $0.key })
    func `every kind of condition has examples`(key: String) {
        #expect(conditionKinds.first { $0.key == key }?.examples.isEmpty == false)
    }

    @Test func `every kind of condition says what it is in one sentence`() {
        for kind in conditionKinds { #expect(kind.summary.count { $0 == "." } >= 1 && kind.summary.hasSuffix(".")) }
        #expect(Set(conditionKinds.map { $0.key }).count == conditionKinds.count)
    }
}

@Suite struct TermFormTests {
    @Test(arguments: [
        ("terms: [central bank]", "the Central Bank cut rates", true), ("terms: [central bank]", "central, bank", false),
        ("terms: [central bank]", "central banks", false),
        ("terms: {en: [embargo]}", "Embargo", true), ("terms: {ar: [نفط]}", "أسعار النفط", true), ("terms: [نفط]", "وبالنفط", true),
        ("terms: [نفط]", "نفطية", false),
        ("terms: [\"=OPEC\"]", "OPEC met", true), ("terms: [\"=OPEC\"]", "Opec met", false), ("terms: [\"=él\"]", "el", false),
        ("terms: [él]", "el", true),
        ("terms: [sanction*]", "sanctioned", true), ("terms: [sanction*]", "unsanctioned", false),
        ("terms: [oil embarg*]", "oil embargoes", true),
        ("terms: [S-400, \"/missil[ei]/\"]", "a missile", true), ("terms: [S-400, \"/missil[ei]/\"]", "an S 400", true),
        ("terms: [/oil price(s)?/]", "OIL PRICES", true), ("terms: [\"/gold[0-9]+/\"]", "gold24", true),
        ("terms: [\"/gold[0-9]+/\"]", "golden", false), ("terms: oil", "oil", true), ("terms: [oil, gas]", "gas", true),
    ])
    func `a term is found in its form`(condition: String, text: String, holds: Bool) throws {
        #expect(try Trial("match: {\(condition)}").holds(text, language: nil) == holds)
    }

    @Test(
        arguments: ["/oil[0-9]+/", "/oil.*/", "/oil+/", #"/oil\d/"#])
    func `three letters are literal enough for a pattern`(pattern: String) throws {
        _ = try Trial("match: {terms: ['\(pattern)']}")
    }

    @Test func `a pattern's match is told in whole words, and does not cross sentences`() throws {
        let trial = try Trial("match: {terms: [/ssil/, /oil. Gas/]}")
        #expect(trial.evidence("A missile. No fossil here.") == ["missile", "fossil"])
        #expect(trial.evidence("Oil. Gas.") == nil)
    }

    @Test func `a pattern sees bytes that are no UTF-8 and empty matches without end`() throws {
        let trial = try Trial("match: {terms: ['/(abc)*diesel(x)*/']}")
        var matcher = Matcher(trial.rules)
        let body: [UInt8] = [0xFF] + Array("diesel".utf8) + [0xC3, 0x20] + Array("diesel".utf8)
        #expect(matcher.match(Article(id: "1", title: [], body: body)).matches.first?.evidence.count == 2)
    }

    @Test func `a term of a language is found in articles of that language only`() throws {
        let trial = try Trial("match: {terms: {en: [once]}}")
        #expect(trial.holds("once", language: "en") && !trial.holds("once", language: "ar") && !trial.holds("once", language: "es"))
    }

    @Test func `a word of a lexicon is found in its forms, guarded or not`() throws {
        let trial = try Trial("match: {lexicon: sanctions}")
        #expect(trial.evidence("Sanctions and an embargo.") == ["Sanctions", "embargo"])
        #expect(trial.holds("The blockade of Cuba goes on.") && !trial.holds("A heart blockade is dangerous."))
        #expect(trial.holds("فرضت العقوبات", language: "ar") && !trial.holds("عقوبات", language: "en"))
    }

    @Test func `a weak name counts only where a full one stands too`() throws {
        let names =
            "entities:\n  - {id: acme, names: [Acme Holding], weak: [Acme]}\nlists:\n  - {id: banks, names: [First Bank, Last Bank]}\n"
        let entity = try Trial("match: {entity: acme}", sections: names)
        #expect(entity.evidence("Acme fell after Acme Holding spoke.") == ["Acme", "Acme Holding"])
        #expect(entity.evidence("Acme fell.") == nil)
        #expect(
            try Trial("match: {list: banks}", sections: names).evidence("The Last Bank and the first bank.") == ["Last Bank", "first bank"])
    }

    @Test(arguments: [
        ("country: RU", "in Moscow", true), ("country: RU", "a Russian word", true), ("country: RU", "a Russian doll", false),
        ("country: RU", "Sergey Lavrov spoke", true),
        ("country: RU", "russia", false), ("country: [CU, BR]", "in Havana", true), ("country: \"NO\"", "to Norway", true),
        ("region: \"419\"", "in Brazil", true),
        ("region: \"419\"", "Cuban rum", true), ("region: \"419\"", "Latin America", true), ("region: \"029\"", "Brazil", false),
        ("office: minister", "the foreign minister", true),
        ("office: minister", "Sergey Lavrov", true), ("office: president", "the minister", false),
        ("office: [minister, president]", "the Cuban president", true),
    ])
    func `the world is known by its names`(condition: String, text: String, holds: Bool) throws {
        #expect(try Trial("match: {\(condition)}").holds(text) == holds)
    }
}

@Suite struct BoundsTests {
    @Test func `what must be absent is asked of each sentence, where a condition looks at sentences`() throws {
        let trial = try Trial("match: {terms: [oil], none: [{terms: [salad]}], within: sentence}")
        #expect(trial.holds("Oil is dear. A salad is cheap.") && !trial.holds("Oil is good for a salad."))
        #expect(trial.evidence("Oil for a salad. Oil is dear.") == ["Oil"])
    }

    static let long = "The minister spoke for an hour about trade in general."

    @Test(arguments: [
        ("sentence", "Oil is dear, gas is not.", true), ("sentence", "Oil is dear. Gas is not.", false),
        ("paragraph", "Oil is dear. Gas is not.", true),
        ("paragraph", "Oil is dear.\nGas is not.", false), ("article", "Oil is dear.\nGas is not.", true),
    ])
    func `within says how far apart its parts may stand`(window: String, text: String, holds: Bool) throws {
        #expect(try Trial("match: {all: [{terms: [oil]}, {terms: [gas]}], within: \(window)}").holds(text) == holds)
    }

    @Test func `within title and lead look there only`() throws {
        let (title, lead) = (try Trial("match: {terms: [oil], within: title}"), try Trial("match: {terms: [oil], within: lead}"))
        let first = "Oil prices rose on Monday by a tenth and then fell again."
        #expect(title.holds("x", title: "Oil") && !title.holds(first))
        #expect(lead.holds("x", title: "Oil") && lead.holds(first) && !lead.holds("\(Self.long)\nOil rose."))
    }

    @Test func `a condition in its scope looks there only`() throws {
        let caption = try Trial("match: {terms: [oil], scope: [caption]}\nscope: [title, body, lead, caption]")
        #expect(caption.evidence("\(Self.long)\nPhoto: an oil well\nOil rose.") == ["oil"])
        #expect(caption.evidence("\(Self.long)\nOil rose.") == nil)
    }

    @Test func `page noise is not looked at unless it is named`() throws {
        let noise = "\(Self.long)\nRead also\nOil price falls"
        #expect(!(try Trial("match: {terms: [oil]}").holds(noise)))
        #expect(try Trial("match: {terms: [oil]}\nscope: [related]").holds(noise))
        #expect(!(try Trial("match: {terms: [minister]}\nscope: [related]").holds(noise)))
    }

    @Test func `first counts words from the start`() throws {
        let trial = try Trial("match: {terms: [oil], first: 3}")
        #expect(trial.holds("one two oil") && !trial.holds("one two three oil"))
        #expect(trial.holds("oil", title: "one two") && !trial.holds("oil", title: "one two three"))
        #expect(trial.evidence("oil and oil and oil") == ["oil", "oil"])
    }

    @Test func `a phrase that begins among the first words must end there too`() throws {
        #expect(!(try Trial("match: {terms: [crude oil], first: 2}").holds("one crude oil")))
    }

    @Test func `at-least counts places`() throws {
        let trial = try Trial("match: {terms: [oil, gas], at-least: 3}")
        #expect(trial.holds("oil gas oil") && !trial.holds("oil gas") && !trial.holds("oil oil coal"))
        let perSentence = try Trial("match: {terms: [oil], at-least: 2, within: sentence}")
        #expect(perSentence.holds("Oil and oil."))
    }

    @Test func `at-least within a sentence counts in one sentence`() throws {
        #expect(!(try Trial("match: {terms: [oil], at-least: 2, within: sentence}").holds("Oil rose. Oil fell.")))
    }

    @Test func `bounds inside bounds narrow them`() throws {
        let trial = try Trial("match: {all: [{terms: [oil], first: 10}, {terms: [gas]}], first: 2}")
        #expect(trial.holds("oil gas") && !trial.holds("coal oil gas"))
    }

    @Test func `a scope inside a scope narrows it`() throws {
        #expect(!(try Trial("match: {all: [{terms: [oil], scope: [body, lead]}], scope: [title]}").holds("oil", title: "gas")))
    }
}

@Suite struct NearTests {
    @Test(arguments: [
        (0, "oil price", true), (0, "oil of price", false), (1, "oil of price", true), (3, "oil a b c price", true),
        (3, "oil a b c d price", false),
        (3, "price a b c oil", true), (3, "oil. Price", false), (3, "oil\nprice", false), (3, "oil, price", true),
        (3, "oil oil a b c d price", false),
        (3, "oil a b c d price a oil", true),
    ])
    func `distance is the number of words between two things`(distance: Int, text: String, holds: Bool) throws {
        #expect(try Trial("match: {near: {of: [{terms: [oil]}, {terms: [price]}], distance: \(distance)}}").holds(text) == holds)
    }

    @Test(arguments: [("oil price", true), ("price oil", false), ("price oil price", true)]) func `ordered things stand in their order`(
        text: String, holds: Bool
    ) throws {
        #expect(try Trial("match: {near: {of: [{terms: [oil]}, {terms: [price]}], ordered: true}}").holds(text) == holds)
    }

    @Test func `three things hang together when each is near one of the others`() throws {
        let trial = try Trial("match: {near: {of: [{terms: [oil]}, {terms: [gas]}, {terms: [coal]}], distance: 1}}")
        #expect(trial.evidence("oil and gas and coal") == ["oil", "gas", "coal"])
        #expect(trial.holds("gas and oil and coal") && trial.holds("coal gas oil") && !trial.holds("oil and gas and no coal"))
    }

    @Test func `the short form names things beside the distance`() throws {
        let trial = try Trial("match: {near: {terms: [embargo], country: CU, distance: 3}}")
        #expect(trial.evidence("the embargo on Cuba") == ["embargo", "Cuba"])
        #expect(!trial.holds("an embargo. Cuba"))
    }

    @Test func `a thing is not near itself`() throws {
        let trial = try Trial("match: {near: {of: [{terms: [oil]}, {terms: [oil, gas]}], distance: 2}}")
        #expect(!trial.holds("oil") && trial.holds("oil oil") && trial.holds("oil gas"))
    }

    @Test(.timeLimit(.minutes(1)))
    func `things of which there are many come to an end`() throws {
        let trial = try Trial(
            "match: {near: {of: [{terms: [aa]}, {terms: [bb]}, {terms: [cc]}, {terms: [dd]}, {terms: [ee]}, {terms: [ff]}], distance: 100}}"
        )
        #expect(!trial.holds(String(repeating: "aa bb cc dd ee ", count: 50) + ". ff"))
    }

    @Test func `eight words is near when nothing is said`() throws {
        let trial = try Trial("match: {near: {of: [{terms: [oil]}, {terms: [gas]}]}}")
        #expect(trial.holds("oil a b c d e f g h gas") && !trial.holds("oil a b c d e f g h i gas"))
    }
}

@Suite struct GroupTests {
    @Test(arguments: [
        ("{all: [{terms: [a1]}, {terms: [b1]}]}", "a1 b1", true), ("{all: [{terms: [a1]}, {terms: [b1]}]}", "a1", false),
        ("{any: [{terms: [a1]}, {terms: [b1]}]}", "b1", true),
        ("{terms: [a1], none: [{terms: [b1]}]}", "a1", true), ("{terms: [a1], none: [{terms: [b1]}]}", "a1 b1", false),
        ("{terms: [a1], any: [{terms: [b1]}, {terms: [c1]}]}", "a1 c1", true),
        ("{terms: [a1], any: [{terms: [b1]}, {terms: [c1]}]}", "c1", false),
        ("{terms: [a1], lexicon: sanctions}", "a1 embargo", true), ("{terms: [a1], lexicon: sanctions}", "embargo", false),
        ("{all: [{terms: [a1]}, {none: [{terms: [b1]}], terms: [c1]}]}", "a1 c1", true),
        ("{all: [{terms: [a1]}, {none: [{terms: [b1]}], terms: [c1]}]}", "a1 b1 c1", false),
        ("{any: [{all: [{terms: [a1]}, {terms: [b1]}]}, {terms: [c1]}]}", "c1 a1", true), ("{all: {terms: [a1]}}", "a1", true),
    ])
    func `conditions are joined`(condition: String, text: String, holds: Bool) throws {
        #expect(try Trial("match: \(condition)").holds(text) == holds)
    }

    @Test func `the evidence of a group is that of its parts that hold, in order`() throws {
        #expect(try Trial("match: {any: [{terms: [gas]}, {terms: [oil]}]}").evidence("oil, coal and gas") == ["oil", "gas"])
        #expect(
            try Trial("match: {all: [{terms: [gas]}, {terms: [oil]}], none: [{terms: [coal]}]}").evidence("oil and gas") == ["oil", "gas"])
    }
}

@Suite struct ExclusionTests {
    private func trial(_ exclusion: String) throws -> Trial { try Trial("match: {terms: [oil]}\nexclude:\n  - {id: x, \(exclusion)}") }

    @Test func `evidence that an exclusion overlaps does not count`() throws {
        let trial = try trial("terms: [olive oil]")
        #expect(!trial.holds("olive oil") && trial.holds("crude oil"))
        #expect(trial.evidence("olive oil and oil") == ["oil"])
    }

    @Test func `evidence near an exclusion does not count`() throws {
        let trial = try trial("near: {terms: [salad], distance: 2}")
        #expect(!trial.holds("oil on salad") && trial.holds("oil on all the salad") && !trial.holds("a salad of oil"))
        #expect(trial.evidence("oil is dear and not for a salad with oil") == ["oil"])
    }

    @Test
    func `distance in an exclusion counts the words between, as near does`() throws {
        let trial = try trial("near: {terms: [salad], distance: 2}")
        #expect(!trial.holds("oil on the salad") && !trial.holds("a salad of an oil"))
    }

    @Test func `an exclusion within the sentence takes the sentence`() throws {
        let trial = try trial("terms: [recipe], within: sentence")
        #expect(!trial.holds("A recipe with so very much of that fine oil.") && trial.holds("A recipe. Oil is dear."))
    }

    @Test func `an exclusion within the article takes all`() throws {
        #expect(!(try trial("terms: [recipe], within: article").holds("Oil is dear.\nThis is a recipe.")))
    }

    @Test func `any of an exclusion's conditions will do`() throws {
        let trial = try Trial(
            "match: {terms: [oil]}\nexclude:\n  - {id: x, terms: [olive oil], lexicon: sanctions, within: article}\n  - {id: y, terms: [oil painting]}"
        )
        #expect(!trial.holds("oil and an embargo") && !trial.holds("oil painting") && trial.holds("oil"))
    }

    @Test func `an exclusion outside the rule's scope does nothing`() throws {
        #expect(try trial("terms: [recipe], within: article").holds("Oil is dear and will be so for the next ten years.\nPhoto: a recipe"))
    }

    @Test func `an explanation names the exclusion that decided`() throws {
        let trial = try trial("terms: [olive oil]")
        var matcher = Matcher(trial.rules)
        let explanation = matcher.explain(Article(id: "1", body: "olive oil"), trial.rules.rules[0])
        #expect(explanation.decidingCondition == "exclude x" && explanation.matches.isEmpty)
        #expect(explanation.tree.children.contains { $0.label == "exclude x" && $0.note == "takes `oil` away" })
    }

    @Test func `an event's role near an exclusion does not count`() throws {
        let trial = try Trial(
            "event: {type: visit, destination: {country: CU}}\nexclude:\n  - {id: x, near: {role: actor, lexicon: former, distance: 2}}")
        #expect(trial.holds("Sergey Lavrov visited Cuba.") && !trial.holds("The ousted Sergey Lavrov visited Cuba."))
    }

    // MARK: Relations

    @Test(arguments: [
        ("before: {terms: [salad], distance: 1}", ["a salad of oil", "oil for the salad", "Oil. Salad."], ["oil salad", "oil a salad"]),
        ("after: {terms: [salad], distance: 1}", ["oil salad", "salad for the oil", "Salad. Oil."], ["salad oil", "salad of oil"]),
        ("containing: {terms: [salad]}", ["oil salad"], []),
        ("not-containing: {terms: [oil]}", ["oil", "an oil"], []),
        ("not-containing: {terms: [salad]}", [], ["oil", "oil salad"]),
    ]) func `evidence is taken away by how it stands to something`(exclusion: String, kept: [String], taken: [String]) throws {
        let trial = try trial(exclusion)
        for text in kept { #expect(trial.holds(text), "`\(text)`") }
        for text in taken { #expect(!trial.holds(text), "`\(text)`") }
    }

    @Test func `what stands near each other is asked as a whole whether it contains something`() throws {
        let near = "match:\n  near: {of: [{terms: [oil]}, {terms: [price]}], distance: 4}\n"
        let without = try Trial(near + "exclude: [{id: x, containing: {terms: [salad]}}]")
        #expect(
            without.holds("the oil has a price") && without.holds("salad: the oil has a price") && !without.holds("oil of salad, price"))
        let with = try Trial(near + "exclude: [{id: x, not-containing: {terms: [salad]}}]")
        #expect(!with.holds("the oil has a price") && with.holds("oil of salad, price") && !with.holds("salad: oil price"))
    }

    @Test func `an event is asked from its first word to its last`() throws {
        let trial = try Trial("event: {type: visit}\nexclude: [{id: x, containing: {lexicon: former}}]")
        #expect(trial.holds("The ousted minister said: Sergey Lavrov visited Cuba."))
        #expect(!trial.holds("Sergey Lavrov visited the ousted minister in Cuba."))
    }

    @Test func `a source or language that is excluded takes the whole article`() throws {
        let trial = try Trial("match: {terms: [oil]}\nexclude: [{id: x, source: [\"*.example\"]}, {id: y, language: ar}]")
        var matcher = Matcher(trial.rules)
        func holds(_ source: String?, _ language: String) -> Bool {
            let article = Article(id: "1", title: [], body: Array("oil".utf8), language: LanguageTag(language), source: source)
            return !matcher.match(article).matches.isEmpty
        }
        #expect(holds(nil, "en") && holds("tass", "en") && !holds("News.Example", "en") && !holds("tass", "ar"))
    }

    @Test func `a rule about a source alone matches all of it, but for what it excludes`() throws {
        let trial = try Trial("match: {source: tass}\nexclude: [{id: x, terms: [recipe]}]")
        var matcher = Matcher(trial.rules)
        func holds(_ body: String, _ source: String) -> Bool {
            !matcher.match(Article(id: "1", title: [], body: Array(body.utf8), source: source)).matches.isEmpty
        }
        #expect(holds("oil", "TASS") && !holds("a recipe", "tass") && !holds("oil", "tass2") && holds("", "tass"))
    }
}
