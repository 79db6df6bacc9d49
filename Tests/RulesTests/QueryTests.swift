import Diagnostics
import Rules
import Testing

/// What Boolean queries find.
@Suite struct QueryTests {
    private func trial(_ query: String) throws -> Trial {
        try Trial("match:\n  query: |\n" + query.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
    }

    @Test(arguments: [
        ("oil", "Oil is dear.", true), ("oil", "oily", false), ("oil AND gas", "Gas and oil", true), ("oil AND gas", "oil", false),
        ("oil OR gas", "gas", true), ("oil AND NOT gas", "oil", true), ("oil AND NOT gas", "oil, gas", false),
        ("oil NOT gas", "oil, gas", false), ("oil NOT gas", "oil", true),
        ("oil && gas", "oil and gas", true), ("oil || gas", "gas", true),
        ("(oil OR gas) AND (price OR cost)", "the cost of gas", true), ("(oil OR gas) AND (price OR cost)", "oil and gas", false),
        ("oil AND NOT (gas OR coal)", "oil", true), ("oil AND NOT (gas OR coal)", "oil and coal", false),
        ("oil AND NOT (gas AND coal)", "oil and coal", true),
        ("oil AND NOT gas NEAR/2 price", "oil, and gas without any sort of price", true),
        ("oil AND NOT gas NEAR/2 price", "oil. gas price", false),
        ("\"crude oil\"", "Crude oil", true), ("\"crude oil\"", "oil, crude", false), ("'crude oil'", "crude oil", true),
        ("refin*", "refinery", true), ("refin*", "a fine", false), ("\"oil refin*\"", "oil refineries", true),
        ("=OPEC", "OPEC met", true), ("=OPEC", "Opec met", false), ("=\"Crude Oil\"", "crude oil", false),
        ("=\"Crude Oil\"", "Crude Oil", true), ("\"=OPEC\"", "opec", false),
        ("/barrels?/", "a barrel", true), ("/gas prices?/", "gas price", true), ("/gas (price|cost)/ OR coal", "gas cost", true),
        ("S-400", "the S 400", true), ("l'Iran", "l’Iran", true), ("AT&T", "AT&T fell", true), ("U.S. AND oil", "U.S. oil", true),
        ("1,500 AND oil", "1,500 tons of oil", true), ("\"a: b\" OR oil", "oil", true),
    ])
    func `words are joined`(query: String, text: String, holds: Bool) throws {
        #expect(try trial(query).holds(text) == holds)
    }

    @Test(arguments: [
        ("oil NEAR/2 price", "oil at a price", true), ("oil NEAR/2 price", "price of oil", true),
        ("oil NEAR/2 price", "oil at a very high price", false), ("oil NEAR/2 price", "Oil. Price", false),
        ("oil ONEAR/2 price", "oil at a price", true), ("oil ONEAR/2 price", "price of oil", false),
        ("oil NEAR/0 price", "oil price", true), ("oil NEAR/0 price", "oil at price", false),
        ("oil near/2 price", "price of oil", true), ("oil near2 price", "price of oil", true), ("oil w/2 price", "price of oil", true),
        ("oil pre/2 price", "price of oil", false), ("oil adj2 price", "price of oil", false), ("oil adj2 price", "oil price", true),
        ("oil NEAR/2f price", "price of oil", false), ("oil PRE/2 price", "oil price", true), ("oil N/2 price", "price of oil", true),
        ("(oil OR gas) NEAR/1 (price OR cost)", "the cost of gas", true), ("oil NEAR/1 gas NEAR/1 coal", "gas, oil and coal", true),
        ("oil NEAR/1 gas NEAR/1 coal", "gas and oil", false), ("(oil NEAR/0 price) NEAR/3 fell", "the oil price then fell", true),
        ("oil W/S price", "Oil, which nobody wanted to buy for so long a time, has a price.", true),
        ("oil W/S price", "Oil. A price.", false), ("oil W/P price", "Oil. A price.", true), ("oil W/P price", "Oil.\nA price.", false),
        ("oil w/s price", "oil and its price", true), ("oil w/p price", "Oil.\nPrice.", false),
        ("(oil AND gas) W/S price", "Oil and gas have a price.", true), ("(oil AND gas) W/S price", "Gas. Oil has a price.", false),
        ("ATLEAST/2(oil)", "oil, oil", true), ("ATLEAST/2(oil)", "oil", false), ("ATLEAST2(oil OR gas)", "oil, gas", true),
        ("atleast2 oil", "oil", false), ("atleast2 oil AND gas", "oil gas oil", true),
    ])
    func `nearness and number are counted`(query: String, text: String, holds: Bool) throws {
        #expect(try trial(query).holds(text) == holds)
    }

    static let page = "The minister spoke for an hour about trade in general.\nGas fell on Monday by a tenth and then rose again."

    @Test(arguments: [
        ("title:oil", true), ("title:gas", false), ("lead:oil", true), ("lead:minister", true), ("lead:gas", false), ("body:oil", false),
        ("body:gas", true), ("body:minister", true), ("title:(oil AND price)", true), ("title:(oil AND minister)", false),
        ("title:\"oil price\"", true), ("title:oil AND gas", true), ("title: oil", true), ("HEADLINE(oil)", true),
        ("hlead(minister)", true),
        ("headline:oil", true), ("TITLE:oil", true), ("gas AND NOT title:gas", true), ("oil AND NOT title:oil", false),
        ("title:(oil AND NOT gas)", true), ("title:(oil NEAR/1 price)", true), ("ATLEAST/2(title:oil)", false),
        ("title:oil NEAR/1 title:price", true), ("title:lead:oil", true),
    ])
    func `a part of the article is looked at`(query: String, holds: Bool) throws {
        #expect(try trial(query).holds(Self.page, title: "Oil price") == holds)
    }

    @Test(arguments: [
        ("country:CU", "in Havana", true), ("country:CU", "in Moscow", false), ("country:(CU OR RU)", "in Moscow", true),
        ("region:419 AND oil", "Brazilian oil", true), ("region:\"419\"", "Brazil", true),
        ("lexicon:sanctions NEAR/3 country:CU", "embargo on Cuba", true),
        ("lexicon:sanctions NEAR/3 country:CU", "embargo on Moscow", false), ("office:minister", "the minister", true),
        ("event:visit AND country:CU", "The Russian minister visited Cuba.", true), ("NOT country:CU AND oil", "oil", true),
        ("country:(CU NEAR/1 RU)", "Cuba and Russia", true), ("Country:CU", "Cuba", true),
        ("country:(CU AND NOT RU)", "Cuba and Russia", false),
    ])
    func `every condition that one value says is a field`(query: String, text: String, holds: Bool) throws {
        #expect(try trial(query).holds(text) == holds)
    }

    @Test(arguments: [
        ("(لافروف OR \"وزير الخارجية\") NEAR/6 زيارة", "قام وزير الخارجية بزيارة رسمية", "ar", true),
        ("(لافروف OR «وزير الخارجية») NEAR/٦ زيارة", "زيارة لافروف", "ar", true),
        ("(لافروف OR »وزير الخارجية«) NEAR/۶ زيارة", "زيارة لافروف", "ar", true),
        ("\u{200F}لافروف\u{200F} AND \u{202B}زيارة\u{202C}", "زيارة لافروف", "ar", true),
        ("\u{2067}(\u{2069}لافروف \u{200F}OR\u{200F} بوتين) \u{2066}NEAR/2\u{2069} زيارة", "زيارة بوتين", "ar", true),
        ("title:نفط AND NOT غاز", "النفط", "ar", false), ("نفط AND NOT غاز", "أسعار النفط", "ar", true),
        ("نفط AND NOT غاز", "النفط والغاز", "ar", false),
        ("(Лавров OR „министр иностранных дел“) NEAR/6 визит*", "визит главы МИД, министр иностранных дел", "ru", true),
        ("Лавров ONEAR/2 прибыл*", "Лавров вчера прибыла", "ru", true), ("Лавров ONEAR/2 прибыл*", "прибыл Лавров", "ru", false),
        ("ещё AND нефть", "еще нефть", "ru", true), ("“crude oil” AND ‘gas price’", "Crude oil, gas price", "en", true),
        ("„crude oil“ AND ‚gas‘", "crude oil and gas", "en", true), ("（oil　AND　gas）", "oil gas", "en", true),
        ("petróleo AND «acción»", "accion y petroleo", "es", true), ("「oil price」 OR gas", "oil price", "en", true),
        ("d'état NEAR/1 'coup d'essai'", "coup d'essai d'état", "fr", true),
    ])
    func `scripts, quotes and directions of every kind are read`(query: String, text: String, language: String, holds: Bool) throws {
        #expect(try trial(query).holds(text, language: language) == holds)
    }

    @Test func `a query stands beside and inside other conditions`() throws {
        #expect(try Trial("match: {query: oil OR gas, country: CU}").holds("Cuban gas"))
        #expect(try !Trial("match: {query: oil OR gas, country: CU}").holds("Russian gas"))
        #expect(try !Trial("match: {query: oil AND gas, within: title}").holds("oil and gas", title: "oil"))
        #expect(try !Trial("match: {terms: [oil], none: [{query: gas OR coal}]}").holds("oil and coal"))
        let near = try Trial("match: {near: {of: [{query: oil OR gas}, {terms: [price]}], distance: 1}}")
        #expect(near.evidence("gas has a high price, of coal or oil price") == ["oil", "price"])
        #expect(try !Trial("match: {terms: [oil]}\nexclude: [{id: x, query: olive NEAR/1 oil}]").holds("olive oil"))
        #expect(try Trial("match: {any: [{query: oil AND gas}, {terms: [coal]}]}").holds("coal"))
    }

    @Test func `terms of a language are inflected there`() throws {
        let trial = try Trial("match:\n  query:\n    en: tanker AND NOT barrel\n    ar: ناقلة")
        #expect(trial.holds("two tankers") && !trial.holds("two tankers, two barrels"))
        #expect(trial.holds("ناقلة", language: "ar") && !trial.holds("ناقلة", language: "en"))
        #expect(!trial.holds("tanker", language: "ar"))
    }

    @Test func `the evidence is the words, in order`() throws {
        #expect(try trial("(oil OR gas) NEAR/2 price").evidence("Coal, and the price of gas.") == ["price", "gas"])
    }
}
