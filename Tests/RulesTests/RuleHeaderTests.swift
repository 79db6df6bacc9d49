import Analysis
import Articles
import Rules
import Testing

@Suite struct RuleHeaderTests {
    @Test func `what a rule does not say has a usual value`() throws {
        let rule = try #require(try Trial("match: {terms: [oil]}").rules.rules.first)
        #expect(rule.header.status == .experimental && rule.header.level == .medium && rule.header.revision == 1)
        #expect(rule.header.languages == nil && rule.header.scope == [.title, .lead, .body] && rule.header.tags.isEmpty)
        #expect(rule.alerting.message == nil && rule.alerting.dedupe.isEmpty && rule.alerting.quiet == nil)
    }

    @Test(arguments: [("90s", 90), ("15m", 900), ("24h", 86_400), ("7d", 604_800)]) func `quiet is a span of time`(
        text: String, seconds: Int
    ) throws {
        #expect(try Trial("match: {terms: [oil]}\nalert: {quiet: \(text)}").rules.rules.first?.alerting.quiet == seconds)
    }

    @Test func `a rule of some languages looks at their articles only`() throws {
        let trial = try Trial("match: {terms: [oil, نفط]}\nlanguages: [ar]")
        #expect(
            trial.holds("نفط في العالم", language: "ar") && !trial.holds("oil in the world", language: "en")
                && !trial.holds("oil", language: "de"))
    }

    @Test func `rules are in the order of their ids, wherever they were written`() throws {
        let rules = try SmallCore.rules(
            "rules:\n" + ["t.c", "t.a", "t.b"].map { "  - {id: \($0), title: x, match: {terms: [oil]}}\n" }.joined())
        #expect(rules.rules.map(\.id) == ["t.a", "t.b", "t.c"])
        var matcher = Matcher(rules)
        #expect(matcher.match(Article(id: "1", body: "oil")).matches.map(\.rule.id) == ["t.a", "t.b", "t.c"])
        #expect(matcher.match(Article(id: "1", body: "oil")) { $0.id == "t.b" }.matches.map(\.rule.id) == ["t.b"])
    }

    @Test func `one article leaves nothing behind for the next`() throws {
        let trial = try Trial("match: {terms: [oil]}\nexclude: [{id: x, terms: [salad], within: article}]")
        var matcher = Matcher(trial.rules)
        let texts = ["oil", "oil and salad", "oil", "", "oil"]
        #expect(texts.map { !matcher.match(Article(id: "1", body: $0)).matches.isEmpty } == [true, false, true, false, true])
    }

    @Test func `the status of a visit decides whether a rule holds`() throws {
        let trial = try Trial(
            "event: {type: visit, actor: {country: RU, office: minister}, destination: {region: \"419\"}, status: [completed]}")
        #expect(
            trial.holds("Sergey Lavrov visited Cuba.") && !trial.holds("Sergey Lavrov will visit Cuba.")
                && !trial.holds("Sergey Lavrov visited Norway."))
    }
}
