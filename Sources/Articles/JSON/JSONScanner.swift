/// Why a text is not JSON, and at which byte.
package struct JSONFailure: Error, Equatable {
    package let reason: String
    /// From the start of the scanned bytes.
    package let offset: Int
}

/// Reads one JSON value from left to right without building a tree: the caller takes the strings it wants and skips the rest.
///
/// Source: RFC 8259. Lone surrogates become U+FFFD. Nesting is bounded, for lines come from strangers.
package struct JSONScanner {
    /// Deeper values are refused; no news record nests further than a few levels.
    static let maximumDepth = 64

    // Valid for the life of the scanner: callers make it inside `withUnsafeBytes` and do not let it escape.
    private let bytes: UnsafeRawBufferPointer
    package private(set) var position = 0

    package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    package var isAtEnd: Bool { position >= bytes.count }

    /// The next byte that is not white space, not consumed.
    package mutating func peek() -> UInt8? {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            position += 1
        }
        return nil
    }

    package mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    package func failure(_ reason: String) -> JSONFailure { JSONFailure(reason: reason, offset: position) }

    /// Walks over the members of an object; `member` must consume the value.
    package mutating func readObject(_ member: (inout JSONScanner, [UInt8]) throws -> Void) throws {
        guard take(0x7B) else { throw failure("expected `{`") }
        if take(0x7D) { return }
        repeat {
            guard peek() == 0x22 else { throw failure("expected a name in double quotes") }
            let key = try readString()
            guard take(0x3A) else { throw failure("expected `:` after a name") }
            try member(&self, key)
        } while take(0x2C)
        guard take(0x7D) else { throw failure("expected `,` or `}`") }
    }

    /// - Returns: the string's bytes with all escapes resolved.
    package mutating func readString() throws -> [UInt8] {
        guard take(0x22) else { throw failure("expected a string") }
        var result: [UInt8] = []
        while true {
            let start = position
            let end = endOfPlainRun(from: start)
            if end > start { result.append(contentsOf: bytes[start..<end]) }
            position = end
            guard position < bytes.count else { throw failure("this string has no closing quote") }
            let byte = bytes[position]
            if byte == 0x22 {
                position += 1
                return result
            }
            guard byte == 0x5C else { throw failure("a control character stands in a string; write it as an escape") }
            try readEscape(into: &result)
        }
    }

    /// The offset of the first quote, backslash or control character from `start` on, or the end.
    private func endOfPlainRun(from start: Int) -> Int {
        var index = start
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        // Eight bytes at a time: a byte is special when it is below 0x20, a quote or a backslash (“bytes less than n”, Bit Twiddling Hacks).
        while index + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let quote = word ^ (ones &* 0x22)
            let slash = word ^ (ones &* 0x5C)
            let special = ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash) | ((word &- ones &* 0x20) & ~word)
            if special & highs != 0 { break }
            index += 8
        }
        while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x5C, bytes[index] >= 0x20 { index += 1 }
        return index
    }

    private mutating func readEscape(into result: inout [UInt8]) throws {
        position += 1
        guard position < bytes.count else { throw failure("this string has no closing quote") }
        let byte = bytes[position]
        position += 1
        switch byte {
        case 0x22, 0x5C, 0x2F: result.append(byte)
        case 0x62: result.append(0x08)
        case 0x66: result.append(0x0C)
        case 0x6E: result.append(0x0A)
        case 0x72: result.append(0x0D)
        case 0x74: result.append(0x09)
        case 0x75:
            let scalar = try readUnicodeEscape()
            result.append(contentsOf: Array(String(Character(scalar)).utf8))
        default:
            position -= 1
            throw failure("there is no such escape")
        }
    }

    private mutating func readUnicodeEscape() throws -> Unicode.Scalar {
        let first = try readFourHexDigits()
        if (0xD800..<0xDC00).contains(first), position + 6 <= bytes.count, bytes[position] == 0x5C, bytes[position + 1] == 0x75 {
            let rewind = position
            position += 2
            let second = try readFourHexDigits()
            if (0xDC00..<0xE000).contains(second), let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) {
                return scalar
            }
            position = rewind
        }
        return Unicode.Scalar(first) ?? "\u{FFFD}"
    }

    private mutating func readFourHexDigits() throws -> UInt32 {
        guard position + 4 <= bytes.count else { throw failure("`\\u` needs four hexadecimal digits") }
        var value: UInt32 = 0
        for byte in bytes[position..<position + 4] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
            default: throw failure("`\\u` needs four hexadecimal digits")
            }
        }
        position += 4
        return value
    }

    /// Consumes one value of any kind.
    package mutating func skipValue() throws {
        var closers: [UInt8] = []
        repeat {
            guard let byte = peek() else { throw failure("the text ends inside a value") }
            switch byte {
            case 0x22: _ = try readString()
            case 0x7B, 0x5B:
                guard closers.count < JSONScanner.maximumDepth else {
                    throw failure("nested deeper than \(JSONScanner.maximumDepth) levels")
                }
                position += 1
                closers.append(byte + 2)
                if take(byte + 2) {
                    closers.removeLast()
                } else {
                    if byte == 0x7B { try readName() }
                    continue
                }
            default: try skipLiteral()
            }
            try closeOrContinue(&closers)
        } while !closers.isEmpty
    }

    private mutating func readName() throws {
        guard peek() == 0x22 else { throw failure("expected a name in double quotes") }
        _ = try readString()
        guard take(0x3A) else { throw failure("expected `:` after a name") }
    }

    private mutating func closeOrContinue(_ closers: inout [UInt8]) throws {
        while let closer = closers.last {
            if take(0x2C) {
                if closer == 0x7D { try readName() }
                return
            }
            guard take(closer) else { throw failure(closer == 0x7D ? "expected `,` or `}`" : "expected `,` or `]`") }
            closers.removeLast()
        }
    }

    private mutating func skipLiteral() throws {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            let isLiteral =
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x2B || byte == 0x2D
                || byte == 0x2E
            guard isLiteral else { break }
            position += 1
        }
        let literal = bytes[start..<position]
        let isWord = ["true", "false", "null"].contains { literal.elementsEqual($0.utf8) }
        guard isWord || JSONScanner.isNumber(literal) else {
            position = start
            throw failure("expected a value")
        }
    }

    /// Source: RFC 8259, section 6. A number of any size is one: nobody computes with it here.
    private static func isNumber(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
        var rest = bytes[...]
        func digits() -> Int {
            let count = rest.prefix { (0x30...0x39).contains($0) }.count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == 0x2D { rest = rest.dropFirst() }
        let startsWithZero = rest.first == 0x30
        let whole = digits()
        guard whole > 0, !startsWithZero || whole == 1 else { return false }
        if rest.first == 0x2E {
            rest = rest.dropFirst()
            guard digits() > 0 else { return false }
        }
        if let exponent = rest.first, exponent | 0x20 == 0x65 {
            rest = rest.dropFirst()
            if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}
