import Analysis

/// Takes a name of a list apart: which words must stand, which may.
struct NameParser {
    struct Part {
        var units: [UInt16]
        var shape: Token.Shape
        var role = NameIndex.Role.required
    }

    struct Parsed {
        var words: [Part] = []
        /// Where the surname begins, when the name may also be written with it first; never 0.
        var surname: Int?
    }

    let spelling: Spelling
    /// Each word must stand as it is written.
    let isExact: Bool
    private let tokenizer = Tokenizer()

    init(spelling: Spelling, isExact: Bool) {
        self.spelling = spelling
        self.isExact = isExact
    }

    func parse(_ text: String, _ kind: NameKind) -> Parsed {
        var words = tokenizer.words(of: text)
        if kind != .organization, kind != .thing { words = turned(words) }
        if kind == .person || kind == .unknown, words.count > 1, spelling.is(words[0].units, .honorifics) { words.removeFirst() }
        var parts = words.map { Part(units: $0.units, shape: $0.shape) }
        guard !isExact else { return Parsed(words: parts) }
        parts = joined(parts)
        assignRoles(&parts, kind)
        return Parsed(words: parts, surname: kind == .person ? surname(of: parts) : nil)
    }

    /// `LAVROV, Sergey` is Sergey Lavrov; `Acme, LLC` stays.
    private func turned(_ words: [Word]) -> [Word] {
        let commas = words.indices.filter { $0 > 0 && words[$0].gap.contains(.comma) }
        // Lavrov Sergey Viktorovich: what ends with a patronymic begins with the surname.
        if commas.isEmpty, words.count == 3, spelling.isPatronymic(words[2].units), !isExact { return Array(words[1...] + words[..<1]) }
        guard commas.count == 1, let comma = commas.first, !words[comma...].allSatisfy({ spelling.is($0.units, .legalForms) }) else {
            return words
        }
        return Array(words[comma...] + words[..<comma])
    }

    /// `Abd al-Rahman`, `Abdul Rahman`, `عبد الرحمن`: one name.
    func joined(_ parts: [Part]) -> [Part] {
        var result: [Part] = []
        var index = 0
        while index < parts.count {
            let length = joinedLength(at: index, count: parts.count) { parts[$0].units }
            var part = parts[index]
            for other in parts[index + 1..<index + length] { part.units += other.units }
            result.append(part)
            index += length
        }
        return result
    }

    /// How many words from here on are one name.
    func joinedLength(at index: Int, count: Int, _ units: (Int) -> [UInt16]) -> Int {
        guard index + 1 < count else { return 1 }
        if spelling.is(units(index + 1), .suffixes) { return 2 }
        guard spelling.is(units(index), .joiners) else { return 1 }
        return index + 2 < count && spelling.is(units(index + 1), .particles) ? 3 : 2
    }

    private func assignRoles(_ parts: inout [Part], _ kind: NameKind) {
        guard parts.count > 1 else { return }
        for index in parts.indices {
            let isEdge = index == parts.count - 1 || index == 0
            let isCased = Spelling.Script(parts[index].shape)?.isCased == true
            if spelling.is(parts[index].units, .particles), index < parts.count - 1 {
                parts[index].role = .particle
            } else if kind != .person, isEdge, spelling.is(parts[index].units, .legalForms) {
                parts[index].role = .legalForm
            } else if kind == .person || kind == .unknown {
                if isCased, parts[index].shape.contains(.initials) || parts[index].units.count == 1 {
                    parts[index].role = .initial
                } else if spelling.isPatronymic(parts[index].units), index > 0, parts.count > 2 {
                    parts[index].role = .patronymic
                }
            }
        }
        let required = parts.indices.filter { parts[$0].role == .required }
        if required.isEmpty {
            for index in parts.indices where parts[index].role != .initial { parts[index].role = .required }
            if !parts.contains(where: { $0.role == .required }) { parts[parts.count - 1].role = .required }
        }
        // Of a person, first name and surname must stand; what lies between may.
        if kind == .person { for index in required.dropFirst().dropLast() { parts[index].role = .middle } }
    }

    private func surname(of parts: [Part]) -> Int? {
        guard parts.count > 1, var start = parts.lastIndex(where: { $0.role == .required }) else { return nil }
        while start > 0, parts[start - 1].role == .particle { start -= 1 }
        return start > 0 ? start : nil
    }
}
