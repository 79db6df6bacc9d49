import Analysis

/// Looks for the filler of one slot of a frame, outward from the trigger.
struct SlotFinder {
    let view: SentenceView
    let article: AnalyzedArticle
    let mentions: [Mention]
    /// Which mention a token of the sentence belongs to.
    let owners: MentionOwners
    let trigger: Range<Int>
    let roles: [EventRole]
    let rules: RuleSet
    let language: LanguageProfile
    /// Tokens of other triggers, which govern what stands beside them.
    let otherTriggers: [Range<Int>]
    /// Whoever fills a role must stand for both sides.
    var seeksPair = false
    /// Private persons are passed over: further away, an official of the text before is likelier.
    var passesOverPrivate = false
    /// People must be in one place for it.
    var isInPerson = false
    /// The country of the other side, of which this one is not.
    var otherSide: CountryID?

    struct Found {
        let mention: Mention?
        /// What the slot consumed: the next slot of this side begins beyond it.
        let range: Range<Int>
        let cost: Int
    }

    enum Side {
        case left, right
    }

    func find(_ slot: Frame.Slot, on side: Side, beyond edge: Int, isSubject: Bool, excluding used: [Range<Int>]) -> Found? {
        switch slot.filler {
        case .role(let role): findRole(role, slot, on: side, beyond: edge, isSubject: isSubject, excluding: used)
        case .lexicon(let lexicon): findLexicon(lexicon, slot, on: side, beyond: edge)
        case .words(let words): findWords(words, on: side, beyond: edge)
        }
    }

    // MARK: Roles

    private func findRole(
        _ role: Int, _ slot: Frame.Slot, on side: Side, beyond edge: Int, isSubject: Bool, excluding used: [Range<Int>]
    ) -> Found? {
        let candidates =
            side == .right ? mentions.filter { $0.range.lowerBound >= edge } : mentions.filter { $0.range.upperBound <= edge }.reversed()
        var best: Found?
        for mention in candidates {
            guard fits(mention, roles[role].kind), !used.contains(where: { $0.overlaps(mention.range) }),
                otherSide == nil || mention.country != otherSide, !passesOverPrivate || !isPrivate(mention)
            else { continue }
            var cost = distance(to: mention, on: side, beyond: edge, isSubject: isSubject)
            if cost > BindingCost.outOfReach { break }
            if roles[role].kind == .place {
                // A place belongs to the trigger beside it.
                cost += max(0, cost - BindingCost.freePlaceDistance) + (mention.isBare ? BindingCost.barePlace : 0)
            }
            if side == .left, let relative = relative(after: mention, isSubject: isSubject, roles[role].kind) {
                if best.map({ relative < $0.cost }) ?? true { best = Found(mention: mention, range: mention.range, cost: relative) }
                continue
            }
            // An institution of no known country is likelier part of something else.
            if roles[role].kind == .power, mention.isOfficial, mention.isBare, !mention.isCounterpart { cost += BindingCost.barePlace }
            // Candidates come nearest first, and distance only grows.
            if let best, best.cost <= cost - BindingCost.oblique { break }
            if slot.introducers.isEmpty {
                if isGoverned(mention) || (side == .right && isSubject && isSpeaker(mention)) { continue }
                if isSubject, language.hasCases, !mention.isBase, mention.kind != .adjective { cost += BindingCost.oblique }
                guard cost <= (isSubject ? BindingCost.limit : BindingCost.directLimit) else { continue }
            } else {
                guard isIntroduced(mention, by: slot.introducers) else { continue }
                guard cost <= BindingCost.limit else { continue }
            }
            if best.map({ cost < $0.cost }) ?? true { best = Found(mention: mention, range: mention.range, cost: cost) }
        }
        return best
    }

    /// A place before a relative word, wherever the frame expects it: `Havana, which he visits`.
    func findRelativePlace(_ slot: Frame.Slot, excluding used: [Range<Int>]) -> Found? {
        guard case .role(let role) = slot.filler, roles[role].kind == .place else { return nil }
        for mention in mentions.reversed() where mention.isPlace && mention.range.upperBound <= trigger.lowerBound {
            guard let cost = relative(after: mention, isSubject: false, .place), !used.contains(where: { $0.overlaps(mention.range) })
            else { continue }
            return Found(mention: mention, range: mention.range, cost: cost)
        }
        return nil
    }

