import Analysis

/// Fills the roles of a trigger by its frames.
struct Binder {
    let finder: SlotFinder
    let trigger: Trigger
    let form: TriggerForm
    let cast: Cast
    let sentence: Int

    /// The best binding that any frame allows; nil when none does.
    func bind() -> Binding? {
        var best: Binding?
        for frame in trigger.frames {
            for reading in readings(of: frame) {
                guard let binding = bind(frame, reading), best.map({ binding.isBetter(than: $0) }) ?? true else { continue }
                best = binding
            }
        }
        return best
    }

    /// How a frame is read.
    private struct Reading {
        /// A word of a lexicon is part of who fills a role: `expelled | two British diplomats`.
        var hasLexiconsInside = false
        /// One mention stands for both sides: `the two countries | signed`.
        var isOfPair = false
    }

    private func readings(of frame: Frame) -> [Reading] {
        var readings = [Reading()]
        if !frame.neededLexicons.isEmpty { readings.append(Reading(hasLexiconsInside: true)) }
        if isMutual, finder.mentions.contains(where: \.isPair) { readings.append(Reading(isOfPair: true)) }
        return readings
    }

    private var isInternational: Bool { finder.rules.knowledge.world.eventTypes[trigger.eventType].isInternational }
    private var isMutual: Bool { finder.rules.knowledge.world.eventTypes[trigger.eventType].isMutual }

    /// A loose role may stand on its own side, on the other, or be carried over; each choice is tried.
    private func bind(_ frame: Frame, _ reading: Reading) -> Binding? {
        let loose = (frame.left + frame.right).count { $0.isLoose }
        var best: Binding?
        for choice in 0..<(1 << min(loose, 3)) {
            guard let binding = bind(frame, reading, moving: choice), best.map({ binding.isBetter(than: $0) }) ?? true else { continue }
            best = binding
        }
        return best
    }

    /// - Parameter moving: bit *n* set: the *n*th loose slot is sought away from its own side.
    private func bind(_ frame: Frame, _ reading: Reading, moving: Int) -> Binding? {
        var state = State(
            roles: [Mention?](repeating: nil, count: finder.roles.count), evidence: [finder.trigger], left: finder.trigger.lowerBound,
            right: finder.trigger.upperBound)
        var looseIndex = 0
        var moved: [(slot: Frame.Slot, from: SlotFinder.Side)] = []
        var inside: [(lexicon: Int, side: SlotFinder.Side)] = []
        for (slots, side) in [(frame.right, SlotFinder.Side.right), (frame.left, .left)] {
            for slot in slots {
                if reading.hasLexiconsInside, case .lexicon(let lexicon) = slot.filler {
                    if !slot.isOptional { inside.append((lexicon, side)) }
                    continue
                }
                // Of both sides, one mention tells; what would join the second is not there.
                if reading.isOfPair, isLeftOutOfPair(slot) { continue }
                if slot.isLoose {
                    let isMoved = moving & (1 << looseIndex) != 0 || (side == .left && looseIndex == 0 && hasPronounSubject)
                    looseIndex += 1
                    if isMoved {
                        moved.append((slot, side))
                        continue
                    }
                }
                guard fill(slot, on: side, reading, &state) || slot.isOptional else { return nil }
            }
        }
        for (slot, from) in moved {
            if hasPronounSubject, from == .left, carry(slot, &state) { continue }
            let other: SlotFinder.Side = from == .right ? .left : .right
            if fill(slot, on: other, reading, extra: BindingCost.otherSide, &state) { continue }
            guard !reading.isOfPair, carry(slot, &state) || isDispensable(slot) else { return nil }
        }
        if reading.isOfPair, state.roles[0]?.isPair != true { return nil }
        for (lexicon, side) in inside {
            let fillers = state.roles.compactMap { $0 }.filter { mention in
                side == .left
                    ? mention.range.upperBound <= finder.trigger.lowerBound : mention.range.lowerBound >= finder.trigger.upperBound
            }
            guard let word = finder.word(of: lexicon, inside: fillers) else { return nil }
            state.evidence.append(word)
            state.direct += 1
        }
        return Binding(roles: state.roles, evidence: state.evidence, cost: state.cost, direct: state.direct, frame: frame.text)
    }

