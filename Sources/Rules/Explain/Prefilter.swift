import Analysis

/// Which words of an article led to a rule, and which are lacking.
package struct PrefilterTrace: Sendable {
    /// Of each, the article needs one word at least. Without any, the rule is looked at for every article.
    package let requirements: [Requirement]

    package struct Requirement: Sendable {
        /// `terms oil, gas`, `country CU, BR, …`, `a trigger of visit`
        package let needs: String
        /// Some of the words that would do; empty where they are too many to be of help.
        package let words: [String]
        /// Tokens of the words that meet it.
        package let found: [Range<Int>]
        /// A headline may report the event without a word for it.
        package let isHeadline: Bool

        package var isMet: Bool { !found.isEmpty || isHeadline }
    }
}

/// Names what a rule's anchors stand for.
struct AnchorNames {
    let rules: RuleSet
    let rule: Rule

    private static let shown = 6

    func needs(_ set: Set<Anchor>) -> String {
        var parts: [String] = []
        let world = rules.knowledge.world
        let countries = set.compactMap { if case .country(let id) = $0 { world.countries[id].code } else { nil } }.sorted()
        let regions = set.compactMap { if case .region(let id) = $0 { world.regions[id].code } else { nil } }.sorted()
        // A list of forty countries tells less than their number.
        if countries.count > Self.shown {
            parts.append("one of \(countries.count) countries")
        } else if !countries.isEmpty {
            parts.append("country \(countries.joined(separator: ", "))")
        }
        if !regions.isEmpty { parts.append("region \(regions.joined(separator: ", "))") }
        parts += listedNames(set) { if case .lexicon(let id) = $0 { "lexicon \(rules.knowledge.lexicons[id].id)" } else { nil } }
        parts += listedNames(set) { if case .office(let id) = $0 { "office \(world.offices[id].id)" } else { nil } }
        parts += listedNames(set) { if case .eventType(let id) = $0 { "a trigger of event \(world.eventTypes[id].id)" } else { nil } }
        let leaves = Set(set.compactMap { if case .leaf(let id) = $0 { id } else { nil } })
        parts += rule.leaves.filter { $0.sources.contains { if case .leaf(let id) = $0 { leaves.contains(id) } else { false } } }.map(
            \.label)
        return parts.isEmpty ? "a word of it" : parts.joined(separator: ", or ")
    }

    /// Words that would do, in the language of the article.
    func words(_ set: Set<Anchor>, language: Int?) -> [String] {
        guard let written = rules.written else { return [] }
        let sources = set.sorted { "\($0)" < "\($1)" }.flatMap { anchor -> [TermSource] in
            switch anchor {
            case .leaf(let id): [.leaf(id)]
            case .lexicon(let id): [.lexicon(id)]
            case .eventType(let id):
                rules.knowledge.triggers.indices.filter { rules.knowledge.triggers[$0].eventType == id }.map { .trigger($0) }
            case .country, .region, .office: []
            }
        }
        let texts = sources.lazy.flatMap { written.entries(of: $0) }.filter { $0.language == nil || $0.language == language }.map(\.text)
        return Array(texts.prefix(Self.shown))
    }

    private func listedNames(_ set: Set<Anchor>, _ name: (Anchor) -> String?) -> [String] { set.compactMap(name).sorted() }
}

extension RuleSet {
    /// - Parameter watched: the names of watch-lists in the article, by which a rule with `watchlist` is let in.
    func prefilterTrace(of rule: Int, in article: AnalyzedArticle, names watched: NameHits) -> PrefilterTrace {
        if case .watchlist(let pattern) = rules[rule].body {
            let found = watched[pattern.index.leaf].map(\.range)
            return PrefilterTrace(
                requirements: [.init(needs: "a name of \(pattern.shown)", words: [], found: found, isHeadline: false)])
        }
        let names = AnchorNames(rules: self, rule: rules[rule])
        let found = hitsByRequirement(of: rule, in: article)
        return PrefilterTrace(
            requirements: zip(rules[rule].anchors.sets, found).map { set, found in
                .init(
                    needs: names.needs(set), words: names.words(set, language: article.languageSlot), found: found.hits.map(\.range),
                    isHeadline: found.isHeadline)
            })
    }
}

extension Rule {
    /// The conditions of its body and exclusions that look at the text themselves.
    var leaves: [any Condition] {
        var roots = exclusions.map(\.condition)
        if case .match(let condition) = body { roots.insert(condition, at: 0) }
        return roots.flatMap(Self.leaves(of:))
    }

    private static func leaves(of condition: any Condition) -> [any Condition] {
        condition.children.isEmpty ? [condition] : condition.children.flatMap(leaves(of:))
    }
}
