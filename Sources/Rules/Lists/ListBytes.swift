import Glibc

/// The records of a list file, cut in bounded memory: lists come from strangers, and may be gigabytes long.
struct ListBytes {
    /// No name, nor all names of one person, take more; a longer record is passed over and told.
    static let maximumRecordBytes = 1 << 20
    /// A quoted field that runs over more lines has lost its closing quote.
    static let maximumRecordLines = 100

    /// A line, or the lines of one quoted record, without the last line break.
    struct Record {
        enum Fault { case tooLong, unclosedQuote }

        /// Counted from 1.
        let line: Int
        /// Of a faulty record its beginning.
        let bytes: [UInt8]
        let fault: Fault?
    }

    struct Failure: Error { let reason: String }

    /// −1 for bytes that are all at hand.
    private let descriptor: Int32
    private var buffer: [UInt8]
    private var position = 0
    private var isAtEnd: Bool
    private var line = 1
    /// Why reading stopped before the end of the file.
    private(set) var failure: String?

    init(bytes: [UInt8]) {
        (descriptor, buffer, isAtEnd) = (-1, bytes, true)
        dropMark()
    }

    init(path: String) throws(Failure) {
        // Without O_NONBLOCK a named pipe would wait for its writer for ever.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        (buffer, isAtEnd) = ([], false)
        guard descriptor >= 0 else { throw Failure(reason: String(cString: strerror(errno)).lowercased()) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            Glibc.close(descriptor)
            throw Failure(reason: "it is no regular file")
        }
        fill(atLeast: 4096)
        dropMark()
    }

    func close() { if descriptor >= 0 { Glibc.close(descriptor) } }

    /// The first bytes, by which the format is known.
    var head: ArraySlice<UInt8> { buffer[position...].prefix(4096) }

    /// Without a UTF-8 byte order mark, which spreadsheets write.
    private mutating func dropMark() { if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 } }

    private mutating func fill(atLeast count: Int) {
        if position > 1 << 16 {
            buffer.removeSubrange(..<position)
            position = 0
        }
        let chunk = 1 << 18
        while !isAtEnd, buffer.count - position < count {
            let start = buffer.count
            buffer.append(contentsOf: repeatElement(0, count: chunk))
            // Bounds: `chunk` bytes were appended from `start` on.
            let got = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + start, chunk) }
            buffer.removeLast(chunk - max(0, got))
            if got < 0, errno == EINTR { continue }
            if got < 0 { failure = String(cString: strerror(errno)) }
            if got <= 0 { isAtEnd = true }
        }
    }

    /// - Parameter delimiter: nil when a record is a line, whatever quotes it has.
    mutating func next(delimiter: UInt8?) -> Record? {
        fill(atLeast: Self.maximumRecordBytes + 2)
        guard position < buffer.count else { return nil }
        let start = position
        let limit = min(buffer.count, start + Self.maximumRecordBytes)
        var quotes = QuoteState(delimiter: delimiter)
        var end = start
        var breaks = 0
        while end < limit {
            let byte = buffer[end]
            if byte == 0x0A || byte == 0x0D {
                if !quotes.isOpen { return finish(start, end, lines: breaks, delimiter) }
                // CR LF is one break.
                if byte == 0x0A || end + 1 >= buffer.count || buffer[end + 1] != 0x0A { breaks += 1 }
                if breaks > Self.maximumRecordLines { return abandon(start, .unclosedQuote) }
            }
            quotes.take(byte)
            end += 1
        }
        if quotes.isOpen { return abandon(start, .unclosedQuote) }
        if end == buffer.count, isAtEnd { return finish(start, end, lines: breaks, delimiter) }
        return abandon(start, .tooLong)
    }

    private mutating func finish(_ start: Int, _ end: Int, lines: Int, _ delimiter: UInt8?) -> Record {
        // A quote that is not closed ends at the next one, whosever that is, and what follows gives it away.
        if lines > 0, let delimiter, CSVRecord.fields(of: Array(buffer[start..<end]), delimiter: delimiter).fault != nil {
            return abandon(start, .unclosedQuote)
        }
        let record = Record(line: line, bytes: Array(buffer[start..<end]), fault: nil)
        line += lines + 1
        position = end
        skipBreak()
        return record
    }

    /// Gives a record up, and goes on at the next line.
    private mutating func abandon(_ start: Int, _ fault: Record.Fault) -> Record {
        let record = Record(line: line, bytes: Array(buffer[start...].prefix(1000).prefix { $0 != 0x0A && $0 != 0x0D }), fault: fault)
        while true {
            if let end = buffer[position...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
                position = end
                break
            }
            position = buffer.count
            fill(atLeast: 1)
            if position >= buffer.count { break }
        }
        line += 1
        skipBreak()
        return record
    }

    private mutating func skipBreak() {
        guard position < buffer.count else { return }
        let isReturn = buffer[position] == 0x0D
        position += 1
        if isReturn, position < buffer.count, buffer[position] == 0x0A { position += 1 }
    }
}

/// Whether a byte of a record stands between quotes. A quote opens a field only at its beginning; `""` inside is one quote.
private struct QuoteState {
    let delimiter: UInt8?
    var isOpen = false
    private var isAtStart = true

    init(delimiter: UInt8?) { self.delimiter = delimiter }

    mutating func take(_ byte: UInt8) {
        guard let delimiter else { return }
        if byte == 0x22, isOpen || isAtStart {
            // A doubled quote closes and opens again at once.
            isOpen.toggle()
            isAtStart = !isOpen
        } else {
            isAtStart = byte == delimiter && !isOpen
        }
    }
}
