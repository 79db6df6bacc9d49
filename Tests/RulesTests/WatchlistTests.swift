import Articles
import Diagnostics
import Rules
import Testing

/// Rules that watch for names, over the small core.
@Suite struct WatchlistTests {
    static let people = """
        id,name,aliases,weak,type,country
        q1,"Orlov, Pyotr Ivanovich",بيوتر أورلوف,Orlov,Person,RU
        q2,Casa de Mar LLC,,,Company,CU
        q3,Evening Tide,,,Vessel,
        """

    private func rules(_ watchlist: String, _ more: String = "") throws -> RuleSet {
        try SmallCore.rules(
            "lists:\n  - {id: people, title: People, file: people.csv}\nrules:\n  - id: t.w\n    title: Watched\n    watchlist: \(watchlist)\n"
                + more, files: ["people.csv": Self.people])
    }

    private func found(_ text: String, _ rules: RuleSet, published: String = "2024-02-19") -> [WatchSummary] {
        var matcher = Matcher(rules)
        return matcher.match(Article(id: "1", body: text, language: LanguageTag("en"), published: Timestamp(published))).matches.compactMap(
            \.watch)
    }

    @Test(
        arguments: [
            ("exact", "Pyotr Ivanovich Orlov spoke.", "q1"), ("exact", "pyotr ivanovich orlov spoke.", nil),
            ("exact", "Pyotr Orlov spoke.", nil),
            ("exact", "The Evening Tide sank.", "q3"), ("exact", "The evening tide came in.", nil), ("exact", "وصل بيوتر أورلوف", "q1"),
            ("exact", "ولبيوتر اورلوف رأي", "q1"), ("exact", "Pyotr. Ivanovich. Orlov", nil),
            ("variants", "Pyotr Orlov spoke.", "q1"), ("variants", "Orlov, Pyotr spoke.", "q1"), ("variants", "P. Orlov spoke.", "q1"),
            ("variants", "Petr Orlov spoke.", nil), ("variants", "Pyotr said Orlov.", nil), ("variants", "Pyotr Orlof spoke.", nil),
            ("variants", "Casa de Mar", "q2"), ("variants", "Casa Mar LLC", "q2"), ("variants", "Mar de Casa", nil),
            ("variants", "Pyotr, Orlov and others", nil), ("variants", "Pyotr\n\nOrlov", nil),
            ("fuzzy", "Pyotr Orlow spoke.", "q1"), ("fuzzy", "Pyotr Ormov spoke.", "q1"), ("fuzzy", "Pyotr Armow spoke.", nil),
            ("fuzzy", "Cast de Mar", nil), ("fuzzy", "Evening Tied", nil),
        ] as [(String, String, String?)])
    func `a name is found as its spelling allows`(spelling: String, text: String, entry: String?) throws {
        let rules = try rules("{lists: [people], spelling: \(spelling)}")
        #expect(found(text, rules).map(\.entry) == (entry.map { [$0] } ?? []))
    }
}
