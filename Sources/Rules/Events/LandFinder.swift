import Analysis

/// Finds the places, adjectives, bodies and known persons of a sentence: the longest name at each point wins.
struct LandFinder {
    let view: SentenceView
    let article: AnalyzedArticle
    let rules: RuleSet

    /// Mentions in order; masks have swallowed what they contain.
    func find() -> (lands: [Mention], persons: [Mention]) {
        var lands: [Mention] = []
        var persons: [Mention] = []
        var token = view.tokens.lowerBound
        while token < view.tokens.upperBound {
            guard let best = longest(at: token) else {
                token += 1
                continue
            }
            if let mention = mention(of: best) {
                if mention.isOfficial { persons.append(mention) } else { lands.append(mention) }
            }
            token = best.range.upperBound
        }
        return (withBarePlaces(joined(lands), persons), persons)
    }

    /// “The capital”, “the island”: places that only the text before can name.
    private func withBarePlaces(_ lands: [Mention], _ persons: [Mention]) -> [Mention] {
        var all = lands
        for token in view.tokens where view.wordClass(at: token).contains(.placeNoun) && isDefinite(token) {
            guard !lands.contains(where: { $0.range.contains(token) || $0.range.lowerBound == token + 1 }),
                !persons.contains(where: { $0.range.contains(token) })
            else { continue }
            var mention = Mention(kind: .place(.epithet), range: token..<token + 1)
            mention.clitics = article.readings(of: token).first?.clitics ?? []
            mention.isBare = true
            all.append(mention)
        }
        return all.count == lands.count ? lands : all.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func isDefinite(_ token: Int) -> Bool {
        // `Vasilyevsky Island`: a place noun beside a name is part of it.
        let neighbours = [token - 1, token + 1].filter { view.tokens.contains($0) && $0 > view.tokens.lowerBound }
        if article.tokens[token].shape.isDisjoint(with: .arabic),
            neighbours.contains(where: { article.tokens[$0].shape.contains(.capitalized) })
        {
            return false
        }
        if article.tokens[token].shape.contains(.arabic) {
            return article.units(of: token).starts(with: [0x0627, 0x0644])
                || article.readings(of: token).contains { $0.clitics.contains(.al) }
        }
        guard let slot = article.languageSlot, !rules.knowledge.languages[slot].hasCases else { return true }
        return view.wordClass(at: token - 1).contains(.determiner)
    }

    private func longest(at token: Int) -> SentenceView.Item? {
        var best: (item: SentenceView.Item, rank: Int)?
        for item in view.items(at: token) {
            guard let rank = rank(item.meaning) else { continue }
            if let current = best, (item.range.count, rank) <= (current.item.range.count, current.rank) { continue }
            best = (item, rank)
        }
        return best?.item
    }

    /// Which of several senses of the same words counts; nil for what is no name.
    private func rank(_ meaning: Meaning) -> Int? {
        switch meaning {
        case .mask: 9
        case .person(_, let isWeak): isWeak ? 1 : 8
        case .place(_, let kind): kind == .epithet ? 3 : 7
        case .body: 6
        case .region: 5
        case .adjective: 4
        case .bodyAdjective, .regionAdjective: 2
        case .officeHead, .portfolio, .modifier, .trigger, .pseudoTrigger, .cue, .lightVerb, .wordClass, .date, .lexicon, .leaf: nil
        }
    }

    private func mention(of item: SentenceView.Item) -> Mention? {
        var mention: Mention
        switch item.meaning {
        case .place(let country, let kind):
            mention = Mention(kind: .place(kind), range: item.range)
            mention.country = country
        case .adjective(let country):
            mention = Mention(kind: .adjective, range: item.range)
            mention.country = country
        case .body(let body):
            mention = Mention(kind: .body, range: item.range)
            mention.body = body
        case .bodyAdjective(let body):
            mention = Mention(kind: .adjective, range: item.range)
            mention.body = body
        case .region(let region), .regionAdjective(let region):
            mention = Mention(kind: .region, range: item.range)
            mention.region = region
        case .person(let person, let isWeak):
            mention = Mention(kind: .official, range: item.range)
            mention.person = person
            mention.name = item.range
            mention.isBare = isWeak
            mention.isImpostor = item.range.count == 1 && followsFirstName(item.range.lowerBound)
        default: return nil
        }
        mention.clitics = item.clitics
        mention.isBase = isBase(item)
        return mention
    }

    /// Whether a capitalized word that nobody knows stands right before: another's first name.
    private func followsFirstName(_ token: Int) -> Bool {
        let before = token - 1
        guard view.tokens.contains(before), article.tokens[token].shape.contains(.capitalized),
            !article.tokens[token].shape.contains(.allCapitals),
            article.tokens[before].shape.contains(.capitalized), !article.tokens[before].shape.contains(.possessive),
            article.tokens[token].gap == .blank,
            article.tokens[before].shape.isDisjoint(with: [.initials, .allCapitals]), !isTitle(before)
        else { return false }
        // The first word of a sentence is capitalized whatever it is; two capitals inside one are a name.
        return before > view.tokens.lowerBound
    }

    /// A word that belongs before a surname without being a first name: an office, a country, an honorific.
    private func isTitle(_ token: Int) -> Bool {
        if view.wordClass(at: token).contains(.honorific) { return true }
        return view.items.contains { item in
            guard item.range.contains(token) else { return false }
            switch item.meaning {
            case .officeHead, .portfolio, .modifier, .adjective, .bodyAdjective, .place, .body, .region, .regionAdjective, .mask:
                return true
            default: return false
            }
        }
    }

    /// Whether the first word is written as the data list it: the nominative, in a language with cases.
    private func isBase(_ item: SentenceView.Item) -> Bool {
        guard let slot = article.languageSlot, rules.knowledge.languages[slot].hasCases else { return true }
        return rules.isBase(item.term, form: article.readings(of: item.range.lowerBound).first?.form ?? 0)
    }

    /// Joins a city to its country (`Caracas, Venezuela`), a place noun to what it belongs to (`the Cuban capital`, `la ciudad de La Habana`).
    private func joined(_ mentions: [Mention]) -> [Mention] {
        var joined: [Mention] = []
        for mention in mentions {
            let extended = withPlaceNoun(mention)
            if let last = joined.last, let country = last.country, country == extended.country, last.body == nil, extended.body == nil,
                last.isPlace || extended.isPlace, isAdjacent(last, extended)
            {
                var both = last.isPlace ? last : extended
                both.range = last.range.lowerBound..<extended.range.upperBound
                both.clitics = last.clitics
                joined[joined.count - 1] = both
            } else {
                joined.append(extended)
            }
        }
        return joined
    }

    private func isAdjacent(_ left: Mention, _ right: Mention) -> Bool {
        guard right.range.lowerBound - left.range.upperBound <= 0 || isOnlySmallWords(left.range.upperBound..<right.range.lowerBound) else {
            return false
        }
        let gap = article.tokens[right.range.lowerBound].gap
        // Two names side by side are two places, unless one of them is said of the other (`the Venezuelan capital Caracas`).
        let isOneName = right.kind == .adjective || left.kind == .adjective || (left.kind == .place(.capital) && left.range.count > 1)
        if !gap.contains(.comma), !isOneName, gap.isDisjoint(with: .openBracket) { return false }
        if gap.contains(.comma) { return right.kind != .adjective && left.kind != .adjective }
        return gap.isDisjoint(with: [.colon, .dash, .mark, .fullStop]) && right.clitics.isDisjoint(with: [.wa, .fa])
    }

    private func isOnlySmallWords(_ range: Range<Int>) -> Bool {
        range.count <= 2 && range.allSatisfy { view.wordClass(at: $0).contains(.placeNoun) }
    }

    /// `the Cuban capital`: an adjective beside a place noun names a place; a place noun before a name belongs to it.
    private func withPlaceNoun(_ mention: Mention) -> Mention {
        var mention = mention
        let (first, end) = (mention.range.lowerBound, mention.range.upperBound)
        func isPlaceNoun(_ token: Int) -> Bool {
            view.wordClass(at: token).contains(.placeNoun) || view.items(at: token).contains { $0.meaning == .wordClass(.placeNoun) }
        }
        let before = first - 1
        if view.tokens.contains(before), isPlaceNoun(before), isUnbroken(first) {
            mention.range = before..<end
            mention.clitics = article.readings(of: before).first?.clitics ?? []
            if mention.kind == .adjective, mention.country != nil { mention.kind = .place(.capital) }
        } else if before - 1 >= view.tokens.lowerBound, mention.kind != .adjective, view.wordClass(at: before).contains(.preposition),
            isPlaceNoun(before - 1), isUnbroken(first), isUnbroken(before)
        {
            mention.range = before - 1..<end
            mention.clitics = article.readings(of: before - 1).first?.clitics ?? []
        } else if mention.kind == .adjective, mention.country != nil, hasLeadingAdjectives, view.tokens.contains(end), isPlaceNoun(end),
            isUnbroken(end)
        {
            mention.range = first..<end + 1
            mention.kind = .place(.capital)
        }
        return mention
    }

    private var hasLeadingAdjectives: Bool {
        article.languageSlot.map { rules.knowledge.languages[$0].adjective == .before } ?? false
    }

    private func isUnbroken(_ token: Int) -> Bool {
        article.tokens[token].gap.isDisjoint(with: [.comma, .colon, .dash, .mark, .fullStop, .openBracket, .closeBracket])
    }
}
