import Articles
import Rules
import Testing

@Suite struct RuleTestRunnerTests {
    private func failures(_ tests: String, rule: String = "match: {terms: [oil]}") throws -> [String?] {
        let trial = try Trial("\(rule)\ntests:\n\(tests)")
        var runner = RuleTestRunner(trial.rules)
        return trial.rules.rules.flatMap { runner.run($0) }.map { $0.failure?.message }
    }

    @Test func `a test passes when the rule does what it says`() throws {
        #expect(try failures("  - match: oil is dear\n  - no-match: gas is dear\n  - {todo: match, text: petroleum}") == [nil, nil, nil])
    }

    @Test func `a test that fails says why`() throws {
        let found = try failures(
            "  - match: gas is dear\n  - no-match: oil is dear\n  - {todo: match, text: oil}\n  - {todo: no-match, text: gas}")
        #expect(found.count == 4 && found.allSatisfy { $0?.isEmpty == false })
        #expect(found[1]?.contains("`oil`") == true)
        #expect(found[2] == "this passes now: make it a `match` test")
    }

    @Test func `a miss must be for the reason that is named`() throws {
        let rule = "match: {terms: [oil]}\nexclude: [{id: olive, terms: [olive oil]}]"
        let found = try failures(
            "  - {no-match: olive oil, because: exclude olive}\n  - {no-match: gas, because: exclude olive}\n  - {no-match: gas, because: match}",
            rule: rule)
        #expect(found[0] == nil && found[1] != nil && found[2] == nil)
    }

    @Test func `an event is held to what is expected of it`() throws {
        let text = "match: Sergey Lavrov visited Cuba., language: en, published: 2024-02-19"
        let rule = "event: {type: visit}"
        #expect(
            try failures("  - {\(text), expect: {destination.country: CU, status: completed, actor.office: minister}}", rule: rule) == [nil]
        )
        let wrong = try failures("  - {\(text), expect: {destination.country: BR}}", rule: rule)
        #expect(wrong.first??.contains("destination.country CU") == true)
        #expect(try failures("  - {\(text), expect: {destination.body: EU}}", rule: rule).first != .some(nil))
    }

    @Test func `a text of several lines is a page with its title`() throws {
        let trial = try Trial("match: {terms: [oil]}\ntests:\n  - match: |\n      Oil\n      is dear\n  - match: Oil is dear.")
        let tests = try #require(trial.rules.rules.first?.tests)
        #expect(tests.map { RuleTestRunner.article(of: $0, id: "1").title } == ["Oil", ""])
    }
}
