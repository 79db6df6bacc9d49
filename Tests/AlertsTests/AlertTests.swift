import Alerts
import Articles
import Rules
import Testing

@Suite struct AlertTests {
    @Test func `an alert says what its article is`() throws {
        let article = Article(
            id: "a1", url: "https://x.test/1", title: Array("Oil".utf8), body: Array("Crude.".utf8), language: LanguageTag("en"),
            published: Timestamp("2024-02-19T08:00:00Z"),
            source: "Agency")
        let alert = try Sample.oil(", level: high, tags: [a.b], revision: 3").alert(article)
        #expect(
            alert.articleID == "a1" && alert.url == "https://x.test/1" && alert.articleTitle == "Oil" && alert.source == "Agency"
                && alert.language == "en")
        #expect(alert.rule.id == "t.oil" && alert.rule.level == .high && alert.rule.revision == 3 && alert.event == nil)
        #expect(alert.published?.description == "2024-02-19T08:00:00Z")
    }

    @Test func `an alert is raised at the time of the run, or of its article`() throws {
        let sample = try Sample.oil()
        let published = try #require(Timestamp("2024-02-19"))
        let now = try #require(Timestamp("2026-01-01T12:00:00Z"))
        #expect(try sample.alert(Article(id: "1", body: "oil", published: published)).raised == published)
        #expect(try sample.alert(Article(id: "1", body: "oil", published: published), now: now).raised == now)
        #expect(try sample.alert(Article(id: "1", body: "oil")).raised == nil)
    }

    @Test func `an alert about an event says who, where and how real`() throws {
        let alert = try Sample.visit().alert(
            Article(id: "1", body: "Sergey Lavrov visited Cuba.", language: LanguageTag("en"), published: Timestamp("2024-02-19")))
        let event = try #require(alert.event)
        #expect(event.type == "visit" && event.status == "completed")
        #expect(event.roles.map(\.name) == ["actor", "destination"])
        #expect(event.roles.first?.text == "Sergey Lavrov" && event.roles.first?.entity == "sergey-lavrov")
        #expect(event.roles.first?.office == "minister" && event.roles.first?.portfolio == "foreign" && event.roles.first?.country == "RU")
        #expect(event.roles.last?.country == "CU" && event.roles.last?.office == nil)
    }

    @Test func `matches with the same key fields are one alert with all their evidence`() throws {
        let text = "Sergey Lavrov visited Cuba.\nSergey Lavrov visited Cuba.\nSergey Lavrov visited Brazil."
        let alerts = try Sample.visit().alerts(
            Article(id: "1", body: text, language: LanguageTag("en"), published: Timestamp("2024-02-19")))
        #expect(alerts.map { $0.event?.roles.last?.country } == ["CU", "BR"])
        #expect((alerts.first?.evidence.count ?? 0) > (alerts.last?.evidence.count ?? .max))
        #expect(try Sample.visit(", alert: {dedupe: [type]}").alerts(Article(id: "1", body: text, language: LanguageTag("en"))).count == 1)
    }
}

@Suite struct EvidenceTests {
    @Test(arguments: [
        ("", "oil"), ("Oil 🏦", "é oil — 🏦 crude"), ("نفط", "وبالنفط، والنفط"), ("e\u{301} oil", "\r\n\n  oil\u{200F} oil"), ("oil", ""),
        ("x", "«oil» l'oil U.S. oil's"),
        ("CRUDE", "中文oil中文"), ("", "o\u{301}il نُفْط"),
    ])
    func `evidence is cut from the field that it names`(title: String, body: String) throws {
        let alert = try Sample.oil().alert(Article(id: "1", title: title, body: body))
        #expect(!alert.evidence.isEmpty)
        for piece in alert.evidence {
            let field = Array((piece.field == .title ? title : body).utf8)
            try #require(0 <= piece.start && piece.start < piece.end && piece.end <= field.count)
            #expect(String(decoding: field[piece.start..<piece.end], as: UTF8.self) == piece.text)
        }
    }

    @Test func `evidence counts bytes from the start of its field`() throws {
        let alert = try Sample.oil().alert(Article(id: "1", title: "é oil", body: "🏦 crude"))
        #expect(alert.evidence.map { "\($0.field) \($0.start)..<\($0.end) \($0.text)" } == ["title 3..<6 oil", "body 5..<10 crude"])
    }

