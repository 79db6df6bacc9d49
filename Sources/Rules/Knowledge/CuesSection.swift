import Diagnostics
import YAML

/// `cues: [{status, words, side, distance}]` in one language: words that say how real an event is.
enum CuesSection: PackSection {
    static let key = "cues"
    static let stage = 3
    static let scope = SectionScope.language

    enum Sign: String, CaseIterable {
        case denied, cancelled, negated, hypothetical, planned, ongoing, completed, historical, postponed, remote, pseudo

        var sign: Cue.Sign {
            switch self {
            case .denied: .status(.denied)
            case .cancelled: .status(.cancelled)
            case .negated: .status(.negated)
            case .hypothetical: .status(.hypothetical)
            case .planned: .status(.planned)
            case .ongoing: .status(.ongoing)
            case .completed: .status(.completed)
            case .historical: .status(.historical)
            case .postponed: .postponed
            case .remote: .remote
            case .pseudo: .pseudo
            }
        }
    }

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        guard let slot = builder.slot(of: pack) else { return }
        for item in builder.problems.list(node, key) {
            guard var reader = MapReader(item, "cue", builder.problems) else { continue }
            let sign = reader.required("status").flatMap { node -> Sign? in builder.problems.choice(node, "status") }
            let side = reader.choice("side", Guard.Side.self) ?? .before
            let distance = reader.number("distance", in: 1...60) ?? 8
            _ = reader.required("words")
            let words = reader.texts("words")
            reader.finish()
            guard let sign else { continue }
            let index = builder.knowledge.cues.count
            builder.knowledge.cues.append(Cue(sign: sign.sign, side: side, distance: distance, language: slot))
            builder.addAll(words, language: slot, meaning: .cue(index))
        }
    }
}

/// `light-verbs: {past: […], present: […], future: […]}` in one language: verbs that only carry a noun (`make` a visit).
enum LightVerbsSection: PackSection {
    static let key = "light-verbs"
    static let stage = 3
    static let scope = SectionScope.language

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        guard let slot = builder.slot(of: pack), var reader = MapReader(node, "light verbs", builder.problems) else { return }
        for form in TriggerForm.allCases {
            builder.addAll(reader.texts(form.rawValue), language: slot, meaning: .lightVerb(form))
        }
        reader.finish()
    }
}
