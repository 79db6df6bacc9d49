/// One JSON object a line: `{"id","url","title","body","lang","published","source"}`; other members are passed over.
///
/// Source: https://jsonlines.org, read 2026-11-24.
package enum JSONLinesFormat: ArticleFormat {
    package static let name = "jsonl"
    package static let records = RecordLayout.lines

    package static func recognizes(_ head: UnsafeRawBufferPointer) -> Bool {
        var scanner = JSONScanner(withoutMark(head))
        guard scanner.take(0x7B) else { return false }
        return scanner.peek() == 0x22 || scanner.peek() == 0x7D
    }

    package static func parse(_ record: UnsafeRawBufferPointer, origin: RecordOrigin, fields: FieldMap) throws -> Article {
        let record = withoutMark(record)
        var scanner = JSONScanner(record)
        var texts: [FieldMap.Part: [UInt8]] = [:]
        do {
            try scanner.readObject { scanner, name in
                guard let part = fields.part(named: name) else { return try scanner.skipValue() }
                if scanner.peek() == 0x22 {
                    texts[part] = try scanner.readString()
                } else {
                    let start = scanner.position
                    try scanner.skipValue()
                    texts[part] = try scalarText(record[start..<scanner.position], part: part, origin: origin, offset: start)
                }
            }
            guard scanner.peek() == nil else { throw scanner.failure("something follows the object") }
        } catch let failure as JSONFailure {
            throw ArticleFailure(origin: origin, reason: failure.reason, offset: failure.offset)
        }
        func text(_ part: FieldMap.Part) -> String? {
            texts[part].flatMap { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
        }
        guard texts[.title] != nil || texts[.body] != nil else {
            throw ArticleFailure(origin: origin, reason: "neither a title nor a body; `--field body=NAME` says under which name they stand")
        }
        return Article(
            id: text(.id) ?? text(.url) ?? origin.articleID(of: record),
            url: text(.url), title: texts[.title] ?? [], body: texts[.body] ?? [], language: text(.lang).flatMap { LanguageTag($0) },
            published: try text(.published).map { try timestamp($0, origin: origin) }, source: text(.source))
    }

    /// Without a UTF-8 byte order mark, which some exporters put before the first line.
    private static func withoutMark(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? UnsafeRawBufferPointer(rebasing: bytes[3...]) : bytes
    }

    private static func timestamp(_ text: String, origin: RecordOrigin) throws -> Timestamp {
        if let timestamp = Timestamp(text) { return timestamp }
        throw ArticleFailure(origin: origin, reason: "`published` is not a date such as 2024-02-19 or 2024-02-19T08:00:00Z")
    }

    /// A number is taken as its digits (ids are often numbers), null as absent.
    private static func scalarText(
        _ value: Slice<UnsafeRawBufferPointer>, part: FieldMap.Part, origin: RecordOrigin, offset: Int
    ) throws -> [UInt8]? {
        if value.elementsEqual("null".utf8) { return nil }
        guard part == .id, let first = value.first, first != 0x7B, first != 0x5B else {
            throw ArticleFailure(origin: origin, reason: "`\(part.rawValue)` is not a text", offset: offset)
        }
        return Array(value)
    }
}
