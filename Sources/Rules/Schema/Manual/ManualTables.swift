extension Manual {
    /// A mapping: what it is for, its keys, an example.
    ///
    /// - Parameter seen: what stands above it in the document, and is not said again.
    static func section(_ shape: Shape, _ seen: inout Seen) -> String {
        let example = seen.once("```yaml\n\(shape.example)\n```", under: shape.name)
        return "### Keys: \(shape.name)\n\n\(shape.meaning)\n\n\(linkedTable(of: shape, &seen))\n\n"
            + (example.hasPrefix("[") ? "An example stands under \(example)." : example)
    }

    /// The keys of a mapping as a table, the words of its closed sets, and which keys need each other.
    ///
    /// - Parameter isAlone: without links, for a page that has no other part of the manual.
    package static func table(of shape: Shape, isAlone: Bool = false) -> String {
        var seen = Seen()
        let table = linkedTable(of: shape, &seen)
        return isAlone ? withoutLinks(table) : table
    }

    private static func linkedTable(of shape: Shape, _ seen: inout Seen) -> String {
        let shown = shape.keys.filter { !isCondition($0) || shape.name == "condition" }
        var rows = shown.map(row)
        if shown.count < shape.keys.count {
            rows.append("| any condition but `near` | | | as under [condition](#keys-condition) | |")
        }
        if let others = shape.others {
            rows.append("| *\(others.names.rawValue)* | \(others.value.words) | | \(cell(others.meaning)) | \(code(others.example)) |")
        }
        var parts = ["| Key | Value | Default | Meaning | Example |\n|---|---|---|---|---|\n" + rows.joined(separator: "\n")]
        if !shape.needs.isEmpty { parts.append(shape.needs.map(words).joined(separator: " ")) }
        for key in shown {
            for (title, choices) in key.value.closedSets(of: "`\(key.name)`") where choices.values.count > 1 {
                let list = choices.values.map { "- `\($0.name)`: \($0.meaning)" }.joined(separator: "\n")
                let said = seen.once(list, under: shape.name)
                parts.append(said == list ? "\(title):\n\n\(list)" : "\(title): as under \(said).")
            }
        }
        return parts.joined(separator: "\n\n")
    }

    /// A condition stands among the keys of a mapping that takes any.
    private static func isCondition(_ key: Shape.Key) -> Bool {
        conditionKinds.contains { $0.key == key.name && $0.summary == key.meaning }
    }

    private static func row(_ key: Shape.Key) -> String {
        let standard = key.isRequired ? "required" : key.standard.map(code) ?? ""
        return "| `\(key.name)` | \(key.value.words) | \(standard) | \(cell(key.meaning)) | \(code(key.example)) |"
    }

    private static func words(_ need: Shape.Need) -> String {
        func listed(_ keys: [String]) -> String {
            let conditions = neededConditions(but: "near")
            let own = keys.filter { !conditions.contains($0) }.map { "`\($0)`" }
            return (own + (own.count < keys.count ? ["a condition"] : [])).joined(separator: ", ")
        }
        return switch need {
        case .exactlyOne(let keys): "Exactly one of \(keys.map { "`\($0)`" }.joined(separator: ", ")) must be there."
        case .oneOrMore(let keys): "It needs at least one of: \(listed(keys))."
        case .with(let key, let other): "`\(key)` needs `\(other)`."
        }
    }

    // MARK: Markdown

    /// `[text](#anchor)` as `text`.
    private static func withoutLinks(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let link = rest.firstRange(of: "](#"), let open = rest[..<link.lowerBound].lastIndex(of: "["),
            let end = rest[link.upperBound...].firstIndex(of: ")")
        {
            result += rest[..<open] + rest[rest.index(after: open)..<link.lowerBound]
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    /// A code span in a table: a bar would end the cell, and a backquote the span.
    static func code(_ text: String) -> String {
        let oneLine = text.split(separator: "\n").joined(separator: " ").replacing("|", with: "\\|")
        return text.contains("`") ? "`` \(oneLine) ``" : "`\(oneLine)`"
    }

    static func cell(_ text: String) -> String { text.split(separator: "\n").joined(separator: " ").replacing("|", with: "\\|") }

    static func quotes(_ texts: [String]) -> String { texts.map { "“\(cell($0))”" }.joined(separator: ", ") }

    /// As GitHub makes them of headings.
    static func anchor(of heading: String) -> String {
        String(heading.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }.map { $0 == " " ? "-" : $0 })
    }
}

extension ValueKind {
    /// For people.
    var words: String {
        switch self {
        case .text: "text"
        case .emptyOrText: "text, which may be empty"
        case .flag: "`true` or `false`"
        case .number(let range): "number from \(range.lowerBound) to \(range.upperBound)"
        case .share: "number from 0 to 1"
        case .day: "date: `2004-03-09`, `2004-03` or `2004`"
        case .moment: "date, with or without a time"
        case .timeSpan: "time span: `90s`, `15m`, `24h`, `7d`"
        case .id: "id: letters, digits, `-`, `_`, `.`"
        case .reference(let kind): kind.words
        case .choice(let choices): choices.values.count > 5 ? "one of the words below" : choices.listed
        case .term: "[term](#terms)"
        case .terms: "[terms](#terms), in any language or by language"
        case .oneOrMore(let inner): "\(inner.words), or a list"
        case .list(let inner): "list of: \(inner.words)"
        case .shape(let name): "[\(name)](#\(Manual.anchor(of: "keys " + name)))"
        case .shapeIf(_, let name, let other): "\(ValueKind.shape(other).words), or \(ValueKind.shape(name).words)"
        case .entries(let key, let value): "mapping of \(key.wordsOfKey) to: \(value.words)"
        case .either(let first, let second): "\(first.words), or \(second.words)"
        case .conditions: "[condition](#keys-condition), or a list"
        }
    }
}

extension Choices {
    fileprivate var listed: String { (values.count > 1 ? "one of " : "") + values.map { "`\($0.name)`" }.joined(separator: ", ") }
}

extension ValueKind {
    /// All closed sets in it, with a title for each.
    fileprivate func closedSets(of name: String) -> [(title: String, choices: Choices)] {
        switch self {
        case .choice(let choices): [(name, choices)]
        case .oneOrMore(let inner), .list(let inner): inner.closedSets(of: name)
        case .entries(let key, let value): key.closedSets(of: "Keys of \(name)") + value.closedSets(of: name)
        case .either(let first, .entries(let key, _)): first.closedSets(of: name) + key.closedSets(of: "Keys of \(name)")
        case .either(let first, _): first.closedSets(of: name)
        case .text, .emptyOrText, .flag, .number, .share, .day, .moment, .timeSpan, .id, .reference, .term, .terms, .shape, .shapeIf,
            .conditions:
            []
        }
    }

    /// As the key of a mapping.
    fileprivate var wordsOfKey: String { if case .choice(let choices) = self { choices.listed } else { words } }
}

extension Reference {
    var words: String {
        switch self {
        case .country: "country (ISO 3166-1)"
        case .region: "region (UN M49)"
        case .language: "language (ISO 639-1)"
        case .languageOrLatin: "language (ISO 639-1) or `latin`"
        case .field: "field of the event"
        case .role: "role of the event"
        case .body, .office, .portfolio, .person, .lexicon, .entity, .list, .pack, .rule, .eventType: "id of a known \(rawValue)"
        }
    }
}
