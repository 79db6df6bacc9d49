/// Reads the tokens of a query into a tree, and goes on after a mistake as though the likeliest thing had been written.
///
/// Proximity operators bind closest, then NOT, so that `NOT a NEAR/3 b` denies the whole; AND and OR come last and must not be mixed.
struct QueryParser {
    private let tokens: [QueryToken]
    private var index = 0
    private var depth = 0
    /// The key of the condition whose values stand in the parentheses around.
    private var leafKey: String?
    /// Operators that were reported already, by the index of their token.
    private var reported: Set<Int> = []
    private(set) var log: QueryLog
    private let end: Int

    static func parse(_ text: String, _ log: inout QueryLog) -> Query? {
        let count = text.utf8.count
        guard count <= Query.maximumBytes else {
            log.add(.tooLarge(.length, at: log.place(0..<count)))
            return nil
        }
        let tokens = QueryLexer.tokens(of: text, &log)
        guard !tokens.isEmpty else {
            if log.isEmpty { log.add(.emptyPart("this query", at: log.place(0..<count))) }
            return nil
        }
        var parser = QueryParser(tokens: tokens, log: log, end: count)
        let query = parser.whole()
        log = parser.log
        return query
    }

    private init(tokens: [QueryToken], log: QueryLog, end: Int) {
        self.tokens = tokens
        self.log = log
        self.end = end
    }

    private var next: QueryToken? { index < tokens.count ? tokens[index] : nil }
    private var nextBytes: Range<Int> { next?.bytes ?? end..<end }

    private mutating func whole() -> Query? {
        var query = expression()
        while let extra = next, !log.isFull {
            // Only a closing parenthesis ends an expression before the query does.
            log.add(.parenthesis(isOpen: false, at: log.place(extra.bytes)))
            index += 1
            if next?.isOperandStart == true || query == nil { query = expression() }
            while case .op? = next?.kind { index += 1 }
        }
        return query
    }

    // MARK: AND, OR, NOT

    private mutating func expression() -> Query? {
        let start = nextBytes.lowerBound
        var operands: [Query] = []
        var connectors: [Query.Connector] = []
        if let first = denied() { operands.append(first) }
        while let token = next, !log.isFull {
            let left = operands.last
            guard let connector = connector(token, isFirst: left == nil) else { break }
            let place = (index > 0 ? tokens[index - 1].bytes : token.bytes).lowerBound..<token.bytes.upperBound
            let isBare = connector.isBare
            // Without an operand on either side the operator was reported.
            guard let operand = denied() else { continue }
            if isBare, let left {
                let sides = [left, operand].map { QueryPrinter().operand($0) }
                log.add(.noOperator(sides, isPhrase: false, at: log.place(place)))
            }
            if !operands.isEmpty { connectors.append(connector.kind) }
            operands.append(operand)
        }
        guard let first = operands.first, let last = operands.last else { return nil }
        guard operands.count > 1 else { return first }
        let bytes = min(start, first.bytes.lowerBound)..<last.bytes.upperBound
        if Set(connectors).count > 1 { return Query(.mixed(operands, connectors), bytes) }
        return Query(connectors[0] == .and ? .and(operands) : .or(operands), bytes)
    }

    /// Takes what joins two operands; nil at the end of the expression.
    ///
    /// - Returns: also whether nothing joins them, which is reported once the second is known.
    private mutating func connector(_ token: QueryToken, isFirst: Bool) -> (kind: Query.Connector, isBare: Bool)? {
        switch token.kind {
        case .close: return nil
        case .op(.and), .op(.or):
            index += 1
            if case .op(.or) = token.kind { return (.or, false) }
            return (.and, false)
        // `a NOT b` is what other systems write for `a AND NOT b`.
        case .op(.not): return (.and, false)
        case .op(.proximity):
            // Its left side was missing.
            index += 1
            return (.and, false)
        case .word(let word):
            if let meant = QueryOperators.meant(by: word, log.wording), hasOperand(after: index) {
                log.add(.misspeltOperator(word, meant: meant.name, at: log.place(token.bytes)))
                if meant != .not || word == word.uppercased() { index += 1 }
                return (meant == .or ? .or : .and, false)
            }
        case .phrase, .regex, .open, .field, .atLeast: break
        }
        return (.and, !isFirst && !token.isExcused && (index == 0 || tokens[index - 1].op == nil))
    }

