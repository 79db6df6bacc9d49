import Analysis

/// Replaces letters and groups of letters of a folded word by others, the longest first, from left to right in one pass.
struct Rewriting: Sendable {
    fileprivate struct Rule: Sendable {
        let from: [UInt16]
        let atStart: Bool
        let atEnd: Bool
        /// More than one where a letter has several sounds.
        let to: [[UInt16]]
    }

    /// A word of many ambiguous letters is one of these at most.
    private static let maximumAlternatives = 8

    private var rulesOfFirst: [UInt16: [Rule]] = [:]
    /// Letters that no rule speaks of are left out.
    let dropsOthers: Bool
    /// Letters written twice count once; not in a script that leaves vowels out between them.
    var joinsDoubles = true

    init(dropsOthers: Bool) { self.dropsOthers = dropsOthers }

    var isEmpty: Bool { rulesOfFirst.isEmpty }

    /// - Parameter from: letters; `^` before them: only at the start of a word, `$` behind them: only at its end.
    ///   `to`: what they become, empty to drop them.
    ///
    /// - Returns: false when no letter is left of `from`.
    mutating func add(_ from: String, to: [String]) -> Bool {
        let (atStart, atEnd) = (from.hasPrefix("^"), from.hasSuffix("$"))
        let letters = from.unicodeScalars.filter { $0 != "^" && $0 != "$" }
        let units = Self.units(String(String.UnicodeScalarView(letters)))
        guard let first = units.first else { return false }
        let rule = Rule(from: units, atStart: atStart, atEnd: atEnd, to: to.map { Array($0.utf16) })
        rulesOfFirst[first, default: []].append(rule)
        // Of rules of one length, those that look at the word's ends know more.
        rulesOfFirst[first]?.sort { ($0.from.count, $0.rank) > ($1.from.count, $1.rank) }
        return true
    }

    private static func units(_ text: String) -> [UInt16] { Tokenizer().words(of: text).flatMap(\.units) }

    /// The first way to rewrite a word.
    func apply(to units: some RandomAccessCollection<UInt16>) -> [UInt16] {
        var result: [UInt16] = []
        var last: UInt16 = 0
        forEachPiece(of: Array(units)) { piece, other in
            last = append(piece?.first ?? (dropsOthers ? [] : [other]), to: &result, after: last)
        }
        return result
    }

    /// All ways to rewrite a word.
    func alternatives(of units: some RandomAccessCollection<UInt16>) -> [[UInt16]] {
        var results: [(units: [UInt16], last: UInt16)] = [([], 0)]
        forEachPiece(of: Array(units)) { piece, other in
            let choices = piece ?? (dropsOthers ? [[]] : [[other]])
            let taken = results.count * choices.count > Self.maximumAlternatives ? choices.prefix(1) : choices[...]
            results = results.flatMap { result in
                taken.map { choice in
                    var longer = result
                    longer.last = append(choice, to: &longer.units, after: result.last)
                    return longer
                }
            }
        }
        var unique: [[UInt16]] = []
        for result in results where !unique.contains(result.units) { unique.append(result.units) }
        return unique
    }

    /// - Parameter last: what came of the letters before; 0 when they were dropped, so that `Потанин` keeps both its n.
    private func append(_ piece: [UInt16], to result: inout [UInt16], after last: UInt16) -> UInt16 {
        var last = last
        for unit in piece {
            if unit != last || !joinsDoubles { result.append(unit) }
            last = unit
        }
        return piece.isEmpty ? 0 : last
    }

    private func forEachPiece(of units: [UInt16], _ body: ([[UInt16]]?, UInt16) -> Void) {
        var index = 0
        while index < units.count {
            if let rule = rule(at: index, in: units) {
                body(rule.to, 0)
                index += rule.from.count
            } else {
                if dropsOthers { body([[]], 0) } else { body(nil, units[index]) }
                index += 1
            }
        }
    }

    private func rule(at index: Int, in units: [UInt16]) -> Rule? {
        rulesOfFirst[units[index]]?.first { rule in
            let end = index + rule.from.count
            return end <= units.count && (!rule.atStart || index == 0) && (!rule.atEnd || end == units.count)
                && units[index..<end].elementsEqual(rule.from)
        }
    }
}

extension Rewriting.Rule {
    fileprivate var rank: Int { (atStart ? 1 : 0) + (atEnd ? 1 : 0) }
}
