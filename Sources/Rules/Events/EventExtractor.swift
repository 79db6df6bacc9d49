package import Analysis
import Articles

/// Extracts the events of one article, once, whatever the number of rules.
package struct EventExtractor {
    let rules: RuleSet
    /// Types that some rule asks for; triggers of others are passed over.
    let types: Set<Int>

    package struct Result: Sendable {
        package var events: [Event] = []
        package var rejected: [RejectedTrigger] = []
        /// Mentions of each sentence that was looked at.
        package var mentions: [Int: [Mention]] = [:]
    }

    /// A trip of so long ago is background (years before publication).
    private static let historicalYears = 2

    package func extract(from article: AnalyzedArticle) -> Result {
        var result = Result()
        guard let slot = article.languageSlot, slot < rules.knowledge.languages.count else { return result }
        let sentences = contentSentences(of: article)
        let gate = TriggerGate(rules: rules, types: types, article: article)
        let open = sentences.map { gate.openTypes(article.hits[$0.hits], in: article.sentences[$0.sentence].tokens) }
        let hasHeadline = rules.hasHeadline(article) && types.contains { rules.knowledge.world.eventTypes[$0].isHeadline }
        guard hasHeadline || open.contains(where: { !$0.isEmpty }) else { return result }
        // Who “the minister” is matters only to events of officials; measures of states are read sentence by sentence.
        let needsCast = hasHeadline || open.contains { $0.contains(where: isAboutOfficials) }
        let finder = MentionFinder(
            rules: rules, article: article, language: rules.knowledge.languages[slot], day: article.article.published?.date)
        var view = SentenceView()
        var cast = Cast(rules: rules)
        var found: [(index: Int, mentions: [Mention])] = []
        for (index, (sentence, hits)) in sentences.enumerated() where !hits.isEmpty && (needsCast || !open[index].isEmpty) {
            view.fill(sentence: article.sentences[sentence], hits: article.hits[hits], in: article, rules)
            let mentions = finder.find(in: view)
            if needsCast { cast.add(mentions, sentence: sentence) }
            found.append((index, mentions))
        }
        for (index, mentions) in found {
            let (sentence, hits) = sentences[index]
            let resolved = needsCast ? cast.resolve(mentions, sentence: sentence, in: article) : []
            if needsCast { result.mentions[sentence] = resolved }
            guard !open[index].isEmpty else { continue }
            view.fill(sentence: article.sentences[sentence], hits: article.hits[hits], in: article, rules)
            let lists = MentionLists(resolved: resolved, local: Cast(rules: rules).resolve(mentions, sentence: sentence, in: article))
            bindTriggers(of: view, sentence, lists, cast, in: article, into: &result)
        }
        if hasHeadline { readHeadline(sentences, in: article, into: &result) }
        if needsCast { readScenes(sentences, in: article, into: &result) }
        propagate(&result.events)
        reconcile(&result.events)
        return result
    }

    /// The mentions of a sentence, as the whole article explains them and as the sentence alone does.
    private struct MentionLists {
        let resolved: [Mention]
        let local: [Mention]
    }

    private func isAboutOfficials(_ type: Int) -> Bool { rules.knowledge.world.eventTypes[type].roles.contains { $0.kind == .official } }

    private func contentSentences(of article: AnalyzedArticle) -> [(sentence: Int, hits: Range<Int>)] {
        var next = 0
        var sentences: [(Int, Range<Int>)] = []
        for (number, sentence) in article.sentences.enumerated() {
            let start = next
            while next < article.hits.count, Int(article.hits[next].start) < sentence.tokens.upperBound { next += 1 }
            if Zone.content.contains(sentence.zone) { sentences.append((number, start..<next)) }
        }
        return sentences
    }

    // MARK: Events without a trigger of their own

    /// `Lavrov in Havana`, `وزير الدفاع الروسي إلى فنزويلا`: a headline needs no verb.
    private func readHeadline(_ sentences: [(sentence: Int, hits: Range<Int>)], in article: AnalyzedArticle, into result: inout Result) {
        guard let headline = rules.headline(of: article) else { return }
        for (sentence, hits) in sentences where headline.contains(article.sentences[sentence].tokens.lowerBound) {
            for type in types
            where rules.knowledge.world.eventTypes[type].isHeadline
                && !result.events.contains(where: { $0.sentence == sentence && $0.type == type })
            {
                var view = SentenceView()
                view.fill(sentence: article.sentences[sentence], hits: article.hits[hits], in: article, rules)
                let reader = HeadlineReader(rules: rules, view: view, article: article, mentions: result.mentions[sentence] ?? [])
                if let event = reader.event(of: type, sentence: sentence) { result.events.append(event) }
            }
        }
    }

    /// `In Caracas, Lavrov …`
    private func readScenes(_ sentences: [(sentence: Int, hits: Range<Int>)], in article: AnalyzedArticle, into result: inout Result) {
        for type in types.sorted() where rules.knowledge.world.eventTypes[type].isHeadline {
            for (sentence, hits) in sentences {
                guard let mentions = result.mentions[sentence], mentions.count > 1, mentions[0].isPlace,
                    !result.events.contains(where: { $0.sentence == sentence && $0.type == type })
                else { continue }
                var view = SentenceView()
                view.fill(sentence: article.sentences[sentence], hits: article.hits[hits], in: article, rules)
                if let event = HeadlineReader(rules: rules, view: view, article: article, mentions: mentions).scene(of: type, sentence: sentence) {
                    result.events.append(event)
                }
            }
        }
    }

    /// Who meets somebody in a country that is not his own has gone there.
    private func appendImplied(by type: Int, _ candidate: Candidate, _ view: SentenceView, _ mentions: [Mention], to result: inout Result) {
        let world = rules.knowledge.world
        guard let implied = world.eventTypes[type].implies.flatMap({ world.eventOfID[$0] }), types.contains(implied),
            let event = result.events.last,
            let destination = world.eventTypes[implied].role(named: "destination")
        else { return }
        let scene = Scene(rules: rules, view: view, mentions: mentions, before: [:])
        guard let place = scene.located(near: candidate.range, notIn: nil), let country = place.country else { return }
        for visitor in event.roles.compactMap({ $0 })
        where visitor.country != nil && visitor.country != country && !visitor.range.overlaps(place.range) {
            var roles = [Mention?](repeating: nil, count: world.eventTypes[implied].roles.count)
            roles[0] = visitor
            roles[destination] = place
            result.events.append(
                Event(
                    type: implied, roles: roles, status: event.status, date: event.date, trigger: event.trigger,
                    evidence: event.evidence + [place.range],
                    sentence: event.sentence, cue: event.cue, isRemote: event.isRemote, frame: event.frame))
        }
    }

    // MARK: Triggers

    private struct Candidate {
        let trigger: Int
        let form: TriggerForm
        let range: Range<Int>
    }

    private func bindTriggers(
        of view: SentenceView, _ sentence: Int, _ lists: MentionLists, _ cast: Cast, in article: AnalyzedArticle, into result: inout Result
    ) {
        let candidates = candidates(in: view)
        // One event a type and trigger word: of several entries and overlapping words, the best binding counts.
        for (type, group) in grouped(candidates) {
            let mentions = isAboutOfficials(type) ? lists.resolved : lists.local
            var best: (binding: Binding, candidate: Candidate)?
            var all: [(binding: Binding, candidate: Candidate)] = []
            var reason = "no frame finds its roles"
            for candidate in group {
                let trigger = rules.knowledge.triggers[candidate.trigger]
                if let objection = GuardChecker(rules: rules, view: view, article: article, mentions: mentions).objection(
                    to: candidate.range, trigger.sense)
                {
                    reason = objection
                    continue
                }
                let finder = SlotFinder(
                    view: view, article: article, mentions: mentions, trigger: candidate.range,
                    roles: rules.knowledge.world.eventTypes[type].roles,
                    rules: rules, language: rules.knowledge.languages[trigger.language],
                    otherTriggers: candidates.filter { $0.form != .noun && !$0.range.overlaps(candidate.range) }.map(\.range))
                let binder = Binder(finder: finder, trigger: trigger, form: candidate.form, cast: cast, sentence: sentence)
                guard let binding = binder.bind() else { continue }
                all.append((binding, candidate))
                if best.map({ isBetter(binding, candidate, than: $0) }) ?? true { best = (binding, candidate) }
            }
            guard let best else {
                if let first = group.first { result.rejected.append(RejectedTrigger(type: type, trigger: first.range, reason: reason)) }
                continue
            }
            appendEvents(type, best.binding, best.candidate, view, sentence, mentions, in: article, to: &result)
            appendImplied(by: type, best.candidate, view, mentions, to: &result)
            if let other = all.first(where: { isFurtherJourney($0, beside: best) }) {
                appendEvents(type, other.binding, other.candidate, view, sentence, mentions, in: article, to: &result)
            }
        }
    }

    /// `flew from Caracas to Minsk`: one verb, two entries, two places.
    private func isFurtherJourney(_ other: (binding: Binding, candidate: Candidate), beside best: (binding: Binding, candidate: Candidate))
        -> Bool
    {
        let type = rules.knowledge.triggers[best.candidate.trigger].eventType
        guard other.candidate.trigger != best.candidate.trigger, other.candidate.range == best.candidate.range,
            let destination = rules.knowledge.world.eventTypes[type].role(named: "destination"), let mine = best.binding.roles[destination],
            let theirs = other.binding.roles[destination], !mine.range.overlaps(theirs.range), mine.country != theirs.country
        else { return false }
        return other.binding.direct == best.binding.direct && !theirs.isBare && !mine.isBare
    }

    private func isBetter(_ binding: Binding, _ candidate: Candidate, than other: (binding: Binding, candidate: Candidate)) -> Bool {
        if binding.direct == other.binding.direct, candidate.range.count != other.candidate.range.count {
            return candidate.range.count > other.candidate.range.count
        }
        return binding.isBetter(than: other.binding)
    }

    private func candidates(in view: SentenceView) -> [Candidate] {
        view.items.compactMap { item in
            guard case .trigger(let index, let form) = item.meaning, types.contains(rules.knowledge.triggers[index].eventType) else {
                return nil
            }
            // The Arabic future is a present with a letter before it.
            return Candidate(trigger: index, form: form == .present && item.clitics.contains(.sa) ? .future : form, range: item.range)
        }
    }

    private func grouped(_ candidates: [Candidate]) -> [(type: Int, group: [Candidate])] {
        var groups: [(type: Int, group: [Candidate])] = []
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

    // MARK: Events

    private func appendEvents(
        _ type: Int, _ binding: Binding, _ candidate: Candidate, _ view: SentenceView, _ sentence: Int, _ mentions: [Mention],
        in article: AnalyzedArticle,
        to result: inout Result
    ) {
        let trigger = rules.knowledge.triggers[candidate.trigger]
        let eventType = rules.knowledge.world.eventTypes[type]
        var roles = binding.roles
        if let destination = eventType.role(named: "destination"), roles[destination] == nil, let host = trigger.destinationOf,
            let owner = roles[host]
        {
            roles[destination] = place(of: owner)
        }
        if let destination = eventType.role(named: "destination") { locate(destination, &roles, binding, view, sentence, mentions, result) }
        let verdict = StatusResolver(
            view: view, article: article, rules: rules, trigger: candidate.range, form: candidate.form, mentions: mentions
        )
        .resolve(trigger.status[candidate.form], default: eventType.status[candidate.form], isInPerson: eventType.isInPerson)
        let dates = DateResolver(view: view, article: article, published: article.article.published?.date)
        let date = dates.date(near: candidate.range)
        var event = Event(
            type: type, roles: roles, status: verdict.status, date: date?.date, trigger: candidate.range, evidence: binding.evidence,
            sentence: sentence,
            cue: verdict.cue, isRemote: verdict.isRemote, frame: binding.frame)
        event.strength = strength(of: candidate, trigger)
        event.isAsserted = candidate.form == .past || candidate.form == .present
        refine(&event, dates, in: article)
        coordinate(&event, with: result.events, view)
        guard isInSense(type, event, view, mentions, in: article) else {
            result.rejected.append(
                RejectedTrigger(
                    type: type, trigger: candidate.range, reason: "no word of lexicon \(eventType.sense ?? "") stands there in its sense"))
            return
        }
        result.events.append(event)
        // A tour names several stops.
        guard let destination = eventType.role(named: "destination"), let first = binding.roles[destination] else { return }
        for stop in StopFinder(view: view, article: article, mentions: mentions).stops(after: first) where !isRepeated(stop, first) {
            var further = event
            further.roles[destination] = stop
            result.events.append(further)
        }
    }

    /// Whether a word that gives the event its sense stands in its sentence, or the event says which state it is about.
    private func isInSense(_ type: Int, _ event: Event, _ view: SentenceView, _ mentions: [Mention], in article: AnalyzedArticle) -> Bool {
        guard let lexicon = rules.knowledge.senseLexicon(of: rules.knowledge.world.eventTypes[type]) else { return true }
        let guards = rules.knowledge.lexicons[lexicon].guards
        let checker = GuardChecker(rules: rules, view: view, article: article, mentions: mentions)
        let here = view.items.contains { item in
            guard case .lexicon(lexicon, let group) = item.meaning else { return false }
            return group.map { checker.objection(to: item.range, guards[$0]) == nil } ?? true
        }
        // Assets that are frozen, a list that somebody is put on: whose they are says that it is meant politically.
        return here || event.roles.last??.country != nil || event.roles.last??.body != nil
    }

    /// Fills a destination that only the text round the sentence names: “the capital”, or the scene of a visit without a place.
    private func locate(
        _ destination: Int, _ roles: inout [Mention?], _ binding: Binding, _ view: SentenceView, _ sentence: Int, _ mentions: [Mention],
        _ result: Result
    ) {
        let home = roles.compactMap { $0 }.first { $0.isOfficial }?.country
        guard roles[destination] == nil || roles[destination]?.isBare == true else { return }
        let scene = Scene(rules: rules, view: view, mentions: mentions, before: result.mentions)
        if let bare = roles[destination], let place = scene.place(before: bare.range.lowerBound, sentence: sentence, notIn: home) {
            var named = bare
            named.country = place.country
            named.isBare = false
            named.isInherited = true
            roles[destination] = named
        } else if roles[destination] == nil, let place = scene.located(near: binding.evidence[0], notIn: home) {
            roles[destination] = place
        }
    }

    private func isRepeated(_ stop: Mention, _ first: Mention) -> Bool { stop.country != nil && stop.country == first.country }

    private func place(of host: Mention) -> Mention? {
        guard let country = host.country else { return nil }
        var place = Mention(kind: .place(.name), range: host.range)
        place.country = country
        place.isInherited = true
        return place
    }

    /// Time corrects the status: long ago, already over, still to come.
    private func refine(_ event: inout Event, _ dates: DateResolver, in article: AnalyzedArticle) {
        guard let published = article.article.published?.date else { return }
        switch event.status {
        case .completed, .ongoing:
            if let year = dates.year(near: event.trigger), published.year - year >= Self.historicalYears {
                event.status = .historical
            } else if let date = event.date, date > published, event.cue == nil {
                event.status = .planned
            }
        case .planned:
            if let year = dates.year(near: event.trigger), published.year - year >= Self.historicalYears { event.status = .historical }
        case .denied, .cancelled, .negated, .hypothetical, .historical: break
        }
    }

    /// `was to open a forum and then travel on to`: what is said of the first verb holds for the second, when both have one subject.
    private func coordinate(_ event: inout Event, with earlier: [Event], _ view: SentenceView) {
        guard let last = earlier.last(where: { $0.sentence == event.sentence && $0.type == event.type }), let cue = last.cue,
            event.cue == nil,
            last.status != .completed, last.status != .ongoing, last.trigger.upperBound < event.trigger.lowerBound,
            let subject = event.roles[0],
            subject.range == last.roles[0]?.range, subject.range.upperBound <= last.trigger.upperBound || subject.isInherited
        else { return }
        let between = last.trigger.upperBound..<event.trigger.lowerBound
        guard between.count <= 14, between.contains(where: { view.wordClass(at: $0).contains(.and) }),
            !between.contains(where: { !view.wordClass(at: $0).isDisjoint(with: .clauseStart) })
        else { return }
        event.status = last.status
        event.cue = cue
    }

    /// A denial or cancellation of a journey holds for every other mention of it as planned.
    private func propagate(_ events: inout [Event]) {
        let refuted = events.filter { $0.status == .denied || $0.status == .cancelled }
        guard !refuted.isEmpty else { return }
        for index in events.indices
        where events[index].status == .planned || (events[index].status == .ongoing && !events[index].isAsserted) {
            guard let source = refuted.first(where: { isSameMatter($0, events[index]) }) else { continue }
            events[index].status = source.status
            events[index].cue = source.cue
        }
    }

    private func strength(of candidate: Candidate, _ trigger: Trigger) -> Int {
        switch candidate.form {
        case .past, .present: trigger.status[.past] == .ongoing ? 4 : candidate.form == .past ? 3 : 1
        case .future: 2
        case .infinitive, .participle: 1
        case .noun: 0
        }
    }

    /// One journey of one person to one place has one status: the one that the plainest words give it.
    private func reconcile(_ events: inout [Event]) {
        let real: Set<EventStatus> = [.planned, .ongoing, .completed]
        for index in events.indices where real.contains(events[index].status) {
            guard let destination = rules.knowledge.world.eventTypes[events[index].type].role(named: "destination"),
                let country = events[index].roles[destination]?.country
            else { continue }
            let same = events.filter { other in
                other.type == events[index].type && real.contains(other.status) && other.roles[destination]?.country == country
                    && other.roles[0]?.country == events[index].roles[0]?.country
                    && other.roles[0]?.posts.first == events[index].roles[0]?.posts.first
            }
            if let plainest = same.max(by: { $0.strength < $1.strength }), plainest.strength > events[index].strength {
                events[index].status = plainest.status
            }
        }
    }

    private func isSameMatter(_ left: Event, _ right: Event) -> Bool {
        guard left.type == right.type else { return false }
        return zip(left.roles, right.roles).allSatisfy { first, second in
            guard let first, let second else { return true }
            return first.country == second.country
                && (first.posts.isEmpty || second.posts.isEmpty || first.posts[0].office == second.posts[0].office)
        }
    }
}
