/// A correlation that came to hold of a group.
package struct Firing: Sendable, Codable, Equatable {
    package let rule: String
    /// Seconds since 1970 of the match that completed it; of what is told by its window's end, that end.
    package let at: Int
    /// Values of the fields of `group-by`.
    package let group: [String: String]
    /// What was counted; 0 for what is absent.
    package let count: Int
    /// The matches in the window, in order of time.
    package let members: [Member]

    package struct Member: Sendable, Codable, Equatable {
        package let rule: String
        package let article: String
        package let time: Int
        package let sequence: Int
    }
}

/// Evaluates one correlation over a stream of matches. Pure: time is told, and what it remembers is ``state``.
///
/// Matches are taken in the order of their times: each is held back until nothing within `lateness` can come before it.
/// A group is looked at as each match comes, which is counted. It fires when the condition holds there that did not hold before, and so
/// again only after a match with which it did not, or after the window was empty: one alert, not one an article.
package struct CorrelationEvaluator: Sendable {
    package let rule: String
    package let correlation: Correlation
    package private(set) var state: CorrelationState
    private let limits: Limits
    /// Not later than the first moment at which time alone changes something; nil when there is none.
    private var nextDeadline: Int?

    /// Bounds on memory; what is beyond them is told in ``CorrelationState/Tally/forgotten``.
    package struct Limits: Sendable {
        /// Entries of a group; a count can be no more.
        package var entries = 1000
        package var groups = 10_000
        package var waiting = 100_000

        package init() {}
    }

    package init(_ correlation: Correlation, of rule: String, limits: Limits = Limits()) {
        (self.rule, self.correlation, self.limits) = (rule, correlation, limits)
        state = CorrelationState(fingerprint: correlation.fingerprint)
    }

    /// - Returns: nil when the state is of a correlation that said something else.
    package init?(_ correlation: Correlation, of rule: String, resuming state: CorrelationState, limits: Limits = Limits()) {
        guard state.fingerprint == correlation.fingerprint else { return nil }
        self.init(correlation, of: rule, limits: limits)
        self.state = state
        nextDeadline = state.groups.values.map { deadline(of: $0) }.min()
    }

    // MARK: Input

    /// Takes the matches of one article; those of other rules are passed over.
    package mutating func take(_ occurrences: [Occurrence]) -> [Firing] {
        for occurrence in occurrences { state.clock = max(state.clock ?? .min, occurrence.times.received) }
        guard let clock = state.clock else { return [] }
        for occurrence in occurrences {
            for (slot, entry) in correlation.slots.enumerated() where entry.rules.contains(occurrence.rule) {
                hold(occurrence, slot, clock)
            }
        }
        return run(to: clock - correlation.clock.lateness)
    }

    /// Tells that it is now so late.
    package mutating func advance(to moment: Int) -> [Firing] {
        let clock = max(state.clock ?? .min, moment)
        state.clock = clock
        return run(to: clock - correlation.clock.lateness)
    }

    private mutating func hold(_ occurrence: Occurrence, _ slot: Int, _ clock: Int) {
        state.tally.taken += 1
        let base = correlation.clock.base
        let time = base == .received ? clock : occurrence.time(base)
        guard time >= clock - correlation.clock.lateness else {
            state.tally.late += 1
            return
        }
        let group = correlation.groupBy.compactMap { occurrence[correlation.slots[slot].aliases[$0] ?? $0] }
        let value = correlation.counting.field.map { occurrence[$0] } ?? ""
        guard group.count == correlation.groupBy.count, let value else {
            state.tally.withoutField += 1
            return
        }
        guard state.waiting.count < limits.waiting else {
            state.tally.forgotten += 1
            return
        }
        let entry = CorrelationState.Entry(
            slot: slot, time: time, sequence: occurrence.sequence, rule: occurrence.rule, article: occurrence.article,
            // Reports of no known source are not known to be independent: together they are one.
            report: correlation.counting.independentBy.map { occurrence[$0.rawValue] ?? "" } ?? occurrence.article, value: value)
        let place = state.waiting.partitioningIndex { CorrelationState.Entry.isBefore(entry, $0.entry) }
        state.waiting.insert(.init(entry: entry, group: group), at: place)
    }

    // MARK: Time

    private mutating func run(to watermark: Int) -> [Firing] {
        var firings: [Firing] = []
        let due = state.waiting.prefix { $0.entry.time <= watermark }
        state.waiting.removeFirst(due.count)
        for held in due {
            firings += settle(through: held.entry.time)
            if let firing = add(held.entry, to: held.group) { firings.append(firing) }
        }
        return firings + settle(through: watermark)
    }

    /// Ends the windows that end by then. An end comes before a match of the same second.
    private mutating func settle(through moment: Int) -> [Firing] {
        guard let next = nextDeadline, next <= moment else { return [] }
        let due = state.groups.values.map { (deadline: deadline(of: $0), group: $0) }.filter { $0.deadline <= moment }
            .sorted { $0.deadline != $1.deadline ? $0.deadline < $1.deadline : $0.group.values.lexicographicallyPrecedes($1.group.values) }
        for (_, group) in due { state.groups[group.values] = nil }
        nextDeadline = state.groups.values.map { deadline(of: $0) }.min()
        return due.compactMap { end($0.group, at: $0.deadline) }
    }

    /// When time alone ends the group.
    private func deadline(of group: CorrelationState.Group) -> Int {
        let timespan = correlation.window.timespan
        guard correlation.kind != .absence else { return group.opened + (timespan ?? 0) }
        switch correlation.window.shape {
        case .sliding: return group.touched + (timespan ?? 0)
        case .tumbling: return group.opened + (timespan ?? 0)
        case .session: return min(group.touched + (correlation.window.gap ?? 0), timespan.map { group.opened + $0 } ?? .max)
        }
    }

    private func end(_ group: CorrelationState.Group, at moment: Int) -> Firing? {
        let threshold = correlation.counting.threshold
        if correlation.kind == .absence { return firing(group, at: moment, count: 0) }
        // What more matches cannot undo was told when it came to hold.
        guard !threshold.isMonotone else { return nil }
        let count = CorrelationMeasure.measure(group.entries, of: correlation)
        return threshold.holds(count) ? firing(group, at: moment, count: count) : nil
    }

    // MARK: Matches

    private mutating func add(_ entry: CorrelationState.Entry, to values: [String]) -> Firing? {
        if correlation.kind == .absence {
            watch(entry, in: values)
            return nil
        }
        var group = group(values, for: entry)
        if correlation.window.shape == .sliding, let timespan = correlation.window.timespan {
            group.entries.removeAll { $0.time <= entry.time - timespan }
        }
        if group.entries.count >= limits.entries {
            group.entries.removeFirst(group.entries.count - limits.entries + 1)
            state.tally.forgotten += 1
        }
        group.entries.append(entry)
        group.touched = entry.time
        let count = CorrelationMeasure.measure(group.entries, of: correlation)
        state.tally.peak = max(state.tally.peak, count)
        let threshold = correlation.counting.threshold
        let isNew = threshold.isMonotone && threshold.holds(count) && !group.holds
        group.holds = threshold.holds(count)
        keep(group)
        return isNew ? firing(group, at: entry.time, count: count) : nil
    }

    /// Begins or ends the wait for what may be absent.
    private mutating func watch(_ entry: CorrelationState.Entry, in values: [String]) {
        let isAwaited = entry.slot == correlation.slots.count - 1
        if isAwaited, state.groups.removeValue(forKey: values) != nil { state.tally.answered += 1 }
        // Of a single rule, each match begins the wait for the next. A wait that goes on is not begun anew.
        guard !isAwaited || correlation.slots.count == 1, state.groups[values] == nil else { return }
        var group = group(values, for: entry)
        group.entries = [entry]
        keep(group)
    }

    private mutating func group(_ values: [String], for entry: CorrelationState.Entry) -> CorrelationState.Group {
        if let known = state.groups[values] { return known }
        if state.groups.count >= limits.groups {
            let oldest = state.groups.values.min {
                $0.touched != $1.touched ? $0.touched < $1.touched : $0.values.lexicographicallyPrecedes($1.values)
            }
            if let oldest { state.groups[oldest.values] = nil }
            state.tally.forgotten += 1
        }
        var opened = entry.time
        if correlation.kind != .absence, correlation.window.shape == .tumbling, let timespan = correlation.window.timespan {
            opened -= ((entry.time % timespan) + timespan) % timespan
        }
        return CorrelationState.Group(values: values, opened: opened, touched: entry.time)
    }

    private mutating func keep(_ group: CorrelationState.Group) {
        state.groups[group.values] = group
        nextDeadline = min(nextDeadline ?? .max, deadline(of: group))
    }

    private func firing(_ group: CorrelationState.Group, at moment: Int, count: Int) -> Firing {
        Firing(
            rule: rule, at: moment,
            group: Dictionary(zip(correlation.groupBy, group.values), uniquingKeysWith: { first, _ in first }), count: count,
            members: group.entries.map { .init(rule: $0.rule, article: $0.article, time: $0.time, sequence: $0.sequence) })
    }
}
