import Articles
import Rules
import Testing

/// What authors bring along from other systems must be sayable, and mean here what it meant there.
@Suite struct PortedRuleTests {
    private func matches(_ condition: String, _ text: String, sections: String = "") throws -> Bool {
        var matcher = Matcher(try SmallCore.rules("\(sections)rules:\n  - {id: t.r, title: x, match: \(condition)}\n"))
        let article = Article(id: "1", title: "", body: text, language: LanguageTag("en"))
        return !matcher.match(article).matches.isEmpty
    }

    @Test(arguments: [
        ("10:30", "It begins at 10:30 sharp."), ("10:30", "في الساعة ١٠:٣٠ مساء"), ("3:2", "They won 3:2 at home."),
        ("C-130", "A C-130 has landed."), ("AT&T", "Shares of AT&T fell."), ("U.S.", "The U.S. will vote."),
        ("U.S.-led", "The U.S.-led force left."), ("#FreeCuba", "They wrote #FreeCuba."), ("@example", "Said @example."),
        ("№ 5", "School № 5 is closed."), ("$1.5 billion", "A loan of $1.5 billion"), ("1,000", "More than 1,000 came."),
        ("24/7", "Open 24/7 now."), ("Washington, D.C.", "In Washington, D.C., today"), ("O'Reilly", "Mr O’Reilly left."),
        ("example.org/x", "See example.org/x for more."), ("S&P 500", "The S&P 500 rose."),
    ])
    func `a term with marks in it finds what is written so`(term: String, text: String) throws {
        #expect(try matches("{terms: [\"\(term)\"]}", text))
    }

    @Test(arguments: [
        ("10:30", "There are 10: 30 of them are new."), ("10:30", "Of these 10; 30 are new."), ("10:30", "10 and 30"),
        ("north south", "north:south"), ("C-130", "C 4 and 130"),
    ])
    func `what divides a text divides a phrase`(term: String, text: String) throws {
        #expect(try !matches("{terms: [\"\(term)\"]}", text))
    }

    @Test(arguments: [
        ("hl:(oil) AND country(CU)", "title:oil AND country:CU"), ("oil AND la:en", "oil AND language:en"),
        ("allintitle:oil", "title:oil"), ("oil AND language(en OR ar)", "oil AND language:(en OR ar)"),
    ])
    func `fields of other systems are read as our own`(theirs: String, ours: String) throws {
        var results: [[Bool]] = []
        for query in [theirs, ours] {
            var matcher = Matcher(try SmallCore.rules("rules:\n  - {id: t.r, title: x, match: {query: \"\(query)\"}}\n"))
            results.append(
                ["Oil for Cuba", "Oil for Brazil", "Gas"].map {
                    !matcher.match(Article(id: "1", title: $0, body: "News.", language: LanguageTag("en"))).matches.isEmpty
                })
        }
        #expect(results[0] == results[1])
        #expect(results[0].contains(true) && results[0].contains(false))
    }

    @Test(arguments: [(1, true, true), (2, false, true), (3, false, false)])
    func `some counts conditions, not places`(least: Int, ofOne: Bool, ofTwo: Bool) throws {
        let condition = "{some: {of: [{terms: [oil]}, {terms: [gas]}, {country: CU}], at-least: \(least)}}"
        #expect(try matches(condition, "Oil, oil and oil.") == ofOne)
        #expect(try matches(condition, "Oil for Cuba.") == ofTwo)
        #expect(try matches(condition, "Gas and oil for Havana and Cuba."))
    }

    @Test func `what people say of a rule in Sigma stands here too`() throws {
        _ = try SmallCore.rules(
            """
            rules:
              - id: t.r
                title: x
                description: Why it is there.
                author: A. Roe
                references: [https://example.org/a]
                date: 2026-01-10
                modified: 2026-02-01
                falsepositives: [Anniversaries]
                license: CC-BY-4.0
                match: {terms: [oil]}
            """)
    }
}
