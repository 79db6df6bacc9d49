/// What several matches must be together for a rule to hold: `correlation: {type: event_count, rules: […], timespan: 24h, …}`.
///
/// The vocabulary is that of Sigma's correlations; `window`, `time`, `independent-by` and `absence` are ours.
/// Source: https://sigmahq.io/sigma-specification/specification/sigma-correlation-rules-specification.html
package struct Correlation: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// So many matches.
        case eventCount = "event_count"
        /// So many different values of a field.
        case valueCount = "value_count"
        /// Each of the rules, in any order.
        case temporal
        /// Each of the rules, one after the other.
        case temporalOrdered = "temporal_ordered"
        /// One rule, and then not the other.
        case absence
    }

    package let kind: Kind
    package let slots: [Slot]
    /// Fields whose values tell one group of matches from another.
    package let groupBy: [String]
    package let window: Window
    package let counting: Counting
    package let clock: Clock
    package let timelines: [TimelineTest]

    /// One entry of `rules`: an id, or a glob and all that it stands for.
    package struct Slot: Sendable {
        package let written: String
        package let rules: Set<String>
        /// What fields are called here that ``groupBy`` has another name for.
        package var aliases: [String: String] = [:]

        var fingerprint: String {
            rules.sorted().joined(separator: "+") + aliases.sorted { $0.key < $1.key }.map { "?\($0.key)=\($0.value)" }.joined()
        }
    }

    /// Which matches are looked at together. Every window is half open: of two matches exactly `timespan` apart, one is outside.
    package struct Window: Sendable, Equatable {
        package enum Shape: String, Sendable, CaseIterable {
            /// What is younger than `timespan`, at every moment.
            case sliding
            /// One after the other, each `timespan` long, aligned to 1970-01-01T00:00:00Z.
            case tumbling
            /// From a first match until none comes for `gap`.
            case session
        }

        package let shape: Shape
        /// Seconds; of a session the greatest length, or nil.
        package let timespan: Int?
        /// Seconds without a match that end a session.
        package let gap: Int?
    }

    /// What is counted, and how much of it is wanted.
    package struct Counting: Sendable {
        /// Of `value_count`: the field of which different values are counted.
        package let field: String?
        package let independentBy: Independence?
        package let threshold: Threshold
    }

    /// What makes two matches one report.
    package enum Independence: String, Sendable, CaseIterable {
        case story, source, outlet
    }

    /// Which of its times a match is placed by.
    package struct Clock: Sendable, Equatable {
        package enum Base: String, Sendable, CaseIterable {
            case received, published, event
        }

        package let base: Base
        /// Seconds that a match may arrive behind its time; all are held back so long, to be taken in the order of their times.
        package let lateness: Int
    }

    /// Ids of all rules that it refers to.
    package var rules: Set<String> { slots.reduce(into: []) { $0.formUnion($1.rules) } }

    /// Everything that a saved state depends on; a rule that says something else cannot go on from it.
    var fingerprint: String {
        let parts: [String] = [
            kind.rawValue, slots.map(\.fingerprint).joined(separator: ","), groupBy.joined(separator: ","),
            window.shape.rawValue, "\(window.timespan ?? 0)", "\(window.gap ?? 0)", counting.field ?? "",
            counting.independentBy?.rawValue ?? "", "\(counting.threshold)", clock.base.rawValue, "\(clock.lateness)",
        ]
        return parts.joined(separator: ";")
    }
}

/// How many are wanted: all that `condition: {gte: 3, lt: 10}` says, together.
package struct Threshold: Sendable, Equatable, CustomStringConvertible {
    package enum Operator: String, Sendable, CaseIterable {
        case gt, gte, lt, lte, eq, neq
    }

    package let lower: Int
    /// Nil for as many as there may be.
    package let upper: Int?
    package let excluded: Set<Int>

    package static func atLeast(_ count: Int) -> Threshold { Threshold([(.gte, count)]) }

    package init(_ bounds: [(Operator, Int)]) {
        var (lower, upper): (Int, Int?) = (0, nil)
        var excluded: Set<Int> = []
        func atMost(_ count: Int) { upper = min(upper ?? count, count) }
        for (operation, count) in bounds {
            switch operation {
            case .gt: lower = max(lower, count + 1)
            case .gte: lower = max(lower, count)
            case .lt: atMost(count - 1)
            case .lte: atMost(count)
            case .eq:
                lower = max(lower, count)
                atMost(count)
            case .neq: excluded.insert(count)
            }
        }
        (self.lower, self.upper, self.excluded) = (lower, upper, excluded)
    }

    package func holds(_ count: Int) -> Bool { count >= lower && count <= upper ?? .max && !excluded.contains(count) }

    /// Once it holds, more matches do not undo it, so that nobody needs to wait for the end of a window.
    package var isMonotone: Bool { upper == nil && excluded.isEmpty }

    /// The least count of one or more that it holds of; windows without a match are not looked at.
    var least: Int? {
        let top = upper ?? max(lower, excluded.max() ?? 0) + 1
        return top < max(lower, 1) ? nil : (max(lower, 1)...top).first { holds($0) }
    }

    /// It holds of nothing but no match.
    var wantsNone: Bool { least == nil && holds(0) }
    /// It holds of every count that can be.
    var holdsAlways: Bool { lower <= 1 && upper == nil && excluded.allSatisfy { $0 < 1 } }

    package var description: String {
        var parts: [String] = []
        if let upper, upper == lower {
            parts.append("exactly \(lower)")
        } else {
            if lower > 0 || upper == nil { parts.append("at least \(lower)") }
            if let upper { parts.append("at most \(upper)") }
        }
        return (parts + excluded.sorted().map { "not \($0)" }).joined(separator: ", ")
    }
}

extension Rule {
    /// It holds of several articles together, never of one.
    package var isCorrelation: Bool { if case .correlation = body { true } else { false } }
}
