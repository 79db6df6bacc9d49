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
    /// Keys of words that no term knows, which most words are: half a megabyte, asked first.
    private var unknown: [UInt64]

    init() {
        entries = [Entry](repeating: Entry(), count: Self.slots)
        unknown = [UInt64](repeating: 0, count: Self.slots)
    }

    private init(entries: [Entry], unknown: [UInt64]) {
        self.entries = entries
        self.unknown = unknown
    }

    /// Stands in while the cache is in use elsewhere.
    static var empty: ReadingCache { ReadingCache(entries: [], unknown: []) }

    /// Appends the readings of a word, when they are known here.
    @inline(__always)
    func append(_ key: UInt64, to readings: inout [Reading]) -> Bool {
        let slot = Int(truncatingIfNeeded: key >> 12) & (Self.slots - 1)
        if unknown[slot] == key { return true }
        let entry = entries[slot]
        guard entry.key == key else { return false }
        readings.append(entry.first)
        if entry.count > 1 { readings.append(entry.second) }
        return true
    }

    @inline(__always)
    mutating func store(_ key: UInt64, _ readings: ArraySlice<Reading>) {
        guard readings.count <= Self.maximumReadings else { return }
        guard let first = readings.first else {
            unknown[Int(truncatingIfNeeded: key >> 12) & (Self.slots - 1)] = key
            return
        }
        var entry = Entry(key: key, count: UInt8(readings.count))
        entry.first = first
        if readings.count > 1 { entry.second = readings[readings.startIndex + 1] }
        entries[Int(truncatingIfNeeded: key >> 12) & (Self.slots - 1)] = entry
    }
}
