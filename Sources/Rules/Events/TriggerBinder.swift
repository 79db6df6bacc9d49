import Analysis

/// A trigger word that stands in a sentence.
struct TriggerCandidate {
    /// Index into ``Knowledge/triggers``.
    let trigger: Int
    let form: TriggerForm
    let range: Range<Int>
}

/// Binds the triggers of one sentence: of all that a word may trigger, the entry whose roles are best filled.
struct TriggerBinder {
    let rules: RuleSet
    /// Event types that some rule asks for.
    let types: Set<Int>
    let article: AnalyzedArticle
    let view: SentenceView
    let sentence: Int
    /// Mentions as the whole article explains them.
    let resolved: [Mention]
    /// Mentions as the sentence alone explains them.
    let local: [Mention]
    let cast: Cast

    /// One event a type and trigger word: of several entries and overlapping words, the best binding counts.
    func bind(into result: inout EventExtractor.Result) {
        let candidates = candidates()
        let resolvedOwners = MentionOwners(of: resolved, in: view.tokens)
        let localOwners = MentionOwners(of: local, in: view.tokens)
        let governing = candidates.filter(governs)
        for (type, group) in grouped(candidates) {
            if let other = pseudoTrigger(over: group, of: type) {
                result.rejected.append(
                    RejectedTrigger(type: type, trigger: other, reason: .pseudoTrigger))
                continue
            }
            let isAboutOfficials = rules.knowledge.world.eventTypes[type].isAboutOfficials
            let mentions = isAboutOfficials ? resolved : local
            var best: (binding: Binding, candidate: TriggerCandidate)?
            var all: [(binding: Binding, candidate: TriggerCandidate)] = []
            var reason = RejectedTrigger.Reason.noRoles
            for candidate in group {
                let trigger = rules.knowledge.triggers[candidate.trigger]
                if let objection = GuardChecker(rules: rules, view: view, article: article, mentions: mentions).objection(
                    to: candidate.range, trigger.sense)
                {
                    reason = .sense(objection)
                    continue
                }
                var finder = SlotFinder(
                    view: view, article: article, mentions: mentions, owners: isAboutOfficials ? resolvedOwners : localOwners,
                    trigger: candidate.range,
                    roles: rules.knowledge.world.eventTypes[type].roles,
                    rules: rules, language: rules.knowledge.languages[trigger.language],
                    otherTriggers: governing.filter { !$0.range.overlaps(candidate.range) }.map(\.range))
                finder.isInPerson = rules.knowledge.world.eventTypes[type].isInPerson
                let binder = Binder(finder: finder, trigger: trigger, form: candidate.form, cast: cast, sentence: sentence)
                guard let binding = binder.bind().flatMap({ withSides($0, of: type, result.events) }) else { continue }
                all.append((binding, candidate))
                if best.map({ isBetter(binding, candidate, than: $0) }) ?? true { best = (binding, candidate) }
            }
            guard let best else {
                if let first = group.first { result.rejected.append(RejectedTrigger(type: type, trigger: first.range, reason: reason)) }
                continue
            }
            let assembler = EventAssembler(
                rules: rules, types: types, article: article, view: view, sentence: sentence, mentions: mentions)
            assembler.append(best.binding, of: best.candidate, to: &result)
            assembler.appendImplied(by: best.candidate, to: &result)
            if let other = all.first(where: { isFurtherJourney($0, beside: best) }) {
                assembler.append(other.binding, of: other.candidate, to: &result)
            }
        }
    }

    /// Puts the two sides that were named before in the place of “both sides”; nil when an official is asked for and nobody was.
    private func withSides(_ binding: Binding, of type: Int, _ events: [Event]) -> Binding? {
        guard let pair = binding.roles[0], pair.isPair, rules.knowledge.world.eventTypes[type].isMutual else { return binding }
        var binding = binding
        let sides = PairResolver(rules: rules, mentions: resolved, cast: cast, events: events).sides(of: pair, sentence: sentence)
        guard let sides else {
            if rules.knowledge.world.eventTypes[type].roles[0].kind == .official { return nil }
            binding.roles[0] = nil
            return binding
        }
        (binding.roles[0], binding.roles[1]) = (sides.0, sides.1)
        return binding
    }

    /// Whether what stands beside it is its own: a finite verb, of a type that takes its roles from others.
    private func governs(_ candidate: TriggerCandidate) -> Bool {
        candidate.form != .noun
            && GuardChecker(rules: rules, view: view, article: article, mentions: local)
                .objection(to: candidate.range, rules.knowledge.triggers[candidate.trigger].sense) == nil
            && rules.knowledge.world.eventTypes[rules.knowledge.triggers[candidate.trigger].eventType].governs
    }

    /// `flew from Caracas to Minsk`: one verb, two entries, two places.
    private func isFurtherJourney(
        _ other: (binding: Binding, candidate: TriggerCandidate), beside best: (binding: Binding, candidate: TriggerCandidate)
    )
        -> Bool
    {
        let type = rules.knowledge.triggers[best.candidate.trigger].eventType
        guard other.candidate.trigger != best.candidate.trigger, other.candidate.range == best.candidate.range,
            let destination = rules.knowledge.world.eventTypes[type].role(named: "destination"), let mine = best.binding.roles[destination],
            let theirs = other.binding.roles[destination], !mine.range.overlaps(theirs.range), mine.country != theirs.country
        else { return false }
        return other.binding.direct == best.binding.direct && !theirs.isBare && !mine.isBare
    }

    private func isBetter(_ binding: Binding, _ candidate: TriggerCandidate, than other: (binding: Binding, candidate: TriggerCandidate))
        -> Bool
    {
        if binding.direct == other.binding.direct, candidate.range.count != other.candidate.range.count {
            return candidate.range.count > other.candidate.range.count
        }
        return binding.isBetter(than: other.binding)
    }

    /// Words that hold all of these, and that the type of event is said not to mean.
    private func pseudoTrigger(over group: [TriggerCandidate], of type: Int) -> Range<Int>? {
        view.items.first { item in
            guard case .pseudoTrigger(type) = item.meaning else { return false }
            return group.allSatisfy { item.range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= item.range.upperBound }
        }?.range
    }

    private func candidates() -> [TriggerCandidate] {
        view.items.compactMap { item in
            guard case .trigger(let index, let form) = item.meaning, types.contains(rules.knowledge.triggers[index].eventType) else {
                return nil
            }
            // An Arabic finite verb has no article and no preposition before it: التوصل is no توصل.
            if form == .past || form == .present || form == .future, !item.clitics.isDisjoint(with: [.al, .ba, .ka]) { return nil }
            if form == .past, item.clitics.contains(.la) { return nil }
            // The Arabic future is a present with a letter before it.
            return TriggerCandidate(
                trigger: index, form: form == .present && item.clitics.contains(.sa) ? .future : form, range: item.range)
        }
    }

    private func grouped(_ candidates: [TriggerCandidate]) -> [(type: Int, group: [TriggerCandidate])] {
        var groups: [(type: Int, group: [TriggerCandidate])] = []
        for candidate in candidates {
            let type = rules.knowledge.triggers[candidate.trigger].eventType
            if let index = groups.lastIndex(where: { $0.type == type && $0.group.contains { $0.range.overlaps(candidate.range) } }) {
                groups[index].group.append(candidate)
            } else {
                groups.append((type, [candidate]))
            }
        }
        return groups
    }
}
