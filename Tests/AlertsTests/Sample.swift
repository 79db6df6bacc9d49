import Alerts
import Analysis
import Articles
import Diagnostics
import Rules
import Testing

/// Alerts of a small rule set about an article that a test makes up.
struct Sample {
    let rules: RuleSet

    static let core = [
        """
        schema: 1
        pack: core
        countries: {RU: {title: Russia}, CU: {title: Cuba}, BR: {title: Brazil}}
        offices: {minister: {title: minister}}
        events:
          - {id: visit, title: A visit, roles: {actor: official, destination: place}}
        people:
          - {id: sergey-lavrov, names: {latin: [Sergey Lavrov]}, offices: [{office: minister, portfolio: foreign, country: RU}]}
        """,
        """
        schema: 1
        pack: core
        language: en
        profile: {name: English, script: Latin, frequent: [the, of]}
        countries: {RU: {names: [Russia]}, CU: {names: [Cuba]}, BR: {names: [Brazil]}}
        offices: {heads: [{office: minister, words: [minister]}], portfolios: {foreign: [foreign]}, patterns: ["PORT? HEAD"]}
        triggers:
          - {event: visit, past: [visited], future: [will visit], frame: actor V destination}
        """,
    ]

    /// - Parameter rules: the rules of a file, as YAML.
    init(_ rules: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        var loader = RuleLoader()
        for text in Self.core { loader.read(SourceFile(path: "core.yaml", text: text)) }
        loader.read(SourceFile(path: "t.yaml", text: "schema: 1\npack: t\nrules:\n" + rules))
        self.rules = loader.compile()
        try #require(
            loader.problems.diagnostics.isEmpty, "\(TextRenderer().render(loader.problems.diagnostics))", sourceLocation: sourceLocation)
    }

    /// Codes of all that is wrong with the sections of a file.
    static func codes(of sections: String) -> [String] {
        var loader = RuleLoader()
        for text in Self.core { loader.read(SourceFile(path: "core.yaml", text: text)) }
        loader.read(SourceFile(path: "t.yaml", text: "schema: 1\npack: t\n" + sections))
        _ = loader.compile()
        return loader.problems.diagnostics.map(\.code.description)
    }

    static func oil(_ extra: String = "") throws -> Sample {
        try Sample("  - {id: t.oil, title: Oil, match: {terms: [oil, crude, نفط]}\(extra)}\n")
    }
    static func visit(_ extra: String = "") throws -> Sample {
        try Sample("  - {id: t.visit, title: Visit, event: {type: visit}\(extra)}\n")
    }

    func alerts(_ article: Article, now: Timestamp? = nil) -> [Alert] {
        var matcher = Matcher(rules)
        let (matches, analyzed) = matcher.match(article)
        return AlertRaiser(rules: rules, now: now).raise(matches, of: analyzed)
    }

    func alert(_ article: Article, now: Timestamp? = nil, sourceLocation: SourceLocation = #_sourceLocation) throws -> Alert {
        try #require(alerts(article, now: now).first, sourceLocation: sourceLocation)
    }
}
