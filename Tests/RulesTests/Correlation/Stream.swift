import Rules
@testable import Rules

/// A stream of matches for tests: moments in hours, rules by letters.
enum Stream {
    /// A correlation, as its reader would make it.
    static func correlation(
        _ kind: Correlation.Kind, _ rules: [String], groupBy: [String] = [], window: Correlation.Window = .sliding(10),
        counting: Correlation.Counting? = nil, clock: Correlation.Clock = .init(base: .received, lateness: 0)
    ) -> Correlation {
        Correlation(
            kind: kind, slots: rules.map { Correlation.Slot(written: $0, rules: [$0]) }, groupBy: groupBy, window: window,
            counting: counting ?? .init(field: nil, independentBy: nil, threshold: .atLeast(rules.count)), clock: clock, timelines: [])
    }

    /// `a@3 a@4/s1 b@5<2`: a match of rule `a` at 3, one of story `s1` at 4, one of `b` that arrives at 5 and was published at 2; a bare
    /// `@9` lets time pass. After `=`, more fields: `a@3=source:x,place:CU`. Matches joined by `+` are of one article.
    static func parse(_ text: String) -> [(at: Int, occurrences: [Occurrence])] {
        text.split(separator: " ").enumerated().map { sequence, word in
            let pieces = word.split(separator: "=", maxSplits: 1)
            var fields: [String: String] = [:]
            for pair in pieces.dropFirst().first?.split(separator: ",") ?? [] {
                let parts = pair.split(separator: ":")
                fields[String(parts[0])] = String(parts[1])
            }
            let rest = pieces[0].split(separator: "@", omittingEmptySubsequences: false)
            let story = rest[1].split(separator: "/")
            if story.count > 1 { fields["story"] = String(story[1]) }
            let times = story[0].split(separator: "<").compactMap { Int($0) }
            let occurrences = rest[0].split(separator: "+").map { rule in
                Occurrence(
                    rule: String(rule), article: "\(sequence)", sequence: sequence,
                    times: .init(received: times[0], published: times.count > 1 ? times[1] : nil), fields: fields)
            }
            return (times[0], occurrences)
        }
    }

    static func run(_ correlation: Correlation, _ text: String) -> [Firing] {
        var evaluator = CorrelationEvaluator(correlation, of: "t")
        return run(&evaluator, parse(text))
    }

    static func run(_ evaluator: inout CorrelationEvaluator, _ steps: [(at: Int, occurrences: [Occurrence])]) -> [Firing] {
        var firings: [Firing] = []
        for step in steps { firings += evaluator.take(step.occurrences) + evaluator.advance(to: step.at) }
        return firings
    }

    /// `3:2 9[CU]:4`: at 3 with a count of 2, at 9 in group CU with a count of 4.
    static func told(_ firings: [Firing]) -> String {
        firings.map { firing in
            let group = firing.group.isEmpty ? "" : "[\(firing.group.sorted { $0.key < $1.key }.map(\.value).joined(separator: ","))]"
            return "\(firing.at)\(group):\(firing.count)"
        }.joined(separator: " ")
    }
}

extension Correlation.Window {
    static func sliding(_ timespan: Int) -> Self { .init(shape: .sliding, timespan: timespan, gap: nil) }
    static func tumbling(_ timespan: Int) -> Self { .init(shape: .tumbling, timespan: timespan, gap: nil) }
    static func session(gap: Int, atMost timespan: Int? = nil) -> Self { .init(shape: .session, timespan: timespan, gap: gap) }
}

extension Correlation.Counting {
    static func count(
        _ bounds: [(Threshold.Operator, Int)], of field: String? = nil, independentBy independence: Correlation.Independence? = nil
    ) -> Self { .init(field: field, independentBy: independence, threshold: Threshold(bounds)) }
}