    @Test func `no evidence is told twice`() throws {
        let near = try Sample("  - {id: t.b, title: B, match: {near: {of: [{terms: [oil]}, {terms: [gas]}], distance: 4}}}\n")
        #expect(try near.alert(Article(id: "1", body: "oil gas oil")).evidence.map(\.start) == [0, 4, 8])
        let pattern = try Sample("  - {id: t.a, title: A, match: {terms: [/crude/]}}\n")
        #expect(try pattern.alert(Article(id: "1", body: "crudecrude")).evidence.count == 1)
    }

    @Test(arguments: 0..<10) func `evidence of random articles is cut from their fields, in order`(block: Int) throws {
        let sample = try Sample(
            """
              - {id: t.a, title: A, match: {any: [{terms: [oil, crude oil, نفط]}, {terms: [/rude/]}]}}
              - {id: t.b, title: B, match: {near: {of: [{terms: [oil]}, {terms: [gas, "é"]}], distance: 4}}}
              - {id: t.c, title: C, event: {type: visit}}

            """)
        let pieces: [[UInt8]] =
            [
                "oil", "crude", "gas", "é", "نفط", "وبالنفط", "🏦", "中", "Sergey Lavrov", "visited", "Cuba", "the", ". ", ", ", "\n",
                "e\u{301}", "\u{200F}", "'s",
            ].map { Array($0.utf8) } + [[0xFF], [0xC3]]
        for seed in block * 30..<block * 30 + 30 {
            var random = SeededGenerator(seed: UInt64(seed))
            func text(_ count: Int) -> [UInt8] {
                var bytes: [UInt8] = []
                for _ in 0..<count { bytes += (pieces.randomElement(using: &random) ?? []) + (Bool.random(using: &random) ? [0x20] : []) }
                return bytes
            }
            let (title, body) = (text(Int.random(in: 0..<5, using: &random)), text(Int.random(in: 0..<40, using: &random)))
            for alert in sample.alerts(Article(id: "1", title: title, body: body, language: LanguageTag("en"))) {
                let isCut = alert.evidence.allSatisfy { piece in
                    let field = piece.field == .title ? title : body
                    return piece.start < piece.end && piece.end <= field.count
                        && String(decoding: field[piece.start..<piece.end], as: UTF8.self) == piece.text
                }
                let places = alert.evidence.map { [$0.field == .title ? 0 : 1, $0.start, $0.end] }
                let isSorted = zip(places, places.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) }
                if !isCut || !isSorted || alert.evidence.isEmpty { Issue.record("seed \(seed): \(alert.rule.id) \(alert.evidence)") }
            }
        }
    }
}

@Suite struct AlertIDTests {
    private func id(_ sample: Sample, _ article: Article) throws -> String { try sample.alert(article).id }

    @Test func `an id is thirty-two hexadecimal digits`() throws {
        let id = try id(.oil(), Article(id: "1", body: "oil"))
        #expect(id.utf8.count == 32 && id.allSatisfy { $0.isHexDigit && !$0.isUppercase })
    }

    @Test func `an id never changes`() throws {
        // Those who get alerts store ids: another value for the same alert would tell them twice. FNV-1a of `t.oil`, `1`, `article-1`, each closed by FF.
        #expect(try id(.oil(), Article(id: "article-1", body: "oil")) == "4d6b9531232e6dc1f1ab02aebf4e0fab")
    }

    @Test func `the same rule, article and key fields give the same id, in any run`() throws {
        let text = "Sergey Lavrov visited Cuba."
        let english = LanguageTag("en")
        let first = try id(.visit(), Article(id: "1", body: text, language: english))
        #expect(try id(.visit(), Article(id: "1", title: "A title", body: text + " More.", language: english)) == first)
        #expect(
            try id(.visit(", level: low, tags: [x]"), Article(id: "1", body: text, language: english, published: Timestamp("2024-02-19")))
                == first)
    }

    @Test func `another rule, revision, article or key field gives another id`() throws {
        let english = LanguageTag("en")
        func visit(_ text: String, _ id: String = "1", _ extra: String = "") throws -> String {
            try self.id(.visit(extra), Article(id: id, body: text, language: english))
        }
        let ids = [
            try visit("Sergey Lavrov visited Cuba."), try visit("Sergey Lavrov visited Brazil."),
            try visit("Sergey Lavrov will visit Cuba."),
            try visit("Sergey Lavrov visited Cuba.", "2"), try visit("Sergey Lavrov visited Cuba.", "1", ", revision: 2"),
            try id(.oil(), Article(id: "1", body: "oil")),
            try id(.oil(), Article(id: "1t.oil", body: "oil")), try id(.oil(), Article(id: "11", body: "oil")),
            try id(.oil(", revision: 11"), Article(id: "", body: "oil")),
            try visit("Sergey Lavrov visited Cuba.", "1", ", alert: {dedupe: [status]}"),
            try visit("Sergey Lavrov visited Cuba.", "1", ", alert: {dedupe: [type]}"),
        ]
        #expect(Set(ids).count == ids.count)
    }

    @Test func `what a rule does not count among its keys makes no other id`() throws {
        let sample = try Sample.visit(", alert: {dedupe: [destination.country]}")
        let english = LanguageTag("en")
        #expect(
            try id(sample, Article(id: "1", body: "Sergey Lavrov visited Cuba.", language: english))
                == id(sample, Article(id: "1", body: "Sergey Lavrov will visit Cuba.", language: english)))
    }
}

