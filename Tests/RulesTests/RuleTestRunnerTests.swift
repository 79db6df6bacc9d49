import Articles
import Rules
import Testing

@Suite struct RuleTestRunnerTests {
    private func results(_ tests: String, rule: String = "match: {terms: [oil]}") throws -> [RuleTestResult] {
        let trial = try Trial("\(rule)\ntests:\n\(tests)")
        var runner = RuleTestRunner(trial.rules)
        return trial.rules.rules.flatMap { runner.run($0) }
    }

    private func failures(_ tests: String, rule: String = "match: {terms: [oil]}") throws -> [String?] {
        try results(tests, rule: rule).map { $0.failure?.message }
    }

    @Test func `a test passes when the rule does what it says`() throws {
        #expect(try failures("  - match: oil is dear\n  - no-match: gas is dear\n  - {todo: match, text: petroleum}") == [nil, nil, nil])
    }

    @Test func `a test that fails says why`() throws {
        let found = try failures(
            "  - match: gas is dear\n  - no-match: oil is dear\n  - {todo: match, text: oil}\n  - {todo: no-match, text: gas}")
        #expect(found.count == 4 && found.allSatisfy { $0?.isEmpty == false })
        #expect(found[0]?.contains("terms oil") == true)
        #expect(found[1]?.contains("`oil`") == true)
        #expect(found[2] == "this passes now: make it a `match` test")
    }

    @Test func `a result tells its rule, kind, text and place, and whether it is to be done`() throws {
        let found = try results("  - match: oil\n  - {todo: match, text: petroleum}")
        #expect(found.map(\.rule) == ["t.a", "t.a"] && found.map(\.kind) == ["match", "match"])
        #expect(found.map(\.name) == ["oil", "petroleum"] && found.map(\.outcome) == [.passed, .todo])
        #expect(found.map { "\($0.place)" } == ["t.yaml:8:9", "t.yaml:9:9"])
    }

    // MARK: Reasons

    static let reasons: [(rule: String, text: String, because: String, holds: Bool)] = [
        ("match: {terms: [oil]}", "gas", "match", true),
        ("match: {terms: [oil]}", "gas", "terms", true),
        ("match: {terms: [oil, gas]}", "coal", "terms oil", true),
        ("match: {all: [{terms: [oil]}, {lexicon: sanctions}]}", "oil", "lexicon sanctions", true),
        ("match: {all: [{terms: [oil]}, {lexicon: sanctions}]}", "oil", "terms", false),
        // Two fail, so neither alone is the reason.
        ("match: {all: [{terms: [oil]}, {lexicon: sanctions}]}", "gas", "lexicon sanctions", false),
        ("match: {all: [{terms: [oil]}, {terms: [tax]}]}", "gas", "terms", true),
        ("match: {any: [{terms: [oil]}, {lexicon: sanctions}]}", "gas", "any", true),
        ("match: {any: [{terms: [oil]}, {lexicon: sanctions}]}", "gas", "lexicon sanctions", true),
        ("match: {terms: [bank], none: [{terms: [river]}]}", "a bank of the river", "none", true),
        ("match: {terms: [bank], none: [{terms: [river]}]}", "a bank of the river", "none terms river", true),
        ("match: {terms: [bank], none: [{terms: [river]}]}", "a river", "none", false),
        ("match: {near: {of: [{terms: [oil]}, {terms: [tax]}], distance: 1}}", "oil has no such a tax", "near", true),
        ("match: {near: {of: [{terms: [oil]}, {terms: [tax]}], distance: 1}}", "oil", "near", false),
        ("match: {near: {of: [{terms: [oil]}, {terms: [tax]}], distance: 1}}", "oil", "terms tax", true),
        ("match: {all: [{terms: [oil]}, {terms: [tax]}], within: sentence}", "Oil. A tax.", "within sentence", true),
        ("match: {all: [{terms: [oil]}, {terms: [tax]}], within: sentence}", "Oil.", "within", false),
        ("match: {terms: [oil], at-least: 2}", "oil", "at-least", true),
        ("match: {terms: [oil], first: 2}", "coal and gas and oil", "first", true),
        ("match: {terms: [oil], within: title}", "coal and oil", "within title", true),
        ("match: {terms: [oil]}\nscope: [title]", "coal and oil", "scope", true),
        ("match: {terms: [oil]}\nscope: [title]", "coal", "scope", false),
        ("match: {terms: [oil]}\nlanguages: [ar]", "oil", "language", true),
        ("match: {terms: [oil]}\nexclude: [{id: olive, terms: [olive oil]}]", "olive oil", "exclude olive", true),
        ("match: {terms: [oil]}\nexclude: [{id: olive, terms: [olive oil]}]", "gas", "exclude olive", false),
        ("match: {country: CU}", "Norway", "country CU", true),
        ("event: {type: visit}", "Norway", "no event", true),
        ("event: {type: visit, destination: {country: BR}}", "Sergey Lavrov visited Cuba.", "role destination", true),
        ("event: {type: visit, destination: {country: BR}}", "Sergey Lavrov visited Cuba.", "role", true),
        ("event: {type: visit, destination: {country: BR}}", "Sergey Lavrov visited Cuba.", "role actor", false),
        ("event: {type: visit, status: planned}", "Sergey Lavrov visited Cuba.", "status completed", true),
        ("event: {type: visit}", "Sergey Lavrov visited Moscow.", "role destination", true),
        ("event: {type: visit}\nscope: [title]", "Long ago Sergey Lavrov visited Cuba.", "scope", true),
    ]

