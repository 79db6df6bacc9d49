package import Articles
package import Diagnostics
import YAML

/// A text that a rule's author says it must, or must not, match.
package struct RuleTest: Sendable {
    package enum Expectation: String, Sendable {
        case match = "match"
        case noMatch = "no-match"
    }

    package let expectation: Expectation
    /// A known miss: the expectation does not hold yet, and the author wants to hear when it does.
    package let isTodo: Bool
    package let text: String
    package let language: LanguageTag?
    package let published: Timestamp?
    /// The condition that must be the failing one: `status cancelled`.
    package let because: String?
    /// Fields of an event and their values: `destination.country` → `CU`.
    package let expected: [(field: String, value: String)]
    package let place: SourceRange
}

/// Reads `tests: [{match: …, language: …, expect: {…}}]`.
enum RuleTestReader {
    /// - Parameter fields: those that `expect` may name; nil when that is not known.
    static func read(_ node: YAMLNode, _ fields: FieldNames?, _ builder: RuleSetBuilder) -> [RuleTest] {
        builder.problems.list(node, "tests").compactMap { read(test: $0, fields, builder) }
    }

    private static func read(test node: YAMLNode, _ fields: FieldNames?, _ builder: RuleSetBuilder) -> RuleTest? {
        guard var reader = MapReader(node, "test", builder.problems) else { return nil }
        let match = reader.text("match")
        let noMatch = reader.text("no-match")
        let todoNode = reader.value("todo")
        let text = reader.text("text")
        let languageNode = reader.value("language")
        let language = languageNode.flatMap { builder.problems.text($0, "language") }
        if let languageNode, let language { _ = builder.languageSlot(language, at: languageNode.range) }
        let published = reader.value("published")
        let because = reader.text("because")
        let expect = reader.value("expect").map { builder.problems.entries($0, "expect") } ?? []
        let unknown = reader.finish()
        let expectation: RuleTest.Expectation
        let body: String
        if let todoNode {
            guard let kind = RuleTest.Expectation(rawValue: todoNode.scalar ?? ""), let text, match == nil, noMatch == nil else {
                builder.problems.report(
                    .badTest(reason: "a `todo` names what does not hold yet, and the text", help: "todo: match, text: …", at: node.range))
                return nil
            }
            (expectation, body) = (kind, text)
        } else if let match, noMatch == nil, text == nil {
            (expectation, body) = (.match, match)
        } else if let noMatch, match == nil, text == nil {
            (expectation, body) = (.noMatch, noMatch)
        } else if match == nil, noMatch == nil, MapReader.mayBe(unknown, ["match", "no-match", "todo"]) {
            return nil
        } else {
            builder.problems.report(
                .badTest(
                    reason: "it needs exactly one of `match`, `no-match`, `todo`", help: "match: a text that the rule must find",
                    at: node.range))
            return nil
        }
        for (key, keyNode, value) in expect {
            fields?.check(key, of: .expect, at: keyNode.range, builder.problems)
            _ = builder.problems.text(value, key)
        }
        if expectation == .match, because != nil {
            builder.problems.report(
                .badTest(reason: "`because` says why a text does not match", help: "leave it out, or use `no-match`", at: node.range))
        }
        var timestamp: Timestamp?
        if let published, let text = builder.problems.text(published, "published") {
            timestamp = Timestamp(text)
            if timestamp == nil {
                builder.problems.report(
                    .invalidValue(
                        text, of: "date", allowed: "a date such as 2024-02-19 or 2024-02-19T08:00:00Z", nearest: reordered(text),
                        at: published.range))
            }
        }
        return RuleTest(
            expectation: expectation, isTodo: todoNode != nil, text: body, language: language.flatMap { LanguageTag($0) },
            published: timestamp, because: because,
            expected: expect.compactMap { entry in entry.value.scalar.map { (entry.key, $0) } }, place: node.range)
    }

    /// `19/02/2024` as `2024-02-19`; nil where day and month cannot be told apart.
    private static func reordered(_ text: String) -> String? {
        let parts = text.split { "/.-".contains($0) }.compactMap { Int($0) }
        guard parts.count == 3, (1900...2200).contains(parts[2]), let (day, month) = dayAndMonth(parts[0], parts[1]) else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date = "\(parts[2])-\(two(month))-\(two(day))"
        return Timestamp(date) == nil ? nil : date
    }

    private static func dayAndMonth(_ first: Int, _ second: Int) -> (Int, Int)? {
        if first > 12, (1...12).contains(second) { return (first, second) }
        if second > 12, (1...12).contains(first) { return (second, first) }
        return first == second ? (first, second) : nil
    }
}
