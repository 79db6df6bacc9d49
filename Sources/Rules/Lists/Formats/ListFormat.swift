import Diagnostics

/// A way in which files list names.
///
/// Adding one: a file in this folder and a line in ``listFormats``.
protocol ListFormat: Sendable {
    /// As `format:` names it.
    static var name: String { get }
    /// What such a file looks like: a sentence for the manual.
    static var meaning: String { get }
    /// Endings of file names.
    static var endings: [String] { get }

    /// - Returns: whether the first bytes can be nothing else.
    static func recognizes(_ head: ArraySlice<UInt8>, _ columns: ListColumns) -> Bool

    /// Reads all records; what is wrong with one is told, and the rest goes on.
    static func read(_ bytes: inout ListBytes, into list: inout ListGatherer)
}

/// The more telling of its own first bytes before the less telling; names a line is what is left.
let listFormats: [any ListFormat.Type] = [FollowTheMoneyList.self, JSONLinesList.self, CSVList.self, PlainList.self]

/// One entry of a file as it stands there.
struct RawEntry {
    var id: String?
    var name: String?
    var aliases: [String] = []
    var weak: [String] = []
    var type: String?
    var language: String?
    var countries: [String] = []

    mutating func take(_ texts: [String], as part: ListColumns.Part) {
        switch part {
        case .id: id = id ?? texts.first
        case .name:
            if name == nil { name = texts.first }
            aliases += texts.dropFirst(name == texts.first ? 1 : 0)
        case .aliases: aliases += texts
        case .weak: weak += texts
        case .type: type = type ?? texts.first
        case .language: language = language ?? texts.first
        case .countries: countries += texts
        }
    }
}
