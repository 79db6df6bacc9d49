import Analysis
import YAML

/// How far a condition looks, and how often it must hold.
struct Bounds: Sendable {
    enum Window: String, Sendable, CaseIterable {
        case sentence, paragraph, lead, title, article
    }

    var window: Window?
    var scope: Set<Zone>?
    /// Words from the start of the article.
    var first: Int?
    var atLeast: Int?

    var isOpen: Bool { (window == nil || window == .article) && scope == nil && first == nil && atLeast == nil }

    static func read(_ reader: inout MapReader, _ problems: Problems) -> Bounds {
        var bounds = Bounds()
        bounds.window = reader.choice("within", Window.self)
        let zones = reader.choices("scope", Zone.self)
        bounds.scope = zones.isEmpty ? nil : Set(zones)
        bounds.first = reader.number("first", in: 1...100_000)
        bounds.atLeast = reader.number("at-least", in: 1...1000)
        return bounds
    }
}

/// A condition with `within`, `scope`, `first` or `at-least` beside it.
struct BoundedCondition: Condition {
    static let key = ""
    static let summary = "A condition within bounds."
    static let value = ValueKind.shape("condition")
    static let examples: [ConditionExample] = []

    let inner: any Condition
    let bounds: Bounds

    static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> BoundedCondition? { nil }

    var eventTypes: Set<Int> { inner.eventTypes }
    var anchors: Anchors { inner.anchors }
    var standsInText: Bool { inner.standsInText }

    var label: String {
        var parts: [String] = []
        if let window = bounds.window { parts.append("within \(window.rawValue)") }
        if let scope = bounds.scope { parts.append("in \(scope.map(\.rawValue).sorted().joined(separator: ", "))") }
        if let first = bounds.first { parts.append("in the first \(first) words") }
        if let atLeast = bounds.atLeast { parts.append("at least \(atLeast)") }
        return parts.joined(separator: ", ")
    }

    /// As tests name it: `within sentence`, `scope`, `first`, `at-least`.
    private var names: [String] {
        [
            bounds.window.map { "within \($0.rawValue)" }, bounds.scope.map { _ in "scope" }, bounds.first.map { _ in "first" },
            bounds.atLeast.map { _ in "at-least" },
        ].compactMap { $0 }
    }
    var name: String { inner.name }
    var children: [any Condition] { [inner] }
    var reasons: [String] { names + inner.reasons }
    func requirements(of failed: [TraceNode]) -> [[String]] {
        let missing = failed.filter { !$0.holds }.flatMap(\.requirements)
        return missing.isEmpty ? [names] : missing
    }

    func evaluate(in context: inout MatchContext) -> Outcome {
        let outer = context.view
        var outcome = bounded(in: &context)
        context.view = outer
        // Where the inner condition would hold without the bounds, they are what failed.
        if context.isTracing, !outcome.holds, context.untraced({ inner.evaluate(in: &$0) }).holds {
            outcome.requirements = [names]
            outcome.note = outcome.note ?? "it holds, but not \(label)"
        }
        return outcome
    }

    private func bounded(in context: inout MatchContext) -> Outcome {
        if let scope = bounds.scope { context.view.zones.formIntersection(scope) }
        if let first = bounds.first { context.view.window = context.view.window.clamped(to: 0..<first) }
        switch bounds.window {
        case .title: context.view.zones.formIntersection([.title])
        case .lead: context.view.zones.formIntersection([.title, .lead])
        case .sentence:
            return evaluate(in: &context) { article, token in
                Int(article.sentenceOfToken[token])
            } window: {
                $0.sentences[$1].tokens
            }
        case .paragraph:
            return evaluate(in: &context) { article, token in
                article.sentences[Int(article.sentenceOfToken[token])].line
            } window: {
                $0.lines[$1].tokens
            }
        case .article, nil: break
        }
        return counted(context.evaluate(inner))
    }

    /// Holds where the inner condition holds inside one of these.
    private func evaluate(
        in context: inout MatchContext, index: (AnalyzedArticle, Int) -> Int, window: (AnalyzedArticle, Int) -> Range<Int>
    ) -> Outcome {
        // What is absent from one sentence may stand in another: `none` is asked window by window.
        let passesOver = context.passesOverAbsence
        context.passesOverAbsence = true
        let whole = context.evaluate(inner)
        context.passesOverAbsence = passesOver
        guard whole.holds else { return whole }
        let outer = context.view.window
        defer { context.view.window = outer }
        var spans: [Range<Int>] = []
        // A condition without evidence of its own (`none`) holds anywhere; the others only where their evidence stands.
        let indices = Set(whole.spans.map { index(context.article, $0.lowerBound) }).sorted()
        for number in indices {
            context.view.window = outer.clamped(to: window(context.article, number))
            let outcome = counted(context.untraced { inner.evaluate(in: &$0) })
            if outcome.holds { spans += outcome.spans }
        }
        return .found(spans, otherwise: "it holds in the article, but not within one \(bounds.window?.rawValue ?? "window")")
    }

    private func counted(_ outcome: Outcome) -> Outcome {
        guard let atLeast = bounds.atLeast, outcome.holds else { return outcome }
        let count = Set(outcome.spans).count
        return count >= atLeast ? outcome : Outcome(holds: false, spans: [], note: "found \(count) times, not \(atLeast)")
    }
}
