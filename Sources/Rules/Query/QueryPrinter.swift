/// Writes a query in one line, as this program spells it.
struct QueryPrinter {
    /// How AND and OR without parentheses between them are read, and chains of unlike distances.
    enum Side: CaseIterable {
        /// AND binds closer; a chain hangs together from the left.
        case first
        /// OR binds closer; a chain hangs together from the right.
        case second
    }

    var side = Side.first

    func print(_ query: Query) -> String {
        switch query.kind {
        case .term(let term): Self.print(term)
        case .leaf(let key, let value): "\(key):\(Self.quotedIfNeeded(value))"
        case .and(let parts): join(parts, "AND")
        case .or(let parts): join(parts, "OR")
        case .not(let inner): "NOT \(operand(inner))"
        case .near(let parts, let distance, let isOrdered):
            join(parts, QueryOperator.proximity(.words(distance, isOrdered: isOrdered)).name)
        case .within(let extent, let parts): join(parts, QueryOperator.proximity(.within(extent)).name)
        case .part(let part, let inner): "\(part.rawValue):\(operand(inner))"
        case .atLeast(let count, let inner): "ATLEAST/\(count)(\(print(inner)))"
        case .mixed(let parts, let connectors): mixed(parts, connectors)
        case .mixedProximity(let parts, let operators): chain(parts, operators)
        }
    }

    private func join(_ parts: [Query], _ name: String) -> String {
        parts.map { part in
            if name == "AND", case .not = part.kind { return print(part) }
            return operand(part)
        }.joined(separator: " \(name) ")
    }

    /// In parentheses where they are needed.
    func operand(_ query: Query) -> String {
        switch query.kind {
        case .term, .leaf, .part, .atLeast: print(query)
        case .and, .or, .not, .near, .within, .mixed, .mixedProximity: "(\(print(query)))"
        }
    }

    private func mixed(_ parts: [Query], _ connectors: [Query.Connector]) -> String {
        let tight: Query.Connector = side == .first ? .and : .or
        var groups: [[Query]] = [[parts[0]]]
        for (connector, part) in zip(connectors, parts.dropFirst()) {
            if connector == tight { groups[groups.count - 1].append(part) } else { groups.append([part]) }
        }
        return groups.map { group in
            let joined = join(group, tight.rawValue)
            if group.count > 1 { return "(\(joined))" }
            return tight == .or ? join(group, "AND") : joined
        }.joined(separator: " \((tight == .and ? Query.Connector.or : .and).rawValue) ")
    }

    private func chain(_ parts: [Query], _ operators: [Query.Proximity]) -> String {
        let names = operators.map { QueryOperator.proximity($0).name }
        switch side {
        case .first:
            var text = operand(parts[0])
            for (position, part) in parts.dropFirst().enumerated() {
                let isLast = position == names.count - 1
                text += " \(names[position]) \(operand(part))"
                if !isLast { text = "(\(text))" }
            }
            return text
        case .second:
            var text = operand(parts[parts.count - 1])
            for position in names.indices.reversed() {
                text = "\(operand(parts[position])) \(names[position]) \(text)"
                if position > 0 { text = "(\(text))" }
            }
            return text
        }
    }

    // MARK: Terms

    private static func print(_ term: QueryTerm) -> String {
        switch term.form {
        case .regex: "/\(term.text)/"
        case .exact: isBare(term.text) ? "=\(term.text)" : "=\(inQuotes(term.text))"
        case .prefix: isBare(term.text) ? "\(term.text)*" : inQuotes(term.text + "*")
        case .plain: quotedIfNeeded(term.text)
        }
    }

    static func quotedIfNeeded(_ text: String) -> String { isBare(text) ? text : inQuotes(text) }

    private static func inQuotes(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// Whether a text is one word that nothing in a query could take for anything else.
    private static func isBare(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last, QueryCharacters.isWordLike(first), QueryCharacters.isWordLike(last)
        else { return false }
        let isWord = scalars.allSatisfy {
            QueryCharacters.isWordLike($0) || $0.properties.isDiacritic || "-.'_".unicodeScalars.contains($0)
        }
        // Words for operators in other languages are taken for them only where an operator is missing, and here none is.
        guard isWord, QueryOperators.meant(by: text, Wording()) == nil, QueryPart(field: text) == nil else { return false }
        if case .word = QueryOperators.read(text) { return true }
        return false
    }
}
