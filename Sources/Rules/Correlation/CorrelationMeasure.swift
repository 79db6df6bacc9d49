/// How much of what a correlation wants stands in a window.
///
/// It never grows when entries are taken away: time alone can end what holds, and only a match begin it.
enum CorrelationMeasure {
    static func measure(_ entries: [CorrelationState.Entry], of correlation: Correlation) -> Int {
        switch correlation.kind {
        // An article is counted once, however many matches it has; so are copies, where reports must be independent.
        case .eventCount: Set(entries.map(\.report)).count
        case .valueCount:
            correlation.counting.independentBy == nil ? Set(entries.map(\.value)).count : independentValues(entries)
        case .temporal: Set(entries.map(\.slot)).count
        case .temporalOrdered: steps(entries)
        case .absence: 0
        }
    }

    /// How many slots, from the first, are met one after the other. To take the earliest that will do is never worse.
    private static func steps(_ entries: [CorrelationState.Entry]) -> Int {
        var (steps, last) = (0, (Int.min, Int.min))
        for entry in entries where entry.slot == steps && (entry.time, entry.sequence) > last {
            last = (entry.time, entry.sequence)
            steps += 1
        }
        return steps
    }

    /// The greatest number of entries of which no two share a value or a report: a maximum matching of values with reports.
    ///
    /// To count values of first copies only would depend on which copy came first, and could grow when one leaves the window.
    /// - Complexity: O(values × entries) (Kuhn's algorithm).
    private static func independentValues(_ entries: [CorrelationState.Entry]) -> Int {
        var reportsOfValue: [String: [String]] = [:]
        var seen: Set<[String]> = []
        for entry in entries where seen.insert([entry.value, entry.report]).inserted {
            reportsOfValue[entry.value, default: []].append(entry.report)
        }
        var valueOfReport: [String: String] = [:]
        var count = 0
        for value in reportsOfValue.keys {
            if let path = path(from: value, reportsOfValue, valueOfReport) {
                for (report, value) in path { valueOfReport[report] = value }
                count += 1
            }
        }
        return count
    }

    /// A path that gives `value` a report, moving others to theirs; breadth first, for recursion could be a thousand deep.
    private static func path(
        from value: String, _ reportsOfValue: [String: [String]], _ valueOfReport: [String: String]
    ) -> [(report: String, value: String)]? {
        var reachedFrom: [String: String] = [:]
        var (queue, head) = ([value], 0)
        while head < queue.count {
            let current = queue[head]
            head += 1
            for report in reportsOfValue[current] ?? [] where reachedFrom[report] == nil {
                reachedFrom[report] = current
                if let owner = valueOfReport[report] {
                    queue.append(owner)
                } else {
                    return trace(back: report, to: value, reachedFrom, valueOfReport)
                }
            }
        }
        return nil
    }

    private static func trace(
        back report: String, to start: String, _ reachedFrom: [String: String], _ valueOfReport: [String: String]
    ) -> [(report: String, value: String)] {
        var path: [(String, String)] = []
        var report = report
        while let value = reachedFrom[report] {
            path.append((report, value))
            guard value != start, let earlier = valueOfReport.first(where: { $0.value == value })?.key else { break }
            report = earlier
        }
        return path
    }
}
