import Articles
import Diagnostics
import YAML

/// Reads `tests: [{match: …, language: …, expect: {…}}]` of one rule.
struct RuleTestReader {
    /// What `expect` may name; nil when that is not known.
    let fields: FieldNames?
    /// What may keep the rule from holding; nil when that is not known.
    let reasons: Reasons?
    /// Of a rule about events.
    let pattern: EventPattern?
    let builder: RuleSetBuilder

    private var problems: Problems { builder.problems }

    func read(_ node: YAMLNode) -> [RuleTest] { problems.list(node, "tests").compactMap(read(test:)) }

    private func read(test node: YAMLNode) -> RuleTest? {
        guard var reader = MapReader(node, "test", problems) else { return nil }
        let values = ["match", "no-match", "todo", "text"].map { reader.value($0) }
        let title = reader.text("title")
        let source = reader.text("source")
        let language = language(&reader)
        let published = published(&reader)
        let becauseNode = reader.value("because")
        let expectNode = reader.value("expect")
        let unknown = reader.finish()
        let body = body(values, unknown, at: node)
        let because = becauseNode.flatMap { problems.text($0, "because") }
        guard let body else { return nil }
        let sample = RuleTest.Sample(
            title: title, text: body.text.scalar ?? "", source: source, language: language, published: published)
        let expected = expectNode.map { ExpectReader(fields: fields, pattern: pattern, builder: builder).read($0, sample) }
        switch body.expectation {
        case .match:
            if because != nil {
                problems.report(
                    .badTest(reason: "`because` says why a text does not match", help: "leave it out, or use `no-match`", at: node.range))
            }
        case .noMatch:
            if let expectNode { problems.report(RuleTestProblem.expectationOfNothing(at: expectNode.range)) }
            if let becauseNode, let because { check(because, at: becauseNode) }
        }
        return RuleTest(
            expectation: body.expectation, isTodo: body.isTodo, sample: sample, because: because, expected: expected ?? .init(),
            place: node.range)
    }

    private typealias Body = (expectation: RuleTest.Expectation, isTodo: Bool, text: YAMLNode)

    /// - Returns: nil, and a problem, unless the test says exactly one thing of a text.
    private func body(_ values: [YAMLNode?], _ unknown: [String?], at node: YAMLNode) -> Body? {
        let (match, noMatch, todo, text) = (values[0], values[1], values[2], values[3])
        for (value, key) in [(match, "match"), (noMatch, "no-match"), (text, "text")] {
            if let value, problems.text(value, key) == nil { return nil }
        }
        if let todo {
            if let kind = RuleTest.Expectation(rawValue: todo.scalar ?? ""), let text, match == nil, noMatch == nil {
                return (kind, true, text)
            }
            problems.report(
                .badTest(reason: "a `todo` names what does not hold yet, and the text", help: "todo: match, text: …", at: node.range))
            return nil
        }
        if let match, noMatch == nil, text == nil { return (.match, false, match) }
        if let noMatch, match == nil, text == nil { return (.noMatch, false, noMatch) }
        if match == nil, noMatch == nil, MapReader.mayBe(unknown, ["match", "no-match", "todo"]) { return nil }
        problems.report(
            .badTest(
                reason: "it needs exactly one of `match`, `no-match`, `todo`", help: "match: a text that the rule must find", at: node.range
            ))
        return nil
    }

    private func language(_ reader: inout MapReader) -> LanguageTag? {
        guard let node = reader.value("language"), let text = problems.text(node, "language") else { return nil }
        _ = builder.languageSlot(text, at: node.range)
        return LanguageTag(text)
    }

    private func published(_ reader: inout MapReader) -> Timestamp? {
        guard let node = reader.value("published"), let text = problems.text(node, "published") else { return nil }
        if let time = Timestamp(text) { return time }
        problems.report(
            .invalidValue(
                text, of: "date", allowed: "a date such as 2024-02-19 or 2024-02-19T08:00:00Z", nearest: CivilDate.reordered(text),
                at: node.range))
        return nil
    }

    private func check(_ because: String, at node: YAMLNode) {
        guard let reasons, !reasons.contains(because) else { return }
        problems.report(RuleTestProblem.unknownReason(because, known: reasons.names, at: node.range))
    }
}
