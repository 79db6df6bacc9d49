import FoundationEssentials
import Rules
import Testing
@testable import Rules

/// The evaluator against a reference without state: for every match it looks at the whole stream again.
@Suite struct CorrelationPropertyTests {
    // MARK: Random streams

    private static func correlation(_ random: inout SeededGenerator) -> Correlation {
        let kind = Correlation.Kind.allCases.randomElement(using: &random) ?? .eventCount
        let windows: [Correlation.Window] = [.sliding(8), .tumbling(8), .session(gap: 3), .session(gap: 4, atMost: 9)]
        let window = kind == .absence ? .sliding(6) : windows.randomElement(using: &random) ?? .sliding(8)
        var bounds: [(Threshold.Operator, Int)] = [(.gte, Int.random(in: 1...4, using: &random))]
        if window.shape != .sliding {
            bounds = [bounds, [(.lte, 2)], [(.eq, 2)], [(.gte, 2), (.neq, 3)]].randomElement(using: &random) ?? bounds
        }
        let independence = [nil, Correlation.Independence.story, .source].randomElement(using: &random) ?? nil
        var counting: Correlation.Counting?
        if kind == .eventCount { counting = .count(bounds, independentBy: independence) }
        if kind == .valueCount { counting = .count(bounds, of: "source", independentBy: independence == .source ? .story : independence) }
        let rules = [["a", "b"], ["a", "b", "c"]].randomElement(using: &random) ?? []
        let isLate = Bool.random(using: &random)
        return Stream.correlation(
            kind, kind == .absence ? (Bool.random(using: &random) ? ["a", "b"] : ["a"]) : rules,
            groupBy: Bool.random(using: &random) ? ["place"] : [], window: window, counting: counting,
            clock: isLate ? .init(base: .published, lateness: Int.random(in: 0...4, using: &random)) : .init(base: .received, lateness: 0))
    }

    private static func stream(_ random: inout SeededGenerator) -> [(at: Int, occurrences: [Occurrence])] {
        var clock = 0
        return (0..<Int.random(in: 1...30, using: &random)).map { sequence in
            clock += Int.random(in: 0...4, using: &random)
            var fields: [String: String] = [:]
            fields["place"] = ["CU", "BR", nil].randomElement(using: &random) ?? nil
            fields["source"] = ["x", "y", "z", nil].randomElement(using: &random) ?? nil
            fields["story"] = ["s", "t", "u", nil].randomElement(using: &random) ?? nil
            let published = Bool.random(using: &random) ? clock - Int.random(in: -2...6, using: &random) : nil
            let rules = ["a", "b", "c", "x"].filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
            return (
                clock,
                rules.map {
                    Occurrence(
                        rule: $0, article: "\(sequence)", sequence: sequence, times: .init(received: clock, published: published),
                        fields: fields)
                }
            )
        }
    }

    /// With the clock run on at the end, until nothing is waited for any more.
    private static func whole(_ stream: [(at: Int, occurrences: [Occurrence])]) -> [(at: Int, occurrences: [Occurrence])] {
        stream + [((stream.last?.at ?? 0) + 100, [])]
    }

    private static func sorted(_ firings: [Firing]) -> [String] {
        firings.map { "\($0.at) \($0.group.sorted { $0.key < $1.key }) \($0.count) \($0.members.map { "\($0.rule)\($0.article)" })" }
            .sorted()
    }

    // MARK: Properties

    @Test(arguments: 0..<40) func `the evaluator finds what looking at everything again finds`(block: Int) {
        for seed in block * 50..<block * 50 + 50 {
            var random = SeededGenerator(seed: UInt64(seed))
            let correlation = Self.correlation(&random)
            let stream = Self.whole(Self.stream(&random))
            var evaluator = CorrelationEvaluator(correlation, of: "t")
            let found = Self.sorted(Stream.run(&evaluator, stream))
            let wanted = Self.sorted(CorrelationReference(correlation: correlation).firings(of: stream))
            #expect(found == wanted, "seed \(seed): \(correlation.fingerprint)")
        }
    }

    @Test func `the random streams are no empty ones`() {
        let counts = (0..<300).map { seed in
            var random = SeededGenerator(seed: UInt64(seed))
            let correlation = Self.correlation(&random)
            var evaluator = CorrelationEvaluator(correlation, of: "t")
            return Stream.run(&evaluator, Self.whole(Self.stream(&random))).count
        }
        #expect(counts.count { $0 > 0 } > 100 && counts.count { $0 > 1 } > 40)
    }

    @Test(arguments: 0..<200) func `saved and restored at any moment, it goes on as if nothing had been`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let correlation = Self.correlation(&random)
        let stream = Self.whole(Self.stream(&random))
        var whole = CorrelationEvaluator(correlation, of: "t")
        let wanted = Stream.run(&whole, stream)
        var evaluator = CorrelationEvaluator(correlation, of: "t")
        var found: [Firing] = []
        for step in stream {
            found += Stream.run(&evaluator, [step])
            let saved = try JSONEncoder().encode(evaluator.state)
            let state = try JSONDecoder().decode(CorrelationState.self, from: saved)
            #expect(state == evaluator.state)
            evaluator = try #require(CorrelationEvaluator(correlation, of: "t", resuming: state))
        }
        #expect(found == wanted)
    }

    @Test(arguments: 0..<100) func `a stream that is played again gives the same alerts, however often the clock is told`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let correlation = Self.correlation(&random)
        let stream = Self.whole(Self.stream(&random))
        var (first, second, third) = (
            CorrelationEvaluator(correlation, of: "t"), CorrelationEvaluator(correlation, of: "t"),
            CorrelationEvaluator(correlation, of: "t")
        )
        let wanted = Stream.run(&first, stream)
        #expect(Stream.run(&second, stream) == wanted)
        var (found, last): ([Firing], Int) = ([], stream.first?.at ?? 0)
        for step in stream {
            for moment in last..<max(last, step.at) { found += third.advance(to: moment) }
            last = step.at
            found += Stream.run(&third, [step])
        }
        #expect(found == wanted)
    }

    @Test(arguments: 0..<100) func `one group knows nothing of another`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let some = Self.correlation(&random)
        let correlation = Correlation(
            kind: some.kind, slots: some.slots, groupBy: ["place"], window: some.window, counting: some.counting, clock: some.clock,
            timelines: [])
        let stream = Self.whole(Self.stream(&random))
        var whole = CorrelationEvaluator(correlation, of: "t")
        let all = Stream.run(&whole, stream)
        for place in ["CU", "BR"] {
            var alone = CorrelationEvaluator(correlation, of: "t")
            let found = Stream.run(&alone, stream.map { step in (step.at, step.occurrences.filter { $0["place"] == place }) })
            #expect(found == all.filter { $0.group["place"] == place })
        }
    }

    @Test func `a state of another correlation is refused`() {
        let first = Stream.correlation(.eventCount, ["a"], counting: .count([(.gte, 2)]))
        let second = Stream.correlation(.eventCount, ["a"], counting: .count([(.gte, 3)]))
        let state = CorrelationEvaluator(first, of: "t").state
        #expect(CorrelationEvaluator(second, of: "t", resuming: state) == nil)
        #expect(CorrelationEvaluator(first, of: "t", resuming: state) != nil)
    }
}
