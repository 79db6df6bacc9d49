package import Analysis
import Articles

/// All rules, compiled: immutable, shared by all workers, commands and servers. A class, for what looks things up in it holds one reference.
package final class RuleSet: Sendable {
    package let analyzer: Analyzer
    package let knowledge: Knowledge
    package let rules: [Rule]
    /// What each term stands for.
    private let meaningsOfTerm: [[Meaning]]
    /// The form in which each term's first word is listed.
    private let baseOfTerm: [FormID]
    private let triggersOfTerm: [[Int]]
    private let lexiconsOfTerm: [[Int]]
    private let index: RuleIndex
    /// Those that rules with `watchlist` ask, each once.
    let nameIndexes: [NameIndex]
    /// The terms as they were written, when the loader was told to keep them.
    let written: WrittenTerms?
    /// Types of event that a rule asks for, or that imply one.
    let eventTypes: Set<Int>

    init(analyzer: Analyzer, knowledge: Knowledge, rules: [Rule], meanings: [[Meaning]], bases: [FormID], written: WrittenTerms? = nil) {
        self.analyzer = analyzer
        self.knowledge = knowledge
        self.rules = rules
        self.written = written
        meaningsOfTerm = meanings
        baseOfTerm = bases
        triggersOfTerm = meanings.map { list in list.compactMap { if case .trigger(let index, _) = $0 { index } else { nil } } }
        lexiconsOfTerm = meanings.map { list in list.compactMap { if case .lexicon(let index, _) = $0 { index } else { nil } } }
        index = RuleIndex(rules: rules, meanings: meanings, knowledge: knowledge, analyzer: analyzer)
        nameIndexes = rules.reduce(into: []) { indexes, rule in
            if case .watchlist(let pattern) = rule.body, !indexes.contains(where: { $0 === pattern.index }) {
                indexes.append(pattern.index)
            }
        }
        eventTypes = knowledge.world.types(implying: rules.reduce(into: []) { $0.formUnion($1.eventTypes) })
    }

    @inline(__always)
    func meanings(of term: TermID) -> [Meaning] { meaningsOfTerm[Int(term)] }

    @inline(__always)
    func triggers(of term: TermID) -> [Int] { triggersOfTerm[Int(term)] }

    @inline(__always)
    func lexicons(of term: TermID) -> [Int] { lexiconsOfTerm[Int(term)] }

    func isBase(_ term: TermID, form: FormID) -> Bool { baseOfTerm[Int(term)] == form }

    /// Whether a token is this word with a conjunction joined to it, as Arabic writes it.
    func isJoined(_ key: UInt64, at token: Int, in article: AnalyzedArticle) -> Bool {
        guard article.tokens[token].shape.contains(.arabic) else { return false }
        let form = analyzer.vocabulary.form(ofKey: key)
        return form != 0 && article.readings(of: token).contains { $0.form == form && $0.clitics.isSubset(of: .conjunctions) }
    }

    /// Whether some rule may be a candidate, told from the words of an article before its terms are sought; never wrongly false.
    func mayHaveCandidates(_ article: AnalyzedArticle) -> Bool { index.mayHaveCandidates(article) }

    /// The rules that an article has the words for, in order.
    func candidates(for article: AnalyzedArticle, names: NameHits) -> [Int] {
        index.candidates(for: article, leaves: names.leaves, headlineTypes: headlineTypes(of: article))
    }

    /// Of each requirement of a rule, what in an article meets it.
    func hitsByRequirement(of rule: Int, in article: AnalyzedArticle) -> [(hits: [Hit], isHeadline: Bool)] {
        index.hitsByRequirement(of: rule, in: article, headlineTypes: headlineTypes(of: article))
    }

    /// Types of event that the headline of an article may report without a trigger.
    private func headlineTypes(of article: AnalyzedArticle) -> [Int] {
        hasHeadline(article) ? knowledge.world.eventTypes.indices.filter { knowledge.world.eventTypes[$0].isHeadline } : []
    }

    /// The names of watch-lists that stand in an article, or nearly; its words are enough, terms need not have been sought.
    func names(in article: AnalyzedArticle, _ scratch: inout NameScratch) -> NameHits {
        var found = NameHits()
        for index in nameIndexes { found.add(NameScanner(index: index, article: article).scan(&scratch), leaf: index.leaf) }
        return found
    }

    /// Tokens of the title; of a text without one, of its first sentence, when that is as short as a headline.
    func headline(of article: AnalyzedArticle) -> Range<Int>? {
        guard let first = article.sentences.first else { return nil }
        guard first.zone != .title else { return article.lines[first.line].tokens }
        return first.tokens.count <= Self.maximumHeadlineTokens && Zone.content.contains(first.zone) ? first.tokens : nil
    }

    private static let maximumHeadlineTokens = 16

    /// Whether the title names an official and a place, and so may report an event without a verb.
    func hasHeadline(_ article: AnalyzedArticle) -> Bool {
        guard let headline = headline(of: article) else { return false }
        var (hasPlace, hasOfficial) = (false, false)
        for hit in article.hits {
            guard Int(hit.start) < headline.upperBound else { break }
            for meaning in meanings(of: hit.term) {
                switch meaning {
                case .place, .region, .regionAdjective: hasPlace = true
                case .person, .officeHead: hasOfficial = true
                default: break
                }
            }
        }
        return hasPlace && hasOfficial
    }

    /// One sentence laid out by token.
    func view(of sentence: Int, in article: AnalyzedArticle) -> SentenceView {
        var view = SentenceView()
        view.fill(sentence: article.sentences[sentence], hits: article.hits[hits(of: sentence, in: article)], in: article, self)
        return view
    }

    private func hits(of sentence: Int, in article: AnalyzedArticle) -> Range<Int> {
        let tokens = article.sentences[sentence].tokens
        func firstHit(notBefore token: Int) -> Int { article.hits.partitioningIndex { $0.start >= token } }
        return firstHit(notBefore: tokens.lowerBound)..<firstHit(notBefore: tokens.upperBound)
    }

    /// The mentions of a sentence by itself, when nobody asked for the whole article's.
    func mentions(of sentence: Int, in article: AnalyzedArticle) -> [Mention] {
        guard let slot = article.languageSlot, slot < knowledge.languages.count else { return [] }
        let finder = MentionFinder(rules: self, article: article, language: knowledge.languages[slot], day: article.article.published?.date)
        return finder.find(in: view(of: sentence, in: article)).filter { !($0.person != nil && $0.isBare) }
    }
}
