import Analysis
import Articles
import Testing

@Suite struct LanguageTests {
    private func detected(_ text: String, stated: String? = nil) -> (code: String?, slot: Int?) {
        var world = SmallWorld([("ar", .arabic), ("en", .latin), ("es", .latin), ("ru", .cyrillic)])
        world.mark("في من على إلى", .frequent, "ar")
        world.mark("the of and to in a", .frequent, "en")
        world.mark("el la de y en a", .frequent, "es")
        world.mark("и в на с", .frequent, "ru")
        let analyzed = world.analyze(text, language: stated)
        return (analyzed.language?.code, analyzed.languageSlot)
    }

    @Test(arguments: [
        ("The end of the world and the start of a new one", "en"), ("El fin de la historia y el inicio de la otra en la tierra", "es"),
        ("وصل الوزير إلى هافانا في زيارة من يومين", "ar"), ("Министр прибыл в Гавану и на Кубу", "ru"), ("محادثات", "ar"),
        ("Переговоры", "ru"),
        ("Gipfeltreffen", nil), ("", nil), ("北京", nil), ("12345", nil), ("🏦", nil),
        ("Das Treffen fand am Montag statt, sagte der Sprecher, und es war lang, wirklich lang, und alle waren sehr müde", nil),
    ])
    func `a language is known by its frequent words, or by a script that no other has`(text: String, code: String?) {
        let found = detected(text)
        #expect(found.code == code && (found.slot == nil) == (code == nil))
    }

    @Test func `two scripts in equal measure tell no language, each time`() {
        for _ in 0..<50 { #expect(detected("كوبا نفط Moscow gas").slot == nil) }
    }

    @Test func `a language that the article states is believed`() {
        #expect(detected("The end of the world", stated: "es").code == "es")
        #expect(detected("The end of the world", stated: "es").slot == 2)
        #expect(detected("The end of the world", stated: "de").code == "de")
        #expect(detected("The end of the world", stated: "de").slot == nil)
    }

    @Test func `the language of one article is not carried over to the next`() {
        var world = SmallWorld([("en", .latin), ("ar", .arabic)])
        world.mark("the of", .frequent, "en")
        let analyzer = world.analyzer()
        var analyzed = AnalyzedArticle()
        analyzer.analyze(.init(id: "1", body: "the end of the world"), into: &analyzed)
        #expect(analyzed.language?.code == "en")
        analyzer.analyze(.init(id: "2", body: "北京"), into: &analyzed)
        #expect(analyzed.language == nil && analyzed.languageSlot == nil)
    }
}
