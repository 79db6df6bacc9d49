import Analysis
import Articles

/// Finds all mentions of a sentence: places and adjectives, and officials by office phrase, by name, or by both.
struct MentionFinder {
    let rules: RuleSet
    let article: AnalyzedArticle
    let language: LanguageProfile
    let day: CivilDate?

    /// - Returns: mentions in order of their first token; none overlaps another, but an adjective inside an office phrase is part of it.
    func find(in view: SentenceView) -> [Mention] {
        let (lands, found) = LandFinder(view: view, article: article, rules: rules).find()
        let persons = found.filter { !isForeign($0, lands, in: view) }
        var officials = offices(in: view, lands, persons)
        joinTitles(&officials)
        NameAttacher(rules: rules, article: article, view: view, day: day).attach(persons, to: &officials, lands)
        addCountryOfHeadline(to: &officials, lands, in: view)
        OwnerFinder(rules: rules, view: view, article: article, language: language).complete(&officials, lands)
        let pairs = pairs(in: view)
        officials.removeAll { official in official.isBare && official.person == nil && pairs.contains { $0.range.overlaps(official.range) }
        }
        let taken = officials.map(\.range)
        let free = lands.filter { land in !taken.contains { $0.overlaps(land.range) } }
        let apart = pairs.filter { pair in !(officials + free).contains { $0.range.overlaps(pair.range) } }
        return (officials + free + apart).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// `Jordan's King Abdullah` is not the Saudi one: before a name that begins with a title, a country stands that is none of the person's.
    private func isForeign(_ person: Mention, _ lands: [Mention], in view: SentenceView) -> Bool {
        guard let id = person.person, let land = lands.last(where: { $0.range.upperBound == person.range.lowerBound }),
            let country = land.country,
            article.tokens[person.range.lowerBound].gap.isDisjoint(with: [.comma, .strong, .openBracket, .fullStop]), person.range.count > 1
        else { return false }
        let countries = rules.knowledge.world.people[id].offices.compactMap(\.country)
        return land.range.lowerBound >= person.range.lowerBound - 2 && !countries.isEmpty && !countries.contains(country)
            && view.items(at: person.range.lowerBound).contains { if case .officeHead = $0.meaning { true } else { false } }
    }

    /// `both sides`, `the two countries`: words of the class that stand beside each other are one mention.
    private func pairs(in view: SentenceView) -> [Mention] {
        var pairs: [Mention] = []
        for token in view.tokens where view.wordClass(at: token).contains(.both) {
            if let last = pairs.last, last.range.upperBound == token {
                pairs[pairs.count - 1].range = last.range.lowerBound..<token + 1
            } else {
                var pair = Mention(kind: .pair, range: token..<token + 1)
                pair.clitics = article.readings(of: token).reduce(into: Clitics()) { $0.formUnion($1.clitics) }
                pairs.append(pair)
            }
        }
        return pairs
    }

    // MARK: Offices

    private func offices(in view: SentenceView, _ lands: [Mention], _ persons: [Mention]) -> [Mention] {
        var heads: [(range: Range<Int>, index: Int, item: SentenceView.Item)] = []
        for item in view.items {
            guard case .officeHead(let index) = item.meaning else { continue }
            // Port-au-Prince is no prince, and King Salman needs no office beside his name.
            let isInName =
                lands.contains { $0.range.count > item.range.count && $0.kind != .adjective && covers($0.range, item.range) }
                || persons.contains { $0.range.count > item.range.count && covers($0.range, item.range) }
            if !isInName { heads.append((item.range, index, item)) }
        }
        guard !heads.isEmpty else { return [] }
        // The longer head consumes the shorter: a deputy minister is no minister.
        heads.sort { ($0.range.count, $1.range.lowerBound) > ($1.range.count, $0.range.lowerBound) }
        let matcher = OfficeMatcher(
            view: view, article: article, patterns: language.officePatterns, lands: lands)
        var found: [Mention] = []
        var consumed: [Range<Int>] = []
        for head in heads where !consumed.contains(where: { $0.overlaps(head.range) }) {
            let phrase = matcher.match(head: head.range, index: head.index)
            guard !consumed.contains(where: { $0.overlaps(phrase.range) }) else { continue }
            consumed.append(phrase.range)
            let first = mention(of: phrase, head.item, lands)
            found.append(first)
            if let second = coordinated(with: first, head.item, lands, in: view) {
                consumed.append(second.range)
                found.append(second)
            }
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func covers(_ outer: Range<Int>, _ inner: Range<Int>) -> Bool {
        outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
    }

    private func mention(of phrase: OfficeMatcher.Phrase, _ item: SentenceView.Item, _ lands: [Mention]) -> Mention {
        let head = language.officeHeads[phrase.head]
        var mention = Mention(kind: .official, range: phrase.range)
        mention.country = phrase.country
        mention.body = phrase.body
        // A head may hold its country itself (`canciller alemán`).
        if mention.country == nil, mention.body == nil,
            let inner = lands.first(where: { phrase.range.contains($0.range.lowerBound) && $0.range.upperBound <= phrase.range.upperBound })
        {
            mention.country = inner.country
            mention.body = inner.body
        }
        let portfolio = phrase.portfolio.map { language.portfolios[$0] } ?? head.portfolio
        mention.posts = [Post(office: modified(head.office, by: phrase.modifiers), portfolio: portfolio)]
        mention.clitics = article.readings(of: phrase.range.lowerBound).first?.clitics ?? item.clitics
        if language.hasCases {
            mention.isBase = rules.isBase(item.term, form: article.readings(of: item.range.lowerBound).first?.form ?? 0)
        }
        mention.isCounterpart = rules.knowledge.world.offices[head.office].kind == .counterpart
        mention.isBare = mention.country == nil && mention.body == nil
        return mention
    }

    /// `the foreign ministers of Egypt and Turkey`: a plural office of two countries is two officials.
    private func coordinated(with first: Mention, _ item: SentenceView.Item, _ lands: [Mention], in view: SentenceView) -> Mention? {
        let form = article.readings(of: item.range.lowerBound).first?.form ?? 0
        guard first.country != nil, !rules.isBase(item.term, form: form) else { return nil }
        if let own = lands.first(where: { $0.range.lowerBound == first.range.lowerBound }), own.kind == .adjective,
            let other = lands.last(where: { $0.range.upperBound < own.range.lowerBound }), other.kind == .adjective,
            own.range.lowerBound - other.range.upperBound == 1, view.wordClass(at: other.range.upperBound).contains(.and)
        {
            return another(first, other)
        }
        guard
            let own = lands.last(where: { $0.range.upperBound == first.range.upperBound }),
            let other = lands.first(where: { $0.range.lowerBound >= own.range.upperBound }),
            other.kind == own.kind || (other.isPlace && own.isPlace)
        else { return nil }
        let between = own.range.upperBound..<other.range.lowerBound
        let isJoined = between.contains { view.wordClass(at: $0).contains(.and) } || other.clitics.contains(.wa)
        guard isJoined, between.count <= 2, article.tokens[own.range.upperBound].gap.isDisjoint(with: .strong) else { return nil }
        return another(first, other)
    }

    /// Whoever holds the same office in another country.
    private func another(_ first: Mention, _ other: Mention) -> Mention? {
        guard other.country != nil, other.country != first.country else { return nil }
        var second = Mention(kind: .official, range: other.range)
        second.clitics = other.clitics
        second.country = other.country
        second.posts = first.posts
        second.isBase = first.isBase
        return second
    }

    private func modified(_ office: Int, by modifiers: OfficeModifiers) -> Int {
        let world = rules.knowledge.world
        if modifiers.contains(OfficeModifiers(.former)) { return world.officeOfKind[.former] ?? office }
        return modifiers.contains(OfficeModifiers(.deputy)) ? world.deputyOfOffice[office] ?? office : office
    }

    /// `Russia: foreign minister on tour of Cuba`
    private func addCountryOfHeadline(to officials: inout [Mention], _ lands: [Mention], in view: SentenceView) {
        guard let land = lands.first, land.range.lowerBound == view.tokens.lowerBound, land.isPlace, let country = land.country,
            land.range.upperBound < view.tokens.upperBound, article.tokens[land.range.upperBound].gap.contains(.colon),
            let index = officials.firstIndex(where: { $0.isBare && $0.person == nil && $0.range.lowerBound == land.range.upperBound })
        else { return }
        officials[index].country = country
        officials[index].isBare = false
    }

    /// `the Saudi defence minister Prince Khalid`: a title right after an office is the same person's.
    private func joinTitles(_ officials: inout [Mention]) {
        for index in officials.indices.dropLast().reversed() {
            let (first, second) = (officials[index], officials[index + 1])
            guard first.range.upperBound == second.range.lowerBound, second.isBare,
                second.clitics.isDisjoint(with: .proclitics.subtracting(.al)),
                article.tokens[second.range.lowerBound].gap.isDisjoint(with: [.comma, .strong, .openBracket]),
                second.posts.allSatisfy({ rules.knowledge.world.offices[$0.office].kind == .unspecified }),
                !first.posts.allSatisfy({ rules.knowledge.world.offices[$0.office].kind == .unspecified })
            else { continue }
            officials[index].range = first.range.lowerBound..<second.range.upperBound
            officials.remove(at: index + 1)
        }
    }
}
