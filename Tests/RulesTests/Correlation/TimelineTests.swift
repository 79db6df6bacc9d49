import Articles
import Rules
import Testing
@testable import Rules

@Suite struct TimelineTests {
    private static let rules = """
        rules:
          - {id: t.oil, title: Oil, match: {terms: [oil, نفط]}}
          - {id: t.gas, title: Gas, match: {terms: [gas]}}
          - {id: t.visit, title: Visit, event: {type: visit}}

        """

    private static let visits =
        "correlation: {type: value_count, rules: [t.visit], group-by: [destination.country], field: source, independent-by: story, "
        + "timespan: 24h, condition: {gte: 2}}"

    /// What running the tests of a correlation finds.
    private func failures(_ body: String, _ tests: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [String?] {
        let lines = tests.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n")
        let rules = try SmallCore.rules(
            Self.rules + "  - id: t.many\n    title: Many\n    \(body)\n    tests:\n\(lines)\n", sourceLocation: sourceLocation)
        var runner = RuleTestRunner(rules)
        return rules.rules.filter { $0.id == "t.many" }.flatMap { runner.run($0) }.map(\.failure?.message)
    }

    @Test func `an alias is one name for fields that rules call differently`() throws {
        let correlation =
            "correlation: {type: temporal_ordered, rules: [t.oil, t.visit], group-by: [where], timespan: 24h, "
            + "aliases: {where: {t.oil: source, t.visit: destination.country}}}"
        let found = try failures(
            correlation,
            """
            - timeline:
                - {at: 0h, language: en, source: CU, text: Oil.}
                - {at: 1h, language: en, source: BR, text: Gas.}
                - {at: 2h, language: en, source: x, text: Sergey Lavrov visited Brazil.}
                - {at: 3h, language: en, source: x, text: Sergey Lavrov visited Cuba.}
              expect:
                - {at: 3h, group: {where: CU}}
            """)
        #expect(found == [nil])
    }

    @Test func `the field of value_count may stand where Sigma has it`() throws {
        let found = try failures(
            "correlation: {type: value_count, rules: [t.oil], timespan: 24h, condition: {gte: 2, field: source}}",
            """
            - timeline:
                - {at: 0h, language: en, source: a, text: Oil.}
                - {at: 1h, language: en, source: a, text: Oil.}
                - {at: 2h, language: en, source: b, text: Oil.}
              expect:
                - {at: 2h, count: 2}
            """)
        #expect(found == [nil])
    }

    @Test func `the rules are run over the text of each step`() throws {
        let found = try failures(
            Self.visits,
            """
            - timeline:
                - {at: 2026-01-10T08:00:00Z, language: en, source: a, story: s1, text: Sergey Lavrov visited Cuba.}
                - {at: 1h, language: en, source: b, story: s1, text: Sergey Lavrov visited Cuba.}
                - {at: 2h, language: en, source: b, story: s2, title: Lavrov in Brazil, text: Sergey Lavrov visited Brazil.}
                - {at: 1d1h, language: en, source: b, story: s3, text: Sergey Lavrov visited Cuba.}
                - {at: 2026-01-11T10:00:00Z, language: en, source: c, story: s4, text: Sergey Lavrov visited Cuba.}
              expect:
                - {at: 1d2h, group: {destination.country: CU}, count: 2}
            """)
        #expect(found == [nil])
    }

    @Test func `a step may name a match`() throws {
        let tests = """
            - timeline:
                - {at: 0h, rule: t.visit, source: a, fields: {destination.country: CU}}
                - {at: 3h, rule: t.visit, source: b, fields: {destination.country: CU}}
              expect: [{at: 2024-01-01T03:00:00Z}]
            """
        #expect(try failures(Self.visits, tests) == [nil])
    }

    @Test func `a timeline that fails says what came of each step`() throws {
        let steps =
            "{timeline: [{at: 0h, text: oil, source: a}, {at: 1h, text: wheat}, {at: 2h, text: نفط, language: ar, source: b}, {at: 3h, text: oil}]"
        let body = "correlation: {type: event_count, rules: [t.oil, t.gas], timespan: 24h, condition: {gte: 3}}"
        let found = try failures(
            body,
            "- \(steps), expect: [{at: 3h, count: 3}]}\n- \(steps), expect: []}\n- \(steps), expect: [{at: 2h}]}\n- \(steps), expect: [{at: 3h}, {at: 4h, count: 4}]}"
        )
        #expect(found[0] == nil)
        #expect(
            found[1]?.hasPrefix("found an alert that nobody expects at 3h (count 3); step 1 at 0s: t.oil; step 2 at 1h: no match;") == true)
        #expect(found[2]?.hasPrefix("expected an alert at 2h; found an alert at 3h (count 3); ") == true)
        #expect(found[3]?.hasPrefix("expected an alert at 4h (count 4); step 1") == true)
        #expect(found.dropFirst().allSatisfy { $0?.hasSuffix("count 3") == true })
    }

