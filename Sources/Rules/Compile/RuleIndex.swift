import Analysis

/// Which hits make which rules candidates: the prefilter.
///
/// A rule is looked at when its rarest required term was seen, and only if each of its other requirements was seen too. It never loses a match:
/// what a rule requires, every article of which it holds has.
struct RuleIndex: Sendable {
    /// Anchors that a hit of term *t* stands for, as positions in ``rulesOfAnchor``: those from `firstAnchors[t]` to `firstAnchors[t + 1]`.
    private let firstAnchors: [UInt32]
    private let anchors: [UInt32]
    private let positionOfAnchor: [Anchor: Int]
    /// Rules of which the anchor belongs to the rarest requirement.
    private let rulesOfAnchor: [[Int]]
    /// All requirements of each rule.
    private let requirements: [[[Int]]]
    /// Rules that may hold of any article.
    private let unanchored: [Int]
    private let gate: FormGate
    /// For each rule, the groups of the gate that it needs all of.
    private let neededGroups: [FormGate.Groups]

    init(rules: [Rule], meanings: [[Meaning]], knowledge: Knowledge, analyzer: Analyzer) {
        var positions: [Anchor: Int] = [:]
        var rulesOfAnchor: [[Int]] = []
        var requirements: [[[Int]]] = []
        var unanchored: [Int] = []
        func position(_ anchor: Anchor) -> Int {
            if let known = positions[anchor] { return known }
            positions[anchor] = rulesOfAnchor.count
            rulesOfAnchor.append([])
            return rulesOfAnchor.count - 1
        }
        for (index, rule) in rules.enumerated() {
            let anchors = rule.anchors
            requirements.append(anchors.sets.map { $0.map(position) })
            if let rarest = anchors.rarest {
                for anchor in rarest { rulesOfAnchor[position(anchor)].append(index) }
            } else {
                unanchored.append(index)
            }
        }
        let reader = AnchorReader(knowledge: knowledge)
        var firstAnchors: [UInt32] = []
        var allAnchors: [UInt32] = []
        for list in meanings {
            firstAnchors.append(UInt32(allAnchors.count))
            allAnchors += Set(list.flatMap { reader.anchors(of: $0) }.compactMap { positions[$0] }).sorted().map { UInt32($0) }
        }
        firstAnchors.append(UInt32(allAnchors.count))
        self.firstAnchors = firstAnchors
        anchors = allAnchors
        positionOfAnchor = positions
        self.rulesOfAnchor = rulesOfAnchor
        self.requirements = requirements
        self.unanchored = unanchored
        (gate, neededGroups) = Self.gate(
            requirements, firstAnchors: firstAnchors, anchors: allAnchors,
            headlines: knowledge.world.eventTypes.indices.filter { knowledge.world.eventTypes[$0].isHeadline }
                .compactMap { positions[.eventType($0)] },
            analyzer)
    }

    /// Each requirement of a rule is a group of terms; past 32 they share one.
    private static func gate(
        _ requirements: [[[Int]]], firstAnchors: [UInt32], anchors: [UInt32], headlines: [Int], _ analyzer: Analyzer
    ) -> (FormGate, [FormGate.Groups]) {
        var numberOfSet: [[Int]: Int] = [:]
        var groupsOfPosition: [Int: FormGate.Groups] = [:]
        let needed = requirements.map { sets in
            sets.reduce(into: FormGate.Groups(0)) { groups, set in
                let number = numberOfSet[set.sorted()] ?? numberOfSet.count
                numberOfSet[set.sorted()] = number
                let group: FormGate.Groups = 1 << FormGate.Groups(min(number, 31))
                groups |= group
                for position in set { groupsOfPosition[position, default: 0] |= group }
            }
        }
        let groupsOfTerm = analyzer.automaton.terms.indices.map { term in
            anchors[Int(firstAnchors[term])..<Int(firstAnchors[term + 1])].reduce(FormGate.Groups(0)) {
                $0 | (groupsOfPosition[Int($1)] ?? 0)
            }
        }
        // A headline reports an event without a trigger of its type.
        let open = headlines.reduce(FormGate.Groups(0)) { $0 | (groupsOfPosition[$1] ?? 0) }
        let gate = FormGate(terms: analyzer.automaton.terms, groupsOfTerm: groupsOfTerm, open: open, vocabulary: analyzer.vocabulary)
        return (gate, needed)
    }

