package import Articles
package import Rules

/// Two rule sets that run over the same articles.
package struct RuleSetPair {
    package enum Side: Sendable {
        case old, new
    }

    private var old: Matcher
    private var new: Matcher
    private let oldRules: [String: Rule]
    private let newRules: [String: Rule]

    package init(old: RuleSet, new: RuleSet) {
        self.old = Matcher(old)
        self.new = Matcher(new)
        func byID(_ set: RuleSet) -> [String: Rule] { Dictionary(set.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }) }
        oldRules = byID(old)
        newRules = byID(new)
    }

    package func rules(_ side: Side) -> [Rule] {
        switch side {
        case .old: old.rules.rules
        case .new: new.rules.rules
        }
    }

    package mutating func compare(_ article: Article, where isWanted: (Rule) -> Bool = { _ in true }) -> AlertComparison {
        AlertComparison(old: Self.alerts(&old, article, isWanted), new: Self.alerts(&new, article, isWanted))
    }

    private static func alerts(_ matcher: inout Matcher, _ article: Article, _ isWanted: (Rule) -> Bool) -> [Alert] {
        let (matches, analyzed) = matcher.match(article, where: isWanted)
        return AlertRaiser(rules: matcher.rules).raise(matches, of: analyzed)
    }

    /// What kept the other set from raising an alert; nil for one that both raise.
    package mutating func obstacle(to difference: AlertComparison.Difference, in article: Article) -> Obstacle? {
        switch difference {
        case .added: oldRules[difference.rule].map { Obstacle(old.explain(article, $0)) } ?? .noSuchRule
        case .removed: newRules[difference.rule].map { Obstacle(new.explain(article, $0)) } ?? .noSuchRule
        case .changed: nil
        }
    }
}
