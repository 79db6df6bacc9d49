/// Numbers by hashed key, several a key; flat, so that a million names cost tens of bytes each.
struct KeyTable: Sendable {
    private let keys: [UInt64]
    private let values: [UInt32]
    /// Where the keys that begin with these bits start.
    private let starts: [UInt32]
    private let shift: UInt64

    init(_ pairs: [(key: UInt64, value: UInt32)]) {
        var bits = 4
        while bits < 24, 1 << (bits + 2) < pairs.count { bits += 1 }
        let shift = UInt64(64 - bits)
        let sorted = pairs.sorted { ($0.key, $0.value) < ($1.key, $1.value) }
        var keys: [UInt64] = []
        var values: [UInt32] = []
        keys.reserveCapacity(sorted.count)
        values.reserveCapacity(sorted.count)
        for pair in sorted where keys.last != pair.key || values.last != pair.value {
            keys.append(pair.key)
            values.append(pair.value)
        }
        var starts = [UInt32](repeating: 0, count: 1 << bits + 1)
        for key in keys { starts[Int(key >> shift) + 1] += 1 }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        (self.keys, self.values, self.starts, self.shift) = (keys, values, starts, shift)
    }

    func forEach(_ key: UInt64, _ body: (UInt32) -> Void) {
        let bucket = Int(key >> shift)
        for index in Int(starts[bucket])..<Int(starts[bucket + 1]) where keys[index] == key { body(values[index]) }
    }

    func contains(_ key: UInt64) -> Bool {
        let bucket = Int(key >> shift)
        return (Int(starts[bucket])..<Int(starts[bucket + 1])).contains { keys[$0] == key }
    }
}
