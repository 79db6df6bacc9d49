import Analysis
import Articles
import Diagnostics
import YAML

/// W011, W012: a language that a rule claims, and has no words or tests in.
enum ClaimedLanguageLint: Lint {
    static let codes: [Diagnostic.Code] = ["W011", "W012"]

    static func check(_ subject: LintSubject) {
        let reach = LanguageReach(subject)
        for site in subject.rules where !subject.faultyPaths.contains(site.node.range.path) {
            guard let list = site.node["languages"] else { continue }
            for node in list.items ?? [list] {
                guard let code = node.scalar, let slot = subject.knowledge.languages.firstIndex(where: { $0.tag.code == code }) else {
                    continue
                }
                if let condition = site.condition, let missing = reach.missing(in: condition, slot, code) {
                    let help = ["add words under `\(code)`, or take `\(code)` out of `languages`"]
                    subject.report(.languageWithoutWords(code, help: help, at: node.range, also: missing.range))
                } else {
                    checkTests(of: site, code, node, subject)
                }
            }
        }
    }

    /// A rule without any test is told by other means; one that tests some of its languages has forgotten the others.
    private static func checkTests(of site: RuleSite, _ code: String, _ node: YAMLNode, _ subject: LintSubject) {
        // What a stable rule needs is stricter, and checked elsewhere.
        guard site.rule.header.status != .stable, !site.rule.tests.isEmpty else { return }
        let tested = site.rule.tests.map { $0.language?.code }
        guard !tested.contains(nil), !tested.contains(code) else { return }
        subject.report(.languageWithoutTests(code, at: node.range))
    }
}

/// In which languages something can be found.
private struct LanguageReach {
    /// Slots by what a rule names; nil stands for all of them.
    private var slots: [String: Set<Int>?] = [:]

    init(_ subject: LintSubject) {
        var ofMeaning: [Meaning: Set<Int>?] = [:]
        for site in subject.terms where site.isSought {
            var key = site.meaning
            if case .lexicon(let index, _) = key { key = .lexicon(index, guardGroup: nil) }
            guard let slot = site.language else {
                ofMeaning[key] = .some(nil)
                continue
            }
            let known = ofMeaning[key] ?? []
            ofMeaning[key] = .some(known.map { $0.union([slot]) })
        }
        for (id, index) in subject.builder.lexiconOfID { slots["lexicon \(id)"] = ofMeaning[.lexicon(index, guardGroup: nil)] ?? [] }
        for (id, leaf) in subject.builder.leafOfList { slots["list \(id)"] = ofMeaning[.leaf(leaf)] ?? [] }
        // The names of a file are of no language, or of that which the file says.
        for id in subject.builder.nameSources.fileLists { slots["list \(id)"] = .some(nil) }
        for (id, names) in subject.builder.namesOfEntity { slots["entity \(id)"] = ofMeaning[.leaf(names.names)] ?? [] }
    }

    /// The part of a condition that keeps it from holding in a language; nil when it may hold.
    func missing(in condition: ConditionOutline, _ slot: Int, _ code: String) -> YAMLNode? {
        switch condition.kind {
        case .none: return nil
        case .all, .near:
            for part in condition.parts { if let missing = missing(in: part, slot, code) { return missing } }
            return nil
        case .any:
            let all = condition.parts.map { missing(in: $0, slot, code) }
            return all.allSatisfy { $0 != nil } ? all.first ?? nil : nil
        case .some(let least):
            let lacking = condition.parts.compactMap { missing(in: $0, slot, code) }
            return condition.parts.count - lacking.count < least ? lacking.first : nil
        case .terms:
            guard let entries = condition.node.entries, !entries.contains(where: { $0.name == code }) else { return nil }
            return condition.node
        case .reference(let key, let names):
            let isReached = names.contains { name in
                guard let known = slots["\(key) \(name)"] else { return true }
                return known.map { $0.contains(slot) } ?? true
            }
            return isReached ? nil : condition.node
        }
    }
}
