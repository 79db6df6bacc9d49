/// A day of the Islamic calendar as computed, without looking at the moon: announced days differ from it by one or two.
///
/// Source: the civil tabular calendar (30-year cycle, leap years 2 5 7 10 13 16 18 21 24 26 29; epoch 16 July 622 Julian), as in Reingold and
/// Dershowitz, “Calendrical Calculations”.
package struct HijriDate: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Announced days lie so many days round the computed one.
    package static let tolerance = 2

    /// - Returns: nil when there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9000).contains(year), (1...12).contains(month), (1...30).contains(day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Day 1 of 1 AH, in days since 1970-01-01.
    private static let epoch = -492_148

    package init?(_ date: CivilDate) {
        let elapsed = date.dayNumber - Self.epoch
        guard elapsed >= 0 else { return nil }
        let year = (30 * elapsed + 10_646) / 10_631
        let dayOfYear = elapsed - Self.days(before: year)
        let month = min(12, (11 * dayOfYear + 330) / 325)
        self.init(year: year, month: month, day: dayOfYear - Self.days(ofMonthsBefore: month) + 1)
    }

    package var civil: CivilDate? {
        CivilDate(dayNumber: Self.epoch + Self.days(before: year) + Self.days(ofMonthsBefore: month) + day - 1)
    }

    private static func days(before year: Int) -> Int { 354 * (year - 1) + (3 + 11 * year) / 30 }
    private static func days(ofMonthsBefore month: Int) -> Int { (59 * (month - 1) + 1) / 2 }
}
