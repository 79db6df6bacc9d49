import Analysis
import Articles

/// Makes events of what the frames of one sentence found: place, status and day of each.
struct EventAssembler {
    let rules: RuleSet
    /// Event types that some rule asks for.
    let types: Set<Int>
    let article: AnalyzedArticle
    let view: SentenceView
    let sentence: Int
    let mentions: [Mention]

    /// A trip of so long ago is background (years before publication).
    private static let historicalYears = 2
    /// Days that an official stays abroad.
    private static let longestVisit = 10
    /// How much a future tense says of the status.
    private static let futureStrength = 2

    /// Appends the event of a binding, and one more for each further stop of a tour.
    func append(_ binding: Binding, of candidate: TriggerCandidate, to result: inout EventExtractor.Result) {
        let trigger = rules.knowledge.triggers[candidate.trigger]
        let type = trigger.eventType
        let eventType = rules.knowledge.world.eventTypes[type]
        var roles = binding.roles
        if let destination = eventType.role(named: "destination"), roles[destination] == nil, let host = trigger.destinationOf,
            let owner = roles[host]
        {
            roles[destination] = place(of: owner)
        }
        if let destination = eventType.role(named: "destination") { locate(destination, &roles, binding, before: result.mentions) }
        let verdict = StatusResolver(
            view: view, article: article, rules: rules, trigger: candidate.range, form: candidate.form, mentions: mentions
        )
        .resolve(
            trigger.status[candidate.form], default: eventType.status[candidate.form], isSettled: trigger.isSettled,
            isInPerson: eventType.isInPerson)
        let dates = DateResolver(view: view, article: article, published: article.article.published?.date)
        let date = dates.date(
            near: candidate.range, looksForward: verdict.status == .planned || candidate.form == .present,
            looksBack: candidate.form == .past && verdict.status != .planned)
        let isOver = eventType.isPunctual && verdict.status == .ongoing
        var event = Event(
            type: type, roles: roles, status: isOver ? .completed : verdict.status, date: date?.period, trigger: candidate.range,
            evidence: binding.evidence,
            sentence: sentence,
            cue: verdict.cue, isRemote: verdict.isRemote, frame: binding.frame)
        event.origin = Event.Origin(trigger: candidate.trigger, form: candidate.form, dateWords: date?.range, status: verdict.status)
        event.attribution = attribution(of: candidate, binding)
        event.strength = strength(of: candidate, trigger)
        event.isAsserted = candidate.form == .past || candidate.form == .present
        event.isSettled = trigger.isSettled
        if !trigger.isSettled { refine(&event, dates) }
        // `began his visit`: the verb beside a noun says as much as a verb would.
        if candidate.form == .noun, event.cue != nil, event.status == .ongoing || event.status == .completed { event.strength = 3 }
        // A present tense beside it (`visits Cuba` in a headline) says less than a word that says when.
        if event.status == .planned, isSaidToCome(event) { event.strength = max(event.strength, Self.futureStrength) }
        coordinate(&event, with: result.events)
        guard isInSense(event) else {
            result.rejected.append(
                RejectedTrigger(type: type, trigger: candidate.range, reason: .lexicon(eventType.sense ?? "")))
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

    private func attribution(of candidate: TriggerCandidate, _ binding: Binding) -> Attribution {
        let language = rules.knowledge.languages[rules.knowledge.triggers[candidate.trigger].language]
        return AttributionFinder(view: view, article: article, language: language, mentions: mentions, evidence: binding.evidence)
            .attribution(of: candidate.range)
    }

    /// Whether a word that gives the event its sense stands in its sentence, or the event says which state it is about.
    private func isInSense(_ event: Event) -> Bool {
        guard let lexicon = rules.knowledge.senseLexicon(of: rules.knowledge.world.eventTypes[event.type]) else { return true }
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
    private func locate(_ destination: Int, _ roles: inout [Mention?], _ binding: Binding, before: [Int: [Mention]]) {
        let home = roles.compactMap { $0 }.first { $0.isOfficial }?.country
        guard roles[destination] == nil || roles[destination]?.isBare == true else { return }
        let scene = Scene(rules: rules, view: view, mentions: mentions, before: before)
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

    private func isSaidToCome(_ event: Event) -> Bool {
        if event.cue != nil { return true }
        guard let date = event.date, let published = article.article.published?.date else { return false }
        return date.first > published
    }

    /// Time corrects the status: long ago, already over, still to come.
    private func refine(_ event: inout Event, _ dates: DateResolver) {
        guard let published = article.article.published?.date else { return }
        switch event.status {
        case .completed, .ongoing:
            if let year = dates.year(near: event.trigger), published.year - year >= Self.historicalYears {
                event.status = .historical
            } else if let date = event.date, date.first > published, event.cue == nil || !event.isAsserted {
                event.status = .planned
            } else if let date = event.date, date.last < published, event.status == .ongoing, isOver(event, date, published) {
                event.status = .completed
            }
        case .planned:
            if let year = dates.year(near: event.trigger), published.year - year >= Self.historicalYears { event.status = .historical }
        case .denied, .cancelled, .negated, .hypothetical, .historical: break
        }
    }

    /// Whether what was going on at some time is over: the time of a bare noun; of what began or arrived then, after some days.
    private func isOver(_ event: Event, _ date: DatePeriod, _ published: CivilDate) -> Bool {
        if !event.isAsserted, event.cue == nil { return true }
        return date.last.adding(days: Self.longestVisit) < published
    }

    /// `was to open a forum and then travel on to`: what is said of the first verb holds for the second, when both have one subject.
    private func coordinate(_ event: inout Event, with earlier: [Event]) {
        guard let last = earlier.reversed().prefix(while: { $0.sentence == event.sentence }).first(where: { $0.type == event.type }),
            let cue = last.cue,
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

    private func strength(of candidate: TriggerCandidate, _ trigger: Trigger) -> Int {
        switch candidate.form {
        case .past, .present: trigger.status[.past] == .ongoing ? 4 : candidate.form == .past ? 3 : 1
        case .future: Self.futureStrength
        case .infinitive, .participle: 1
        case .noun: 0
        }
    }

    /// An ambassador meets people where he lives.
    private func resides(_ mention: Mention) -> Bool {
        !mention.posts.isEmpty && mention.posts.allSatisfy { rules.knowledge.world.offices[$0.office].resides }
    }

    /// Whoever has just met somebody abroad is there still, as far as anybody knows.
    private func impliedStatus(of event: Event) -> EventStatus {
        event.status == .completed && event.origin?.status == .ongoing ? .ongoing : event.status
    }

    /// Who meets somebody in a country that is not his own has gone there.
    func appendImplied(by candidate: TriggerCandidate, to result: inout EventExtractor.Result) {
        let world = rules.knowledge.world
        let type = rules.knowledge.triggers[candidate.trigger].eventType
        guard let implied = world.eventTypes[type].implies.flatMap({ world.eventOfID[$0] }), types.contains(implied),
            let event = result.events.last,
            let destination = world.eventTypes[implied].role(named: "destination")
        else { return }
        let scene = Scene(rules: rules, view: view, mentions: mentions, before: result.mentions)
        let home = event.roles.compactMap { $0?.country }
        // Where a report begins is where they met, unless it is to come, or somebody left from there.
        let isTold = event.status == .planned || result.events.contains { $0.type == implied }
        let dateline = isTold ? nil : scene.dateline(of: article, sentence: sentence, in: home)
        guard let place = scene.located(near: candidate.range, notIn: nil) ?? dateline,
            let country = place.country
        else { return }
        for visitor in event.roles.compactMap({ $0 })
        where visitor.country != nil && !resides(visitor) && visitor.country != country && !visitor.range.overlaps(place.range) {
            var roles = [Mention?](repeating: nil, count: world.eventTypes[implied].roles.count)
            roles[0] = visitor
            roles[destination] = place
            result.events.append(
                Event(
                    type: implied, roles: roles, status: impliedStatus(of: event), date: event.date, trigger: event.trigger,
                    evidence: event.evidence + [place.range],
                    sentence: event.sentence, cue: event.cue, isRemote: event.isRemote, frame: event.frame, origin: event.origin))
        }
    }
}
