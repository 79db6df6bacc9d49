/// What libyaml reads next: the beginning or end of something.
struct Event {
    enum Kind {
        case documentStart
        case scalar(String)
        case alias
        case sequenceStart
        case mappingStart
        case collectionEnd
        case streamEnd
        /// The beginning of the stream or the end of a document, of which nothing follows.
        case nothing
    }

    let kind: Kind
    let style: YAMLStyle
    /// True if `&anchor` or `!tag` stands at the start.
    let hasProperties: Bool
    /// Bytes from the start of the file.
    let range: Range<Int>
}

/// Where the grammar was broken, in libyaml's words.
struct SyntaxFailure: Error {
    /// Such as `could not find expected ':'`.
    let problem: String
    /// Byte offset from the start of the file.
    let offset: Int
    /// Such as `while scanning a simple key`; may be empty.
    let context: String
    /// Where the construct begins in which the problem stands.
    let contextOffset: Int
}
