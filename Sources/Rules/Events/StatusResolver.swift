import Analysis
import Articles

/// Decides how real an event is, from the form of its trigger and the cues round it.
struct StatusResolver {
    let view: SentenceView
    let article: AnalyzedArticle
    let rules: RuleSet
    let trigger: Range<Int>
    let form: TriggerForm
    let mentions: [Mention]

    struct Verdict {
        var status: EventStatus
        /// The words that decided, when it was not the form of the trigger.
        var cue: Range<Int>?
        /// Nobody travels: a video call.
        var isRemote = false
    }

    /// Light verbs stand this near to their noun.
    private static let lightVerbDistance = 7

    /// - Parameters:
    ///   - preset: what the trigger says of its form.
    ///   - typical: what the type of event says of it.
    ///   - isSettled: no word of time changes what the trigger says.
    ///   - isInPerson: the event needs people to be in one place, which a video call cancels.
    func resolve(_ preset: EventStatus?, default typical: EventStatus?, isSettled: Bool, isInPerson: Bool) -> Verdict {
        let cues = cuesInReach()
        let base = preset ?? (form == .noun ? lightVerbStatus() ?? typical : typical) ?? baseStatus()
        if isInPerson, let remote = cues.first(where: { $0.sign == .remote }) {
            return Verdict(status: .negated, cue: remote.range, isRemote: true)
        }
        func first(_ status: EventStatus) -> Range<Int>? { cues.first { $0.sign == .status(status) }?.range }
        for status in [EventStatus.denied, .cancelled] {
            if let cue = first(status) { return Verdict(status: status, cue: cue) }
        }
        if let postponed = cues.first(where: { $0.sign == .postponed }) {
            return Verdict(status: hasNewDate(after: postponed.range) ? .planned : .cancelled, cue: postponed.range)
        }
        for status in [EventStatus.negated, .hypothetical] {
            if let cue = first(status) { return Verdict(status: status, cue: cue) }
        }
        if isQuestion { return Verdict(status: .hypothetical) }
        if isSettled { return Verdict(status: base ?? .ongoing) }
        if let old = first(.historical) { return Verdict(status: .historical, cue: old) }
        // The tense of a finite verb says more than a word of time near it.
        if let base, form == .past || form == .future { return Verdict(status: base) }
        for status in [EventStatus.planned, .ongoing, .completed] {
            guard let cue = first(status) else { continue }
            // `would deepen trade, and mocked the sanctions`: measures in force are not planned by a word of another clause.
            if status == .planned, form == .noun, !isInPerson, hasComma(between: cue, and: trigger) { continue }
            return Verdict(status: status, cue: cue)
        }
        return Verdict(status: base ?? .ongoing)
    }

    private func hasComma(between cue: Range<Int>, and trigger: Range<Int>) -> Bool {
        guard cue.upperBound <= trigger.lowerBound else { return false }
        return (cue.upperBound...trigger.lowerBound).contains { article.tokens[$0].gap.contains(.comma) }
    }

    private func baseStatus() -> EventStatus? {
        switch form {
        case .past: .completed
        case .present: .ongoing
        case .future, .infinitive: .planned
        case .participle: .ongoing
        case .noun: lightVerbStatus()
        }
    }

    private func lightVerbStatus() -> EventStatus? {
        var best: (distance: Int, form: TriggerForm)?
        for item in view.items {
            guard case .lightVerb(let tense) = item.meaning else { continue }
            let distance =
                item.range.upperBound <= trigger.lowerBound
                ? trigger.lowerBound - item.range.upperBound : item.range.lowerBound - trigger.upperBound
            guard distance >= 0, distance <= Self.lightVerbDistance, best.map({ distance < $0.distance }) ?? true else { continue }
            best = (distance, item.clitics.contains(.sa) ? .future : tense)
        }
        return best.map { found in
            switch found.form {
            case .past: .completed
            case .present, .participle, .noun: .ongoing
            case .future, .infinitive: .planned
            }
        }
    }

    // MARK: Cues

    private struct FoundCue {
        let sign: Cue.Sign
        let range: Range<Int>
    }

    private func cuesInReach() -> [FoundCue] {
        var all: [FoundCue] = []
        var found: [FoundCue] = []
        for item in view.items {
            guard case .cue(let index) = item.meaning else { continue }
            let cue = FoundCue(sign: rules.knowledge.cues[index].sign, range: item.range)
            all.append(cue)
            if cue.sign != .pseudo, reaches(rules.knowledge.cues[index], item.range) { found.append(cue) }
        }
        // `does not rule out` holds a negation, but is none: the longer cue swallows the shorter, a pseudo cue any.
        return found.filter { cue in
            !all.contains { other in
                other.range.overlaps(cue.range)
                    && (other.sign == .pseudo && other.range.count >= cue.range.count || other.range.count > cue.range.count)
            }
        }
    }

    private func reaches(_ cue: Cue, _ range: Range<Int>) -> Bool {
        // A cue that is part of the trigger itself is accounted for there; `wants to` may share its last word with `to visit`.
        let sharesStart =
            range.lowerBound < trigger.lowerBound && range.upperBound < trigger.upperBound && range.upperBound > trigger.lowerBound
        if sharesStart { return cue.side != .after }
        guard !range.overlaps(trigger) else { return false }
        let isBefore = range.upperBound <= trigger.lowerBound
        switch cue.side {
        case .before: guard isBefore else { return false }
        case .after: guard !isBefore else { return false }
        case .either: break
        }
        let between = isBefore ? range.upperBound..<trigger.lowerBound : trigger.upperBound..<range.lowerBound
        guard length(of: between) <= cue.distance else { return false }
        // `after cancelling a trip to Russia, Lula spoke with Putin`: the cue belongs to the trigger that stands beside it.
        if isBefore, isTaken(range, before: between) { return false }
        return !between.contains { token in
            let wordClass = view.wordClass(at: token)
            // `threatens sanctions if the vote is called off`: what follows a clause word is another matter, but for `the visit, which …`.
            let opensClause = !isBefore && wordClass.contains(.clause) && !wordClass.contains(.relative)
            return opensClause || wordClass.contains(.but) || !article.tokens[token].gap.isDisjoint(with: .strong)
        }
    }

    /// Whether another trigger stands right behind a cue, and a comma behind that.
    private func isTaken(_ cue: Range<Int>, before between: Range<Int>) -> Bool {
        let other = view.items.first { item in
            guard case .trigger = item.meaning else { return false }
            return item.range.lowerBound >= cue.upperBound && item.range.lowerBound - cue.upperBound <= 2
                && item.range.upperBound <= between.upperBound
        }
        guard let other else { return false }
        return (other.range.upperBound...between.upperBound).contains { article.tokens[$0].gap.contains(.comma) }
    }

    /// Words between, a mention counted as one.
    private func length(of range: Range<Int>) -> Int {
        mentions.reduce(range.count) { count, mention in
            let inside = mention.range.clamped(to: range).count
            return inside > 1 ? count - inside + 1 : count
        }
    }

    /// Whether a date or a time to come follows a postponement.
    private func hasNewDate(after cue: Range<Int>) -> Bool {
        view.items.contains { item in
            guard item.range.lowerBound >= cue.upperBound, item.range.lowerBound - cue.upperBound <= 14 else { return false }
            if case .date = item.meaning { return true }
            return false
        }
    }

    private var isQuestion: Bool {
        let end = view.tokens.upperBound
        if end < article.tokens.count { return article.tokens[end].gap.contains(.question) }
        return article.text.suffix(3).contains(0x3F) || article.text.suffix(2).elementsEqual([0xD8, 0x9F])
    }
}
