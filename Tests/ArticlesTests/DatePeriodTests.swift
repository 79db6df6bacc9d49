import Articles
import Testing

@Suite struct DatePeriodTests {
    @Test(arguments: ["2024-02-19", "2024-02", "2024", "2024-02-19/2024-02-25", "2023-12-30/2024-01-02"])
    func `a period is written as it is read`(text: String) throws {
        #expect(try #require(DatePeriod(text)).description == text)
    }

    @Test(arguments: ["", "2024-13", "2024-02-30", "2024-02-25/2024-02-19", "2024-02/2024-03", "2024-02-19/", "a/b", "2024/2025/2026"])
    func `what is no period is none`(text: String) { #expect(DatePeriod(text) == nil) }

    @Test(arguments: [
        ("2024-02", DatePeriod.Part.early, "2024-02-01/2024-02-09"), ("2024-02", .mid, "2024-02-10/2024-02-20"),
        ("2024-02", .late, "2024-02-21/2024-02-29"), ("2024-02-19", .late, "2024-02-19"), ("2024", .early, "2024-01-01/2024-05-01"),
    ])
    func `a part is a third`(text: String, part: DatePeriod.Part, shown: String) throws {
        #expect(try #require(DatePeriod(text)).narrowed(to: part).description == shown)
    }

    @Test func `a week runs from Monday to Sunday`() throws {
        for day in ["2024-02-19", "2024-02-22", "2024-02-25"] {
            #expect(DatePeriod(weekOf: try #require(CivilDate(day))).description == "2024-02-19/2024-02-25")
        }
    }

    /// Source: conversion tables of the civil tabular calendar; announced days differ by one or two.
    @Test(arguments: [(1445, 1, 1, "2023-07-19"), (1446, 9, 1, "2025-03-01"), (1400, 1, 1, "1979-11-21")])
    func `a Hijri day has its Gregorian one`(year: Int, month: Int, day: Int, shown: String) {
        #expect(HijriDate(year: year, month: month, day: day)?.civil?.description == shown)
    }

    @Test func `a Hijri day comes back from its Gregorian one`() throws {
        for year in 1300...1500 {
            for month in 1...12 {
                for day in [1, 15, 29] {
                    let date = try #require(HijriDate(year: year, month: month, day: day))
                    #expect(HijriDate(try #require(date.civil)) == date)
                }
            }
        }
    }

    @Test(arguments: [(0, 1, 1), (1445, 13, 1), (1445, 1, 31), (99_999, 1, 1)])
    func `what is no Hijri day is none`(year: Int, month: Int, day: Int) { #expect(HijriDate(year: year, month: month, day: day) == nil) }
}
