/// A way in which articles are written down in a file or stream.
///
/// Adding one: a file in this folder and a line in ``articleFormats``.
package protocol ArticleFormat: Sendable {
    /// As named on the command line.
    static var name: String { get }

    /// Whether a source that begins with these bytes (up to 4096) is probably written so.
    static func recognizes(_ head: UnsafeRawBufferPointer) -> Bool

    /// Reads one record.
    ///
    /// - Throws: ``ArticleFailure`` when the record is no article.
    static func parse(_ record: UnsafeRawBufferPointer, origin: RecordOrigin, fields: FieldMap) throws -> Article

    /// How a stream is cut into records.
    static var records: RecordLayout { get }
}

package enum RecordLayout: Sendable {
    /// Each line that is not blank is a record.
    case lines
    /// The whole source is one record.
    case whole
}

/// The formats, the most particular first.
package let articleFormats: [any ArticleFormat.Type] = [
    JSONLinesFormat.self,
    PlainTextFormat.self,
]

/// Where a record comes from: for messages, and for the id of an article that states none.
package struct RecordOrigin: Sendable {
    /// A path, or `stdin`.
    package let source: String
    /// 1-based; nil when the source is one record.
    package let line: Int?

    package init(source: String, line: Int? = nil) {
        self.source = source
        self.line = line
    }

    /// The id of an article that states none: where it stands. Standard input is another text each time, so there the text itself tells
    /// (FNV-1a with 64 bits).
    package func articleID(of record: UnsafeRawBufferPointer) -> String {
        guard source == Self.standardInput else { return line.map { "\(source):\($0)" } ?? source }
        let hash = record.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return "\(source):" + String(hash, radix: 16)
    }

    /// What standard input is called.
    package static let standardInput = "stdin"
}

/// A record that could not be read as an article; the others of its source are not touched by it.
package struct ArticleFailure: Error, CustomStringConvertible {
    package let origin: RecordOrigin
    package let reason: String
    /// Bytes from the start of the record, where known.
    package let offset: Int?
    /// Whether a file or stream could not be read, so that nobody knows how many articles are missing; else one record is no article.
    package let isOfSource: Bool

    package init(origin: RecordOrigin, reason: String, offset: Int? = nil, isOfSource: Bool = false) {
        self.isOfSource = isOfSource
        self.origin = origin
        self.reason = reason
        self.offset = offset
    }

    package var description: String {
        let line = origin.line.map { ":\($0)" } ?? ""
        let column = offset.map { ":\($0 + 1)" } ?? ""
        return "\(origin.source)\(line)\(column): \(reason)"
    }
}

/// Which names a record uses for the parts of an article.
package struct FieldMap: Sendable {
    package enum Part: String, Sendable, CaseIterable {
        case id, url, title, body, lang, published, source
    }

    private var parts: [[UInt8]: Part]

    /// Every part under its own name.
    package init() {
        parts = Dictionary(uniqueKeysWithValues: Part.allCases.map { (Array($0.rawValue.utf8), $0) })
    }

    /// Reads `part` from members called `name` instead of its own name.
    package mutating func rename(_ part: Part, to name: String) {
        parts = parts.filter { $0.value != part }
        parts[Array(name.utf8)] = part
    }

    /// Reads `part` also from members called `name`.
    package mutating func addName(_ name: String, of part: Part) { parts[Array(name.utf8)] = part }

    func part(named name: [UInt8]) -> Part? { parts[name] }
}
