import Rules
import Testing

@Suite struct CoverageTests {
    private func report(_ rule: String, _ tests: String, sections: String = "", countingShared: Bool = false) throws -> CoverageReport {
        let trial = try Trial("\(rule)\ntests:\n\(tests)", sections: sections, keepingTerms: true)
        var runner = RuleTestRunner(trial.rules, coverage: true)
        for rule in trial.rules.rules { for result in runner.run(rule) { #expect(result.failure == nil, "\(result.name)") } }
        return try #require(runner.coverage(of: trial.rules.rules, countingShared: countingShared))
    }

    private func missing(_ report: CoverageReport, _ kind: CoverageItem.Kind) -> [String] {
        report.rules.flatMap { report.missing(of: $0) }.filter { $0.kind == kind }.map(\.text)
    }

    @Test func `terms that no test stands on are told with their place`() throws {
        let found = try report("match: {terms: {en: [oil, natural gas, coal], ar: [نفط]}}", "  - {match: Oil and coal., language: en}")
        let terms = found.rules.flatMap(\.items).filter { $0.kind == .term && !$0.isExercised }
        #expect(terms.map { "\($0.text) \($0.language ?? "") \($0.place)" } == ["natural gas en t.yaml:6:31", "نفط ar t.yaml:6:56"])
        #expect(missing(found, .language) == ["ar"])
        #expect(found.total.exercised == 4 && found.total.all == 7 && found.total.percent == 57)
    }

    @Test func `a condition is exercised when it held in some test, none and exclusions too`() throws {
        let rule =
            "match: {any: [{terms: [oil]}, {terms: [gas]}], none: [{terms: [school]}]}\nexclude: [{id: olive, terms: [olive oil]}, {id: tear, terms: [tear gas]}]"
        let found = try report(rule, "  - match: oil\n  - no-match: olive oil")
        #expect(missing(found, .condition) == ["terms gas", "terms school", "terms tear gas"])
        #expect(missing(found, .exclusion) == ["tear"])
        let more = try report(
            rule, "  - match: oil and gas\n  - no-match: olive oil\n  - no-match: tear gas\n  - {no-match: oil school, because: none}")
        #expect(missing(more, .condition) == [] && missing(more, .exclusion) == [])
    }

    @Test func `words that are shared with other rules count only when asked for`() throws {
        let own = try report("match: {lexicon: sanctions}", "  - {match: An embargo., language: en}")
        let entry = try #require(own.rules.first)
        #expect(missing(own, .term).isEmpty && entry.count(.term, shared: false).all == 0)
        #expect(entry.count(.term, shared: true).exercised == 1 && entry.count(.term, shared: true).all == 4)
        let sections = "lexicons: [{id: fuel, terms: {en: [petrol, diesel]}}]"
        #expect(
            missing(try report("match: {lexicon: fuel}", "  - {match: Diesel., language: en}", sections: sections), .term) == ["petrol"])
    }

    @Test func `words of a lexicon and of the triggers of an event count as terms`() throws {
        let lexicon = try report("match: {lexicon: sanctions}", "  - {match: An embargo., language: en}", countingShared: true)
        #expect(missing(lexicon, .term) == ["عقوبات", "sanction", "blockade"])
        let visit = try report("event: {type: visit}", "  - {match: Sergey Lavrov visited Cuba., language: en}", countingShared: true)
        #expect(
            missing(visit, .term) == ["will visit"] && missing(visit, .frame) == [] && missing(visit, .status) == ["planned", "ongoing"])
    }

    @Test func `a language that a rule claims needs a test`() throws {
        let found = try report("match: {terms: [oil]}\nlanguages: [en, ar]", "  - {match: oil, language: en}")
        #expect(missing(found, .language) == ["ar"])
    }

    @Test func `a test that is to be done exercises nothing`() throws {
        let found = try report("match: {terms: [oil]}\nlanguages: [en]", "  - {todo: match, text: coal, language: en}")
        #expect(found.total.exercised == 0)
    }

    @Test func `coverage is told as text and as JSON`() throws {
        var tests = RuleTestReport([])
        tests.coverage = try report("match: {terms: {en: [oil, gas], ar: [نفط]}}", "  - {match: oil, language: en}")
        tests.coverage?.shown = 1
        for format in ruleTestFormats where format.showsCoverage {
            try Golden.check(format.write(tests, colors: false), "coverage." + format.name)
        }
    }

    @Test func `nothing to exercise is all exercised`() {
        #expect(CoverageReport.Count(exercised: 0, all: 0).percent == 100 && CoverageReport.Count(exercised: 199, all: 200).percent == 99)
    }
}
