import Analysis
import Diagnostics
import YAML

/// Reads `requires:` and `unless:`.
struct GuardReader {
    let language: Int?

    func sense(_ reader: inout MapReader, _ builder: inout RuleSetBuilder) -> SenseGuard {
        let requires = read("requires", &reader, &builder)
        let unless = read("unless", &reader, &builder)
        return SenseGuard(requires: requires, unless: unless)
    }

    private func read(_ key: String, _ reader: inout MapReader, _ builder: inout RuleSetBuilder) -> [Guard] {
        let items = reader.value(key).map { builder.problems.list($0, key) } ?? []
        return items.compactMap { read($0, &builder) }
    }

    private func read(_ node: YAMLNode, _ builder: inout RuleSetBuilder) -> Guard? {
        guard var reader = MapReader(node, "guard", builder.problems) else { return nil }
        let mentions = reader.choices("mention", Guard.MentionKind.self)
        let officeNodes = reader.texts("office")
        let offices = officeNodes.compactMap { builder.lookUp($0, "office", in: builder.knowledge.world.officeOfID) }
        let words = reader.texts("words")
        let side = reader.choice("side", Guard.Side.self) ?? .either
        let distance = reader.number("distance", in: 1...100)
        let by = reader.texts("by")
        if let within = reader.value("within"), let text = builder.problems.text(within, "within"), text != "sentence" {
            builder.problems.report(.invalidValue(text, of: "within", allowed: "sentence", nearest: "sentence", at: within.range))
        }
        reader.finish()
        guard !mentions.isEmpty || !words.isEmpty || !officeNodes.isEmpty else {
            builder.problems.report(.missingKey("mention`, `office` or `words", in: "guard", at: node.range))
            return nil
        }
        var set = WordSet()
        for word in words {
            guard let text = word.scalar else { continue }
            let isExact = text.hasPrefix("=") && text.utf8.count > 1
            let forms = builder.table.forms(of: isExact ? String(text.dropFirst()) : text, language: isExact ? nil : language)
            if forms.isEmpty { builder.problems.report(.badTerm(text, .noWord, at: word.range)) }
            set.add(forms, exact: isExact && forms.count == 1 ? Array(text.utf8.dropFirst()) : [])
        }
        let shown = words.prefix(4).compactMap(\.scalar) + (words.count > 4 ? ["…"] : [])
        return Guard(
            mentions: Set(mentions), offices: Set(offices), words: words.isEmpty ? nil : set, side: side, distance: distance,
            introducers: by.compactMap { $0.scalar.map { Frame.Introducer($0) } }, shownWords: shown,
            shownOffices: officeNodes.compactMap(\.scalar))
    }
}
