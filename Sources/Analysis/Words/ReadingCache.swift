/// What the words that a worker saw lately read as.
///
/// News says the same few thousand words again and again, and splitting an Arabic word costs a dozen look-ups; a direct-mapped table of the last
/// readings by the word's key answers most of them with one. Keys are 64-bit hashes of the folded word, as everywhere.
struct ReadingCache: Sendable {
    /// 65,536 entries of 32 bytes: the vocabulary of some days of news.
    private static let slots = 1 << 16
    /// A word with more readings is read anew each time; hardly any has.
    static let maximumReadings = 2

    private struct Entry {
        var key: UInt64 = 0
        var count: UInt8 = 0
        var first = Reading(form: 0, clitics: [], before: 0, after: 0)
        var second = Reading(form: 0, clitics: [], before: 0, after: 0)
    }

    private var entries: [Entry]

    init() { entries = [Entry](repeating: Entry(), count: Self.slots) }
    private init(entries: [Entry]) { self.entries = entries }

    /// Stands in while the cache is in use elsewhere.
    static var empty: ReadingCache { ReadingCache(entries: []) }

    /// Appends the readings of a word, when they are known here.
    @inline(__always)
    func append(_ key: UInt64, to readings: inout [Reading]) -> Bool {
        let entry = entries[Int(truncatingIfNeeded: key >> 12) & (Self.slots - 1)]
        guard entry.key == key else { return false }
        if entry.count > 0 { readings.append(entry.first) }
        if entry.count > 1 { readings.append(entry.second) }
        return true
    }

    @inline(__always)
    mutating func store(_ key: UInt64, _ readings: ArraySlice<Reading>) {
        guard readings.count <= Self.maximumReadings else { return }
        var entry = Entry(key: key, count: UInt8(readings.count))
        if let first = readings.first { entry.first = first }
        if readings.count > 1 { entry.second = readings[readings.startIndex + 1] }
        entries[Int(truncatingIfNeeded: key >> 12) & (Self.slots - 1)] = entry
    }
}
