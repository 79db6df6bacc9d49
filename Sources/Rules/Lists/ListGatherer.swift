import Analysis
import Diagnostics

/// What the world calls things that lists refer to.
struct ListVocabulary: Sendable {
    /// Words for kinds of bearers, in small letters: `individual` → person.
    var kinds: [String: NameKind] = [:]
    /// Codes and titles, in small letters.
    var countries: [String: CountryID] = [:]
    /// By ISO 639-1 code.
    var languages: [String: Int] = [:]
    /// What the list's author says of all its entries.
    var kind = NameKind.unknown
}

/// Gathers the entries of one list, and what is wrong with its records.
struct ListGatherer {
    static let maximumShown = 100
    static let maximumNames = 5_000_000
    /// Longer ones are sentences.
    private static let maximumNameBytes = 500

    let list: String
    let path: String
    let columns: ListColumns
    private let vocabulary: ListVocabulary
    private(set) var entries: [NameEntry] = []
    private(set) var report = Report()
    /// Where the last record stands that is shown.
    private var last: SourceRange?
    private var indexOfID: [String: Int] = [:]
    private let tokenizer = Tokenizer()

    struct Report {
        var problems: [ListProblem] = []
        var badRecords = 0
        var names = 0
        var isRefused = false
    }

    init(list: String, path: String, columns: ListColumns, vocabulary: ListVocabulary) {
        self.list = list
        self.path = path
        self.columns = columns
        self.vocabulary = vocabulary
    }

    var types: [String: NameKind] { vocabulary.kinds }
    /// Whether more may be read.
    var isOpen: Bool { !report.isRefused }

    // MARK: Records

    /// The text of a record; nil, and a problem, where it cannot be read.
    mutating func text(of record: ListBytes.Record) -> String? {
        switch record.fault {
        case .tooLong: report(.tooLong, record, 0..<1)
        case .unclosedQuote: report(.unclosedQuote, record, 0..<1)
        case nil:
            if let text = String(validating: record.bytes, as: UTF8.self) { return text }
            let wrong = Self.firstWrongByte(of: record.bytes)
            report(.notUTF8, record, wrong..<wrong + 1)
        }
        return nil
    }

    private static func firstWrongByte(of bytes: [UInt8]) -> Int {
        var index = 0
        while index < bytes.count {
            let length =
                switch bytes[index] {
                case 0x00...0x7F: 1
                case 0xC2...0xDF: 2
                case 0xE0...0xEF: 3
                case 0xF0...0xF4: 4
                default: 0
                }
            guard length > 0, index + length <= bytes.count,
                length == 1 || String(validating: bytes[index..<index + length], as: UTF8.self) != nil
            else { return index }
            index += length
        }
        return 0
    }

    mutating func add(_ raw: RawEntry, from record: ListBytes.Record) {
        guard let first = raw.name ?? raw.aliases.first ?? raw.weak.first else { return report(.noName, record, 0..<record.bytes.count) }
        let language = raw.language.flatMap { vocabulary.languages[$0.lowercased()] }
        var names: [ListedName] = []
        for (texts, isWeak) in [([raw.name].compactMap { $0 } + raw.aliases, false), (raw.weak, true)] {
            for text in texts where !names.contains(where: { $0.text == text }) {
                if let reason = objection(to: text) {
                    report(.badName(text, reason: reason), record, 0..<record.bytes.count)
                } else {
                    names.append(ListedName(text: text, isWeak: isWeak, language: language))
                }
            }
        }
        guard !names.isEmpty else { return }
        report.names += names.count
        guard report.names <= Self.maximumNames else {
            report.isRefused = true
            return report.problems.append(.tooManyNames(limit: Self.maximumNames, at: place(of: record, 0..<1)))
        }
        take(names, raw, id: raw.id ?? first, caption: first)
    }

    /// Rows with the same id are one entry: some lists give each alias a row.
    private mutating func take(_ names: [ListedName], _ raw: RawEntry, id: String, caption: String) {
        let kind = raw.type.map { vocabulary.kinds[$0.lowercased()] ?? .unknown } ?? vocabulary.kind
        let index = indexOfID[id] ?? entries.count
        if index == entries.count {
            indexOfID[id] = index
            entries.append(NameEntry(id: id, caption: caption, list: list, kind: kind))
        }
        let known = Set(entries[index].names.map(\.text))
        entries[index].names += names.filter { !known.contains($0.text) }
        entries[index].countries.formUnion(raw.countries.compactMap { vocabulary.countries[$0.lowercased()] })
    }

    private func objection(to name: String) -> String? {
        guard name.utf8.count <= Self.maximumNameBytes else { return "it is longer than \(Self.maximumNameBytes) bytes" }
        let words = tokenizer.words(of: name).count
        if words == 0 { return "there is no word in it" }
        return words <= TermAutomaton.maximumWords ? nil : "it has \(words) words, \(TermAutomaton.maximumWords) at most"
    }

    // MARK: Problems

    /// Tells of one record; the first hundred are shown.
    mutating func report(_ fault: ListFault, _ record: ListBytes.Record, _ bytes: Range<Int>) {
        report.badRecords += 1
        guard report.badRecords <= Self.maximumShown else { return }
        let place = place(of: record, bytes)
        last = place
        report.problems.append(.badRecord(fault, at: place))
    }

    enum Refusal {
        case noNameColumn(names: [String])
        case noSuchColumn(String, names: [String])
        case columnBeyond(Int, of: Int)
    }

    /// Gives the whole file up.
    mutating func refuse(_ refusal: Refusal, _ record: ListBytes.Record) {
        let place = place(of: record, 0..<record.bytes.count)
        report.isRefused = true
        switch refusal {
        case .noNameColumn(let names): report.problems.append(.noNameColumn(names: names, at: place))
        case .noSuchColumn(let name, let names): report.problems.append(.noSuchColumn(name, names: names, at: place))
        case .columnBeyond(let number, let count): report.problems.append(.columnBeyond(number, of: count, at: place))
        }
    }

    mutating func finish() {
        let beginning = SourceFile(path: path, text: "").beginning
        let unshown = report.badRecords - Self.maximumShown
        if unshown > 0, let last { report.problems.append(.moreBadRecords(unshown, at: last)) }
        if entries.isEmpty, !report.isRefused { report.problems.append(.emptyList(list, at: beginning)) }
    }

    /// A piece of the record, enough to see what is meant: the file may be larger than memory.
    private func place(of record: ListBytes.Record, _ bytes: Range<Int>) -> SourceRange {
        let start = max(0, min(bytes.lowerBound - 200, record.bytes.count))
        // The column is right only for a piece from the start, so that a long record keeps its beginning where it can.
        let from = bytes.lowerBound < 4000 ? 0 : start
        let piece = Array(record.bytes[from...].prefix(bytes.lowerBound - from + 400))
        let end = max(bytes.lowerBound + 1, min(bytes.upperBound, from + piece.count))
        return SourceFile(path: path, bytes: piece, firstLine: record.line).range(bytes.lowerBound - from..<end - from)
    }
}