    /// Whether any rule may be a candidate, told from the words of an article before its terms are sought.
    func mayHaveCandidates(_ article: AnalyzedArticle) -> Bool {
        let groups = gate.groups(of: article)
        return neededGroups.contains { $0 & ~groups == 0 }
    }

    /// - Parameters:
    ///   - leaves: those that something else than a term stands for, and that were found.
    ///   - headlineTypes: types of event that the headline may report without a trigger.
    func candidates(for article: AnalyzedArticle, leaves: [Int], headlineTypes: [Int]) -> [Int] {
        var seen: Set<Int> = []
        for hit in article.hits {
            let (first, end) = (Int(firstAnchors[Int(hit.term)]), Int(firstAnchors[Int(hit.term) + 1]))
            guard first < end else { continue }
            for index in first..<end { seen.insert(Int(anchors[index])) }
        }
        for leaf in leaves { if let position = positionOfAnchor[.leaf(leaf)] { seen.insert(position) } }
        for type in headlineTypes { if let position = positionOfAnchor[.eventType(type)] { seen.insert(position) } }
        var candidates = Set(unanchored)
        for anchor in seen { candidates.formUnion(rulesOfAnchor[anchor]) }
        return candidates.filter { rule in requirements[rule].allSatisfy { set in set.contains { seen.contains($0) } } }.sorted()
    }

    /// Of each requirement of a rule, in the order of its anchors' sets, what in an article meets it; for explanations.
    func hitsByRequirement(of rule: Int, in article: AnalyzedArticle, headlineTypes: [Int]) -> [(hits: [Hit], isHeadline: Bool)] {
        let headlines = Set(headlineTypes.compactMap { positionOfAnchor[.eventType($0)] })
        return requirements[rule].map { set in
            let needed = Set(set.map { UInt32($0) })
            let hits = article.hits.filter { hit in
                anchors[Int(firstAnchors[Int(hit.term)])..<Int(firstAnchors[Int(hit.term) + 1])].contains { needed.contains($0) }
            }
            return (hits, set.contains { headlines.contains($0) })
        }
    }
}

/// Which anchors a meaning may stand for.
private struct AnchorReader {
    private let knowledge: Knowledge
    /// Types of event with a trigger that needs a word of the lexicon.
    private let typesOfLexicon: [Int: Set<Int>]

    init(knowledge: Knowledge) {
        self.knowledge = knowledge
        typesOfLexicon = knowledge.triggers.reduce(into: [:]) { types, trigger in
            for lexicon in trigger.neededLexicons { types[lexicon, default: []].insert(trigger.eventType) }
        }
    }

    func anchors(of meaning: Meaning) -> [Anchor] {
        switch meaning {
        case .leaf(let leaf): [.leaf(leaf)]
        case .lexicon(let lexicon, _):
            [.lexicon(lexicon)] + (typesOfLexicon[lexicon] ?? []).flatMap { eventTypes(reachedBy: $0) }.map { .eventType($0) }
        case .place(let country, _), .adjective(let country): [.country(country)]
        case .region(let region), .regionAdjective(let region): [.region(region)]
        // A trigger that needs a word of a lexicon beside it is reached from that word, which is rarer.
        case .trigger(let index, _):
            knowledge.triggers[index].neededLexicons.isEmpty
                ? eventTypes(reachedBy: knowledge.triggers[index].eventType).map { .eventType($0) } : []
        // Which office a phrase or a person has is known only once the article is read: any may be the one.
        case .officeHead: knowledge.world.offices.indices.map { .office($0) }
        case .person(let person, _):
            knowledge.world.offices.indices.map { .office($0) }
                + knowledge.world.people[person].offices.compactMap { $0.country.map { .country($0) } }
        case .mask, .body, .bodyAdjective, .portfolio, .modifier, .cue, .lightVerb, .wordClass, .date, .pseudoTrigger: []
        }
    }

    /// The type of a trigger, and what it implies.
    private func eventTypes(reachedBy type: Int) -> [Int] {
        [type] + (knowledge.world.eventTypes[type].implies.flatMap { knowledge.world.eventOfID[$0] }.map { [$0] } ?? [])
    }
}