    /// `Havana, where he arrived`, `with the minister, who spent two days in`: a relative word between a mention and the trigger stands for it.
    ///
    /// - Returns: the cost, or nil when there is no such word.
    private func relative(after mention: Mention, isSubject: Bool, _ kind: RoleKind) -> Int? {
        let between = mention.range.upperBound..<max(mention.range.upperBound, trigger.lowerBound)
        guard !between.isEmpty, between.count <= 5, isSubject || kind == .place else { return nil }
        guard let word = between.first(where: { view.wordClass(at: $0).contains(.relative) }), word - mention.range.upperBound <= 1 else {
            return nil
        }
        // `Caracas, where he signed`: he is the subject, whoever he is.
        if kind != .place, mention.isPlace, between.contains(where: { view.wordClass(at: $0).contains(.pronoun) }) { return nil }
        // Nobody else may stand between the relative word and its verb, except for the subject of a clause about a place.
        guard
            kind == .place
                || !mentions.contains(where: { $0.isOfficial && $0.range.lowerBound > word && $0.range.upperBound <= trigger.lowerBound })
        else { return nil }
        return between.count
    }

    private func fits(_ mention: Mention, _ kind: RoleKind) -> Bool {
        if seeksPair { return mention.isPair && kind != .place }
        return switch kind {
        case .official: mention.isOfficial && !(isInPerson && isInstitution(mention))
        case .place: mention.isPlace
        case .power: mention.isOfficial || mention.country != nil || mention.body != nil
        }
    }

    private func isPrivate(_ mention: Mention) -> Bool {
        !mention.posts.isEmpty && mention.posts.allSatisfy { rules.knowledge.world.offices[$0.office].isPrivate }
    }

    /// Someone must go there or be there, which an institution cannot.
    private func isInstitution(_ mention: Mention) -> Bool {
        !mention.posts.isEmpty && mention.posts.allSatisfy { !rules.knowledge.world.offices[$0.office].travels }
    }

    /// Tokens between, those inside other mentions not counted, and what the way crosses.
    private func distance(to mention: Mention, on side: Side, beyond edge: Int, isSubject: Bool) -> Int {
        let between =
            side == .right ? edge..<max(edge, mention.range.lowerBound) : mention.range.upperBound..<max(edge, mention.range.upperBound)
        var cost = 0
        var token = between.lowerBound
        while token < between.upperBound {
            if cost > BindingCost.outOfReach { return cost }
            if let inner = owners[token] {
                cost += 1 + punctuation(at: token)
                token = max(mentions[inner].range.upperBound, token + 1)
                continue
            }
            cost += 1 + crossing(token, on: side, isSubject: isSubject)
            token += 1
        }
        if side == .right, mention.range.lowerBound > edge - 1 { cost += punctuation(at: mention.range.lowerBound) }
        if side == .left, edge < view.tokens.upperBound, between.isEmpty || !between.isEmpty { cost += punctuation(at: edge) }
        return cost
    }

    private func crossing(_ token: Int, on side: Side, isSubject: Bool) -> Int {
        let wordClass = view.wordClass(at: token)
        var cost = punctuation(at: token)
        if wordClass.contains(.relative), side == .left, isSubject, trigger.lowerBound - token <= 4 {
            // `the minister, who arrived`: the relative word stands for what is left of it.
            cost -= 1
        } else if !wordClass.isDisjoint(with: .clauseStart) {
            cost += BindingCost.clause
        }
        if otherTriggers.contains(where: { $0.lowerBound == token }) { cost += BindingCost.otherTrigger }
        return cost
    }

    private func punctuation(at token: Int) -> Int {
        let gap = article.tokens[token].gap
        if !gap.isDisjoint(with: .strong) { return BindingCost.strongPunctuation }
        return gap.contains(.comma) ? BindingCost.comma : 0
    }

    /// `The plane landed, officials said`: who says it is not who does it.
    private func isSpeaker(_ mention: Mention) -> Bool {
        language.subject == .before && view.wordClass(at: mention.range.upperBound).contains(.speech)
            && article.tokens[mention.range.lowerBound].gap.contains(.comma)
    }

    /// Whether a preposition stands before the mention, which then belongs to something else.
    private func isGoverned(_ mention: Mention) -> Bool {
        if !mention.clitics.isDisjoint(with: .prepositions) { return true }
        let token = view.governor(of: mention.range)
        guard view.tokens.contains(token), token < trigger.lowerBound || token >= trigger.upperBound else { return false }
        return view.wordClass(at: token).contains(.preposition)
    }

