import Analysis
import Articles

/// Puts names and offices together: an office phrase with the name beside it is one person; names without an office stand for themselves.
struct NameAttacher {
    let rules: RuleSet
    let article: AnalyzedArticle
    let view: SentenceView
    let day: CivilDate?

    /// Names are two to four words long; a longer run of capitals is a headline.
    private static let maximumNameTokens = 4

    /// Gives each office phrase the name beside it; names without an office stand for themselves.
    func attach(_ persons: [Mention], to officials: inout [Mention], _ lands: [Mention]) {
        var loose: [Mention] = []
        for person in persons {
            if let index = partner(of: person, among: officials) {
                officials[index] = merged(officials[index], person)
            } else if !officials.contains(where: { $0.range.overlaps(person.range) }) {
                loose.append(withCountry(withPosts(person), lands))
            }
        }
        for index in officials.indices where officials[index].person == nil {
            addUnknownName(to: &officials[index])
            addCountryAfterName(to: &officials[index], lands)
        }
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

    private func partner(of person: Mention, among officials: [Mention]) -> Int? {
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
    private func addUnknownName(to official: inout Mention) {
        let start = official.range.upperBound
        var end = start
        while end < view.tokens.upperBound, end - start < Self.maximumNameTokens, isNameWord(end, first: end == start) {
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
            isNameWord(first - 1, first: false)
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

    /// `Speaker Baleka Mbete of South Africa`: a preposition that says neither where nor where to.
    private func addCountryAfterName(to official: inout Mention, _ lands: [Mention]) {
        guard official.isBare, let name = official.name, name.upperBound == official.range.upperBound else { return }
        let word = view.wordClass(at: name.upperBound)
        guard word.contains(.preposition), word.isDisjoint(with: [.locative, .directional]),
            let land = lands.first(where: { $0.range.lowerBound == name.upperBound + 1 }), land.isPlace, let country = land.country,
            article.tokens[name.upperBound].gap.isDisjoint(with: [.comma, .strong])
        else { return }
        official.country = country
        official.isBare = false
        official.range = official.range.lowerBound..<land.range.upperBound
    }

    private func isNameWord(_ token: Int, first: Bool) -> Bool {
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
