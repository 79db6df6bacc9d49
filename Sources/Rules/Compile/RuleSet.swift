package import Analysis
import Articles

/// All rules, compiled: immutable, shared by all workers, commands and servers.
package struct RuleSet: Sendable {
    package let analyzer: Analyzer
    package let knowledge: Knowledge
    package let rules: [Rule]
    /// What each term stands for.
    private let meaningsOfTerm: [[Meaning]]
    /// The form in which each term's first word is listed.
    private let baseOfTerm: [FormID]
    private let triggerTypesOfTerm: [[Int]]
    /// Rules that a hit of the term makes candidates.
    private let rulesOfTerm: [[Int]]
    /// Rules that may hold of any article.
    private let unanchored: [Int]
    let extractor: Set<Int>
    /// Rules about events that a headline may report without a trigger.
    private let headlineRules: [Int]

    init(analyzer: Analyzer, knowledge: Knowledge, rules: [Rule], meanings: [[Meaning]], bases: [FormID]) {
        self.analyzer = analyzer
        self.knowledge = knowledge
        self.rules = rules
        meaningsOfTerm = meanings
        baseOfTerm = bases
        triggerTypesOfTerm = meanings.map { list in
            list.compactMap { meaning in
                if case .trigger(let index, _) = meaning { knowledge.triggers[index].eventType } else { nil }
            }
        }
        let index = RuleIndex(rules: rules, knowledge: knowledge)
        rulesOfTerm = meanings.map { index.rules(reachedBy: $0) }
        unanchored = index.unanchored
        let wanted = index.eventTypes
        let world = knowledge.world
        extractor = wanted.union(world.eventTypes.indices.filter { world.eventTypes[$0].implies.flatMap { world.eventOfID[$0] }.map(wanted.contains) ?? false })
        headlineRules = rules.indices.filter { index in
            if case .event(let pattern) = rules[index].body { world.eventTypes[pattern.type].isHeadline } else { false }
        }
    }

    @inline(__always)
    func meanings(of term: TermID) -> [Meaning] { meaningsOfTerm[Int(term)] }

    @inline(__always)
    func triggerTypes(of term: TermID) -> [Int] { triggerTypesOfTerm[Int(term)] }

    func isBase(_ term: TermID, form: FormID) -> Bool { baseOfTerm[Int(term)] == form }

    /// Whether a token is this word with a conjunction joined to it (`ومن`).
    func isJoined(_ key: UInt64, at token: Int, in article: AnalyzedArticle) -> Bool {
        guard article.tokens[token].shape.contains(.arabic) else { return false }
        let form = analyzer.vocabulary.form(ofKey: key)
        return form != 0 && article.readings(of: token).contains { $0.form == form && $0.clitics.isSubset(of: [.wa, .fa]) }
    }

    /// The rules that an article has the words for, in order.
    func candidates(for article: AnalyzedArticle) -> [Int] {
        var seen = Set(unanchored)
        for hit in article.hits { for rule in rulesOfTerm[Int(hit.term)] { seen.insert(rule) } }
        if !headlineRules.isEmpty, !seen.isSuperset(of: headlineRules), hasHeadline(article) { seen.formUnion(headlineRules) }
        return seen.sorted()
    }

    /// Whether the title names an official and a place, and so may report an event without a verb.
    func hasHeadline(_ article: AnalyzedArticle) -> Bool {
        guard !headlineRules.isEmpty else { return false }
        let end = article.article.range(of: .title).upperBound
        var (hasPlace, hasOfficial) = (false, false)
        for hit in article.hits {
            guard Int(article.tokens[Int(hit.start)].start) < end else { break }
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
        func firstHit(notBefore token: Int) -> Int {
            var (low, high) = (0, article.hits.count)
            while low < high {
                let middle = (low + high) / 2
                if Int(article.hits[middle].start) < token { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return firstHit(notBefore: tokens.lowerBound)..<firstHit(notBefore: tokens.upperBound)
    }

    /// The mentions of a sentence by itself, when nobody asked for the whole article's.
    func mentions(of sentence: Int, in article: AnalyzedArticle) -> [Mention] {
        guard let slot = article.languageSlot, slot < knowledge.languages.count else { return [] }
        let finder = MentionFinder(rules: self, article: article, language: knowledge.languages[slot], day: article.article.published?.date)
        return finder.find(in: view(of: sentence, in: article)).filter { !($0.person != nil && $0.isBare) }
    }
}

/// Which hits make which rules candidates.
private struct RuleIndex {
    private var rulesOfAnchor: [Anchor: [Int]] = [:]
    private(set) var unanchored: [Int] = []
    private(set) var eventTypes: Set<Int> = []
    private let knowledge: Knowledge

    init(rules: [Rule], knowledge: Knowledge) {
        self.knowledge = knowledge
        for (index, rule) in rules.enumerated() {
            eventTypes.formUnion(rule.eventTypes)
            switch rule.anchors {
            case .none: unanchored.append(index)
            case .anyOf(let anchors): for anchor in anchors { rulesOfAnchor[anchor, default: []].append(index) }
            }
        }
    }

    func rules(reachedBy meanings: [Meaning]) -> [Int] {
        guard !rulesOfAnchor.isEmpty else { return [] }
        var reached: Set<Int> = []
        for meaning in meanings { for anchor in anchors(of: meaning) { reached.formUnion(rulesOfAnchor[anchor] ?? []) } }
        return reached.sorted()
    }

    /// The type of a trigger, and what it implies.
    private func eventTypes(reachedBy type: Int) -> [Int] {
        [type] + (knowledge.world.eventTypes[type].implies.flatMap { knowledge.world.eventOfID[$0] }.map { [$0] } ?? [])
    }

    private func anchors(of meaning: Meaning) -> [Anchor] {
        switch meaning {
        case .leaf(let leaf): [.leaf(leaf)]
        case .lexicon(let lexicon, _): [.lexicon(lexicon)]
        case .place(let country, _), .adjective(let country): [.country(country)]
        case .region(let region), .regionAdjective(let region): [.region(region)]
        case .trigger(let index, _): eventTypes(reachedBy: knowledge.triggers[index].eventType).map { .eventType($0) }
        // Which office a phrase or a person has is known only once the article is read: any may be the one.
        case .officeHead: knowledge.world.offices.indices.map { .office($0) }
        case .person(let person, _):
            knowledge.world.offices.indices.map { .office($0) } + knowledge.world.people[person].offices.compactMap { $0.country.map { .country($0) } }
        case .mask, .body, .bodyAdjective, .portfolio, .modifier, .cue, .lightVerb, .wordClass, .date: []
        }
    }
}