    @Test(arguments: [
        ("{at: 0h, text: wheat}", "no match", "late"), ("{at: 0h, text: oil}", "count 1", "count 2"),
        ("{at: 9h, published: 0h, text: oil}", "late", "no field"), ("{at: 0h, text: gas}", "no field", "late"),
    ]) func `silence must be for the reason that is named`(step: String, right: String, wrong: String) throws {
        let body =
            "correlation: {type: value_count, rules: [t.oil, t.gas], field: source, time: published, lateness: 1h, timespan: 24h, condition: {gte: 3}}"
        let source = right == "no field" ? "" : ", source: a"
        let timeline = "timeline: [\(step.dropLast())\(source)}, {at: 10h}], expect: []"
        let found = try failures(body, "- {\(timeline), because: \(right)}\n- {\(timeline), because: \(wrong)}")
        #expect(found.first == .some(nil))
        #expect(found.last??.contains("not `\(wrong)`") == true)
    }

    @Test func `absence is waited for, answered or told`() throws {
        let body = "correlation: {type: absence, rules: [t.oil, t.gas], timespan: 6h}"
        let found = try failures(
            body,
            """
            - {timeline: [{at: 0h, text: oil}, {at: 6h}], expect: [{at: 6h, count: 0}]}
            - {timeline: [{at: 0h, text: oil}, {at: 5h}], expect: [], because: waiting}
            - {timeline: [{at: 0h, text: oil}, {at: 5h, text: gas}, {at: 9h}], expect: [], because: answered}
            - {timeline: [{at: 0h, text: oil}, {at: 5h, text: gas}, {at: 9h}], expect: [], because: waiting}
            """)
        #expect(found.prefix(3) == [nil, nil, nil] && found[3] != nil)
    }

    @Test func `what is still to do is told once it works`() throws {
        let body = "correlation: {type: event_count, rules: [t.oil], timespan: 24h, condition: {gte: 2}}"
        let steps = "timeline: [{at: 0h, text: oil}, {at: 1h, text: petroleum}]"
        let found = try failures(
            body, "- {\(steps), expect: [{at: 1h}], todo: synonyms}\n- {\(steps), expect: [], todo: synonyms}")
        #expect(found == [nil, "this passes now: take `todo` out"])
    }

    @Test func `a timeline runs through the correlations that it refers to`() throws {
        let rules = try SmallCore.rules(
            Self.rules + """
                  - {id: t.burst, title: x, correlation: {type: event_count, rules: [t.oil], group-by: [source], timespan: 2h, condition: {gte: 2}}}
                  - id: t.bursts
                    title: x
                    correlation: {type: value_count, rules: [t.burst], field: source, timespan: 1d, condition: {gte: 2}}
                    tests:
                      - timeline:
                          - {at: 0h, text: oil, source: a}
                          - {at: 1h, text: oil, source: a}
                          - {at: 5h, text: oil, source: b}
                          - {at: 6h, text: oil, source: b}
                        expect: [{at: 6h, count: 2}]

                """)
        var runner = RuleTestRunner(rules)
        #expect(rules.rules.flatMap { runner.run($0) }.map(\.failure?.message) == [nil])
    }

