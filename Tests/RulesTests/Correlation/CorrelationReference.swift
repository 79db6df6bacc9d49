import Rules
@testable import Rules

/// What a correlation means, written down as directly as can be and without memory: slow, and right by reading.
struct CorrelationReference {
    let correlation: Correlation

    private struct Item {
        let time: Int
        let slot: Int
        let occurrence: Occurrence
    }

    func firings(of stream: [(at: Int, occurrences: [Occurrence])]) -> [Firing] {
        let lateness = correlation.clock.lateness
        var items: [Item] = []
        for occurrence in stream.flatMap(\.occurrences) {
            guard let slot = correlation.slots.firstIndex(where: { $0.rules.contains(occurrence.rule) }) else { continue }
            let (received, published) = (occurrence.times.received, occurrence.times.published)
            let time = correlation.clock.base == .published ? min(published ?? received, received) : received
            if received - time > lateness { continue }
            if let field = correlation.counting.field, occurrence[field] == nil { continue }
            if correlation.groupBy.contains(where: { occurrence[$0] == nil }) { continue }
            items.append(Item(time: time, slot: slot, occurrence: occurrence))
        }
        items.sort {
            ($0.time, $0.occurrence.sequence, $0.slot, $0.occurrence.rule) < ($1.time, $1.occurrence.sequence, $1.slot, $1.occurrence.rule)
        }
        let groups = Dictionary(grouping: items) { item in correlation.groupBy.map { item.occurrence[$0] ?? "" } }
        return groups.values.flatMap { correlation.kind == .absence ? absences($0) : windows($0) }
    }

    // MARK: Windows

    private func windows(_ items: [Item]) -> [Firing] {
        let span = correlation.window.timespan ?? .max
        let threshold = correlation.counting.threshold
        guard correlation.window.shape != .sliding else {
            func inWindow(_ index: Int) -> [Item] { items[...index].filter { items[index].time - $0.time < span } }
            return items.indices.compactMap { index in
                let now = items[index].time
                guard threshold.holds(measure(inWindow(index))) else { return nil }
                // Unless it held already as the match before this one came, and the window was never empty since.
                if index > 0, now - items[index - 1].time < span, threshold.holds(measure(inWindow(index - 1))) { return nil }
                return firing(inWindow(index), at: now)
            }
        }
        return segments(items).compactMap { segment in
            if threshold.isMonotone {
                return segment.items.indices.map { Array(segment.items[...$0]) }.first { threshold.holds(measure($0)) }
                    .map { firing($0, at: $0[$0.count - 1].time) }
            }
            return threshold.holds(measure(segment.items)) ? firing(segment.items, at: segment.end) : nil
        }
    }

    private func segments(_ items: [Item]) -> [(items: [Item], end: Int)] {
        var segments: [(items: [Item], end: Int)] = []
        for item in items {
            if let last = segments.last, item.time < last.end {
                segments[segments.count - 1].items.append(item)
            } else {
                segments.append(([item], 0))
            }
            let (first, last) = (segments[segments.count - 1].items[0].time, item.time)
            let span = correlation.window.timespan
            let end: Int
            if correlation.window.shape == .tumbling, let span {
                end = (Int((Double(first) / Double(span)).rounded(.down)) + 1) * span
            } else {
                end = min(last + (correlation.window.gap ?? 0), first + (span ?? 1_000_000))
            }
            segments[segments.count - 1].end = end
        }
        return segments
    }

    // MARK: Measures

    private func measure(_ items: [Item]) -> Int {
        let independence = correlation.counting.independentBy
        func report(_ item: Item) -> String {
            guard let independence else { return item.occurrence.article }
            return item.occurrence[independence.rawValue] ?? ""
        }
        switch correlation.kind {
        case .eventCount: return Set(items.map(report)).count
        case .valueCount:
            let pairs = items.map { (value: $0.occurrence[correlation.counting.field ?? ""] ?? "", report: report($0)) }
            guard independence != nil else { return Set(pairs.map(\.value)).count }
            return largestChoice(Set(pairs.map(\.value)).sorted().map { value in Set(pairs.filter { $0.value == value }.map(\.report)) })
        case .temporal: return Set(items.map(\.slot)).count
        case .temporalOrdered: return longestChain(0, after: nil, items)
        case .absence: return 0
        }
    }

    /// How many of the sets can be given an element each, no two the same: by trying everything.
    private func largestChoice(_ sets: [Set<String>], _ taken: Set<String> = []) -> Int {
        guard let first = sets.first else { return 0 }
        let rest = Array(sets.dropFirst())
        let without = largestChoice(rest, taken)
        return first.subtracting(taken).reduce(without) { max($0, 1 + largestChoice(rest, taken.union([$1]))) }
    }

    /// By trying every match of the next slot.
    private func longestChain(_ slot: Int, after last: Item?, _ items: [Item]) -> Int {
        items.filter { item in
            item.slot == slot
                && (last.map { ($0.time, $0.occurrence.sequence) < (item.time, item.occurrence.sequence) } ?? true)
        }.reduce(0) { max($0, 1 + longestChain(slot + 1, after: $1, items)) }
    }

    // MARK: Absence

    private func absences(_ items: [Item]) -> [Firing] {
        let span = correlation.window.timespan ?? 0
        let isSingle = correlation.slots.count == 1
        var firings: [Firing] = []
        var waitsUntil = Int.min
        for (index, item) in items.enumerated() where item.slot == 0 && (isSingle || item.time >= waitsUntil) {
            let answer = items[(index + 1)...].first { $0.slot == correlation.slots.count - 1 && $0.time < item.time + span }
            if answer == nil { firings.append(firing([item], at: item.time + span)) }
            if let answer, !isSingle {
                // What comes after the answer begins a wait of its own.
                let position = items.firstIndex { $0.occurrence == answer.occurrence } ?? 0
                return firings + absences(Array(items[(position + 1)...]))
            }
            waitsUntil = item.time + span
        }
        return firings
    }

    private func firing(_ items: [Item], at moment: Int) -> Firing {
        let fields = correlation.groupBy.map { ($0, items[0].occurrence[$0] ?? "") }
        return Firing(
            rule: "t", at: moment, group: Dictionary(fields, uniquingKeysWith: { first, _ in first }), count: measure(items),
            members: items.map {
                .init(rule: $0.occurrence.rule, article: $0.occurrence.article, time: $0.time, sequence: $0.occurrence.sequence)
            })
    }
}
