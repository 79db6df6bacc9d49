import YAML

/// Writes a condition as a person would lay it out in a rule file.
enum ConditionYAML {
    /// - Returns: lines without a line break at their end; the text of the whole is what stands under `match:`.
    static func lines(_ node: YAMLNode) -> [String] {
        switch node.content {
        case .scalar(let text): [scalar(text)]
        case .sequence(let items):
            items.flatMap { item in
                lines(item).enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
            }
        case .mapping(let entries): entries.flatMap { entry in lines(of: entry) }
        }
    }

    private static func lines(of entry: YAMLEntry) -> [String] {
        let value = entry.value
        if let inline = inline(value) { return ["\(entry.name): \(inline)"] }
        return ["\(entry.name):"] + lines(value).map { "  " + $0 }
    }

    /// Texts and lists of texts stand on the line of their key, as do the words of one language.
    private static func inline(_ node: YAMLNode) -> String? {
        switch node.content {
        case .scalar(let text): return scalar(text)
        case .sequence(let items):
            let texts = items.compactMap(\.scalar)
            return texts.count == items.count ? "[\(texts.map(scalar).joined(separator: ", "))]" : nil
        case .mapping(let entries):
            guard entries.count == 1, entries[0].name.count == 2, let list = inline(entries[0].value) else { return nil }
            return "{\(entries[0].name): \(list)}"
        }
    }

    /// Without quotes where YAML takes it for nothing else.
    static func scalar(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let isPlain =
            scalars.first.map { QueryCharacters.isWordLike($0) } == true && scalars.last.map { QueryCharacters.isWordLike($0) } == true
            && scalars.allSatisfy { QueryCharacters.isWordLike($0) || " -._".unicodeScalars.contains($0) }
        if isPlain { return text }
        var quoted = "\""
        for scalar in scalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _
            where scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
                || scalar.value == 0x2028 || scalar.value == 0x2029:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
