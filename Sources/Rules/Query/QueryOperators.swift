import Diagnostics

/// Reads the words that are operators, in the spelling of this program and in those of others where they mean just one thing.
enum QueryOperators {
    enum Reading {
        case op(QueryOperator)
        case atLeast(Int)
        /// An operator whose number is missing or cannot be.
        case badNumber(name: String, isMissing: Bool)
        case word
    }

    /// Words between two things, and things in an article.
    static let distances = 0...100
    static let counts = 1...1000
    /// Taken where the author's number cannot be, so that the rest is read too. Words.
    static let usualDistance = 8

    private static let plain: [String: QueryOperator] = [
        "AND": .and, "OR": .or, "NOT": .not, "&&": .and, "||": .or,
        "W/S": .proximity(.within(.sentence)), "W/SENT": .proximity(.within(.sentence)),
        "W/P": .proximity(.within(.paragraph)), "W/PARA": .proximity(.within(.paragraph)),
    ]

    /// Names that a number follows; `ordered` is nil for one that counts rather than measures.
    ///
    /// NEAR/n: Meltwater, Brandwatch, ProQuest; near5 adj5 atleast5: Factiva; w/5 pre/5 atleast5( ): Nexis.
    private static let numbered: [(name: String, needsSlash: Bool, ordered: Bool?)] = [
        ("NEAR", false, false), ("ONEAR", false, true), ("ADJ", false, true), ("W", true, false), ("N", true, false), ("PRE", true, true),
        ("ATLEAST", false, nil),
    ]

    static func read(_ word: String) -> Reading {
        let upper = word.uppercased()
        // `and`, `or`, `not` are words of a language too: only capitals make them operators. `w/s` is no word of any.
        if let known = plain[word.contains("/") ? upper : word] { return .op(known) }
        for (name, needsSlash, ordered) in numbered where upper.hasPrefix(name) {
            var rest = Array(upper.unicodeScalars.dropFirst(name.unicodeScalars.count))
            let hasSlash = rest.first == "/"
            if hasSlash { rest.removeFirst() }
            guard !rest.isEmpty else {
                if hasSlash || (word == name && !needsSlash && name != "ADJ") { return .badNumber(name: name, isMissing: true) }
                continue
            }
            // Brandwatch's `NEAR/5f`: forwards only.
            let isForward = name == "NEAR" && hasSlash && rest.count > 1 && rest.last == "F"
            if isForward { rest.removeLast() }
            guard let number = QueryCharacters.number(rest) else {
                if hasSlash, word.hasPrefix(name) { return .badNumber(name: name, isMissing: false) }
                continue
            }
            guard hasSlash || !needsSlash else { continue }
            return reading(name, number, ordered.map { $0 || isForward })
        }
        return .word
    }

    private static func reading(_ name: String, _ number: Int, _ ordered: Bool?) -> Reading {
        guard let ordered else { return counts.contains(number) ? .atLeast(number) : .badNumber(name: name, isMissing: false) }
        guard distances.contains(number) else { return .badNumber(name: name, isMissing: false) }
        return .op(.proximity(.words(number, isOrdered: ordered)))
    }

    /// What was probably meant by a word that stands where an operator belongs; nil when it is a word like any other.
    ///
    /// - Parameters:
    ///   - word: as written. Lower case, another system's name, another language's word, or a slip of the finger.
    ///   - wording: what AND, OR and NOT are called in the languages that queries are written in.
    static func meant(by word: String, _ wording: Wording) -> QueryOperator? {
        let upper = word.uppercased()
        if let known = plain[upper] ?? elsewhere[upper] { return known }
        if let own = wording.meaning(of: word, among: ["AND", "OR", "NOT"]) { return plain[own] }
        let name = upper.prefix { $0 != "/" }
        if upper == "NEAR" { return .proximity(.words(usualDistance, isOrdered: false)) }
        // Only what is written as operators are, in capitals, is taken for a misspelt one.
        guard word == upper, name.count >= 3, word.unicodeScalars.allSatisfy({ $0.isASCII }) else { return nil }
        let distance = QueryCharacters.number(upper.unicodeScalars.drop { $0 != "/" }.dropFirst())
        if let distance, distances.contains(distance) {
            switch Diagnostics.nearest(to: name, among: ["NEAR", "ONEAR"]) {
            case "NEAR": return .proximity(.words(distance, isOrdered: false))
            case "ONEAR": return .proximity(.words(distance, isOrdered: true))
            default: return nil
            }
        }
        return misspelt[upper]
    }

    /// Operators of other systems.
    private static let elsewhere: [String: QueryOperator] = [
        "&": .and, "|": .or, "+": .and, "SAME": .proximity(.within(.paragraph)), "SENTENCE": .proximity(.within(.sentence)),
        "PARAGRAPH": .proximity(.within(.paragraph)), "BUT": .and, "ANDNOT": .not, "EXCEPT": .not,
        "/S": .proximity(.within(.sentence)), "/P": .proximity(.within(.paragraph)),
    ]

    private static let misspelt: [String: QueryOperator] = [
        "ADN": .and, "NAD": .and, "ANDD": .and, "AAND": .and, "ORR": .or, "NTO": .not, "NOTT": .not, "ONT": .not,
    ]
}