    @Test(arguments: reasons.indices) func `a miss must be for the reason that is named, and for no other`(index: Int) throws {
        let (rule, text, because, holds) = Self.reasons[index]
        let found = try failures("  - {no-match: \"\(text)\", because: \(because), language: en}", rule: rule)
        #expect(found.map { $0 == nil } == [holds], "\(found)")
    }

    @Test func `a reason that is not the only one is told to be made so`() throws {
        let rule = "match: {all: [{terms: [oil]}, {lexicon: sanctions}]}"
        #expect(try failures("  - {no-match: gas, because: terms}", rule: rule) == ["lexicon sanctions fails too: let terms alone decide"])
    }

    // MARK: What is expected

    private static let visit = "match: Sergey Lavrov visited Cuba., language: en, published: 2024-02-19"

    @Test(arguments: [
        "destination.country: CU, status: completed, actor.office: minister", "destination: {country: CU}", "status: [planned, completed]",
        "destination: {country: [BR, CU]}, type: visit", "host.country: none", "actor.name: Sergey Lavrov, actor.entity: sergey-lavrov",
        "count: 1", "evidence: [Sergey Lavrov, visited]", "evidence: Cuba, destination.country: CU", "date: none",
    ])
    func `an event that is as expected passes`(expect: String) throws {
        #expect(try failures("  - {\(Self.visit), expect: {\(expect)}}", rule: "event: {type: visit}") == [nil])
    }

    @Test(arguments: [
        ("destination.country: BR", "expected destination.country BR, found CU"),
        ("destination: {country: [BR, NO]}", "expected destination.country BR or NO, found CU"),
        ("destination.body: UN", "expected destination.body UN, found none"),
        ("host.country: CU, status: completed", "expected host.country CU, found none"), ("count: 2", "expected matches 2, found 1"),
        ("evidence: [Lavrov]", "expected evidence `Lavrov`, found `Sergey Lavrov`, `visited`, `Cuba`"),
    ])
    func `an event that is not as expected is told with what was found`(expect: String, message: String) throws {
        #expect(try failures("  - {\(Self.visit), expect: {\(expect)}}", rule: "event: {type: visit}") == [message])
    }

    @Test func `what is as expected stands beside what is not`() throws {
        let expect = "destination.country: BR, status: completed"
        let found = try results("  - {\(Self.visit), expect: {\(expect)}}", rule: "event: {type: visit}")
        let differences = try #require(found.first?.failure?.differences)
        #expect(differences.map(\.field) == ["destination.country", "status"] && differences.map(\.holds) == [false, true])
    }

    @Test func `one event must have all that is expected, not several together`() throws {
        let text = "match: Sergey Lavrov visited Cuba. Sergey Lavrov will visit Brazil., language: en"
        let rule = "event: {type: visit}"
        #expect(try failures("  - {\(text), expect: {destination.country: BR, status: planned, count: 2}}", rule: rule) == [nil])
        #expect(try failures("  - {\(text), expect: {destination.country: CU, status: planned}}", rule: rule) != [nil])
        #expect(try failures("  - {\(text), expect: {destination.country: BR, evidence: Cuba}}", rule: rule) != [nil])
    }

    @Test func `a rule of text is held to its evidence and to the places it stands on`() throws {
        #expect(try failures("  - {match: Oil and oil, expect: {evidence: [Oil, oil], count: 2}}") == [nil])
        #expect(try failures("  - {match: Oil and oil, expect: {count: 1}}") == ["expected places 1, found 2"])
    }

    @Test func `a part of a piece of evidence is told to be no piece`() throws {
        let found = try results("  - {match: crude oil, expect: {evidence: oil}}", rule: "match: {terms: [crude oil]}")
        #expect(found.first?.failure?.hints == ["`oil` is a part of the evidence `crude oil`: name all of it"])
    }

    @Test func `a failing match is told what nearly matched`() throws {
        let trial = try Trial("match: {terms: [refinery]}\ntests:\n  - match: The refinary burns.", keepingTerms: true)
        var runner = RuleTestRunner(trial.rules)
        let found = trial.rules.rules.flatMap { runner.run($0) }
        #expect(found.first?.failure?.hints == ["`refinary` is near `refinery`"])
    }

    @Test func `a visit that was not found is told by the word that might have reported it`() throws {
        let found = try results("  - {match: He visited the dentist., language: en}", rule: "event: {type: visit}")
        #expect(found.first?.failure?.hints == ["`visited` reports none: it finds its roles in the sentence by no frame"])
    }

    // MARK: The article

    @Test func `a text of several lines is a page with its title`() throws {
        let trial = try Trial("match: {terms: [oil]}\ntests:\n  - match: |\n      Oil\n      is dear\n  - match: Oil is dear.")
        let tests = try #require(trial.rules.rules.first?.tests)
        #expect(tests.map { RuleTestRunner.article(of: $0, id: "1").title } == ["Oil", ""])
    }

    @Test func `a test may give title, source and day of its article`() throws {
        let trial = try Trial(
            "match: {terms: [oil]}\ntests:\n  - {match: \"It\\nis dear\", title: Oil, source: Example Post, published: 2024-02-19}")
        let article = RuleTestRunner.article(of: try #require(trial.rules.rules.first?.tests.first), id: "1")
        #expect(article.title == "Oil" && article.body == "It\nis dear" && article.source == "Example Post")
        #expect(article.published?.date.description == "2024-02-19")
        #expect(try failures("  - {match: It is dear, title: Oil}", rule: "match: {terms: [oil], within: title}") == [nil])
    }
}
