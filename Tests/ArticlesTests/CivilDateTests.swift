import Articles
import Testing

@Suite struct CivilDateTests {
    @Test(arguments: [
        ("2024-02-29", "2024-02-29"), ("2024-02", "2024-02-01"), ("2024", "2024-01-01"), ("0001-01-01", "0001-01-01"),
        ("9999-12-31", "9999-12-31"),
        ("2023-02-29", nil), ("1900-02-29", nil), ("2000-02-29", "2000-02-29"), ("2024-00-10", nil), ("2024-13-10", nil),
        ("2024-04-31", nil),
        ("2024-01-00", nil), ("0000-01-01", nil), ("24-01-01", nil), ("2024-1-1", nil), ("2024-01-01-", nil), ("2024-01-01-01", nil),
        ("", nil),
        ("-", nil), ("2024-", nil), ("+202-01-01", nil), ("٢٠٢٤-٠١-٠١", nil), (" 2024", nil), ("2024-0x-01", nil), ("２０２４", nil),
    ])
    func `a date is a year, a month or a day that exists`(text: String, shown: String?) {
        #expect(CivilDate(text)?.description == shown)
    }

    @Test(arguments: [
        ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-03-01", 11_017, 3), ("2024-02-29", 19_782, 4), ("2026-11-24", 20_781, 2),
        ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
    ])
    func `a day has its number and its weekday`(text: String, number: Int, weekday: Int) throws {
        let date = try #require(CivilDate(text))
        #expect(date.dayNumber == number && date.weekday == weekday)
        #expect(CivilDate(dayNumber: number) == date)
    }

    @Test(arguments: 0..<20) func `every day number of the calendar comes back, and follows the day before`(part: Int) {
        let (first, last) = (-719_162, 2_932_896)
        let size = (last - first) / 20 + 1
        for number in stride(from: first + part * size + 1, through: min(last, first + (part + 1) * size), by: 13) {
            guard let day = CivilDate(dayNumber: number), let before = CivilDate(dayNumber: number - 1) else {
                Issue.record("no day \(number)")
                return
            }
            let isNext =
                day.day == before.day + 1 || (day.day == 1 && before.day == CivilDate.length(ofMonth: before.month, year: before.year))
            let isInOrder = before < day && day.weekday == before.weekday % 7 + 1
            let isReached = day.dayNumber == number && before.adding(days: 1) == day && day.adding(days: -1) == before
            // One expectation a day would take minutes.
            if !isNext || !isInOrder || !isReached { Issue.record("day \(number) is \(day), after \(before)") }
        }
    }

    @Test(arguments: [Int.min, -720_001, -719_163, 2_932_897, 3_000_000, .max]) func `there is no day outside the years 1 to 9999`(
        number: Int
    ) {
        #expect(CivilDate(dayNumber: number) == nil)
    }

    @Test(arguments: [
        ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-03-31", -1, "2024-02-29"), ("2024-12-15", 1, "2025-01-15"),
        ("2024-01-15", -1, "2023-12-15"), ("2024-05-31", 13, "2025-06-30"), ("2024-02-29", 12, "2025-02-28"),
        ("9999-12-31", 1, "9999-12-31"),
        ("0001-01-31", -1, "0001-01-31"),
    ])
    func `a month later is the same day or the last of the month`(text: String, months: Int, shown: String) throws {
        #expect(try #require(CivilDate(text)).adding(months: months).description == shown)
    }
}
