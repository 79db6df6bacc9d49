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
            guard let binding = bind(frame), best.map({ binding.isBetter(than: $0) }) ?? true else { continue }
            best = binding
        }
        return best
    }

    /// A loose role may stand on its own side, on the other, or be carried over; each choice is tried.
    private func bind(_ frame: Frame) -> Binding? {
        let loose = (frame.left + frame.right).count { $0.isLoose }
        var best: Binding?
        for choice in 0..<(1 << min(loose, 3)) {
            guard let binding = bind(frame, moving: choice), best.map({ binding.isBetter(than: $0) }) ?? true else { continue }
            best = binding
        }
        return best
    }

    /// - Parameter moving: bit *n* set: the *n*th loose slot is sought away from its own side.
    private func bind(_ frame: Frame, moving: Int) -> Binding? {
        var state = State(
            roles: [Mention?](repeating: nil, count: finder.roles.count), evidence: [finder.trigger], left: finder.trigger.lowerBound,
            right: finder.trigger.upperBound)
        var looseIndex = 0
        var moved: [(slot: Frame.Slot, from: SlotFinder.Side)] = []
        for (slots, side) in [(frame.right, SlotFinder.Side.right), (frame.left, .left)] {
            for slot in slots {
                if slot.isLoose {
                    let isMoved = moving & (1 << looseIndex) != 0
                    looseIndex += 1
                    if isMoved {
                        moved.append((slot, side))
                        continue
                    }
                }
                guard fill(slot, on: side, &state) || slot.isOptional else { return nil }
            }
        }
        for (slot, from) in moved {
            let other: SlotFinder.Side = from == .right ? .left : .right
            if fill(slot, on: other, extra: BindingCost.otherSide, &state) { continue }
            guard carry(slot, &state) || isDispensable(slot) else { return nil }
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

    private func fill(_ slot: Frame.Slot, on side: SlotFinder.Side, extra: Int = 0, _ state: inout State) -> Bool {
        let edge = side == .right ? state.right : state.left
        let isSubject = slot.isLoose && form != .noun || (slot.introducers.isEmpty && side == .left)
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

    /// Takes a role from the text before: “the minister” who was spoken of, a dropped subject.
    private func carry(_ slot: Frame.Slot, _ state: inout State) -> Bool {
        guard case .role(let role) = slot.filler, finder.roles[role].kind == .official else { return false }
        let taken = state.roles.compactMap { $0 }
        let inSentence = finder.mentions.last { mention in
            mention.isOfficial && mention.range.upperBound <= finder.trigger.lowerBound && !taken.contains { $0.range == mention.range }
                && isTraveller(mention)
                && mention.isBase && mention.clitics.isDisjoint(with: .prepositions)
        }
        let carried =
            inSentence
            ?? cast.subject(before: sentence, within: 2) { mention in
                isTraveller(mention) && !taken.contains { $0.country != nil && $0.country == mention.country && $0.posts == mention.posts }
            }
        guard var mention = carried else { return false }
        mention.isInherited = true
        state.roles[role] = mention
        state.cost += BindingCost.carried
        return true
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
