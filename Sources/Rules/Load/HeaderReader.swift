import Analysis
import Articles
import Diagnostics
import YAML

/// Reads what is said of a rule, whatever it looks for: title, status, level, tags, languages, scope, life.
struct HeaderReader {
    let id: String

    func read(_ reader: inout MapReader, _ builder: inout RuleSetBuilder) -> Rule.Header {
        let title = reader.requiredText("title")
        let status = reader.choice("status", Rule.Status.self)
        let level = reader.choice("level", Rule.Level.self)
        let tags = reader.texts("tags").compactMap { builder.tag($0) }
        let revision = reader.number("revision", in: 1...1_000_000)
        let languages = reader.texts("languages").compactMap { node in builder.languageSlot(node.scalar ?? "", at: node.range) }
        let scope = reader.choices("scope", Zone.self)
        // Words for people: who wrote it, and why.
        for key in ["description", "author", "references", "falsepositives", "license"] { _ = reader.texts(key) }
        for key in ["date", "modified"] { _ = reader.date(key, endOfPeriod: false) }
        return Rule.Header(
            id: id, title: title ?? id, status: status ?? .experimental, level: level ?? .medium, tags: tags, revision: revision ?? 1,
            reach: .init(languages: languages.isEmpty ? nil : Set(languages), scope: scope.isEmpty ? Zone.content : Set(scope)),
            lifecycle: lifecycle(&reader, &builder))
    }

    private func lifecycle(_ reader: inout MapReader, _ builder: inout RuleSetBuilder) -> Rule.Lifecycle {
        let isEnabled = reader.flag("enabled") ?? true
        let expires = reader.date("expires", endOfPeriod: true)
        let expiresPlace = reader.node["expires"]?.range
        let related = reader.value("related").map { builder.problems.list($0, "related") } ?? []
        return Rule.Lifecycle(
            isEnabled: isEnabled, expires: expires, expiresPlace: expiresPlace, related: related.compactMap { read(related: $0, &builder) })
    }

    /// `{id: pack.rule, type: obsolete}`, or the id alone of a similar rule.
    private func read(related node: YAMLNode, _ builder: inout RuleSetBuilder) -> Rule.Related? {
        var kind = Rule.Related.Kind.similar
        var idNode: YAMLNode? = node
        if node.scalar == nil {
            guard var reader = MapReader(node, "related rule", builder.problems) else { return nil }
            idNode = reader.required("id")
            let said: Rule.Related.Kind? = reader.required("type").flatMap { builder.problems.choice($0, "type of related rule") }
            reader.finish()
            guard let said else { return nil }
            kind = said
        }
        guard let idNode, let other = builder.checkedID(idNode, "rule") else { return nil }
        if other == id {
            builder.problems.report(PackProblem.relatedToItself(other, at: idNode.range))
        } else if kind.mustExist {
            builder.refer(to: idNode, .rule)
        }
        return Rule.Related(id: other, kind: kind)
    }
}

/// A rule that claims to be stable shows it: a text that it matches and one that it does not, in each language that it claims.
struct StableCheck {
    let header: Rule.Header
    let tests: [RuleTest]

    func report(at place: SourceRange, _ builder: RuleSetBuilder) {
        guard header.status == .stable else { return }
        let languages = builder.knowledge.languages.enumerated().filter { header.languages?.contains($0.offset) ?? true }.map(\.element.tag)
        func missing(_ expectation: RuleTest.Expectation) -> [String] {
            languages.filter { tag in
                // Who claims one language need not name it in every test.
                !tests.contains { test in
                    test.expectation == expectation && !test.isTodo
                        && (test.language == tag || (test.language == nil && languages.count == 1))
                }
            }.map(\.code)
        }
        let (match, noMatch) = (missing(.match), missing(.noMatch))
        guard !match.isEmpty || !noMatch.isEmpty else { return }
        builder.problems.report(PackProblem.stableWithoutTests(match: match, noMatch: noMatch, at: place))
    }
}
