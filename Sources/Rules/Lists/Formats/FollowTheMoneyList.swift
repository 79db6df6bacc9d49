import Articles

/// Entities of the FollowTheMoney model, one JSON object a line, as OpenSanctions publishes them.
///
/// All properties have several values; entities that are no people, firms or things with names (passports, sanctions, family ties) stand
/// between them and are passed over.
/// Source: https://www.opensanctions.org/docs/bulk/json and https://followthemoney.tech, read 2026-11-25.
enum FollowTheMoneyList: ListFormat {
    static let name = "ftm"
    static let meaning = "Entities of FollowTheMoney, one JSON object a line, as OpenSanctions publishes them."
    static let endings: [String] = []

    static func recognizes(_ head: ArraySlice<UInt8>, _ columns: ListColumns) -> Bool {
        guard JSONLinesList.recognizes(head, columns) else { return false }
        let line = String(decoding: head.prefix { $0 != 0x0A }, as: UTF8.self)
        return line.contains("\"schema\"") && line.contains("\"properties\"")
    }

    static func read(_ bytes: inout ListBytes, into list: inout ListGatherer) {
        let types = list.types
        JSONRecords.read(&bytes, into: &list, where: { entry in entry.type.map { types[$0.lowercased()] != nil } ?? true }) {
            scanner, name, record, entry, _ in
            switch name {
            case "id": entry.take(try JSONRecords.strings(&scanner, record), as: .id)
            case "schema": entry.take(try JSONRecords.strings(&scanner, record), as: .type)
            case "caption": entry.name = try JSONRecords.strings(&scanner, record).first
            case "properties":
                guard scanner.peek() == 0x7B else { throw scanner.failure("`properties` is no object") }
                try scanner.readObject { scanner, name in
                    guard let part = part(of: String(decoding: name, as: UTF8.self)) else { return try scanner.skipValue() }
                    entry.take(try JSONRecords.strings(&scanner, record), as: part)
                }
            default: try scanner.skipValue()
            }
        }
    }

    private static func part(of property: String) -> ListColumns.Part? {
        switch property {
        case "name": .aliases
        case "alias", "previousName": .aliases
        case "weakAlias": .weak
        case "country", "nationality", "citizenship", "jurisdiction", "flag": .countries
        default: nil
        }
    }
}
