import Articles

/// One JSON object a line: `{"id": …, "name": …, "aliases": […]}`; other members are passed over.
enum JSONLinesList: ListFormat {
    static let name = "jsonl"
    static let meaning = "A JSON object a line, with members such as `id`, `name`, `aliases`."
    static let endings = [".jsonl", ".ndjson", ".json"]

    static func recognizes(_ head: ArraySlice<UInt8>, _ columns: ListColumns) -> Bool { head.first { $0 > 0x20 } == 0x7B }

    static func read(_ bytes: inout ListBytes, into list: inout ListGatherer) {
        JSONRecords.read(&bytes, into: &list) { scanner, name, record, entry, columns in
            guard let part = columns.part(of: name) else { return try scanner.skipValue() }
            entry.take(try JSONRecords.strings(&scanner, record), as: part)
        }
    }
}

/// What the two formats of JSON lines share.
enum JSONRecords {
    typealias Member = (inout JSONScanner, String, UnsafeRawBufferPointer, inout RawEntry, ListColumns) throws -> Void

    /// - Parameter isWanted: whether an entry is a name-bearing one at all; others are passed over in silence.
    static func read(
        _ bytes: inout ListBytes, into list: inout ListGatherer, where isWanted: (RawEntry) -> Bool = { _ in true }, _ member: Member
    ) {
        while list.isOpen, let record = bytes.next(delimiter: nil) {
            guard !record.bytes.allSatisfy({ $0 <= 0x20 }), list.text(of: record) != nil else { continue }
            let columns = list.columns
            var entry = RawEntry()
            do {
                try record.bytes.withUnsafeBytes { bytes in
                    var scanner = JSONScanner(bytes)
                    try scanner.readObject { scanner, name in
                        try member(&scanner, String(decoding: name, as: UTF8.self), bytes, &entry, columns)
                    }
                    guard scanner.peek() == nil else { throw scanner.failure("something follows the object") }
                }
            } catch let failure as JSONFailure {
                list.report(.badJSON(failure.reason), record, failure.offset..<failure.offset + 1)
                continue
            } catch {
                preconditionFailure("a JSON scanner throws nothing else: \(error)")
            }
            if isWanted(entry) { list.add(entry, from: record) }
        }
    }

    /// The texts of a value: one, or a list of them; numbers as their digits, objects passed over.
    static func strings(_ scanner: inout JSONScanner, _ record: UnsafeRawBufferPointer) throws -> [String] {
        guard scanner.take(0x5B) else { return try string(&scanner, record).map { [$0] } ?? [] }
        if scanner.take(0x5D) { return [] }
        var texts: [String] = []
        repeat { if let text = try string(&scanner, record) { texts.append(text) } } while scanner.take(0x2C)
        guard scanner.take(0x5D) else { throw scanner.failure("expected `,` or `]`") }
        return texts
    }

    private static func string(_ scanner: inout JSONScanner, _ record: UnsafeRawBufferPointer) throws -> String? {
        let first = scanner.peek()
        if first == 0x22 {
            let text = trimmed(String(decoding: try scanner.readString(), as: UTF8.self))
            return text.isEmpty ? nil : text
        }
        let start = scanner.position
        try scanner.skipValue()
        let isNumber = first == 0x2D || first.map { (0x30...0x39).contains($0) } == true
        return isNumber ? String(decoding: record[start..<scanner.position], as: UTF8.self) : nil
    }
}