    private struct State {
        var roles: [Mention?]
        var evidence: [Range<Int>]
        var left: Int
        var right: Int
        var cost = 0
        var direct = 0
    }

    private func isLeftOutOfPair(_ slot: Frame.Slot) -> Bool {
        switch slot.filler {
        case .role(let role): role == 1
        case .words: true
        case .lexicon: false
        }
    }

    private func fill(_ slot: Frame.Slot, on side: SlotFinder.Side, _ reading: Reading, extra: Int = 0, _ state: inout State) -> Bool {
        let edge = side == .right ? state.right : state.left
        let isSubject = slot.isLoose && form != .noun || (slot.introducers.isEmpty && side == .left)
        var finder = finder
        finder.seeksPair = reading.isOfPair
        finder.passesOverPrivate = extra > 0 && isInternational
        if case .role(let role) = slot.filler { finder.otherSide = otherSide(of: role, state) }
        guard
            let found = finder.find(slot, on: side, beyond: edge, isSubject: isSubject, excluding: state.evidence)
                ?? finder.findRelativePlace(slot, excluding: state.evidence)
        else { return false }
        if case .role(let role) = slot.filler { state.roles[role] = found.mention }
        state.evidence.append(found.range)
        state.cost += found.cost + extra
        state.direct += 1
        // A loose slot does not move the edge: it is sought past whatever stands there.
        if side == .right {
            state.right = max(state.right, found.range.upperBound)
        } else {
            state.left = min(state.left, found.range.lowerBound)
        }
        return true
    }

    /// `he visited`: the subject is whoever was named before, not who stands on the other side.
    private var hasPronounSubject: Bool {
        form != .noun && finder.language.subject == .before
            && finder.view.wordClass(at: finder.trigger.lowerBound - 1).contains(.pronoun)
    }

    /// Of an international event, the country of the side that is known already.
    private func otherSide(of role: Int, _ state: State) -> CountryID? {
        guard isInternational, role < 2 else { return nil }
        return state.roles[1 - role]?.country
    }

    /// Takes a role from the text before: “the minister” who was spoken of, a dropped subject.
    private func carry(_ slot: Frame.Slot, _ state: inout State) -> Bool {
        guard case .role(let role) = slot.filler, finder.roles[role].kind == .official || (isMutual && role == 0) else { return false }
        let taken = state.roles.compactMap { $0 }
        let otherSide = otherSide(of: role, state)
        let inSentence = finder.mentions.last { mention in
            mention.isOfficial && mention.range.upperBound <= finder.trigger.lowerBound && !taken.contains { $0.range == mention.range }
                && isTraveller(mention) && (otherSide == nil || mention.country != otherSide)
                && mention.isBase && mention.clitics.isDisjoint(with: .prepositions)
                && (mention.range.upperBound == finder.trigger.lowerBound || !isGoverned(mention))
        }
        let carried =
            inSentence
            ?? cast.subject(before: sentence, within: 2) { mention in
                isTraveller(mention) && (otherSide == nil || mention.country != otherSide)
                    && !taken.contains { $0.country != nil && $0.country == mention.country && $0.posts == mention.posts }
            }
        guard var mention = carried else { return false }
        mention.isInherited = true
        state.roles[role] = mention
        state.cost += BindingCost.carried
        return true
    }

    /// `flew with the minister`; but `as the minister lands` begins a clause.
    private func isGoverned(_ mention: Mention) -> Bool {
        finder.view.wordClass(at: finder.view.governor(of: mention.range)).contains(.preposition)
    }

    private func isTraveller(_ mention: Mention) -> Bool {
        mention.posts.contains {
            finder.rules.knowledge.world.offices[$0.office].isOfficial && finder.rules.knowledge.world.offices[$0.office].travels
        }
    }

    /// A measure may be reported without saying whose it is; a journey may not.
    private func isDispensable(_ slot: Frame.Slot) -> Bool {
        guard case .role(let role) = slot.filler else { return false }
        return finder.roles[role].kind == .power
    }
}
