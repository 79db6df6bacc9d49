/// Under which names the columns or members of a list file stand.
struct ListColumns: Sendable {
    enum Part: String, Sendable, CaseIterable {
        case id, name, aliases, weak, type, language, countries

        /// As published lists call it, folded as ``ListColumns/folded(_:)`` does.
        ///
        /// Source: OpenSanctions `targets.simple.csv`, OFAC `SDN.CSV`, read 2026-11-25.
        fileprivate var usual: [String] {
            switch self {
            case .id: ["id", "uid", "identifier", "entnum"]
            case .name: ["name", "caption", "fullname", "primaryname", "sdnname"]
            case .aliases: ["aliases", "alias", "aka", "othernames", "names"]
            case .weak: ["weak", "weakalias", "weakaliases", "weaknames", "surname", "lastname"]
            case .type: ["type", "schema", "kind", "sdntype"]
            case .language: ["language", "lang"]
            case .countries: ["countries", "country", "nationality", "citizenship", "jurisdiction"]
            }
        }
    }

    /// What the author wrote under `columns`.
    var given: [Part: [String]] = [:]
    /// The first record names the columns; otherwise they are given by number.
    var hasHeader = true

    /// Members or columns that hold a part; matched without regard to case, blanks, `_` and `-`.
    func names(of part: Part) -> [String] { given[part].map { $0.map(Self.folded) } ?? part.usual }

    func part(of name: String) -> Part? {
        let folded = Self.folded(name)
        return Part.allCases.first { names(of: $0).contains(folded) }
    }

    static func folded(_ name: String) -> String {
        String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter { ![" ", "_", "-", "\u{FEFF}"].contains($0) }))
    }
}
