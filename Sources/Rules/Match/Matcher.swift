package import Analysis
package import Articles

/// Runs the rules over articles; one a worker, with scratch of its own.
package struct Matcher {
    package let rules: RuleSet
    private var analyzed = AnalyzedArticle()
    private var nameScratch = NameScratch()
    /// Rules are reached from the words of the article. Off, every rule is evaluated: for tests, which must find the same.
    package var usesPrefilter = true

    /// The day on which rules are run, which some do not live to see; nil for none in particular.
    package let day: CivilDate?

    package init(_ rules: RuleSet, on day: CivilDate? = nil) {
        self.rules = rules
        self.day = day
    }

    /// What the work was, for `--stats` and benchmarks.
    package struct Statistics: Sendable {
        package var articles = 0
        package var tokens = 0
        /// Articles in whose words some rule may find what it needs, and whose terms were sought.
        package var read = 0
        package var hits = 0
        /// Rules that the prefilter let through.
        package var candidates = 0
        /// Articles whose events were extracted.
        package var extractions = 0
        package var matches = 0
    }

    package private(set) var statistics = Statistics()

    /// A rule that holds of an article.
    package struct Match: Sendable {
        package let rule: Rule
        /// The event it holds of; nil for a rule about text.
        package let event: Event?
        /// Tokens it stands on, in order.
        package let evidence: [Range<Int>]
        /// The entry of a watch-list that it holds of; nil for other rules.
        package var watch: WatchSummary?
    }

    /// The matches of an article, by rule id, then by place; and the article as analysed.
    package mutating func match(_ article: Article, where isWanted: (Rule) -> Bool = { _ in true }) -> (
        matches: [Match], article: AnalyzedArticle
    ) {
        rules.analyzer.readWords(of: article, into: &analyzed)
        statistics.articles += 1
        statistics.tokens += analyzed.tokens.count
        let names = rules.names(in: analyzed, &nameScratch)
        guard !usesPrefilter || !names.isEmpty || rules.mayHaveCandidates(analyzed) else { return ([], analyzed) }
        rules.analyzer.readText(of: &analyzed)
        statistics.read += 1
        let candidates = (usesPrefilter ? rules.candidates(for: analyzed, names: names) : Array(rules.rules.indices)).filter {
            rules.rules[$0].rest(on: day) == nil && isWanted(rules.rules[$0])
        }
        statistics.hits += analyzed.hits.count
        statistics.candidates += candidates.count
        guard !candidates.isEmpty else { return ([], analyzed) }
        let extraction = extract(for: candidates)
        var context = MatchContext(article: analyzed, rules: rules, extraction: extraction, isTracing: false)
        context.names = names
        var matches: [Match] = []
        for index in candidates {
            var evaluation = RuleEvaluation(rule: rules.rules[index], extraction: extraction, context: context)
            matches += evaluation.run()
            context = evaluation.context
        }
        statistics.matches += matches.count
        return (matches, analyzed)
    }

    /// How a rule comes to hold of an article or not: the same evaluation, with its steps kept.
    ///
    /// - Parameter nearMisses: also look for what would nearly have held, which takes longer.
    package mutating func explain(_ article: Article, _ rule: Rule, nearMisses: Bool = false) -> Explanation {
        rules.analyzer.analyze(article, into: &analyzed)
        let extraction = EventExtractor(rules: rules, types: rules.eventTypes).extract(from: analyzed)
        var context = MatchContext(article: analyzed, rules: rules, extraction: extraction, isTracing: true)
        context.names = rules.names(in: analyzed, &nameScratch)
        context.seeksNearMisses = nearMisses
        var evaluation = RuleEvaluation(rule: rule, extraction: extraction, context: context)
        let matches = evaluation.run()
        let index = rules.rules.partitioningIndex { $0.id >= rule.id }
        return Explanation(
            rule: rule, article: analyzed, matches: matches, deciding: evaluation.deciding, tree: evaluation.tree,
            events: extraction.events.filter { rule.eventTypes.contains($0.type) }, rest: rule.rest(on: day),
            prefilter: nearMisses ? rules.prefilterTrace(of: index, in: analyzed, names: evaluation.context.names) : nil)
    }

    /// The events of an article that the loaded rules ask for, matched or not.
    package mutating func events(of article: Article) -> (events: [Event], article: AnalyzedArticle) {
        rules.analyzer.analyze(article, into: &analyzed)
        return (EventExtractor(rules: rules, types: rules.eventTypes).extract(from: analyzed).events, analyzed)
    }

    /// The events that the candidate rules ask for.
    private mutating func extract(for candidates: [Int]) -> EventExtractor.Result {
        let asked = candidates.reduce(into: Set<Int>()) { $0.formUnion(rules.rules[$1].eventTypes) }
        guard !asked.isEmpty else { return EventExtractor.Result() }
        statistics.extractions += 1
        // All types that the rules ask for: what stands beside an event bears on how it is understood.
        return EventExtractor(rules: rules, types: rules.knowledge.world.types(implying: rules.eventTypes)).extract(from: analyzed)
    }
}