@Suite struct MessageTests {
    private func message(_ template: String, body: String = "Sergey Lavrov visited Cuba.", title: String = "A title") throws -> String {
        try Sample.visit(", alert: {message: \"\(template)\"}").alert(
            Article(id: "1", title: title, body: body, language: LanguageTag("en"))
        ).message
    }

    @Test(arguments: [
        ("{actor} → {destination} ({status})", "Sergey Lavrov → Cuba (completed)"), ("{title}: {article}", "Visit: A title"),
        ("{destination.country}{actor.office}", "CUminister"),
        ("{actor.entity} {type}", "sergey-lavrov visit"), ("no field", "no field"), ("{}", "{}"), ("}{status}", "}completed"),
    ])
    func `a message is filled in`(template: String, expected: String) throws {
        #expect(try message(template) == expected)
    }

    @Test func `what is filled in is not filled in again`() throws {
        #expect(try message("{article}", title: "{status} {actor") == "{status} {actor")
    }

    @Test(arguments: ["{.}", "{..}", "{nothing}", "{actor.}", "{host}"])
    func `a field that does not exist is told when the rules are checked`(template: String) throws {
        let rule = "rules:\n  - {id: t.visit, title: Visit, event: {type: visit}, alert: {message: \"a \(template) b\"}}\n"
        #expect(Sample.codes(of: rule) == ["R004"])
    }

    @Test(arguments: ["{{status}}", "{destination.region}"]) func `a field that nobody fills leaves no trap`(template: String) throws {
        #expect(!(try message("a \(template) b")).contains("Optional"))
    }

    @Test func `text before a brace that is never closed stands once`() throws {
        #expect(try message("abc {title") == "abc {title")
    }

    @Test func `the message of a rule without one is its title`() throws {
        #expect(try Sample.oil().alert(Article(id: "1", body: "oil")).message == "Oil")
    }
}

@Suite struct ReplayTests {
    @Test(arguments: 0..<5) func `a replayed stream gives the same alerts, in any order and from any worker`(seed: UInt64) async throws {
        let sample = try Sample(
            """
              - {id: t.a, title: A, match: {any: [{terms: [oil, crude]}, {terms: [/asoline/]}]}, exclude: [{id: x, terms: [salad], within: article}]}
              - {id: t.b, title: B, match: {near: {of: [{terms: [oil]}, {country: CU}], distance: 4}}}
              - {id: t.c, title: C, event: {type: visit}}

            """)
        var random = SeededGenerator(seed: seed)
        let words = ["oil", "crude", "salad", "gasoline", "Sergey Lavrov", "visited", "Cuba.", "Brazil.", "the", "will visit"]
        let articles = (0..<40).map { number in
            let body = (0..<Int.random(in: 1..<15, using: &random)).map { _ in words.randomElement(using: &random) ?? "oil" }.joined(
                separator: " ")
            return Article(id: "\(number)", body: body, language: LanguageTag("en"), published: Timestamp("2024-02-19"))
        }
        let expected = articles.flatMap { sample.alerts($0).map(\.json) }
        #expect(Set(expected).count == expected.count && expected.count > 10)
        let orders = (0..<4).map { _ in articles.shuffled(using: &random) }
        let rules = sample.rules
        let replays = await withTaskGroup(of: [String].self) { group in
            for order in orders {
                group.addTask {
                    var matcher = Matcher(rules)
                    let raiser = AlertRaiser(rules: rules)
                    return order.flatMap { article in
                        let (matches, analyzed) = matcher.match(article)
                        return raiser.raise(matches, of: analyzed).map(\.json)
                    }
                }
            }
            return await group.reduce(into: [[String]]()) { $0.append($1) }
        }
        for replay in replays { #expect(replay.sorted() == expected.sorted()) }
    }
}
