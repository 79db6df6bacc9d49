import Rules
import Testing
@testable import Rules

@Suite struct CorrelationEvaluatorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let what: String
        let correlation: Correlation
        let stream: String
        let fires: String
        var testDescription: String { what }

        init(_ what: String, _ correlation: Correlation, _ stream: String, _ fires: String) {
            (self.what, self.correlation, self.stream, self.fires) = (what, correlation, stream, fires)
        }
    }

    // MARK: Counts

    private static func three(_ window: Correlation.Window, _ groupBy: [String] = []) -> Correlation {
        Stream.correlation(.eventCount, ["a", "b"], groupBy: groupBy, window: window, counting: .count([(.gte, 3)]))
    }

    static let counts = [
        Case("the third within the window fires", three(.sliding(10)), "a@1 b@5 a@10", "10:3"),
        Case("what is exactly a timespan old is outside", three(.sliding(10)), "a@1 a@5 a@11", ""),
        Case("more matches do not fire again", three(.sliding(10)), "a@1 a@2 a@3 a@4 a@5 a@12 a@13", "3:3"),
        Case("it fires again once it had become false", three(.sliding(10)), "a@1 a@2 a@3 a@20 a@21 a@22", "3:3 22:3"),
        Case("while matches come as often, it does not fire again", three(.sliding(10)), "a@1 a@2 a@3 a@11 a@12 a@20 a@21", "3:3"),
        Case("one match that is too few arms it again", three(.sliding(10)), "a@1 a@2 a@3 a@12 a@13 a@14", "3:3 14:3"),
        Case("so does an empty window", few(.sliding(10), [(.gte, 1)]), "a@1 a@10 a@20 a@25", "1:1 20:1"),
        Case("matches of the same moment count one by one", three(.sliding(10)), "a@5 a@5 a@5 a@5", "5:3"),
        Case("an article counts once", three(.sliding(10)), "a+b@1 a+b@2 a@3", "3:3"),
        Case("rules that it does not refer to change nothing", three(.sliding(10)), "a@1 x@2 a@3 x@4", ""),
        Case(
            "each group counts for itself", three(.sliding(10), ["place"]),
            "a@1=place:CU a@2=place:BR a@3=place:CU a@4=place:BR a@5=place:BR a@6=place:CU", "5[BR]:3 6[CU]:3"),
        Case("without the field of its group a match is nowhere", three(.sliding(10), ["place"]), "a@1 a@2 a@3", ""),
        Case(
            "the rule can be the group", three(.sliding(10), ["rule"]), "a@1 b@2 a@3 b@4 b@5 a@6", "5[b]:3 6[a]:3"),
        Case("a tumbling window begins at its multiple", three(.tumbling(10)), "a@8 a@9 a@10 a@11 a@19", "19:3"),
        Case("a tumbling window fires once", three(.tumbling(10)), "a@0 a@1 a@2 a@3 a@9 a@10 a@11 a@12", "2:3 12:3"),
        Case("a session goes on while matches come", three(.session(gap: 5)), "a@1 a@5 a@9 a@13", "9:3"),
        Case("a gap ends a session", three(.session(gap: 5)), "a@1 a@5 a@10 a@11 a@12", "12:3"),
        Case("a session fires once", three(.session(gap: 5)), "a@1 a@2 a@3 a@4 a@8 a@20 a@21 a@22", "3:3 22:3"),
        Case("a session has a greatest length", three(.session(gap: 5, atMost: 8)), "a@1 a@5 a@9 a@10", ""),
    ]

    private static func few(_ window: Correlation.Window, _ bounds: [(Threshold.Operator, Int)]) -> Correlation {
        Stream.correlation(.eventCount, ["a"], window: window, counting: .count(bounds))
    }

    static let upperBounds = [
        Case("an upper bound is told when the window ends", few(.tumbling(10), [(.lt, 3)]), "a@1 a@2 @9 @10", "10:2"),
        Case("it is told at the end, however late the clock comes by", few(.tumbling(10), [(.lt, 3)]), "a@1 a@2 @35", "10:2"),
        Case("a match in the next window tells it too", few(.tumbling(10), [(.lte, 1)]), "a@1 a@10 a@11", "10:1"),
        Case("too many are silent", few(.tumbling(10), [(.lt, 3)]), "a@1 a@2 a@3 @30", ""),
        Case("a window without any match is not looked at", few(.tumbling(10), [(.lt, 3)]), "a@1 @50", "10:1"),
        Case("exactly so many", few(.tumbling(10), [(.eq, 2)]), "a@1 a@2 a@11 a@21 a@22 a@23 @30", "10:2"),
        Case("any number but one", few(.tumbling(10), [(.neq, 2)]), "a@1 a@2 a@11 @30", "20:1"),
        Case("a session is told when the gap is over", few(.session(gap: 4), [(.lte, 2)]), "a@1 a@3 @6 @7", "7:2"),
        Case(
            "a session that is long enough is told when its length is over", few(.session(gap: 4, atMost: 5), [(.eq, 2)]), "a@1 a@4 @9",
            "6:2"),
        Case("before 1970 windows begin at multiples as well", few(.tumbling(10), [(.eq, 2)]), "a@-12 a@-11 a@-10 @0", "-10:2"),
    ]

    // MARK: Values

    private static func values(_ independence: Correlation.Independence?) -> Correlation {
        Stream.correlation(
            .valueCount, ["a"], window: .sliding(10), counting: .count([(.gte, 3)], of: "source", independentBy: independence))
    }

    static let values = [
        Case("different values count", values(nil), "a@1=source:x a@2=source:y a@3=source:x a@4=source:z", "4:3"),
        Case("without the field a match does not count", values(nil), "a@1 a@2 a@3", ""),
        Case("copies of one report count once", values(.story), "a@1/s=source:x a@2/s=source:y a@3/s=source:z a@4/s=source:w", ""),
        Case("reports of their own count each", values(.story), "a@1/s=source:x a@2/t=source:y a@3/u=source:z", "3:3"),
        Case(
            "a source that also prints a copy counts by its own report", values(.story),
            "a@1/s=source:x a@2/s=source:y a@3/t=source:x a@4/u=source:z", "4:3"),
        Case(
            "many reports of one source do not make a copy independent", values(.story),
            "a@1/s=source:x a@2/s=source:y a@3/s=source:z a@4/t=source:x a@5/u=source:x", ""),
        Case("what belongs to no story is one of its own", values(.story), "a@1=source:x a@2=source:y a@3=source:z", "3:3"),
        Case(
            "events are counted by story too",
            Stream.correlation(.eventCount, ["a"], counting: .count([(.gte, 2)], independentBy: .story)), "a@1/s a@2/s a@3/t", "3:2"),
        Case(
            "an unknown source is not known to be another",
            Stream.correlation(.eventCount, ["a"], counting: .count([(.gte, 2)], independentBy: .source)), "a@1 a@2 a@3=source:x", "3:2"),
        Case(
            "a source is an outlet of its own until somebody says more",
            Stream.correlation(.eventCount, ["a"], counting: .count([(.gte, 2)], independentBy: .outlet)),
            "a@1=source:x a@2=source:y,outlet:x a@3=source:z", "3:2"),
    ]

    // MARK: Sequences

    private static func pair(_ kind: Correlation.Kind, _ window: Correlation.Window = .sliding(10)) -> Correlation {
        Stream.correlation(kind, ["a", "b"], window: window)
    }

    static let sequences = [
        Case("both, in this order", pair(.temporal), "a@1 b@5", "5:2"),
        Case("both, in the other order", pair(.temporal), "b@1 a@5", "5:2"),
        Case("both in one article", pair(.temporal), "a+b@1", "1:2"),
        Case("too far apart", pair(.temporal), "a@1 b@11", ""),
        Case("one of them twice is not both", pair(.temporal), "a@1 a@2", ""),
        Case("it fires again once one of them was missing", pair(.temporal), "a@1 b@2 a@5 a@12 b@15", "2:2 15:2"),
        Case("one after the other", pair(.temporalOrdered), "a@1 b@5", "5:2"),
        Case("the wrong order", pair(.temporalOrdered), "b@1 a@5", ""),
        Case("an article is not after itself", pair(.temporalOrdered), "a+b@1", ""),
        Case("of the same moment, the one that arrived first is first", pair(.temporalOrdered), "a@5 b@5", "5:2"),
        Case("the same the other way round", pair(.temporalOrdered), "b@5 a@5", ""),
        Case("what came before the first does no harm", pair(.temporalOrdered), "b@1 a@2 b@3", "3:2"),
        Case(
            "three in order, with others between", Stream.correlation(.temporalOrdered, ["a", "b", "c"]), "a@1 c@2 b@3 a@4 c@5", "5:3"),
        Case("in one tumbling window", pair(.temporalOrdered, .tumbling(10)), "a@9 b@10 a@11 b@19", "19:2"),
        Case("in one session", pair(.temporal, .session(gap: 3)), "a@1 b@4 a@6", "6:2"),
    ]

    static let absences = [
        Case("the other does not come", pair(.absence), "a@1 @10 @11", "11:0"),
        Case("it is told for when it was due", pair(.absence), "a@1 @50", "11:0"),
        Case("the other comes", pair(.absence), "a@1 b@10 @30", ""),
        Case("the other comes as the time is over", pair(.absence), "a@1 b@11", "11:0"),
        Case("the other in the same article", pair(.absence), "a+b@1 b+a@20 @50", ""),
        Case("what came before does not count", pair(.absence), "b@1 a@2 @20", "12:0"),
        Case("a second match does not put it off", pair(.absence), "a@1 a@8 @11 @18", "11:0"),
        Case("after an answer the next match waits anew", pair(.absence), "a@1 b@2 a@3 @13", "13:0"),
        Case("of one rule, each match waits for the next", Stream.correlation(.absence, ["a"]), "a@1 a@8 a@15 @24 @25 @60", "25:0"),
        Case("silence is told once", Stream.correlation(.absence, ["a"]), "a@1 @40 a@41 @60", "11:0 51:0"),
        Case(
            "each group for itself", Stream.correlation(.absence, ["a", "b"], groupBy: ["place"]),
            "a@1=place:CU a@2=place:BR b@3=place:CU @20", "12[BR]:0"),
    ]

    // MARK: Time

    private static func late(_ lateness: Int, _ kind: Correlation.Kind = .temporalOrdered) -> Correlation {
        Stream.correlation(kind, ["a", "b"], clock: .init(base: .published, lateness: lateness))
    }

    static let times = [
        Case("matches are put in the order of their times", late(5), "b@4<3 a@5<2 @9", "3:2"),
        Case("it is sure only after the lateness", late(5), "b@4<3 a@5<2 @7", ""),
        Case("what arrives later than that is left out", late(2), "b@4<3 a@5<2 @20", ""),
        Case("exactly as late as may be is not too late", late(3), "b@4<3 a@5<2 @20", "3:2"),
        Case("an article of tomorrow is of today", late(0), "a@1<99 b@5 @9", "5:2"),
        Case("by arrival, the time of publication is nothing", pair(.temporalOrdered), "b@4<3 a@5<2 b@6<1", "6:2"),
        Case("absence waits by the time of publication", late(5, .absence), "a@3<2 @16 @17", "12:0"),
    ]

    @Test(arguments: counts + upperBounds + values + sequences + absences + times)
    func `a stream gives its alerts`(example: Case) {
        #expect(Stream.told(Stream.run(example.correlation, example.stream)) == example.fires)
    }

    @Test func `names of cases differ`() {
        let all = Self.counts + Self.upperBounds + Self.values + Self.sequences + Self.absences + Self.times
        #expect(Set(all.map(\.what)).count == all.count)
    }

    // MARK: Bounds

    @Test func `a group that grows too large forgets its oldest, and says so`() {
        var limits = CorrelationEvaluator.Limits()
        limits.entries = 3
        var evaluator = CorrelationEvaluator(
            Stream.correlation(.eventCount, ["a"], counting: .count([(.gte, 4)])), of: "t", limits: limits)
        #expect(Stream.run(&evaluator, Stream.parse("a@1 a@2 a@3 a@4 a@5")).isEmpty)
        #expect(evaluator.state.tally.forgotten == 2 && evaluator.state.tally.peak == 3)
    }

    @Test func `of too many groups the one that was quiet longest goes, and that is said`() {
        var limits = CorrelationEvaluator.Limits()
        limits.groups = 2
        var evaluator = CorrelationEvaluator(
            Stream.correlation(.eventCount, ["a"], groupBy: ["place"], counting: .count([(.gte, 2)])), of: "t", limits: limits)
        let found = Stream.run(&evaluator, Stream.parse("a@1=place:X a@2=place:Y a@3=place:Z a@4=place:X a@5=place:Z"))
        #expect(Stream.told(found) == "5[Z]:2")
        #expect(evaluator.state.tally.forgotten == 2)
    }

    @Test func `a group whose time is over leaves nothing behind`() {
        for window in [Correlation.Window.sliding(10), .tumbling(10), .session(gap: 10)] {
            var evaluator = CorrelationEvaluator(
                Stream.correlation(.eventCount, ["a"], groupBy: ["place"], window: window, counting: .count([(.gte, 2)])), of: "t")
            _ = Stream.run(&evaluator, Stream.parse("a@1=place:X a@2=place:Y @40"))
            #expect(evaluator.state.groups.isEmpty)
        }
    }

    @Test func `an alert tells the matches that it stands on`() {
        let found = Stream.run(Self.three(.sliding(10)), "a@1 b@12 a@13 a@14")
        #expect(found.map { $0.members.map(\.article) } == [["1", "2", "3"]])
        #expect(found.first?.members.map(\.rule) == ["b", "a", "a"])
    }

    // MARK: Correlations of correlations

    @Test func `a correlation can refer to another`() throws {
        let rules = try SmallCore.rules(
            """
            rules:
              - {id: a, title: x, match: {terms: [oil]}}
              - {id: b, title: x, match: {terms: [gas]}}
              - {id: z.many, title: x, correlation: {type: event_count, rules: [a], group-by: [source], timespan: 10s, condition: {gte: 2}}}
              - {id: c.then, title: x, correlation: {type: temporal_ordered, rules: [z.many, b], group-by: [rule], timespan: 10s}}
              - {id: d.quiet, title: x, correlation: {type: absence, rules: [z.many], timespan: 20s}}
              - {id: e.then, title: x, correlation: {type: temporal_ordered, rules: [z.many, b], timespan: 10s}}

            """)
        var engine = CorrelationEngine(rules.rules)
        #expect(engine.evaluators.first?.rule == "z.many" && engine.evaluators.count == 4)
        var found: [Firing] = []
        for step in Stream.parse("a@1=source:x a@2=source:x b@4 @30") { found += engine.take(step.occurrences, at: step.at) }
        #expect(found.map { "\($0.rule)@\($0.at)" } == ["z.many@2", "e.then@4", "d.quiet@22"])
        #expect(engine.wanted.rules.isSuperset(of: ["a", "b", "z.many"]))
    }
}
