import Analysis
import Articles
import YAML

/// What things are called, for authors who write a name where an id is wanted: `Russia`, `روسيا`, `arabic`, `foreign minister`.
///
/// Built from the files when the first name is looked up, which is only when something is wrong. A class, for all readers share it.
final class NameBook {
    /// Ids by kind and folded name.
    private var ids: [String: [[UInt16]: String]]?
    private let tokenizer = Tokenizer()
    var packs: [Pack] = []

    /// What an author most likely meant, and what else to type.
    struct Guess {
        var id: String?
        var help: [String] = []
    }

    /// The thing of this kind that has this name.
    func guess(_ name: String, _ kind: String) -> Guess {
        let ids = self.ids ?? build()
        self.ids = ids
        if kind == "language", let code = language(name, ids) { return Guess(id: code) }
        if let other = otherKind(of: name, kind, ids) { return Guess(help: ["write `\(other): \(name)`: this is no \(kind)"]) }
        if let id = ids[kind]?[folded(name)] { return Guess(id: id) }
        // As a code, but for capitals and marks that nobody sees.
        if let id = ids["code \(kind)"]?[folded(name)] { return Guess(id: id) }
        if kind == "country", let code = code(ofFlag: name) { return Guess(id: code) }
        if kind == "office", let guess = officeAndPortfolio(name, ids) { return guess }
        // Several ids in one text: a list was meant.
        let parts = name.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
        if parts.count > 1 {
            let known = parts.compactMap { part in ids["code \(kind)"]?[folded(part)] ?? ids[kind]?[folded(part)] }
            if known.count == parts.count { return Guess(help: ["write a list: `[\(known.joined(separator: ", "))]`"]) }
        }
        return Guess()
    }

    /// A flag is two letters of a country's code, written as regional indicators.
    private func code(ofFlag name: String) -> String? {
        let letters = name.unicodeScalars.compactMap { (0x1F1E6...0x1F1FF).contains($0.value) ? UInt8($0.value - 0x1F1E6 + 65) : nil }
        return letters.count == 2 && name.unicodeScalars.count == 2 ? String(decoding: letters, as: UTF8.self) : nil
    }

    private static let roleKinds = ["country", "region", "office", "portfolio", "body", "person"]

    /// What a role may be asked for, where the id of one is given for another: `country: EU`.
    private func otherKind(of name: String, _ kind: String, _ ids: [String: [[UInt16]: String]]) -> String? {
        guard Self.roleKinds.contains(kind) else { return nil }
        let word = folded(name)
        return Self.roleKinds.first { $0 != kind && ids["code \($0)"]?[word] == name }
    }

    /// `Arabic`, `AR`, `ar-EG`
    private func language(_ name: String, _ ids: [String: [[UInt16]: String]]) -> String? {
        let primary = String(name.prefix { $0 != "-" && $0 != "_" })
        return ids["language"]?[folded(primary)] ?? ids["code language"]?[folded(primary)]
    }

    /// `foreign minister`, `ministre de la défense`: an office with a portfolio beside it.
    private func officeAndPortfolio(_ name: String, _ ids: [String: [[UInt16]: String]]) -> Guess? {
        let words = tokenizer.words(of: name).map(\.units)
        guard words.count > 1, words.count <= TermAutomaton.maximumWords else { return nil }
        for cut in 1..<words.count {
            for (head, rest) in [(words[..<cut], words[cut...]), (words[cut...], words[..<cut])] {
                guard let office = ids["office"]?[Array(head.joined(separator: [0]))] else { continue }
                for start in rest.indices {
                    guard let portfolio = ids["portfolio"]?[Array(rest[start...].joined(separator: [0]))] else { continue }
                    return Guess(id: office, help: ["write `office: \(office), portfolio: \(portfolio)`"])
                }
            }
        }
        return nil
    }

    private func folded(_ name: String) -> [UInt16] { Array(tokenizer.words(of: name).map(\.units).joined(separator: [0])) }

    // MARK: Names

    private func build() -> [String: [[UInt16]: String]] {
        var book = Book(folded: folded)
        for pack in packs {
            for (key, node) in pack.sections { read(key, node, of: pack, into: &book) }
        }
        return book.ids
    }

    private struct Book {
        var ids: [String: [[UInt16]: String]] = [:]
        let folded: (String) -> [UInt16]

        /// The first of two things with one name keeps it.
        mutating func add(_ nodes: [YAMLNode?], _ kind: String, _ id: String) {
            for text in nodes.compactMap({ $0 }).flatMap({ $0.items ?? [$0] }).compactMap(\.scalar) {
                let name = folded(text)
                if !name.isEmpty, ids[kind, default: [:]][name] == nil { ids[kind, default: [:]][name] = id }
            }
        }

        mutating func add(code: String, _ kind: String) { ids["code \(kind)", default: [:]][folded(code)] = code }
    }

    private func read(_ key: String, _ node: YAMLNode, of pack: Pack, into book: inout Book) {
        switch key {
        case "countries", "regions", "bodies":
            let kind = ["countries": "country", "regions": "region"][key] ?? "body"
            for entry in node.entries ?? [] {
                let value = entry.value
                book.add([value["title"], value["names"], value["adjectives"], value["people"], value["capital"]], kind, entry.name)
                if pack.language == nil { book.add(code: entry.name, kind) }
            }
        case "offices":
            if pack.language == nil {
                for entry in node.entries ?? [] {
                    book.add([entry.value["title"]], "office", entry.name)
                    book.add(code: entry.name, "office")
                }
            }
            for head in node["heads"]?.items ?? [] {
                if let id = head["office"]?.scalar, head["portfolio"] == nil { book.add([head["words"]], "office", id) }
            }
            for entry in node["portfolios"]?.entries ?? [] {
                book.add([entry.value], "portfolio", entry.name)
                book.add(code: entry.name, "portfolio")
            }
        case "profile":
            guard let code = pack.language?.code else { return }
            book.add([node["name"], node["called"]], "language", code)
            book.add(code: code, "language")
        default: readItems(key, node, into: &book)
        }
    }

    private func readItems(_ key: String, _ node: YAMLNode, into book: inout Book) {
        for item in node.items ?? [] {
            switch key {
            case "people":
                let names = ((item["names"]?.entries ?? []) + (item["weak"]?.entries ?? [])).map(\.value)
                book.add(names, "person", item["id"]?.scalar ?? "")
                book.add(code: item["id"]?.scalar ?? "", "person")
            case "triggers":
                let forms = TriggerForm.allCases.map { item[$0.rawValue] }
                book.add(forms, "event type", item["event"]?.scalar ?? "")
            case "lexicons", "lists", "entities":
                let kind = ["lexicons": "lexicon", "lists": "list"][key] ?? "entity"
                book.add([item["title"]], kind, item["id"]?.scalar ?? "")
            default: break
            }
        }
    }
}
