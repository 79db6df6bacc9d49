import Alerts
import Articles
import Diagnostics
import Foundation
import Rules
import Testing

/// What the README shows is what happens.
struct ReadmeTests {
    /// The fenced block after `<!-- example: name -->`.
    private func example(_ name: String) throws -> String {
        let readme = try String(contentsOf: Shipped.root.appending(path: "README.md"), encoding: .utf8)
        let marker = try #require(readme.range(of: "<!-- example: \(name) -->\n```"))
        let start = try #require(readme[marker.upperBound...].firstIndex(of: "\n"))
        let end = try #require(readme[start...].range(of: "\n```"))
        return String(readme[readme.index(after: start)..<end.lowerBound]) + "\n"
    }

    private func rules(_ name: String) throws -> RuleSet {
        var loader = RuleLoader()
        loader.read(Shipped.root.appending(path: "Rules/core").path)
        loader.read(SourceFile(path: name, text: try example(name)))
        let rules = loader.compile()
        #expect(loader.problems.diagnostics.isEmpty)
        return rules
    }

    @Test func `the first rule raises the alert that is shown, of the article that is shown`() throws {
        let rules = try rules("rule.yaml")
        let article = try Array(example("article.txt").utf8).withUnsafeBytes {
            try PlainTextFormat.parse($0, origin: RecordOrigin(source: "article.txt"), fields: FieldMap())
        }
        var matcher = Matcher(rules)
        let (matches, analyzed) = matcher.match(article)
        let alerts = AlertRaiser(rules: rules).raise(matches, of: analyzed)
        try #require(alerts.count == 1)
        #expect(try object(alerts[0].json) == object(example("alert")))
    }

    @Test func `the second rule passes the tests it carries`() throws {
        let rules = try rules("text.yaml")
        var runner = RuleTestRunner(rules)
        let results = rules.rules.flatMap { runner.run($0) }
        #expect(results.count == 2)
        #expect(results.compactMap(\.failure).isEmpty)
    }

    private func object(_ json: String) throws -> NSDictionary {
        try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? NSDictionary)
    }
}
