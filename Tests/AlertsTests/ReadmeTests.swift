import Alerts
import Articles
import Diagnostics
import Foundation
import Rules
import Testing

/// What the README shows is what happens.
struct ReadmeTests {
    private static func readme() throws -> String {
        try String(contentsOf: Shipped.root.appending(path: "README.md"), encoding: .utf8)
    }

    /// The fenced block after `<!-- example: name -->`.
    private func example(_ name: String) throws -> String {
        let readme = try Self.readme()
        let marker = try #require(readme.range(of: "<!-- example: \(name) -->\n```"))
        let start = try #require(readme[marker.upperBound...].firstIndex(of: "\n"))
        let end = try #require(readme[start...].range(of: "\n```"))
        return String(readme[readme.index(after: start)..<end.lowerBound]) + "\n"
    }

    /// Rule files that are shown, each with those that it stands beside: `filter.yaml beside text.yaml`.
    private static let files: [[String]] = {
        let readme = (try? Self.readme()) ?? ""
        return readme.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("<!-- example: "), line.hasSuffix(" -->"), line.contains(".yaml") else { return nil }
            return line.dropFirst("<!-- example: ".count).dropLast(" -->".count).components(separatedBy: " beside ")
        }
    }()

    private func load(_ names: [String], lints: Bool = false) throws -> (rules: RuleSet, diagnostics: [Diagnostic]) {
        var loader = RuleLoader()
        loader.read(Shipped.root.appending(path: "Rules/core").path)
        loader.listFiles = ["names.csv": Array(try example("names.csv").utf8)]
        for (index, name) in names.enumerated() {
            let key = index == 0 ? names.joined(separator: " beside ") : name
            loader.read(SourceFile(path: name, text: try example(key)))
        }
        let rules = loader.compile(lints: lints)
        return (rules, loader.problems.inOrder())
    }

    private func rules(_ name: String) throws -> RuleSet {
        let (rules, diagnostics) = try load([name])
        #expect(diagnostics.isEmpty)
        return rules
    }

    @Test func `no rule file is shown without being tried`() throws {
        let readme = try Self.readme()
        #expect(Self.files.count >= 6)
        #expect(readme.components(separatedBy: "```yaml").count - 1 == Self.files.count)
    }

    @Test(arguments: files.filter { $0 != ["broken.yaml"] }) func `a rule file that is shown loads, and passes the tests it carries`(
        names: [String]
    ) throws {
        let (rules, diagnostics) = try load(names, lints: true)
        #expect(diagnostics.isEmpty, "\(TextRenderer().render(diagnostics))")
        var runner = RuleTestRunner(rules)
        for result in rules.rules.flatMap({ runner.run($0) }) { #expect(result.failure == nil, "\(result.failure?.message ?? "")") }
    }

    @Test func `the broken file gets what is shown of it`() throws {
        let text = TextRenderer().render(try load(["broken.yaml"], lints: true).diagnostics)
        #expect(try example("broken.txt") == text)
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

    private func object(_ json: String) throws -> NSDictionary {
        try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? NSDictionary)
    }
}
