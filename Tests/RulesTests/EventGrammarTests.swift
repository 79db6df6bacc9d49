import Articles
import Rules
import Testing

/// What the shipped knowledge makes of sentences: both sides, dates, who says so. Published on Monday, 19 February 2024.
@Suite struct EventGrammarTests {
    /// Fields of the events of one rule, in order.
    private func found(_ text: String, _ language: String, _ rule: String, _ fields: [String]) throws -> [[String?]] {
        let rules = try #require(Shipped.loaded.rules)
        var matcher = Matcher(rules)
        let article = Article(
            id: "1", body: text, language: LanguageTag(language), published: Timestamp("2024-02-19T08:00:00Z"))
        let (matches, analyzed) = matcher.match(article)
        return matches.filter { $0.rule.id == rule }.compactMap(\.event).map { event in
            let known = EventFields(event: event, rules: rules, article: analyzed)
            return fields.map { known[$0] }
        }
    }

    @Test(arguments: [
        ("en", "The Egyptian president received the Jordanian king in Cairo. The two countries signed an agreement on water."),
        ("ar", "استقبل الرئيس المصري العاهل الأردني في القاهرة. ووقع البلدان اتفاقية بشأن المياه."),
        ("es", "El presidente egipcio recibió al rey de Jordania en El Cairo. Ambos países firmaron un acuerdo sobre el agua."),
        ("fr", "Le président égyptien a reçu le roi de Jordanie au Caire. Les deux pays ont signé un accord sur l'eau."),
    ])
    func `both sides are those who were named before`(language: String, text: String) throws {
        let sides = try found(text, language, "diplomacy.agreement", ["actor.country", "recipient.country"])
        #expect(sides.map { Set($0.compactMap { $0 }) } == [["EG", "JO"]])
    }

    @Test(arguments: [
        ("en", "Russian Foreign Minister Sergey Lavrov will visit Cuba on Wednesday.", "2024-02-21"),
        ("en", "Russian Foreign Minister Sergey Lavrov visited Cuba on Wednesday.", "2024-02-14"),
        ("en", "Russian Foreign Minister Sergey Lavrov will visit Cuba in late March.", "2024-03-22/2024-03-31"),
        ("en", "Russian Foreign Minister Sergey Lavrov will visit Cuba next week.", "2024-02-26/2024-03-03"),
        ("en", "Russian Foreign Minister Sergey Lavrov visited Cuba in October.", "2023-10"),
        ("ar", "يزور وزير الخارجية الروسي سيرغي لافروف كوبا في السابع عشر من آذار.", "2024-03-17"),
        ("ar", "يزور وزير الخارجية الروسي سيرغي لافروف كوبا في ٢٥ فيفري.", "2024-02-25"),
        ("ru", "Министр иностранных дел России Сергей Лавров посетит Кубу 25.02.2024.", "2024-02-25"),
        ("es", "El canciller ruso Serguéi Lavrov visitará Cuba del 24 al 26 de febrero.", "2024-02-24/2024-02-26"),
    ])
    func `a date is read against the day of publication`(language: String, text: String, date: String) throws {
        #expect(try found(text, language, "ru-latam.minister-visit", ["date"]) == [[date]])
    }

    @Test func `a Hijri date lies within its tolerance`() throws {
        let text = "يزور وزير الخارجية الروسي سيرغي لافروف كوبا في 15 شعبان 1445."
        #expect(try found(text, "ar", "ru-latam.minister-visit", ["date"]) == [["2024-02-23/2024-02-27"]])
    }

    @Test(arguments: [
        ("en", "Russian Foreign Minister Sergey Lavrov visited Cuba.", "outlet", nil),
        ("en", "Russian Foreign Minister Sergey Lavrov visited Cuba, according to the Cuban government.", "stated", "CU"),
        ("en", "Russian Foreign Minister Sergey Lavrov reportedly visited Cuba.", "alleged", nil),
        ("en", "“Russian Foreign Minister Sergey Lavrov visited Cuba and liked it”, a reader wrote.", "quoted", nil),
        ("es", "Según el gobierno cubano, el canciller ruso Serguéi Lavrov visitó Cuba.", "stated", "CU"),
    ])
    func `an event tells who says so`(language: String, text: String, kind: String, country: String?) throws {
        #expect(
            try found(text, language, "ru-latam.minister-visit", ["attribution", "attribution.country"]).map { $0 } == [[kind, country]])
    }

    @Test(arguments: [
        ("en", "Russian Foreign Minister Sergei Lavrov visited Cuba.", "sergey-lavrov"),
        ("es", "El canciller ruso Serguéi Lavrov visitó Cuba.", "sergey-lavrov"),
        ("ar", "زار وزير الخارجية الروسي سيرجي لافروف كوبا.", "sergey-lavrov"),
        ("ru", "Министр иностранных дел России Сергей Лавров посетил Кубу.", "sergey-lavrov"),
        ("en", "The Russian transport minister visited Cuba.", "minister/transport/RU"),
        ("fr", "Le ministre russe des Transports a visité Cuba.", "minister/transport/RU"),
    ])
    func `one person has one key in all languages and spellings`(language: String, text: String, key: String) throws {
        let rules = try #require(Shipped.loaded.rules)
        var matcher = Matcher(rules)
        let article = Article(id: "1", body: text, language: LanguageTag(language), published: Timestamp("2024-02-19T08:00:00Z"))
        let (matches, analyzed) = matcher.match(article)
        let event = try #require(matches.first { $0.rule.id == "ru-latam.minister-visit" }?.event)
        let fields = EventFields(event: event, rules: rules, article: analyzed)
        #expect(fields.key("actor") == key && fields.key("destination") == "CU" && fields.key("status") == fields["status"])
    }

    @Test func `two officials of one country do not meet abroad`() throws {
        #expect(
            try found("French President Emmanuel Macron met French Prime Minister Gabriel Attal in Paris.", "en", "diplomacy.meeting", [])
                .isEmpty)
        #expect(try found("The minister met the tax collectors.", "en", "diplomacy.meeting", []).isEmpty)
    }

    @Test func `a plural office of two countries is two officials`() throws {
        for text in [
            "The foreign ministers of Egypt and Turkey met on Sunday.", "The Turkish and Egyptian foreign ministers met on Sunday.",
        ] {
            let sides = try found(text, "en", "diplomacy.meeting", ["actor.country", "recipient.country"])
            #expect(sides.map { Set($0.compactMap { $0 }) } == [["EG", "TR"]], "\(text)")
        }
    }
}
