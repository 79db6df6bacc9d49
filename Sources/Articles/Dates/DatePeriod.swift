/// A day, a month, a year, or whatever days a text means by `next week` or `late March`: from its first day to its last.
package struct DatePeriod: Hashable, Sendable, CustomStringConvertible {
    package let first: CivilDate
    package let last: CivilDate

    /// - Precondition: `first <= last`; otherwise only the first day counts.
    package init(_ first: CivilDate, _ last: CivilDate) {
        self.first = first
        self.last = max(first, last)
    }

    package init(_ day: CivilDate) { self.init(day, day) }

    package init?(year: Int, month: Int) {
        guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
        self.init(first, first.lastOfMonth)
    }

    package init?(year: Int) {
        guard let first = CivilDate(year: year, month: 1, day: 1), let last = CivilDate(year: year, month: 12, day: 31) else { return nil }
        self.init(first, last)
    }

    /// Monday to Sunday.
    package init(weekOf day: CivilDate) {
        let first = day.adding(days: 1 - day.weekday)
        self.init(first, first.adding(days: 6))
    }

    /// Reads what ``description`` writes.
    package init?(_ text: some StringProtocol) {
        let ends = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = CivilDate(ends[0]) else { return nil }
        switch (ends.count, ends[0].utf8.count) {
        case (2, 10):
            guard let last = CivilDate(ends[1]), first < last else { return nil }
            self.init(first, last)
        case (1, 10): self.init(first)
        case (1, 7): self.init(year: first.year, month: first.month)
        case (1, 4): self.init(year: first.year)
        default: return nil
        }
    }

    package enum Part: String, CaseIterable, Sendable {
        case early, mid, late
    }

    /// The first, the middle or the last third of it.
    package func narrowed(to part: Part) -> DatePeriod {
        let length = last.dayNumber - first.dayNumber + 1
        guard length >= 3 else { return self }
        let third = length / 3
        switch part {
        case .early: return DatePeriod(first, first.adding(days: third - 1))
        case .mid: return DatePeriod(first.adding(days: third), first.adding(days: length - third - 1))
        case .late: return DatePeriod(first.adding(days: length - third), last)
        }
    }

    package func contains(_ day: CivilDate) -> Bool { first <= day && day <= last }

    /// `2024-02-19`, `2024-02`, `2024`, or an interval of days such as `2024-02-19/2024-02-25` (ISO 8601).
    package var description: String {
        if first == last { return first.description }
        if DatePeriod(year: first.year) == self { return padded(first.year, 4) }
        if DatePeriod(year: first.year, month: first.month) == self { return "\(padded(first.year, 4))-\(padded(first.month, 2))" }
        return "\(first)/\(last)"
    }
}

extension CivilDate {
    fileprivate var lastOfMonth: CivilDate {
        CivilDate(year: year, month: month, day: CivilDate.length(ofMonth: month, year: year)) ?? self
    }
}
