/// One news item as its outlet published it: the text that rules look at, and what is known about it.
///
/// Title and body stand in one buffer, so that every later stage works on one array of bytes; `range(of:)` says where each
/// field is. Offsets that leave the program (evidence in alerts) count UTF-8 bytes from the start of their field.
package struct Article: Sendable {
    package var id: String
    package var url: String?
    package var source: String?
    package var language: LanguageTag?
    package var published: Timestamp?

    /// UTF-8, but not necessarily well-formed: articles come from strangers.
    package private(set) var text: [UInt8]
    private let titleCount: Int

    package init(
        id: String, url: String? = nil, title: [UInt8], body: [UInt8], language: LanguageTag? = nil, published: Timestamp? = nil,
        source: String? = nil
    ) {
        self.id = id
        self.url = url
        self.source = source
        self.language = language
        self.published = published
        self.titleCount = title.count
        var text: [UInt8] = []
        text.reserveCapacity(title.count + 1 + body.count)
        text += title
        // The newline keeps a phrase from beginning in the title and ending in the body.
        text.append(0x0A)
        text += body
        self.text = text
    }

    package init(id: String, title: String = "", body: String, language: LanguageTag? = nil, published: Timestamp? = nil) {
        self.init(id: id, title: Array(title.utf8), body: Array(body.utf8), language: language, published: published)
    }

    /// Where a field stands in ``text``.
    package func range(of field: Field) -> Range<Int> {
        switch field {
        case .title: 0..<titleCount
        case .body: titleCount + 1..<text.count
        }
    }

    package var title: String { String(decoding: text[range(of: .title)], as: UTF8.self) }
    package var body: String { String(decoding: text[range(of: .body)], as: UTF8.self) }
}

/// The parts of an article that text can stand in.
package enum Field: String, Sendable, CaseIterable {
    case title, body
}

/// A language, by its ISO 639-1 code (`ar`), without script or region.
package struct LanguageTag: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let code: String

    /// - Returns: nil unless `text` begins with two or three ASCII letters that end there or at `-` or `_` (`pt-BR` is `pt`).
    package init?(_ text: some StringProtocol) {
        let primary = text.prefix { $0 != "-" && $0 != "_" }
        guard (2...3).contains(primary.utf8.count), primary.utf8.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) else {
            return nil
        }
        code = primary.lowercased()
    }

    package var description: String { code }

    package static func < (left: LanguageTag, right: LanguageTag) -> Bool { left.code < right.code }
}