    /// Whether one of the introducers stands right before the mention, small words between them not counted.
    func isIntroduced(_ mention: Mention, by introducers: [Frame.Introducer]) -> Bool {
        for introducer in introducers where !introducer.clitic.isEmpty && mention.clitics.isSuperset(of: introducer.clitic) { return true }
        var token = mention.range.lowerBound - 1
        for _ in 0..<4 {
            guard view.tokens.contains(token) else { return false }
            if introducers.contains(where: { stands($0, endingAt: token) }) { return true }
            let clitics = article.readings(of: token).reduce(into: Clitics()) { $0.formUnion($1.clitics) }
            let isSmall =
                article.tokens[token].shape.contains(.number) || !view.wordClass(at: token).isDisjoint(with: .smallWord)
                || view.items(at: token).contains { isQualifier($0.meaning) }
            guard isSmall else { return false }
            for introducer in introducers where !introducer.clitic.isEmpty && clitics.isSuperset(of: introducer.clitic) { return true }
            token -= 1
        }
        return false
    }

    private func isQualifier(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .adjective, .modifier, .regionAdjective: true
        default: false
        }
    }

    private func stands(_ introducer: Frame.Introducer, endingAt token: Int) -> Bool {
        let count = introducer.keys.count
        guard count > 0, token - count + 1 >= view.tokens.lowerBound else { return false }
        if !introducer.exact.isEmpty {
            let word = article.tokens[token]
            return article.text[Int(word.start)..<word.end].elementsEqual(introducer.exact)
        }
        return introducer.keys.enumerated().allSatisfy { offset, key in
            let index = token - count + 1 + offset
            return article.tokens[index].key == key || rules.isJoined(key, at: index, in: article)
        }
    }

    // MARK: Words and lexicons

    /// A word of a lexicon, in its sense, that is part of one of these mentions.
    func word(of lexicon: Int, inside mentions: [Mention]) -> Range<Int>? {
        view.items.first { item in
            guard case .lexicon(lexicon, let group) = item.meaning else { return false }
            return mentions.contains { $0.range.lowerBound <= item.range.lowerBound && item.range.upperBound <= $0.range.upperBound }
                && hasSense(item.range, lexicon, group)
        }?.range
    }

    private static let maximumLexiconDistance = 9

    private func findLexicon(_ lexicon: Int, _ slot: Frame.Slot, on side: Side, beyond edge: Int) -> Found? {
        var best: Found?
        for item in view.items {
            guard case .lexicon(lexicon, let group) = item.meaning else { continue }
            let gap = side == .right ? item.range.lowerBound - edge : edge - item.range.upperBound
            guard gap >= 0, gap <= Self.maximumLexiconDistance, best.map({ gap < $0.cost }) ?? true else { continue }
            let between = side == .right ? edge..<item.range.lowerBound : item.range.upperBound..<edge
            guard !between.contains(where: { opensClause(at: $0) }) else { continue }
            if !slot.introducers.isEmpty {
                var word = Mention(kind: .body, range: item.range)
                word.clitics = item.clitics
                guard
                    isIntroduced(word, by: slot.introducers)
                        || between.contains(where: { token in slot.introducers.contains { stands($0, endingAt: token) } })
                else { continue }
            }
            guard hasSense(item.range, lexicon, group) else { continue }
            best = Found(mention: nil, range: item.range, cost: gap)
        }
        return best
    }

    /// A clause word, or `, and`, after which another verb is to be expected.
    private func opensClause(at token: Int) -> Bool {
        let wordClass = view.wordClass(at: token)
        return !wordClass.isDisjoint(with: .clauseStart) || (wordClass.contains(.and) && article.tokens[token].gap.contains(.comma))
    }

    /// Whether a word of a lexicon has the sense that its guards ask for.
    private func hasSense(_ range: Range<Int>, _ lexicon: Int, _ group: Int?) -> Bool {
        guard let group else { return true }
        let checker = GuardChecker(rules: rules, view: view, article: article, mentions: mentions)
        return checker.objection(to: range, rules.knowledge.lexicons[lexicon].guards[group]) == nil
    }

    private func findWords(_ words: [Frame.Introducer], on side: Side, beyond edge: Int) -> Found? {
        let window = side == .right ? edge..<min(edge + 6, view.tokens.upperBound) : max(view.tokens.lowerBound, edge - 6)..<edge
        let tokens = side == .right ? Array(window) : window.reversed()
        for token in tokens where words.contains(where: { stands($0, endingAt: token) }) {
            return Found(mention: nil, range: token..<token + 1, cost: abs(token - edge))
        }
        return nil
    }
}
