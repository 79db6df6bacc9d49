/// A text file as a scraper leaves it: a headline, perhaps, then the page's text, noise included.
package enum PlainTextFormat: ArticleFormat {
    package static let name = "text"
    package static let records = RecordLayout.whole

    /// A longer first line is a paragraph, not a headline. The longest headlines of agencies have about 150 characters.
    static let maximumTitleBytes = 400

    package static func recognizes(_ head: UnsafeRawBufferPointer) -> Bool { true }

    package static func parse(_ record: UnsafeRawBufferPointer, origin: RecordOrigin, fields: FieldMap) throws -> Article {
        var bytes = record[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        guard !bytes.contains(0) else {
            throw ArticleFailure(origin: origin, reason: "this is not a text: it holds a NUL byte", offset: bytes.firstIndex(of: 0))
        }
        let blank: Set<UInt8> = [0x20, 0x09, 0x0D, 0x0A]
        let start = bytes.firstIndex { !blank.contains($0) } ?? bytes.endIndex
        guard start < bytes.endIndex else { throw ArticleFailure(origin: origin, reason: "this text is empty") }
        let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
        var titleEnd = lineEnd
        while titleEnd > start, blank.contains(bytes[titleEnd - 1]) { titleEnd -= 1 }
        let first = bytes[start..<titleEnd]
        let isTitle = lineEnd < bytes.endIndex && first.count <= maximumTitleBytes && first.last != 0x2E
        return Article(
            id: origin.articleID(of: record), title: isTitle ? Array(first) : [],
            body: Array(isTitle ? bytes[min(lineEnd + 1, bytes.endIndex)...] : bytes[start...]))
    }
}
