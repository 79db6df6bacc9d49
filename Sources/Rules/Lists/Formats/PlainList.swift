/// One name a line; `#` begins a comment.
enum PlainList: ListFormat {
    static let name = "text"
    static let meaning = "A name a line; `#` begins a comment."
    static let endings = [".txt"]

    static func recognizes(_ head: ArraySlice<UInt8>, _ columns: ListColumns) -> Bool { true }

    static func read(_ bytes: inout ListBytes, into list: inout ListGatherer) {
        while list.isOpen, let record = bytes.next(delimiter: nil) {
            guard let text = list.text(of: record) else { continue }
            let name = trimmed(String(text.prefix { $0 != "#" }))
            guard !name.isEmpty else { continue }
            list.add(RawEntry(name: name), from: record)
        }
    }
}

/// Without the white space at both ends.
func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
        let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
}
