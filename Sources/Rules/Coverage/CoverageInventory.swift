import Analysis
import Articles
import Diagnostics

/// Tells one part of the rules from all others.
enum CoverageKey: Hashable {
    case term(TermSource, TermID)
    case frame(trigger: Int, String)
    case condition(SourceRange)
    case exclusion(rule: String, String)
    case status(rule: String, EventStatus)
    case language(rule: String, Int)
}

/// Lists all parts of a rule that tests may exercise.
struct CoverageInventory {
    let rules: RuleSet

    typealias Part = (key: CoverageKey, item: CoverageItem)

    private var knowledge: Knowledge { rules.knowledge }

    func parts(of rule: Rule) -> [Part] {
        let triggers = triggers(of: rule)
        let sources = rule.leaves.flatMap(\.sources) + triggers.map { .trigger($0) }
        let entries = sources.flatMap { rules.written?.entries(of: $0) ?? [] }.filter { speaks(rule, $0.language) }
        let words = (unique(terms(entries)) + unique(frames(triggers))).map { key, item in
            var item = item
            item.isShared = Self.folder(of: item.place) != Self.folder(of: rule.place)
            return (key, item)
        }
        return words + conditions(rule) + exclusions(rule) + statuses(rule) + languages(rule, entries)
    }

    private static func folder(of place: SourceRange) -> Substring {
        place.path.prefix(upTo: place.path.lastIndex(of: "/") ?? place.path.startIndex)
    }

    private func terms(_ entries: [WrittenTerms.Entry]) -> [Part] {
        entries.map {
            (.term($0.source, $0.term), CoverageItem(kind: .term, text: $0.text, language: code($0.language), place: $0.place))
        }
    }

    /// Triggers of the events that a rule asks for, in the languages that it claims.
    private func triggers(of rule: Rule) -> [Int] {
        let types = rule.eventTypes
        return knowledge.triggers.indices.filter { index in
            types.contains(knowledge.triggers[index].eventType) && speaks(rule, knowledge.triggers[index].language)
        }
    }

    private func frames(_ triggers: [Int]) -> [Part] {
        let own = Set(triggers)
        return (rules.written?.frames ?? []).filter { own.contains($0.trigger) }.map { frame in
            let language = code(knowledge.triggers[frame.trigger].language)
            return (
                .frame(trigger: frame.trigger, frame.text),
                CoverageItem(kind: .frame, text: frame.text, language: language, place: frame.place)
            )
        }
    }

    private func conditions(_ rule: Rule) -> [Part] {
        rule.leaves.compactMap { leaf in
            (leaf as? PlacedCondition).map {
                (.condition($0.place), CoverageItem(kind: .condition, text: $0.label, language: nil, place: $0.place))
            }
        }
    }

    private func exclusions(_ rule: Rule) -> [Part] {
        rule.exclusions.map { exclusion in
            let text = "exclude \(exclusion.id)"
            let place = Rule.places(of: exclusion.condition).first ?? rule.place
            return (.exclusion(rule: rule.id, text), CoverageItem(kind: .exclusion, text: exclusion.id, language: nil, place: place))
        }
    }

    private func statuses(_ rule: Rule) -> [Part] {
        guard case .event(let pattern) = rule.body else { return [] }
        return EventStatus.allCases.filter(pattern.statuses.contains).map {
            (.status(rule: rule.id, $0), CoverageItem(kind: .status, text: $0.rawValue, language: nil, place: rule.place))
        }
    }

    /// Those that the rule claims; else those that it has words in.
    private func languages(_ rule: Rule, _ entries: [WrittenTerms.Entry]) -> [Part] {
        (rule.header.languages ?? Set(entries.compactMap(\.language))).sorted().map { slot in
            let code = code(slot)
            return (
                .language(rule: rule.id, slot), CoverageItem(kind: .language, text: code ?? "", language: code, place: rule.place)
            )
        }
    }

    private func speaks(_ rule: Rule, _ language: Int?) -> Bool {
        guard let language, let claimed = rule.header.languages else { return true }
        return claimed.contains(language)
    }

    private func code(_ slot: Int?) -> String? { slot.map { knowledge.languages[$0].tag.code } }

    /// A term that is listed twice is one term.
    private func unique(_ parts: [Part]) -> [Part] {
        var seen: Set<CoverageKey> = []
        return parts.filter { seen.insert($0.key).inserted }
    }
}

extension Rule {
    /// Where the leaves of a condition were written.
    static func places(of condition: any Condition) -> [SourceRange] {
        if let placed = condition as? PlacedCondition { return [placed.place] }
        return condition.children.flatMap(places(of:))
    }
}
