package import Analysis
import Diagnostics

/// One article under evaluation: its analysis, what was extracted of it, and where a condition may look.
package struct MatchContext {
    package let article: AnalyzedArticle
    let rules: RuleSet
    /// Where the current condition may look.
    var view: View
    /// Hits of rule terms, by leaf.
    private let leaves: [Int: [Range<Int>]]
    /// Hits of guarded and open lexicon words, by lexicon.
    private let lexiconHits: [Int: [(range: Range<Int>, guardGroup: Int?)]]
    private let events: [Event]
    /// Triggers that became no event.
    let rejected: [RejectedTrigger]
    private var mentionCache: [Int: [Mention]]
    /// Names of watch-lists.
    var names = NameHits()
    /// What the rule's exclusions take away.
    var removals: [Removal] = []
    /// `none` is taken to hold: the windows in which it must are only being looked for.
    var passesOverAbsence = false
    /// How many `near` are being evaluated round the current condition: what they find counts as a whole.
    var nearDepth = 0
    package private(set) var isTracing: Bool
    /// Somebody reads the explanation: what nearly held is looked for.
    var seeksNearMisses = false
    private var openTraces: [TraceNode] = []
    package private(set) var trace: TraceNode?

    struct View {
        var zones: Set<Zone>
        var window: Range<Int>
    }

    init(article: AnalyzedArticle, rules: RuleSet, extraction: EventExtractor.Result, isTracing: Bool) {
        self.article = article
        self.rules = rules
        self.isTracing = isTracing
        view = View(zones: Zone.content, window: 0..<article.tokens.count)
        mentionCache = extraction.mentions
        events = extraction.events
        rejected = extraction.rejected
        var leaves: [Int: [Range<Int>]] = [:]
        var lexicons: [Int: [(range: Range<Int>, guardGroup: Int?)]] = [:]
        for hit in article.hits {
            for meaning in rules.meanings(of: hit.term) {
                switch meaning {
                case .leaf(let leaf): leaves[leaf, default: []].append(hit.range)
                case .lexicon(let lexicon, let guardGroup): lexicons[lexicon, default: []].append((hit.range, guardGroup))
                default: break
                }
            }
        }
        self.leaves = leaves
        lexiconHits = lexicons
    }

    // MARK: Evaluation

    package mutating func evaluate(_ condition: some Condition) -> Outcome { evaluate(condition as any Condition) }

    package mutating func evaluate(_ condition: any Condition) -> Outcome {
        guard isTracing else { return condition.evaluate(in: &self) }
        openTraces.append(TraceNode(condition))
        let outcome = condition.evaluate(in: &self)
        var node = openTraces.removeLast()
        node.finish(outcome, of: condition)
        if !node.holds, seeksNearMisses { node.nearMisses = untraced { condition.nearMisses(in: &$0) } }
        if openTraces.isEmpty { trace = node } else { openTraces[openTraces.count - 1].children.append(node) }
        return outcome
    }

    /// Evaluates something whose steps are no part of an explanation.
    mutating func untraced<Result>(_ body: (inout MatchContext) -> Result) -> Result {
        let traced = isTracing
        isTracing = false
        defer { isTracing = traced }
        return body(&self)
    }

    // MARK: What leaves see

    func spans(ofLeaf leaf: Int) -> [Range<Int>] {
        guard let spans = leaves[leaf] else { return [] }
        return spans[inWindow(spans.count) { spans[$0].lowerBound }].filter(isVisible)
    }

    /// Of things in order of their first token, those in the window.
    private func inWindow(_ count: Int, _ start: (Int) -> Int) -> Range<Int> {
        func first(notBefore token: Int) -> Int { (0..<count).partitioningIndex { start($0) >= token } }
        let low = first(notBefore: view.window.lowerBound)
        return low..<max(low, first(notBefore: view.window.upperBound))
    }

    func isVisible(_ span: Range<Int>) -> Bool {
        view.window.contains(span.lowerBound) && span.upperBound <= view.window.upperBound
            && view.zones.contains(article.zone(of: span.lowerBound))
            && !removals.contains { (!$0.isOfWhole || nearDepth == 0) && $0.takes(span) }
    }

    /// Whether the exclusions leave a finding of several words, from its first to its last.
    func keepsWhole(_ span: Range<Int>) -> Bool { !removals.contains { $0.isOfWhole && $0.takes(span) } }

    func spans(of pattern: TermPattern) -> [Range<Int>] { pattern.spans(in: article).filter(isVisible) }

    mutating func lexiconOutcome(_ lexicon: Int) -> Outcome {
        var spans: [Range<Int>] = []
        var note: String?
        let hits = lexiconHits[lexicon] ?? []
        for (range, guardGroup) in hits[inWindow(hits.count) { hits[$0].range.lowerBound }] where isVisible(range) {
            guard let guardGroup else {
                spans.append(range)
                continue
            }
            let sense = rules.knowledge.lexicons[lexicon].guards[guardGroup]
            if let objection = objection(to: range, sense) {
                if isTracing { note = note ?? "\(quoted(article.surface(range))) stands there, but \(objection.text)" }
            } else {
                spans.append(range)
            }
        }
        return .found(withoutOverlaps(spans), otherwise: note ?? "no word of it stands there")
    }

    private mutating func objection(to range: Range<Int>, _ sense: SenseGuard) -> SenseObjection? {
        let sentence = Int(article.sentenceOfToken[range.lowerBound])
        let mentions = mentions(in: sentence)
        return GuardChecker(rules: rules, view: rules.view(of: sentence, in: article), article: article, mentions: mentions).objection(
            to: range, sense)
    }

    private func withoutOverlaps(_ spans: [Range<Int>]) -> [Range<Int>] {
        var kept: [Range<Int>] = []
        for span in spans.sorted(by: { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) })
        where kept.last.map({ !$0.overlaps(span) }) ?? true {
            kept.append(span)
        }
        return kept
    }

    mutating func mentionSpans(where holds: (Mention, Int) -> Bool) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        guard let first = view.window.first, first < article.sentenceOfToken.count else { return [] }
        for number in Int(article.sentenceOfToken[first])..<article.sentences.count {
            let sentence = article.sentences[number]
            guard sentence.tokens.lowerBound < view.window.upperBound else { break }
            guard view.zones.contains(sentence.zone) else { continue }
            for mention in mentions(in: number) where holds(mention, number) && isVisible(mention.range) { spans.append(mention.range) }
        }
        return spans
    }

    func eventSpans(ofType type: Int) -> [Range<Int>] { events.filter { $0.type == type }.map(\.trigger).filter(isVisible) }

    /// All mentions of a sentence; those that the extraction of events did not need are found now.
    mutating func mentions(in sentence: Int) -> [Mention] {
        if let known = mentionCache[sentence] { return known }
        let found = rules.mentions(of: sentence, in: article)
        mentionCache[sentence] = found
        return found
    }
}
