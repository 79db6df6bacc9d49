import Analysis

/// Gives an office without a country the country of whoever it belongs to: `Moscow sent its foreign minister`, `a Russian delegation led by the
/// minister of transport`.
struct OwnerFinder {
    let rules: RuleSet
    let view: SentenceView
    let article: AnalyzedArticle
    let language: LanguageProfile

    /// Words between a delegation and its head.
    private static let maximumDistance = 5

    /// - Parameters:
    ///   - officials: in order of their first token.
    ///   - lands: places, adjectives and bodies, in order.
    func complete(_ officials: inout [Mention], _ lands: [Mention]) {
        for index in officials.indices where officials[index].isBare && !officials[index].isCounterpart && officials[index].person == nil {
            guard isPossessed(officials[index]), let owner = owner(of: officials[index], among: officials[..<index], lands) else {
                continue
            }
            officials[index].country = owner.country
            officials[index].body = owner.body
            officials[index].isBare = false
            officials[index].isInherited = true
        }
        if officials.count > 1 { joinDelegations(&officials) }
    }

    // MARK: Possession

    private func isPossessed(_ official: Mention) -> Bool {
        if official.range.contains(where: hasPronoun) { return true }
        var token = official.range.lowerBound
        for _ in 0..<3 {
            if view.wordClass(at: token).contains(.possessive) { return true }
            guard token == official.range.lowerBound || view.wordClass(at: token).contains(.determiner) else { return false }
            token -= 1
        }
        return view.wordClass(at: token).contains(.possessive)
    }

    /// A pronoun suffix; but a plural before its genitive (موظفي السفارة) ends in the same letter as “my”.
    private func hasPronoun(_ token: Int) -> Bool {
        guard article.readings(of: token).contains(where: { $0.clitics.contains(.pronoun) }) else { return false }
        let next = token + 1
        guard view.tokens.contains(next), article.units(of: token).last == Self.ya else { return true }
        return !article.readings(of: next).contains { $0.clitics.contains(.al) }
            && !article.units(of: next).starts(with: Self.arabicArticle)
    }

    private static let ya: UInt16 = 0x064A
    private static let arabicArticle: [UInt16] = [0x0627, 0x0644]

    /// The last country, or official of a country, before the office that no preposition governs: the subject of its clause.
    private func owner(of official: Mention, among officials: ArraySlice<Mention>, _ lands: [Mention]) -> Mention? {
        let holders = (officials + lands.filter { land in !officials.contains { $0.range.overlaps(land.range) } })
            .filter { $0.range.upperBound <= official.range.lowerBound && ($0.country != nil || $0.body != nil) && !isGoverned($0) }
        let subjects = language.hasCases ? holders.filter(\.isBase) : holders
        return subjects.max { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func isGoverned(_ mention: Mention) -> Bool {
        !mention.clitics.isDisjoint(with: .prepositions) || view.wordClass(at: view.governor(of: mention.range)).contains(.preposition)
    }

    // MARK: Delegations

    /// Whoever heads a delegation, or is one of it, is who comes: the two are one mention, or say the same.
    private func joinDelegations(_ officials: inout [Mention]) {
        var index = 0
        while index + 1 < officials.count {
            defer { index += 1 }
            // In Russian the word for a head is also the word that ties a delegation to its minister.
            if isDelegation(officials[index]), index + 2 < officials.count, officials[index + 1].range.count == 1,
                view.wordClass(at: officials[index + 1].range.lowerBound).contains(.heading)
            {
                officials.remove(at: index + 1)
            }
            let (first, second) = (officials[index], officials[index + 1])
            let between = first.range.upperBound..<max(first.range.upperBound, second.range.lowerBound)
            guard between.count <= Self.maximumDistance else { continue }
            if isDelegation(first), !isDelegation(second), isOfOneCountry(first, second),
                between.contains(where: { view.wordClass(at: $0).contains(.heading) })
            {
                var head = second
                head.range = first.range.lowerBound..<second.range.upperBound
                head.country = second.country ?? first.country
                head.body = second.body ?? first.body
                head.isBare = head.country == nil && head.body == nil
                head.clitics = first.clitics
                head.isBase = first.isBase
                officials[index + 1] = head
                officials.remove(at: index)
            } else if isDelegation(second), !isDelegation(first), isOfOneCountry(first, second),
                between.contains(where: { view.wordClass(at: $0).contains(.heading) })
                    || view.wordClass(at: first.range.lowerBound - 1).contains(.heading)
            {
                officials[index].country = first.country ?? second.country
                officials[index].body = first.body ?? second.body
                officials[index].isBare = officials[index].country == nil && officials[index].body == nil
                officials[index + 1].posts = first.posts
                officials[index + 1].person = first.person
                officials[index + 1].country = officials[index].country
                officials[index + 1].isBare = officials[index].isBare
            }
        }
    }

    private func isDelegation(_ mention: Mention) -> Bool {
        mention.person == nil && mention.posts.contains { rules.knowledge.world.offices[$0.office].kind == .delegation }
    }

    private func isOfOneCountry(_ first: Mention, _ second: Mention) -> Bool {
        first.country == nil || second.country == nil || first.country == second.country
    }
}
