import Glibc

/// Cuts a byte stream into records, in bounded memory.
struct RecordStream {
    /// A longer record is no news item; it is passed over, and the stream goes on behind it.
    static let maximumBytes = 32 << 20

    private let descriptor: Int32
    private let closesDescriptor: Bool
    private let name: String
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    private(set) var line = 0
    private static let chunk = 1 << 18

    enum Failure: Error {
        case unreadable(String)
        case tooLong

        /// Nothing more can be read after it.
        var endsStream: Bool {
            switch self {
            case .unreadable: true
            case .tooLong: false
            }
        }
    }

    /// - Parameter path: a file, or `-` for standard input.
    init(path: String) throws(Failure) {
        name = path == "-" ? RecordOrigin.standardInput : path
        closesDescriptor = path != "-"
        descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
        try fill(atLeast: 4096)
    }

    func close() { if closesDescriptor { _ = Glibc.close(descriptor) } }

    /// The first bytes, by which the format is known.
    var head: ArraySlice<UInt8> { buffer[position...].prefix(4096) }

    /// Reads on until so many bytes are at hand, or the stream ends.
    private mutating func fill(atLeast count: Int) throws(Failure) {
        if position > 0, position > buffer.count / 2 {
            buffer.removeSubrange(..<position)
            position = 0
        }
        while !isAtEnd, buffer.count - position < count {
            let start = buffer.count
            buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
            let got = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + start, Self.chunk) }
            buffer.removeLast(Self.chunk - max(0, got))
            if got < 0 {
                if errno == EINTR { continue }
                throw .unreadable(String(cString: strerror(errno)))
            }
            if got == 0 { isAtEnd = true }
        }
    }

    /// The next line that is not blank, without its line break; nil at the end.
    mutating func nextLine() throws(Failure) -> [UInt8]? {
        while true {
            line += 1
            guard let found = try rawLine() else { return nil }
            if found.contains(where: { $0 > 0x20 }) { return found }
        }
    }

    private mutating func rawLine() throws(Failure) -> [UInt8]? {
        var scanned = position
        while true {
            if let newline = buffer[scanned...].firstIndex(of: 0x0A) {
                defer { position = newline + 1 }
                return Array(buffer[position..<newline])
            }
            let pending = buffer.count - position
            guard pending <= Self.maximumBytes else {
                try skipLine()
                throw .tooLong
            }
            if isAtEnd {
                guard pending > 0 else { return nil }
                defer { position = buffer.count }
                return Array(buffer[position...])
            }
            try fill(atLeast: pending + 1)
            // Filling may have moved the pending bytes to the front.
            scanned = position + pending
        }
    }

    private mutating func skipLine() throws(Failure) {
        while true {
            buffer.removeAll(keepingCapacity: true)
            position = 0
            try fill(atLeast: 1)
            if buffer.isEmpty { return }
            if let newline = buffer.firstIndex(of: 0x0A) {
                position = newline + 1
                return
            }
        }
    }

    /// All that is left, as one record.
    mutating func rest() throws(Failure) -> [UInt8] {
        while !isAtEnd {
            guard buffer.count - position <= Self.maximumBytes else { throw .tooLong }
            try fill(atLeast: buffer.count - position + 1)
        }
        defer { position = buffer.count }
        return Array(buffer[position...])
    }
}
