/// A moment, in whole seconds since 1970-01-01T00:00:00Z.
package struct Timestamp: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let seconds: Int

    package init(seconds: Int) { self.seconds = seconds }

    package init(_ date: CivilDate) { seconds = date.dayNumber * 86_400 }

    /// Reads RFC 3339 and its usual relaxations: a date alone, a blank for the `T`, no seconds, fractions, `Z`, `+03:00`, `+0300`, or no
    /// zone (taken as UTC).
    ///
    /// - Returns: nil when it is not such a text, or names a moment that does not exist.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, let date = CivilDate(String(decoding: bytes[0..<10], as: UTF8.self)) else { return nil }
        var reader = DigitReader(bytes: bytes, position: 10)
        var seconds = date.dayNumber * 86_400
        if reader.skip(anyOf: [0x54, 0x74, 0x20]) {
            guard let hour = reader.twoDigits(), hour <= 24, reader.skip(anyOf: [0x3A]), let minute = reader.twoDigits(), minute < 60 else {
                return nil
            }
            // ISO 8601 writes the end of a day as 24:00.
            guard hour < 24 || minute == 0 else { return nil }
            seconds += hour * 3600 + minute * 60
            if reader.skip(anyOf: [0x3A]) {
                guard let second = reader.twoDigits(), second <= 60 else { return nil }
                guard hour < 24 || second == 0 else { return nil }
                seconds += second
            }
            if reader.skip(anyOf: [0x2E, 0x2C]) { guard reader.skipDigits() else { return nil } }
            _ = reader.skip(anyOf: [0x20])
        }
        if !reader.isAtEnd, !reader.skip(anyOf: [0x5A, 0x7A]) {
            let sign = reader.skip(anyOf: [0x2B]) ? -1 : reader.skip(anyOf: [0x2D]) ? 1 : 0
            guard sign != 0, let hours = reader.twoDigits(), hours <= 18 else { return nil }
            seconds += sign * hours * 3600
            if reader.skip(anyOf: [0x3A]) || !reader.isAtEnd {
                guard let minutes = reader.twoDigits(), minutes < 60 else { return nil }
                seconds += sign * minutes * 60
            }
        }
        // A zone must not carry the moment out of the years that a date can say.
        guard reader.isAtEnd, CivilDate(dayNumber: Int((Double(seconds) / 86_400).rounded(.down))) != nil else { return nil }
        self.seconds = seconds
    }

    /// The day in UTC.
    package var date: CivilDate {
        // Outside the years 1…9999 no article can be; the epoch stands for such a moment.
        CivilDate(dayNumber: Int((Double(seconds) / 86_400).rounded(.down))) ?? .epoch
    }

    /// RFC 3339, in UTC.
    package var description: String {
        let inDay = seconds - date.dayNumber * 86_400
        return "\(date)T\(padded(inDay / 3600, 2)):\(padded(inDay / 60 % 60, 2)):\(padded(inDay % 60, 2))Z"
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }
}

private struct DigitReader {
    let bytes: [UInt8]
    var position: Int

    var isAtEnd: Bool { position >= bytes.count }

    mutating func skip(anyOf set: [UInt8]) -> Bool {
        guard position < bytes.count, set.contains(bytes[position]) else { return false }
        position += 1
        return true
    }

    mutating func twoDigits() -> Int? {
        guard position + 2 <= bytes.count, bytes[position...position + 1].allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        defer { position += 2 }
        return Int(bytes[position] - 0x30) * 10 + Int(bytes[position + 1] - 0x30)
    }

    /// - Returns: whether there was one at least.
    mutating func skipDigits() -> Bool {
        let start = position
        while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
        return position > start
    }
}
