/// A table: comma, semicolon, tab or bar between columns, the first record naming them.
///
/// Source: RFC 4180. Also taken: lone LF or CR as line break, a byte order mark, blanks round unquoted fields, `-0-` for nothing (OFAC).
enum CSVList: ListFormat {
    static let name = "csv"
    static let meaning = "A table with comma, semicolon, tab or bar between its columns."
    static let endings = [".csv", ".tsv"]
    private static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

    static func recognizes(_ head: ArraySlice<UInt8>, _ columns: ListColumns) -> Bool {
        let line = Array(head.prefix { $0 != 0x0A && $0 != 0x0D })
        let delimiter = delimiter(of: line)
        let fields = CSVRecord.fields(of: line, delimiter: delimiter).fields
        return fields.count > 1 && fields.contains { columns.part(of: String(decoding: $0.bytes, as: UTF8.self)) == .name }
    }

    static func delimiter(of line: [UInt8]) -> UInt8 {
        var isQuoted = false
        var counts: [UInt8: Int] = [:]
        for byte in line {
            if byte == 0x22 { isQuoted.toggle() } else if !isQuoted { counts[byte, default: 0] += 1 }
        }
        return delimiters.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? 0x2C
    }

    static func read(_ bytes: inout ListBytes, into list: inout ListGatherer) {
        let delimiter = delimiter(of: Array(bytes.head.prefix { $0 != 0x0A && $0 != 0x0D }))
        var parts: [Int: ListColumns.Part] = [:]
        var count: Int?
        if !list.columns.hasHeader {
            for part in ListColumns.Part.allCases { for text in list.columns.given[part] ?? [] { parts[(Int(text) ?? 1) - 1] = part } }
        }
        while list.isOpen, let record = bytes.next(delimiter: delimiter) {
            guard !record.bytes.allSatisfy({ $0 <= 0x20 }), list.text(of: record) != nil else { continue }
            let (fields, fault) = CSVRecord.fields(of: record.bytes, delimiter: delimiter)
            if let fault {
                list.report(.strayQuote, record, fault..<fault + 1)
                continue
            }
            guard let expected = count else {
                count = fields.count
                if list.columns.hasHeader {
                    guard let named = header(fields, record, &list) else { return }
                    parts = named
                    continue
                }
                if let beyond = parts.keys.max(), beyond >= fields.count {
                    return list.refuse(.columnBeyond(beyond + 1, of: fields.count), record)
                }
                add(fields, parts, record, &list)
                continue
            }
            guard fields.count == expected else {
                list.report(.wrongFieldCount(fields.count, expected: expected), record, 0..<record.bytes.count)
                continue
            }
            add(fields, parts, record, &list)
        }
    }

    /// - Returns: nil, and a problem, when no column has names.
    private static func header(
        _ fields: [CSVRecord.Field], _ record: ListBytes.Record, _ list: inout ListGatherer
    ) -> [Int: ListColumns.Part]? {
        let names = fields.map { trimmed(String(decoding: $0.bytes, as: UTF8.self)) }
        var parts: [Int: ListColumns.Part] = [:]
        for (index, name) in names.enumerated() { parts[index] = list.columns.part(of: name) }
        var isWhole = true
        for part in ListColumns.Part.allCases {
            for wanted in list.columns.given[part] ?? []
            where !names.contains(where: { ListColumns.folded($0) == ListColumns.folded(wanted) }) {
                list.refuse(.noSuchColumn(wanted, names: names), record)
                isWhole = false
            }
        }
        guard isWhole else { return nil }
        guard parts.values.contains(.name) else {
            list.refuse(.noNameColumn(names: names), record)
            return nil
        }
        return parts
    }

    private static func add(
        _ fields: [CSVRecord.Field], _ parts: [Int: ListColumns.Part], _ record: ListBytes.Record, _ list: inout ListGatherer
    ) {
        var entry = RawEntry()
        for (index, part) in parts.sorted(by: { $0.key < $1.key }) {
            let text = trimmed(String(decoding: fields[index].bytes, as: UTF8.self))
            guard !text.isEmpty, text != "-0-" else { continue }
            // Several values in one cell: a semicolon or a bar parts them, as OpenSanctions writes.
            let isMany = part == .aliases || part == .weak || part == .countries
            let texts = isMany ? text.split { $0 == ";" || $0 == "|" }.map { trimmed(String($0)) }.filter { !$0.isEmpty } : [text]
            entry.take(texts, as: part)
        }
        list.add(entry, from: record)
    }
}

/// The fields of one record.
enum CSVRecord {
    struct Field {
        var bytes: [UInt8]
    }

    /// - Returns: the fields, and the offset of a quote where none may stand.
    static func fields(of record: [UInt8], delimiter: UInt8) -> (fields: [Field], fault: Int?) {
        var fields: [Field] = []
        var bytes: [UInt8] = []
        var index = 0
        while true {
            bytes.removeAll(keepingCapacity: true)
            if index < record.count, record[index] == 0x22 {
                index += 1
                while index < record.count {
                    if record[index] == 0x22 {
                        guard index + 1 < record.count, record[index + 1] == 0x22 else { break }
                        index += 1
                    }
                    bytes.append(record[index])
                    index += 1
                }
                index += 1
                while index < record.count, record[index] == 0x20 { index += 1 }
                if index < record.count, record[index] != delimiter { return (fields, index) }
            } else {
                while index < record.count, record[index] != delimiter {
                    bytes.append(record[index])
                    index += 1
                }
            }
            fields.append(Field(bytes: bytes))
            guard index < record.count else { return (fields, nil) }
            index += 1
        }
    }
}
