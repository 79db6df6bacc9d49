import Articles
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        ("2024-02-19", "2024-02-19T00:00:00Z"), ("2024-02-19T08:00:00Z", "2024-02-19T08:00:00Z"),
        ("2024-02-19t08:00:00z", "2024-02-19T08:00:00Z"),
        ("2024-02-19 08:00", "2024-02-19T08:00:00Z"), ("2024-02-19T08:00:00.123456Z", "2024-02-19T08:00:00Z"),
        ("2024-02-19T08:00:00,5+03:00", "2024-02-19T05:00:00Z"), ("2024-02-19T01:30:00+0300", "2024-02-18T22:30:00Z"),
        ("2024-02-19T23:00:00-05:00", "2024-02-20T04:00:00Z"), ("2024-02-19T08:00:00 +03", "2024-02-19T05:00:00Z"),
        ("2024-02-19T08:00:00+05:45", "2024-02-19T02:15:00Z"), ("2024-02-29T24:00:00Z", "2024-03-01T00:00:00Z"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"), ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"), ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
    ])
    func `a moment is read in all its usual spellings`(text: String, shown: String) {
        #expect(Timestamp(text)?.description == shown)
    }

    @Test(arguments: [
        "", "2024", "2024-02", "2024-02-30", "2023-02-29T00:00:00Z", "19.02.2024", "2024/02/19", "2024-02-19T", "2024-02-19T8:00",
        "2024-02-19T08",
        "2024-02-19T08:60", "2024-02-19T25:00", "2024-02-19T08:00:61", "2024-02-19T08:00:00X", "2024-02-19T08:00:00+19:00",
        "2024-02-19T08:00:00Z ",
        "2024-02-19T08:00:00+3", "2024-02-19T08:00:00Zulu", "٢٠٢٤-٠٢-١٩", "Mon, 19 Feb 2024", "1708329600", "2024-02-19T08:00:00+",
        "2024-02-1",
        " 2024-02-19", "2024-02-19T-1:00", "2024-02-19T08:0é", "202é-02-19",
    ])
    func `what is no moment is refused`(text: String) { #expect(Timestamp(text) == nil) }

    @Test(
        arguments: [
            "2024-02-19T24:30:00Z", "2024-02-19T24:59:60Z",
            "2024-02-19T08:00:00+03:", "2024-02-19T08:00:00+03:99", "2024-02-19T08:00:00.Z",
        ])
    func `a moment that does not exist is refused`(text: String) { #expect(Timestamp(text) == nil) }

    @Test(arguments: ["0001-01-01T00:00:00+18:00", "9999-12-31T23:59:59-18:00", "9999-12-31T24:00:00Z"])
    func `a moment at the edge of the calendar is refused or shown as RFC 3339`(text: String) {
        guard let moment = Timestamp(text) else { return }
        #expect(moment.description.utf8.count == 20 && Timestamp(moment.description) == moment, "\(moment)")
    }

    @Test(arguments: [Int.min, -62_135_596_801, 253_402_300_800, .max]) func `any number of seconds has a description`(seconds: Int) {
        #expect(Timestamp(seconds: seconds).description.hasSuffix("Z"))
    }

    @Test(arguments: 0..<10) func `what is shown is read back`(block: Int) {
        for seed in block * 100..<block * 100 + 100 {
            var random = SeededGenerator(seed: UInt64(seed))
            let moment = Timestamp(seconds: Int.random(in: -62_135_596_800...253_402_300_799, using: &random))
            #expect(Timestamp(moment.description) == moment, "seed \(seed)")
            #expect(Timestamp(moment.date) <= moment && moment.seconds - Timestamp(moment.date).seconds < 86_400)
        }
    }

    @Test func `moments are ordered by the clock of Greenwich`() throws {
        let moments = try ["2024-02-19T08:00:00+03:00", "2024-02-19T06:00:00Z", "2024-02-19T02:00:00-05:00"].map {
            try #require(Timestamp($0))
        }
        #expect(moments == moments.sorted())
    }
}
