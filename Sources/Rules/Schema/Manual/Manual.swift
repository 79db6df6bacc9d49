import Diagnostics

/// The manual of the rule language, in Markdown: made of the catalogues of shapes, conditions, term forms and problems, and of nothing else.
package struct Manual {
    /// Types of event are data: without rules there are none to tell of.
    private let eventTypes: [EventType]

    package init(rules: RuleSet? = nil) { eventTypes = rules?.knowledge.world.eventTypes ?? [] }

    package var document: String {
        let families: [(title: String, shapes: [Shape])] = [
            ("Files", fileShapes), ("Rules", ruleShapes), ("Conditions", conditionShapes), ("Events", eventShapes),
            ("Watch-lists", watchlistShapes), ("Correlations", correlationShapes),
            ("Lexicons, entities, lists", wordShapes), ("The world", worldShapes + spellingShapes), ("Languages", languageShapes),
            ("Words of a language", languageWordShapes),
        ]
        let contents = (["Terms"] + families.map(\.title) + ["Each condition", "Types of event", "Problems"]).map { title in
            "- [\(title)](#\(Self.anchor(of: title)))"
        }
        var parts = [Self.opening, contents.joined(separator: "\n"), Self.terms]
        var seen = Seen()
        for family in families {
            parts.append("## \(family.title)")
            parts += family.shapes.map { Self.section($0, &seen) }
        }
        parts.append("## Each condition")
        parts += conditionKinds.map { Self.section($0) }
        parts += [events, Self.problems]
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// The part about one mapping or condition; nil when there is none of this name.
    ///
    /// - Parameter name: with blanks or, as it is typed in a shell, hyphens: `event-type`.
    package static func topic(_ name: String) -> String? {
        let name = name.lowercased().replacing("-", with: " ").replacing("_", with: " ")
        if name == "terms" { return terms + "\n\n" + (conditionKinds.first { $0.key == name }.map { section($0) } ?? "") + "\n" }
        var seen = Seen()
        let shape = Shape.named(name) ?? Shape.named(name.replacing(" ", with: "-"))
        let parts = [shape.map { section($0, &seen) }, conditionKinds.first { $0.key == name }.map { section($0) }].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "\n\n") + "\n"
    }

    /// What may be asked for by name, in order.
    package static var topics: [String] { Set(shapeCatalogue.map(\.name) + conditionKinds.map { $0.key }).sorted() }

    /// What of the document has been said already: a link to it will do.
    struct Seen {
        /// The heading under which each example, and each list of words, stands.
        var places: [String: String] = [:]

        /// - Returns: the text; or a link, if it was said under another heading.
        mutating func once(_ text: String, under heading: String) -> String {
            let place = places[text, default: heading]
            places[text] = place
            guard place != heading else { return text }
            return "[\(place)](#\(Manual.anchor(of: "keys " + place)))"
        }
    }

    private static let opening = """
        # The rule language of Marsad

        Rule files are YAML. Every scalar is a text until the key says otherwise, so that `NO` is Norway and `revision: 2` a number; \
        anchors, aliases, merge keys, tags and keys that stand twice are errors, and so is a key that is not in the tables below. \
        Where a key takes several values, one of them may stand without brackets. The order of sections, files and rules does not matter.

        This manual is printed by `marsad docs`; `marsad docs rule` prints the part about one mapping or condition, and `marsad docs --list` what \
        may stand in the place of `rule`.
        """

    private static var terms: String {
        let rows = termForms.map { "| \(code($0.example)) | \(cell($0.meaning)) | \(quotes($0.matches)) | \(quotes($0.misses)) |" }
        return "## Terms\n\nWhat a word or phrase may be, wherever terms are written.\n\n"
            + "| Written | Means | Finds | Does not find |\n|---|---|---|---|\n" + rows.joined(separator: "\n")
    }

    private static func section(_ kind: any Condition.Type) -> String {
        var lines = ["### Condition `\(kind.key)`", "\(kind.summary)\n\nValue: \(kind.value.words)."]
        for example in kind.examples {
            let given = example.given.isEmpty ? "" : ", given \(code(example.given))"
            lines.append(
                "\(code(example.condition))\(given):\n\n- holds: \(quotes(example.matches))\n- does not hold: \(quotes(example.misses))")
        }
        return lines.joined(separator: "\n\n")
    }

    private var events: String {
        let head = "## Types of event\n\n"
        guard !eventTypes.isEmpty else { return head + "They are data of the core: `marsad docs --rules Rules` lists them." }
        let rows = eventTypes.map { type in
            let roles = type.roles.map { "`\($0.name)` (\($0.kind.rawValue))" }.joined(separator: ", ")
            return "| `\(type.id)` | \(Self.cell(type.title)) | \(roles) | \(type.tags.map { "`\($0)`" }.joined(separator: " ")) |"
        }
        let kinds = RoleKind.allCases.map { "- `\($0.rawValue)`: \($0.meaning)" }
        return head + "| Type | What happens | Roles | Tags |\n|---|---|---|---|\n" + rows.joined(separator: "\n")
            + "\n\nRoles are filled by:\n\n" + kinds.joined(separator: "\n")
    }

    private static var problems: String {
        let rows = problemCatalogue.map { "| `\($0.code.description)` | \(cell($0.title)) | \(cell($0.meaning)) |" }
        return "## Problems\n\nWhat `marsad check` may find; `marsad explain CODE` shows an example and its mend.\n\n"
            + "| Code | Problem | Why |\n|---|---|---|\n" + rows.joined(separator: "\n")
    }
}
