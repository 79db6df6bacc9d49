/// The `&anchor` and `!tag` before a value, which libyaml's events name without their places.
struct NodeProperties {
    private(set) var anchor: Range<Int>?
    private(set) var tag: Range<Int>?
    /// The first byte behind them that is neither white space nor comment.
    private(set) var valueStart: Int

    init(_ bytes: [UInt8], in range: Range<Int>) {
        valueStart = range.lowerBound
        while valueStart < range.upperBound {
            let start = valueStart
            switch bytes[start] {
            case UInt8(ascii: "&") where anchor == nil:
                skip(bytes, range) { !isBlank($0) && !isFlowIndicator($0) }
                anchor = start..<valueStart
            case UInt8(ascii: "!") where tag == nil:
                skip(bytes, range) { !isBlank($0) && !isFlowIndicator($0) }
                tag = start..<valueStart
            case UInt8(ascii: "#") where start > range.lowerBound:
                skip(bytes, range) { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
            case let byte where isBlank(byte): skip(bytes, range, while: isBlank)
            default: return
            }
        }
    }

    private mutating func skip(_ bytes: [UInt8], _ range: Range<Int>, while condition: (UInt8) -> Bool) {
        repeat { valueStart += 1 } while valueStart < range.upperBound && condition(bytes[valueStart])
    }
}

private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}

private func isFlowIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","): true
    default: false
    }
}