    private func hasOperand(after index: Int) -> Bool {
        guard index + 1 < tokens.count else { return false }
        if case .op(.not) = tokens[index + 1].kind { return true }
        return tokens[index + 1].isOperandStart
    }

    /// `not`, or in capitals what another language has for it: in small letters that is a word like any other.
    private func isDenial(_ word: String) -> Bool {
        word.lowercased() == "not" || word == word.uppercased() && QueryOperators.meant(by: word, log.wording) == .not
    }

    private mutating func denied() -> Query? {
        guard let token = next else { return proximity() }
        if case .word(let word) = token.kind, isDenial(word), hasOperand(after: index) {
            log.add(.misspeltOperator(word, meant: "NOT", at: log.place(token.bytes)))
        } else {
            guard case .op(.not) = token.kind else { return proximity() }
        }
        index += 1
        if case .op(.proximity(let proximity))? = next?.kind {
            // Nexis has `NOT W/5`.
            log.add(.deniedProximity(QueryOperator.proximity(proximity).name, at: log.place(token.bytes.lowerBound..<nextBytes.upperBound)))
            index += 1
        }
        guard descend() else { return nil }
        defer { depth -= 1 }
        return denied().map { Query(.not($0), token.bytes.lowerBound..<$0.bytes.upperBound) }
    }

    // MARK: NEAR and its like

    private mutating func proximity() -> Query? {
        guard let first = primary() else { return nil }
        var operands = [first]
        var operators: [Query.Proximity] = []
        while case .op(.proximity(let proximity))? = next?.kind, !log.isFull {
            let place = nextBytes
            index += 1
            if case .op(.not)? = next?.kind {
                let name = QueryOperator.proximity(proximity).name
                log.add(.deniedProximity(name, at: log.place(place.lowerBound..<nextBytes.upperBound)))
                index += 1
            }
            guard let operand = primary() else { continue }
            operands.append(operand)
            operators.append(proximity)
        }
        guard operands.count > 1, let last = operands.last else { return first }
        let bytes = first.bytes.lowerBound..<last.bytes.upperBound
        guard operators.allSatisfy({ $0 == operators[0] }) else { return Query(.mixedProximity(operands, operators), bytes) }
        switch operators[0] {
        case .words(let distance, let isOrdered): return Query(.near(operands, distance: distance, isOrdered: isOrdered), bytes)
        case .within(let extent): return Query(.within(extent, operands), bytes)
        }
    }

    // MARK: Operands

    private mutating func descend() -> Bool {
        guard depth < Query.maximumDepth else {
            log.add(.tooLarge(.depth, at: log.place(nextBytes)))
            // Nothing further is read: what is left of so deep a query would only repeat this.
            index = tokens.count
            return false
        }
        depth += 1
        return true
    }

    private mutating func primary() -> Query? {
        guard let token = next else {
            missingOperand()
            return nil
        }
        switch token.kind {
        case .word: return words()
        case .phrase(let term):
            index += 1
            return operand(term, token.bytes)
        case .regex(let pattern):
            index += 1
            return operand(QueryTerm(form: .regex, text: pattern), token.bytes)
        case .open: return group()
        case .field(let name): return field(name, token.bytes)
        case .atLeast(let count):
            index += 1
            guard descend() else { return nil }
            defer { depth -= 1 }
            return primary().map { Query(.atLeast(count, $0), token.bytes.lowerBound..<$0.bytes.upperBound) }
        case .close, .op:
            missingOperand()
            return nil
        }
    }

