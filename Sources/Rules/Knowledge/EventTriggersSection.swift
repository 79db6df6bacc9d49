import Diagnostics
import YAML

/// `events: [{id, triggers: {ar: […]}, not: {ar: […]}}]`: the words of an event type, where one file says all of it.
enum EventTriggersSection: PackSection {
    static let key = "events"
    static let stage = 5
    static let scope = SectionScope.world

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        for item in node.items ?? [] {
            guard let id = item["id"]?.scalar, let event = builder.knowledge.world.eventOfID[id] else { continue }
            let triggers = item["triggers"].map { builder.problems.entries($0, "triggers") } ?? []
            for (code, keyNode, value) in triggers {
                guard let slot = builder.languageSlot(code, at: keyNode.range) else { continue }
                for trigger in builder.problems.list(value, "triggers") { TriggersSection.read(trigger, slot, of: event, into: &builder) }
            }
            if let phrases = item["not"] {
                TermListReader(kind: .noun).read(phrases, into: &builder) { .pseudoTrigger(event) }
            }
        }
    }
}

/// Reads the long form of a frame: `{actor: {side: before, or: after}, destination: {side: after, by: [to], direct: false}}`.
///
/// Roles stand in the order in which they are written, outward from the trigger on each side.
struct FrameMapReader {
    let eventType: EventType

    private struct Slot {
        let role: Int
        let side: Guard.Side
        let isLoose: Bool
        let isOptional: Bool
        let introducers: [Frame.Introducer]
        /// May also stand without any of the introducers.
        let isDirect: Bool
    }

    /// - Returns: one frame, or two where a role may stand with or without what introduces it.
    func read(_ node: YAMLNode, _ builder: RuleSetBuilder) -> [Frame] {
        var slots: [Slot] = []
        for (name, keyNode, value) in builder.problems.entries(node, "frame") {
            let roles = Dictionary(eventType.roles.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
            let role = builder.lookUp(keyNode, "role of \(eventType.id)", in: roles)
            guard var reader = MapReader(value, "role of a frame", builder.problems) else { continue }
            let side = reader.required("side").flatMap { node -> LanguageProfile.Side? in builder.problems.choice(node, "side") }
            let other = reader.choice("or", LanguageProfile.Side.self)
            let by = reader.texts("by")
            let isDirect = reader.flag("direct") ?? by.isEmpty
            let isOptional = reader.flag("optional") ?? false
            reader.finish()
            guard name == keyNode.scalar, let role, let side else { continue }
            slots.append(
                Slot(
                    role: role, side: side == .before ? .before : .after, isLoose: other != nil, isOptional: isOptional,
                    introducers: by.compactMap { $0.scalar.map { Frame.Introducer($0) } }.filter { !$0.keys.isEmpty }, isDirect: isDirect))
        }
        guard !slots.isEmpty else { return [] }
        let text = node.entries?.map(\.name).joined(separator: " ") ?? ""
        let isAmbiguous = slots.contains { $0.isDirect && !$0.introducers.isEmpty }
        return [frame(slots, text, introduced: true)] + (isAmbiguous ? [frame(slots, text, introduced: false)] : [])
    }

    private func frame(_ slots: [Slot], _ text: String, introduced: Bool) -> Frame {
        func side(_ side: Guard.Side) -> [Frame.Slot] {
            slots.filter { $0.side == side }.map { slot in
                Frame.Slot(
                    filler: .role(slot.role), introducers: introduced || !slot.isDirect ? slot.introducers : [], isLoose: slot.isLoose,
                    isOptional: slot.isOptional)
            }
        }
        return Frame(left: side(.before), right: side(.after), text: text)
    }
}
