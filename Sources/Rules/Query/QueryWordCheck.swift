/// Marks that mean something in the query languages of other systems, and would mean nothing here.
enum ForeignSyntax: Sendable {
    case plus
    /// `-word`, `!word`
    case minus(String)
    /// `word!`, `word$`
    case truncation(String)
    /// `"a b"~5`
    case slop([String], Int)
    case fuzzy(String)
    case boost
    case comma
    case bracket
    /// `hl=word`
    case equals(field: String, value: String)
}

/// Looks a word over for the marks of other systems.
enum QueryWordCheck {
    /// The word as it is read on after what was wrong with it was reported.
    static func checked(_ word: String, _ bytes: Range<Int>, _ log: inout QueryLog) -> String {
        let scalars = Array(word.unicodeScalars)
        guard scalars.count > 1, let first = scalars.first, let last = scalars.last, scalars.contains(where: QueryCharacters.isWordLike)
        else { return word }
        let place = log.place(bytes)
        let (rest, start) = (String(word.dropFirst()), String(word.dropLast()))
        func report(_ syntax: ForeignSyntax, _ word: String, readAs known: String) -> String {
            log.add(.foreignSyntax(word, syntax, at: place))
            return known
        }
        if first == "+" { return report(.plus, word, readAs: rest) }
        if first == "-" || first == "!" { return report(.minus(rest), word, readAs: rest) }
        if last == "!" || last == "$" { return report(.truncation(start), word, readAs: start) }
        for mark in ["~", "^"] as [Unicode.Scalar] {
            guard let at = scalars.firstIndex(of: mark), at > 0, scalars[(at + 1)...].allSatisfy({ $0 == "." || ("0"..."9").contains($0) })
            else { continue }
            let known = String(String.UnicodeScalarView(scalars[..<at]))
            return report(mark == "~" ? .fuzzy(known) : .boost, word, readAs: known)
        }
        if let at = scalars.firstIndex(of: "="), at > 0, at + 1 < scalars.count {
            let (field, value) = (String.UnicodeScalarView(scalars[..<at]), String.UnicodeScalarView(scalars[(at + 1)...]))
            return report(.equals(field: String(field), value: String(value)), word, readAs: String(value))
        }
        if scalars.contains("?") || scalars.dropLast().contains("*") || (first == "=" && last == "*") {
            log.add(.wildcard(word, at: place))
            return word.filter { $0 != "?" && $0 != "*" }
        }
        return word
    }
}