    // MARK: Elsewhere

    @Test func `an article alone is no match of a correlation, with the prefilter and without`() throws {
        let rules = try SmallCore.rules(
            Self.rules
                + "  - {id: t.many, title: x, correlation: {type: event_count, rules: [\"t.*\"], timespan: 1h, condition: {gte: 2}}}\n")
        for usesPrefilter in [true, false] {
            var matcher = Matcher(rules)
            matcher.usesPrefilter = usesPrefilter
            #expect(matcher.match(Article(id: "1", body: "oil and gas")).matches.map(\.rule.id) == ["t.gas", "t.oil"])
        }
        var matcher = Matcher(rules)
        let rule = try #require(rules.rules.first { $0.isCorrelation })
        let explanation = matcher.explain(Article(id: "1", body: "oil and gas"), rule)
        #expect(explanation.decidingCondition == "correlation")
        #expect(explanation.decidingDetail?.contains("at least 2 articles that match `t.*`, within 1h") == true)
    }

    @Test func `by the time of the event, a planned one counts on its day`() {
        let correlation = Stream.correlation(
            .eventCount, ["a"], counting: .count([(.gte, 2)]), clock: .init(base: .event, lateness: 5))
        var evaluator = CorrelationEvaluator(correlation, of: "t")
        func occurrence(_ sequence: Int, received: Int, event: Int?) -> [Occurrence] {
            [
                Occurrence(
                    rule: "a", article: "\(sequence)", sequence: sequence, times: .init(received: received, event: event), fields: [:])
            ]
        }
        var found = evaluator.take(occurrence(1, received: 10, event: 50))
        found += evaluator.take(occurrence(2, received: 52, event: 47))
        found += evaluator.advance(to: 54)
        #expect(found.isEmpty)
        found += evaluator.advance(to: 55)
        #expect(Stream.told(found) == "50:2")
        #expect(found.first?.members.map(\.article) == ["2", "1"])
    }

    @Test(arguments: [
        ("{type: temporal, rules: [t.oil, t.gas], timespan: 36h}", "matches of `t.oil` and `t.gas`, within 1d12h"),
        (
            "{type: temporal_ordered, rules: [t.oil, t.gas], timespan: 1h, window: tumbling}",
            "matches of `t.oil`, then `t.gas`, in one window of 1h"
        ),
        ("{type: absence, rules: [t.oil, t.gas], timespan: 1h}", "a match of `t.oil`, and none of `t.gas` for 1h after it"),
        ("{type: absence, rules: [t.oil], timespan: 1h}", "no further match of `t.oil` for 1h after one"),
        (
            "{type: value_count, rules: [t.oil], field: source, group-by: [language], independent-by: story, window: session, gap: 2h, condition: {gte: 2, lt: 5}}",
            "at least 2, at most 4 different values of `source` among matches of `t.oil` of the same `language`, each of another story, with less than 2h between them"
        ),
    ]) func `a correlation says what it waits for`(body: String, sentence: String) throws {
        let rules = try SmallCore.rules(Self.rules + "  - {id: t.x, title: x, correlation: \(body)}\n")
        let rule = try #require(rules.rules.first { $0.isCorrelation })
        guard case .correlation(let correlation) = rule.body else { return }
        #expect(correlation.sentence == sentence)
    }

    @Test(
        arguments: [
            ("0s", 0), ("90s", 90), ("1d12h", 129_600), ("3h", 10_800), ("1h1m1s", 3661), ("", nil), ("h", nil), ("3", nil), ("1m1h", nil),
            ("1h1h", nil), ("-1h", nil), ("3 h", nil), ("99999999999999999999h", nil), ("100000d", nil), ("٣h", nil),
        ] as [(String, Int?)]) func `a span of time is numbers with units`(text: String, seconds: Int?)
    {
        #expect(Offset(text)?.seconds == seconds)
        if let seconds { #expect(Offset("\(Offset(seconds))")?.seconds == seconds) }
    }
}
