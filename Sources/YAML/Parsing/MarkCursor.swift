/// Turns libyaml's marks, which count characters, into byte offsets.
///
/// The marks of neighbouring events are near each other, so a walk from the last one costs less than a table would: all walks together
/// pass over the file about once.
struct MarkCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let start: Int
    private let isASCII: Bool
    private var character = 0
    private var offset: Int

    /// - Parameter start: the byte that libyaml calls character 0.
    init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int, isASCII: Bool) {
        self.bytes = bytes
        self.start = start
        self.isASCII = isASCII
        offset = start
    }

    mutating func offset(of index: Int) -> Int {
        if isASCII { return min(start + index, bytes.count) }
        // Bounds: reads at offsets below bytes.count going forward, and at start or above going back.
        while character < index, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            character += 1
        }
        while character > index, offset > start {
            offset -= 1
            while offset > start, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
            character -= 1
        }
        return offset
    }
}
