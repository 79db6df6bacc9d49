import Articles
import YAML
import Analysis
import Diagnostics

/// W005: a term that is not written as its language is, or that the core knows as a word of another language only.
enum WrongLanguageLint: Lint {
    static let codes: [Diagnostic.Code] = ["W005"]

    private static let scripts: Token.Shape = [.arabic, .cyrillic, .latin]

    static func check(_ subject: LintSubject) {
        let known = KnownWords(subject)
        for site in subject.terms where !site.isExact {
            guard let slot = site.language else { continue }
            let words = Tokenizer().words(of: site.body).filter { !$0.shape.isDisjoint(with: scripts) }
            guard let first = words.first else { continue }
            let language = subject.knowledge.languages[slot]
            let script = first.shape.intersection(scripts)
            if words.allSatisfy({ $0.shape.intersection(scripts) == script }), script != language.script {
                // One word may hold two scripts, which is told as such.
                guard script == .arabic || script == .cyrillic || script == .latin, !isName(words, site) else { continue }
                report(site, script, language, subject)
            } else {
                let others = known.otherLanguages(of: words, site).map { subject.knowledge.languages[$0] }
                guard !others.isEmpty else { continue }
                subject.report(
                    .wrongLanguage(
                        site.text, reason: "the core knows it in \(others.map(\.name).joined(separator: " and ")), not in \(language.name)",
                        help: ["move it to \(others.map { "`\($0.tag.code)`" }.joined(separator: ", or "))"], at: site.node.range))
            }
        }
    }

    /// Texts of every script write some names in Latin letters: `SWIFT`, `iPhone`, `G20`, and firms where names are listed.
    private static func isName(_ words: [Word], _ site: TermSite) -> Bool {
        guard words.allSatisfy({ $0.shape.contains(.latin) }) else { return false }
        if site.options.kind == .person { return true }
        let names = words.count { word in
            let scalars = word.surface.unicodeScalars
            let capitals = scalars.count { $0.properties.isUppercase }
            let hasDigit = scalars.contains { $0.properties.numericType != nil }
            return hasDigit || capitals > 1 || capitals == 1 && scalars.first?.properties.isUppercase == false
        }
        // `SDN list`: what goes with an abbreviation is quoted with it.
        return names * 2 >= words.count
    }

    private static func report(_ site: TermSite, _ script: Token.Shape, _ language: LanguageProfile, _ subject: LintSubject) {
        let fitting = subject.knowledge.languages.filter { $0.script == script }.map { "`\($0.tag.code)`" }
        let written = MixedScriptLint.script(of: script)
        let own = MixedScriptLint.script(of: language.script)
        // Written in the letters of another keyboard: the word is right, its letters are not.
        if let own, written != nil, let twin = Lookalikes.text(site.body, in: own) {
            let codes = site.body.unicodeScalars.prefix(4).map { codePoint($0) }.joined(separator: " ")
            let name = written?.rawValue ?? ""
            return subject.report(
                .mixedScripts(
                    site.text, reason: "all of it is \(name): \(codes)\(site.body.unicodeScalars.count > 4 ? " …" : "")",
                    help: ["write \(quoted(twin)) in \(own.rawValue) letters"],
                    fix: site.node.range.text == site.body ? .init(site.node.range, twin) : nil, at: site.node.range))
        }
        let help =
            fitting.isEmpty
            ? ["write it as \(language.name) does, or delete it"]
            : ["move it to \(fitting.joined(separator: ", or "))", "or write it as \(language.name) does"]
        subject.report(
            .wrongLanguage(
                site.text, reason: "\(language.name) is not written in \(name(of: script)) letters", help: help, at: site.node.range))
    }

    private static func name(of script: Token.Shape) -> String {
        script == .arabic ? "Arabic" : script == .cyrillic ? "Cyrillic" : "Latin"
    }
}

/// The words of the core, by their folded units: in which languages they are words.
///
/// Names are left out: they are the same in many languages, and no list of them is complete.
private struct KnownWords {
    /// Bit *l*: a term of the language in slot *l*, or a word of many of its phrases.
    private var languages: [[UInt16]: UInt16] = [:]
    /// Bit *l*: stands in some phrase of the language.
    private var seen: [[UInt16]: UInt16] = [:]
    private let files: Set<String>
    private let latin: Set<Int>
    /// Shorter words are alike in several languages by chance.
    private static let minimumUnits = 5
    /// A foreign word does not stand in as many phrases as this.
    private static let manyPhrases = 5

    init(_ subject: LintSubject) {
        files = Set(subject.packs.filter { $0.id == LintSubject.core }.map(\.path))
        latin = Set(subject.knowledge.languages.indices.filter { subject.knowledge.languages[$0].script == .latin })
        // Nothing to judge: files of the core alone.
        guard subject.terms.contains(where: { !files.contains($0.node.range.path) }) else { return }
        var phrases: [TermTable.SmallWord: Int] = [:]
        for site in subject.terms {
            guard let slot = site.language, latin.contains(slot), files.contains(site.node.range.path) else { continue }
            add(site, slot, subject.knowledge.languages[slot].inflection, &phrases)
        }
        for (word, count) in phrases where count >= Self.manyPhrases { languages[word.units, default: 0] |= 1 << UInt16(word.language) }
        for (word, _) in subject.builder.table.smallWords { languages[word.units, default: 0] |= 1 << UInt16(word.language) }
    }

    private mutating func add(_ site: TermSite, _ slot: Int, _ inflection: Inflection, _ phrases: inout [TermTable.SmallWord: Int]) {
        let words = Tokenizer().words(of: site.body)
        for word in words where word.units.count >= Self.minimumUnits {
            for form in site.options.kind.map({ inflection.forms(of: word.units, $0) }) ?? [word.units] {
                seen[form, default: 0] |= 1 << UInt16(slot)
                guard tells(site.meaning) else { continue }
                if words.count == 1 {
                    languages[form, default: 0] |= 1 << UInt16(slot)
                } else if !word.shape.contains(.capitalized) {
                    phrases[.init(units: form, language: slot), default: 0] += 1
                }
            }
        }
    }

    /// Verbs tell nothing: the core lists some of their forms, and another language has its own of the same stem.
    private func tells(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .lexicon, .officeHead, .portfolio, .trigger(_, .noun), .adjective, .bodyAdjective, .regionAdjective: true
        case .place, .mask, .body, .region, .person, .modifier, .trigger, .pseudoTrigger, .cue, .lightVerb, .wordClass, .date, .leaf: false
        }
    }

    /// The languages of which every word is one, when the term's own language knows none of them.
    func otherLanguages(of words: [Word], _ site: TermSite) -> [Int] {
        guard let slot = site.language, latin.contains(slot), !files.contains(site.node.range.path), site.isSought else { return [] }
        guard words.contains(where: { $0.units.count >= Self.minimumUnits }), words.allSatisfy({ !$0.shape.contains(.capitalized) }) else {
            return []
        }
        var common = UInt16.max
        for word in words {
            let known = languages[word.units] ?? 0
            guard (known | (seen[word.units] ?? 0)) & 1 << UInt16(slot) == 0 else { return [] }
            common &= known
        }
        return latin.filter { common & 1 << UInt16($0) != 0 }.sorted()
    }
}
