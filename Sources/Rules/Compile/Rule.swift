package import Diagnostics

/// One compiled rule.
package struct Rule: Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case experimental, test, stable, deprecated
    }

    package enum Level: String, Sendable, CaseIterable {
        case informational, low, medium, high, critical
    }

    package enum Body: Sendable {
        case match(any Condition)
        case event(EventPattern)
        case watchlist(WatchlistPattern)
        case correlation(Correlation)
    }

    /// What becomes of a match.
    package struct Alerting: Sendable {
        /// With `{role}`, `{role.country}`, `{status}`, `{title}` to be filled in.
        package let message: String?
        /// Fields that make two alerts the same.
        package let dedupe: [String]
        /// Seconds during which a repeated alert is kept back.
        package let quiet: Int?
    }

    package let header: Header
    package let body: Body
    /// Its own, then those that filters lay over it.
    var exclusions: [Exclusion]
    package let alerting: Alerting
    package let tests: [RuleTest]
    package let place: SourceRange

    package var id: String { header.id }

    /// Types of event that must be extracted for it.
    var eventTypes: Set<Int> {
        let ofBody: Set<Int> =
            switch body {
            case .match(let condition): condition.eventTypes
            case .event(let pattern): [pattern.type]
            case .watchlist, .correlation: []
            }
        return exclusions.reduce(into: ofBody) { $0.formUnion($1.condition.eventTypes) }
    }

    var anchors: Anchors {
        switch body {
        case .match(let condition): condition.anchors
        case .event(let pattern): Anchors(sets: [[.eventType(pattern.type)]] + pattern.anchors)
        case .watchlist(let pattern): pattern.anchors
        // No word of any article leads to it: it is fed with the matches of other rules.
        case .correlation: .anyOf([])
        }
    }
}
