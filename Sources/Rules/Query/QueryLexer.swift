/// Cuts a query into tokens. What it cannot read it reports, and goes on behind it.
struct QueryLexer {
    private let scalars: [Unicode.Scalar]
    /// The UTF-8 offset of each scalar, and of the end.
    private let offsets: [Int]
    private var index = 0
    /// The next token needs no operator before it: what stands there was reported.
    private var excusesNext = false
    /// Marks that nothing closes any more, so that the rest is not searched for each of them.
    private var unpaired: Set<Unicode.Scalar> = []
    private(set) var tokens: [QueryToken] = []
    private(set) var log: QueryLog

    static func tokens(of text: String, _ log: inout QueryLog) -> [QueryToken] {
        var lexer = QueryLexer(text, log)
        while lexer.index < lexer.scalars.count, !lexer.log.isFull { lexer.step() }
        log = lexer.log
        return lexer.tokens
    }

    private init(_ text: String, _ log: QueryLog) {
        self.log = log
        scalars = Array(text.unicodeScalars)
        var offsets: [Int] = []
        offsets.reserveCapacity(scalars.count + 1)
        var offset = 0
        for scalar in scalars {
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        self.offsets = offsets + [offset]
    }

    private func bytes(from start: Int, to end: Int) -> Range<Int> { offsets[start]..<offsets[end] }

    private mutating func step() {
        let start = index
        let scalar = QueryCharacters.ascii(scalars[index])
        if QueryCharacters.isBlank(scalar) {
            index += 1
        } else if scalar == "(" || scalar == ")" {
            index += 1
            append(scalar == "(" ? .open : .close, bytes(from: start, to: index))
        } else if "[]{}".unicodeScalars.contains(scalar) {
            readBrackets()
        } else if QueryCharacters.isComma(scalars[index]) {
            index += 1
            log.add(.foreignSyntax(String(scalars[start]), .comma, at: log.place(bytes(from: start, to: index))))
            excusesNext = true
        } else if scalar == "=", index + 1 < scalars.count, QueryCharacters.closers(of: scalars[index + 1]) != nil {
            index += 1
            readPhrase(from: start, isExact: true)
        } else if QueryCharacters.closers(of: scalars[index]) != nil, closing(from: index) != nil || !QueryCharacters.isApostrophe(scalar) {
            readPhrase(from: start, isExact: false)
        } else if scalar == "/", let end = regexEnd(from: index) {
            index = end + 1
            append(.regex(text(start + 1..<end)), bytes(from: start, to: index))
        } else {
            readWord()
        }
    }

    private mutating func append(_ kind: QueryToken.Kind, _ bytes: Range<Int>) {
        tokens.append(QueryToken(kind: kind, bytes: bytes, isExcused: excusesNext))
        excusesNext = false
    }

    /// Lucene's `[a TO b]`: one mistake, with all that is in it.
    private mutating func readBrackets() {
        let start = index
        let isOpen = ["[", "{"].contains(QueryCharacters.ascii(scalars[index]))
        index += 1
        if isOpen, let close = scalars[index...].firstIndex(where: { ["]", "}"].contains(QueryCharacters.ascii($0)) }) {
            index = close + 1
        }
        let place = bytes(from: start, to: index)
        log.add(.foreignSyntax(text(start..<index), .bracket, at: log.place(place)))
        excusesNext = true
        if index - start > 2 { append(.word(text(start + 1..<index - 1)), place) }
        excusesNext = true
    }

    /// Without marks that steer direction; line breaks and other controls are blanks.
    private func text(_ range: Range<Int>) -> String {
        let visible = scalars[range].lazy.filter { !QueryCharacters.isDirectionMark($0) }
        return String(String.UnicodeScalarView(visible.map { QueryCharacters.isBlank($0) ? " " : $0 }))
    }

    // MARK: Quotations

    private mutating func closing(from open: Int) -> Int? {
        guard let closers = QueryCharacters.closers(of: scalars[open]), !unpaired.contains(scalars[open]) else { return nil }
        var at = open + 1
        while at < scalars.count {
            if scalars[at] == "\\" {
                at += 2
                continue
            }
            if closers.contains(scalars[at]), !QueryCharacters.isApostrophe(scalars[at]) || endsWord(at + 1) { return at }
            at += 1
        }
        unpaired.insert(scalars[open])
        return nil
    }

    private func endsWord(_ at: Int) -> Bool {
        guard at < scalars.count else { return true }
        return QueryCharacters.isDelimiter(scalars[at]) || QueryCharacters.isComma(scalars[at]) || scalars[at] == "~"
    }

    private mutating func readPhrase(from start: Int, isExact: Bool) {
        let open = index
        guard let end = closing(from: open) else {
            log.add(.notClosed(text(open..<open + 1), at: log.place(bytes(from: open, to: open + 1))))
            index = scalars.count
            append(.word(text(open + 1..<index)), bytes(from: start, to: index))
            return
        }
        index = end + 1
        let content = unescaped(open + 1..<end)
        let place = bytes(from: start, to: index)
        guard content.unicodeScalars.contains(where: { !QueryCharacters.isBlank($0) }) else {
            log.add(.emptyPart("this phrase", at: log.place(place)))
            append(.phrase(QueryTerm(form: .plain, text: "")), place)
            return
        }
        let term = Self.phrase(content, isExact: isExact)
        if content.unicodeScalars.dropLast().contains("*") || content.unicodeScalars.contains("?") && term.form == .prefix {
            log.add(.wildcard(content, at: log.place(place)))
        }
        append(.phrase(term), place)
        readSlop(behind: content, from: start)
    }

    /// In quotes, the marks of the forms of terms mean what they mean in `terms:`.
    private static func phrase(_ content: String, isExact: Bool) -> QueryTerm {
        var text = content[...]
        while let last = text.unicodeScalars.last, QueryCharacters.isBlank(last) { text.unicodeScalars.removeLast() }
        while let first = text.unicodeScalars.first, QueryCharacters.isBlank(first) { text.unicodeScalars.removeFirst() }
        if isExact { return QueryTerm(form: .exact, text: String(text)) }
        if text.hasPrefix("="), text.count > 1 { return QueryTerm(form: .exact, text: String(text.dropFirst())) }
        if text.hasSuffix("*"), text.count > 1 { return QueryTerm(form: .prefix, text: String(text.dropLast())) }
        // As a term this would be a pattern.
        while text.hasPrefix("/"), text.hasSuffix("/") { text = text.dropFirst() }
        return QueryTerm(form: .plain, text: String(text))
    }

    private func unescaped(_ range: Range<Int>) -> String {
        var content = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in scalars[range] where !QueryCharacters.isDirectionMark(scalar) {
            if scalar == "\\", !isEscaped {
                isEscaped = true
                continue
            }
            isEscaped = false
            content.append(QueryCharacters.isBlank(scalar) ? " " : scalar)
        }
        return String(content)
    }

    /// Lucene's `"a b"~5`.
    private mutating func readSlop(behind content: String, from start: Int) {
        guard index < scalars.count, scalars[index] == "~" || scalars[index] == "^" else { return }
        let isSlop = scalars[index] == "~"
        let from = index
        index += 1
        while index < scalars.count, scalars[index].properties.numericType != nil || scalars[index] == "." { index += 1 }
        let number = QueryCharacters.number(scalars[from + 1..<index]) ?? QueryOperators.usualDistance
        let words = content.split(separator: " ").map(String.init)
        let written = text(from..<index)
        log.add(
            .foreignSyntax(written, isSlop ? .slop(words, number) : .boost, at: log.place(bytes(from: isSlop ? start : from, to: index))))
    }

    // MARK: Patterns and words

    /// The slash that closes a pattern: the next one behind which a word could end.
    private mutating func regexEnd(from start: Int) -> Int? {
        guard !unpaired.contains("/") else { return nil }
        var at = start + 1
        while at < scalars.count {
            if scalars[at] == "\\" {
                at += 2
                continue
            }
            if scalars[at] == "/", at > start + 1, endsWord(at + 1) { return at }
            at += 1
        }
        unpaired.insert("/")
        return nil
    }

    private mutating func readWord() {
        let start = index
        let isValue = if case .field(let name)? = tokens.last?.kind { QueryPart(field: name) == nil } else { false }
        while index < scalars.count, !QueryCharacters.isDelimiter(scalars[index]) || QueryCharacters.isDirectionMark(scalars[index]) {
            if QueryCharacters.ascii(scalars[index]) == ":", !isValue, isFieldName(start..<index) {
                let name = text(start..<index)
                index += 1
                append(.field(name), bytes(from: start, to: index))
                return
            }
            if QueryCharacters.isComma(scalars[index]), !isBetweenDigits(index) { break }
            index += 1
        }
        var end = index
        while end > start, QueryCharacters.isDirectionMark(scalars[end - 1]) { end -= 1 }
        let word = String(String.UnicodeScalarView(text(start..<end).unicodeScalars.map { QueryCharacters.ascii($0) }))
        take(word, bytes(from: start, to: end))
    }

    private func isFieldName(_ range: Range<Int>) -> Bool {
        let name = scalars[range].filter { !QueryCharacters.isDirectionMark($0) }
        guard let first = name.first, first.properties.isAlphabetic, name.count <= 32 else { return false }
        return name.allSatisfy { $0.properties.isAlphabetic || $0 == "-" || $0 == "_" }
    }

    private func isBetweenDigits(_ at: Int) -> Bool {
        at > 0 && at + 1 < scalars.count && scalars[at - 1].properties.numericType != nil && scalars[at + 1].properties.numericType != nil
    }

    private mutating func take(_ word: String, _ bytes: Range<Int>) {
        let opens = index < scalars.count && QueryCharacters.ascii(scalars[index]) == "("
        if opens, let part = QueryPart(field: word) {
            // Nexis: `HLEAD(…)`.
            append(.field(part.rawValue), bytes)
            return
        }
        if opens, word.hasSuffix("="), word != "=" {
            // Factiva: `hd=(…)`. What stands in the parentheses is read.
            log.add(.foreignSyntax(word, .equals(field: String(word.dropLast()), value: "(…)"), at: log.place(bytes)))
            excusesNext = true
            return
        }
        if opens, QueryFields.key(word) != nil {
            // Nexis: `country(CU)`.
            append(.field(word), bytes)
            return
        }
        switch QueryOperators.read(word) {
        case .op(let op): append(.op(op), bytes)
        case .atLeast(let count): append(.atLeast(count), bytes)
        case .badNumber(let name, let isMissing):
            log.add(.badNumber(word, of: name, isMissing: isMissing, at: log.place(bytes)))
            let isCount = name == "ATLEAST"
            let near = QueryOperator.proximity(.words(QueryOperators.usualDistance, isOrdered: name == "ONEAR" || name == "PRE"))
            append(isCount ? .atLeast(1) : .op(near), bytes)
        case .word:
            let isValue = if case .field(let name)? = tokens.last?.kind { QueryPart(field: name) == nil } else { false }
            let known = log.problems.count
            let read = isValue ? word : QueryWordCheck.checked(word, bytes, &log)
            if log.problems.count > known, ["+", "-", "!"].contains(word.prefix(1)) {
                excusesNext = true
                if !word.hasPrefix("+") { append(.op(.not), bytes) }
            }
            append(.word(read), bytes)
        }
    }
}
