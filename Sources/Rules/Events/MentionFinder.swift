import Analysis
import Articles

/// Finds all mentions of a sentence: places and adjectives, and officials by office phrase, by name, or by both.
struct MentionFinder {
    let rules: RuleSet
    let article: AnalyzedArticle
    let language: LanguageProfile
    let day: CivilDate?

    /// Names are two to four words long; a longer run of capitals is a headline.
    private static let maximumNameTokens = 4

    /// - Returns: mentions in order of their first token; none overlaps another, but an adjective inside an office phrase is part of it.
    func find(in view: SentenceView) -> [Mention] {
        let (lands, persons) = LandFinder(view: view, article: article, rules: rules).find()
        var officials = offices(in: view, lands)
        joinTitles(&officials)
        attach(persons, to: &officials, lands, in: view)
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

    private func offices(in view: SentenceView, _ lands: [Mention]) -> [Mention] {
        var heads: [(range: Range<Int>, index: Int, item: SentenceView.Item)] = []
        for item in view.items {
            guard case .officeHead(let index) = item.meaning else { continue }
            // Port-au-Prince is no prince.
            let isInName = lands.contains { $0.range.count > item.range.count && $0.kind != .adjective && covers($0.range, item.range) }
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

    // MARK: Names

    /// Gives each office phrase the name beside it; names without an office stand for themselves.
    private func attach(_ persons: [Mention], to officials: inout [Mention], _ lands: [Mention], in view: SentenceView) {
        var loose: [Mention] = []
        for person in persons {
            if let index = partner(of: person, among: officials, in: view) {
                officials[index] = merged(officials[index], person)
            } else if !officials.contains(where: { $0.range.overlaps(person.range) }) {
                loose.append(withCountry(withPosts(person), lands))
            }
        }
        for index in officials.indices where officials[index].person == nil { addUnknownName(to: &officials[index], in: view) }
        // A surname that other people have counts only where the article makes sure of it, which the resolver decides.
        officials += loose
        officials.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// `China's Xi Jinping`: the country right before a name belongs to it.
    private func withCountry(_ person: Mention, _ lands: [Mention]) -> Mention {
        guard let land = lands.last(where: { $0.range.upperBound == person.range.lowerBound }), land.country != nil,
            land.country == person.country, person.clitics.isEmpty,
            article.tokens[person.range.lowerBound].gap.isDisjoint(with: [.comma, .strong, .openBracket, .fullStop])
        else { return person }
        var person = person
        person.range = land.range.lowerBound..<person.range.upperBound
        person.clitics = land.clitics
        return person
    }

    private func partner(of person: Mention, among officials: [Mention], in view: SentenceView) -> Int? {
        // `Foreign Minister Sergey Lavrov`, in Arabic also with a comma between
        if let index = officials.lastIndex(where: { $0.range.upperBound <= person.range.lowerBound }), officials[index].person == nil {
            let between = officials[index].range.upperBound..<person.range.lowerBound
            let isHonoured =
                between.count <= 3
                && between.allSatisfy { view.wordClass(at: $0).contains(.honorific) || view.wordClass(at: $0).contains(.determiner) }
            let gap = article.tokens[person.range.lowerBound].gap
            if isHonoured, gap.isDisjoint(with: [.colon, .fullStop, .mark]), person.clitics.isDisjoint(with: [.wa, .fa, .la, .ba]) {
                if !gap.contains(.comma) || isCompatible(person, officials[index]) { return index }
            }
        }
        // `Sergey Lavrov, the Russian foreign minister`
        if let index = officials.firstIndex(where: { $0.range.lowerBound >= person.range.upperBound }), officials[index].person == nil {
            let between = person.range.upperBound..<officials[index].range.lowerBound
            let isArticle = between.count <= 2 && between.allSatisfy { view.wordClass(at: $0).contains(.determiner) }
            let gap = article.tokens[person.range.upperBound].gap
            if isArticle, gap.contains(.comma) || gap.contains(.openBracket), isCompatible(person, officials[index]),
                officials[index].clitics.isDisjoint(with: [.wa, .fa, .la, .ba])
            {
                return index
            }
        }
        return nil
    }

    /// Whether the person ever held such an office; a person without known offices may hold any.
    private func isCompatible(_ person: Mention, _ official: Mention) -> Bool {
        guard let id = person.person else { return true }
        if official.isCounterpart {
            return official.country == nil || rules.knowledge.world.people[id].offices.contains { $0.country == official.country }
        }
        let tenures = rules.knowledge.world.people[id].offices
        return tenures.isEmpty
            || tenures.contains { tenure in
                official.posts.contains { $0.office == tenure.office }
                    && (official.country == nil || tenure.country == nil || tenure.country == official.country)
            }
    }

    private func merged(_ official: Mention, _ person: Mention) -> Mention {
        var both = official
        both.range = min(official.range.lowerBound, person.range.lowerBound)..<max(official.range.upperBound, person.range.upperBound)
        both.person = person.person
        both.name = person.name
        if person.range.lowerBound < official.range.lowerBound {
            both.clitics = person.clitics
            both.isBase = person.isBase
        }
        let known = withPosts(person)
        if both.country == nil, both.body == nil {
            both.country = known.country
            both.body = known.body
        }
        // A minister who is also deputy prime minister counts as both.
        for post in known.posts where !both.posts.contains(where: { $0.office == post.office }) && known.country == both.country {
            if let id = person.person, rules.knowledge.world.people[id].offices.contains(where: { $0.office == both.posts[0].office }) {
                both.posts.append(post)
            }
        }
        if both.posts.count == 1, both.posts[0].portfolio == nil {
            both.posts[0].portfolio = known.posts.first { $0.office == both.posts[0].office }?.portfolio
        }
        both.isBare = both.country == nil && both.body == nil
        return both
    }

    /// What a known person is on the day of the article; when the office ended before, a former official.
    private func withPosts(_ mention: Mention) -> Mention {
        guard let id = mention.person else { return mention }
        var mention = mention
        let world = rules.knowledge.world
        let tenures = world.people[id].offices
        let held = tenures.filter { tenure in day.map { tenure.holds(on: $0) } ?? (tenure.to == nil) }
        if let first = held.first ?? tenures.last {
            mention.country = first.country
            mention.body = first.body
        }
        if held.isEmpty, let last = tenures.last {
            let isOver = day.map { day in tenures.allSatisfy { tenure in tenure.to.map { $0 < day } ?? false } } ?? true
            mention.posts = [Post(office: world.officeOfKind[isOver ? .former : .unspecified] ?? last.office, portfolio: nil)]
        } else {
            mention.posts = held.map { Post(office: $0.office, portfolio: $0.portfolio) }
        }
        return mention
    }

    /// A capitalized run after an office phrase is a name that the data do not know.
    private func addUnknownName(to official: inout Mention, in view: SentenceView) {
        let start = official.range.upperBound
        var end = start
        while end < view.tokens.upperBound, end - start < Self.maximumNameTokens, isNameWord(end, first: end == start, in: view) {
            end += 1
        }
        if end > start {
            official.name = start..<end
            official.range = official.range.lowerBound..<end
            official.alias = article.tokens[end - 1].key
            return
        }
        // `Dmitry Patrushev, Russia's agriculture minister`
        guard official.range.lowerBound > view.tokens.lowerBound, article.tokens[official.range.lowerBound].gap.contains(.comma) else {
            return
        }
        var first = official.range.lowerBound
        while first > view.tokens.lowerBound, official.range.lowerBound - first < Self.maximumNameTokens,
            isNameWord(first - 1, first: false, in: view)
        {
            first -= 1
            if !article.tokens[first].gap.isDisjoint(with: [.comma, .colon, .dash, .quote, .openBracket]) { break }
        }
        if official.range.lowerBound - first >= 2 {
            official.name = first..<official.range.lowerBound
            official.alias = article.tokens[official.range.lowerBound - 1].key
            official.range = first..<official.range.upperBound
        }
    }

    private func isNameWord(_ token: Int, first: Bool, in view: SentenceView) -> Bool {
        let word = article.tokens[token]
        guard word.shape.contains(.capitalized), !word.shape.contains(.number), word.unitCount > 1 || word.shape.contains(.initials) else {
            return false
        }
        let breaks: Token.Gap =
            first
            ? [.comma, .colon, .dash, .mark, .fullStop, .openBracket, .closeBracket, .newline]
            : [.comma, .colon, .dash, .mark, .openBracket, .closeBracket, .newline]
        guard word.gap.isDisjoint(with: breaks) || (!first && token == view.tokens.lowerBound) else { return false }
        return !view.items(at: token).contains { item in
            switch item.meaning {
            case .place, .adjective, .body, .region, .officeHead, .trigger, .date: true
            default: false
            }
        }
    }
}
