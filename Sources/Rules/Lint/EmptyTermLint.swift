import YAML
import Analysis
import Diagnostics

/// W001, W002: a term that never stands in a text by itself, or stands in all of them.
enum EmptyTermLint: Lint {
    static let codes: [Diagnostic.Code] = ["W001", "W002"]

    static func check(_ subject: LintSubject) {
        let tokenizer = Tokenizer()
        let stopWords = StopWords(subject)
        for site in subject.terms where site.isSought {
            let words = tokenizer.words(of: site.body)
            if let clitic = words.first(where: { Proclitic.isAlone($0) }) {
                report(clitic, words, site, subject)
            } else if words.count == 1, let word = words.first, let slot = stopWords.language(of: word, site), !isAcronym(word, site) {
                report(stopWord: word, slot, site, subject)
            }
        }
    }

    private static func isAcronym(_ word: Word, _ site: TermSite) -> Bool { site.isExact && word.shape.contains(.allCapitals) }

    private static func report(_ clitic: Word, _ words: [Word], _ site: TermSite, _ subject: LintSubject) {
        let help =
            words.count == 1
            ? ["Marsad finds words with and without it: write the word that follows, or delete the term"]
            : ["leave \(quoted(clitic.surface)) out: Marsad finds words with and without it"]
        subject.report(
            .neverMatches(
                site.text, reason: "\(quoted(clitic.surface)) is joined to the word that follows, and never stands alone", help: help,
                fix: nil,
                at: site.node.range))
    }

    private static func report(stopWord word: Word, _ slot: Int, _ site: TermSite, _ subject: LintSubject) {
        let language = subject.knowledge.languages[slot]
        var help: [String] = []
        var fix: Diagnostic.Fix?
        if word.shape.contains(.allCapitals), !site.isExact {
            help = ["write `=\(word.surface)` for the abbreviation, exactly so"]
            if site.node.style == .plain { fix = .init(site.node.range, "=\(site.text)") }
        } else if site.language == nil {
            help = ["put the term under its own language, such as `en: […]`, or write a phrase"]
        } else {
            help = ["write a phrase that it stands in, or delete it"]
        }
        subject.report(.stopWord(site.text, language: language.name, help: help, fix: fix, at: site.node.range))
    }
}

/// The small words of each language, by their folded units.
private struct StopWords {
    /// Slots by word.
    private var slots: [[UInt16]: [Int]] = [:]

    /// Word classes of grammar; words of the others mean something.
    private static let grammar: [WordClass] = [
        .preposition, .clause, .relative, .but, .and, .determiner, .pronoun, .locative, .directional, .possessive,
    ]
    /// So short a word of grammar is frequent, whether or not it tells the language; so short a frequent word is one of grammar.
    private static let shortUnits = 3

    init(_ subject: LintSubject) {
        for (word, wordClass) in subject.builder.table.smallWords {
            let (units, slot) = (word.units, word.language)
            let isGrammar = Self.grammar.contains { wordClass.contains($0) }
            let isFrequent = wordClass.contains(.frequent)
            guard isGrammar && isFrequent || (isGrammar || isFrequent) && units.count <= Self.shortUnits else { continue }
            slots[units, default: []].append(slot)
        }
    }

    func language(of word: Word, _ site: TermSite) -> Int? {
        guard let slots = slots[word.units] else { return nil }
        return site.language.map { slots.contains($0) ? $0 : nil } ?? slots.min()
    }
}

/// What Arabic joins to the word that follows.
private enum Proclitic {
    private static let alef: UInt16 = 0x0627
    private static let lam: UInt16 = 0x0644
    private static let tatweel: Unicode.Scalar = "\u{0640}"

    /// One letter, the article, ل with it; longer ones only where a tatweel shows that something is to follow (`والـ`).
    static func isAlone(_ word: Word) -> Bool {
        guard word.shape.contains(.arabic) else { return false }
        var rest = word.units[...]
        if rest.count == 1 { return isLetter(rest[rest.startIndex]) }
        if rest.elementsEqual([alef, lam]) || rest.elementsEqual([lam, lam]) { return true }
        guard word.surface.unicodeScalars.last == tatweel else { return false }
        if rest.suffix(2).elementsEqual([alef, lam]) || rest.suffix(2).elementsEqual([lam, lam]) { rest = rest.dropLast(2) }
        return rest.count <= 2 && rest.allSatisfy(isLetter)
    }

    private static func isLetter(_ unit: UInt16) -> Bool { Clitics(letter: unit) != nil }
}
