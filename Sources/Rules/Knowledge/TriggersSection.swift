import Diagnostics
import YAML

/// `triggers: [{event, past, present, …, frame(s), status, requires, unless, destination-of}]` in one language.
enum TriggersSection: PackSection {
    static let key = "triggers"
    static let stage = 5
    static let scope = SectionScope.language

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        guard let slot = builder.slot(of: pack) else { return }
        for item in builder.problems.list(node, key) { read(item, slot, of: nil, into: &builder) }
    }

    /// - Parameter owner: the type of event whose trigger it is; nil where the trigger names it itself.
    static func read(_ node: YAMLNode, _ slot: Int, of owner: Int?, into builder: inout RuleSetBuilder) {
        guard var reader = MapReader(node, owner == nil ? "trigger" : "trigger of an event", builder.problems) else { return }
        let event =
            owner ?? reader.required("event").flatMap { builder.lookUp($0, "event type", in: builder.knowledge.world.eventOfID) }
        var forms = TriggerForm.allCases.map { ($0, reader.texts($0.rawValue)) }.filter { !$0.1.isEmpty }
        // Forms of a verb whose tense nobody tells report that it happened.
        let verbs = reader.texts("verb")
        if !verbs.isEmpty { forms.append((.past, verbs)) }
        let longFrame = reader.value("frame").flatMap { $0.entries == nil ? nil : $0 }
        let frameNodes = (longFrame == nil ? reader.texts("frame") : []) + reader.texts("frames")
        let status = statuses(&reader, builder)
        let sense = GuardReader(language: slot).sense(&reader, &builder)
        let destinationOf = reader.value("destination-of")
        let isSettled = reader.flag("settled") ?? false
        reader.finish()
        guard let event else { return }
        let type = builder.knowledge.world.eventTypes[event]
        if forms.isEmpty { builder.problems.report(.missingKey("past", in: "trigger", at: node.range)) }
        if frameNodes.isEmpty, longFrame == nil { builder.problems.report(.missingKey("frame", in: "trigger", at: node.range)) }
        let parser = FrameParser(eventType: type, lexiconOfID: builder.lexiconOfID)
        let frames =
            frameNodes.compactMap { Self.frame($0, parser, builder.problems) }
            + (longFrame.map { FrameMapReader(eventType: type).read($0, builder) } ?? [])
        if builder.written != nil {
            for node in frameNodes {
                builder.written?.add(
                    WrittenTerms.FrameEntry(trigger: builder.knowledge.triggers.count, text: node.scalar ?? "", place: node.range))
            }
        }
        let roles = Dictionary(type.roles.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        let index = builder.knowledge.triggers.count
        builder.knowledge.triggers.append(
            Trigger(
                eventType: event, language: slot, frames: frames, status: status, sense: sense,
                destinationOf: destinationOf.flatMap { builder.lookUp($0, "role of \(type.id)", in: roles) },
                isSettled: isSettled, name: forms.first?.1.first?.scalar ?? type.id))
        for (form, words) in forms {
            builder.addAll(words, language: slot, .init(kind: form == .noun ? .noun : nil), meaning: .trigger(index, form))
        }
    }

    private static func frame(_ node: YAMLNode, _ parser: FrameParser, _ problems: Problems) -> Frame? {
        do {
            return try parser.parse(node.scalar ?? "")
        } catch {
            let near = error.nearestOf.flatMap { nearest(to: $0.name, among: $0.candidates.sorted()) }
            problems.report(.badFrame(node.scalar ?? "", reason: error.reason, nearest: near, at: node.range))
            return nil
        }
    }

    /// `status: completed`, or by form: `status: {past: ongoing}`.
    static func statuses(_ reader: inout MapReader, _ builder: RuleSetBuilder) -> [TriggerForm: EventStatus] {
        guard let node = reader.value("status") else { return [:] }
        if node.scalar != nil {
            guard let status: EventStatus = builder.problems.choice(node, "status") else { return [:] }
            return Dictionary(uniqueKeysWithValues: TriggerForm.allCases.map { ($0, status) })
        }
        var statuses: [TriggerForm: EventStatus] = [:]
        for (_, keyNode, value) in builder.problems.entries(node, "status") {
            guard let form: TriggerForm = builder.problems.choice(keyNode, "form"),
                let status: EventStatus = builder.problems.choice(value, "status")
            else { continue }
            statuses[form] = status
        }
        return statuses
    }
}