    /// Says which operator, or which parenthesis, lacks something beside it.
    private mutating func missingOperand() {
        let before = index > 0 ? tokens[index - 1] : nil
        if reported.contains(index - 1) { return }
        if next?.op != nil { reported.insert(index) }
        switch before?.kind {
        case .op(let op)?: log.add(.missingOperand(op.name, isBefore: false, at: log.place(before?.bytes ?? nextBytes)))
        case .open?:
            guard case .op(let op)? = next?.kind else {
                log.add(.emptyPart("this group", at: log.place((before?.bytes ?? nextBytes).lowerBound..<nextBytes.upperBound)))
                return
            }
            log.add(.missingOperand(op.name, isBefore: true, at: log.place(nextBytes)))
        case .field(let name)?: log.add(.emptyPart("`\(name):`", at: log.place(before?.bytes ?? nextBytes)))
        case .atLeast?: log.add(.missingOperand("ATLEAST", isBefore: false, at: log.place(before?.bytes ?? nextBytes)))
        case .word?, .phrase?, .regex?, .close?, nil:
            if case .op(let op)? = next?.kind {
                log.add(.missingOperand(op.name, isBefore: true, at: log.place(nextBytes)))
            } else {
                log.add(.parenthesis(isOpen: false, at: log.place(nextBytes)))
                index += 1
            }
        }
        // An operator that has nothing before it is passed over; what follows it is read.
        if case .op(.proximity)? = next?.kind { index += 1 }
    }

    private mutating func group() -> Query? {
        let open = nextBytes
        guard descend() else { return nil }
        defer { depth -= 1 }
        index += 1
        let inner = expression()
        guard case .close? = next?.kind else {
            if index < tokens.count || !log.hasDepthProblem { log.add(.parenthesis(isOpen: true, at: log.place(open))) }
            return inner
        }
        index += 1
        return inner
    }

    private mutating func field(_ name: String, _ bytes: Range<Int>) -> Query? {
        index += 1
        guard descend() else { return nil }
        defer { depth -= 1 }
        if leafKey != nil {
            log.add(.fieldInValue(name + ":", at: log.place(bytes)))
            return primary()
        }
        if let part = QueryPart(field: name) {
            return primary().map { Query(.part(part, $0), bytes.lowerBound..<$0.bytes.upperBound) }
        }
        let outer = leafKey
        defer { leafKey = outer }
        leafKey = QueryFields.key(name)
        if leafKey == nil {
            log.add(.unknownField(name, nearest: QueryFields.nearest(to: name), known: QueryFields.known, at: log.place(bytes)))
        }
        // The place of a value is its own, so that an unknown one is pointed at.
        return primary()
    }

    private mutating func operand(_ term: QueryTerm, _ bytes: Range<Int>) -> Query? {
        guard let leafKey else { return Query(.term(term), bytes) }
        if term.form == .prefix || term.form == .regex {
            log.add(.fieldInValue(log.text(bytes), at: log.place(bytes)))
        }
        return Query(.leaf(key: leafKey, value: term.text), bytes)
    }

    /// A word; several in a row are a mistake, and read as a phrase.
    private mutating func words() -> Query? {
        let start = index
        while case .word(let word)? = next?.kind, index == start || (!isMeantAsOperator(word) && next?.isExcused == false) { index += 1 }
        let run = tokens[start..<index].map { log.text($0.bytes) }
        let bytes = tokens[start].bytes.lowerBound..<tokens[index - 1].bytes.upperBound
        guard run.count > 1 else {
            guard case .word(let word) = tokens[start].kind else { return nil }
            return operand(QueryParser.term(word), bytes)
        }
        log.add(.noOperator(run, isPhrase: true, at: log.place(bytes)))
        return operand(QueryTerm(form: .plain, text: run.joined(separator: " ")), bytes)
    }

    private func isMeantAsOperator(_ word: String) -> Bool {
        hasOperand(after: index) && QueryOperators.meant(by: word, log.wording) != nil
    }

    private static func term(_ word: String) -> QueryTerm {
        if word.hasPrefix("="), word.unicodeScalars.count > 1 { return QueryTerm(form: .exact, text: String(word.dropFirst())) }
        if word.hasSuffix("*"), word.unicodeScalars.count > 1 { return QueryTerm(form: .prefix, text: String(word.dropLast())) }
        return QueryTerm(form: .plain, text: word)
    }
}

extension QueryToken {
    var op: QueryOperator? { if case .op(let op) = kind { op } else { nil } }
}
