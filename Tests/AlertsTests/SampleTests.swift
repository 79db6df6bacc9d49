import Alerts
import Articles
import Foundation
import Rules
import Testing

/// The shipped rules on the sample articles.
struct SampleTests {
    private let golden = Shipped.root.appending(path: "Samples/alerts/alerts.jsonl")

    /// The alerts, with article ids as from the top of the checkout.
    private func alerts() throws -> String {
        let rules = try #require(Shipped.rules)
        var matcher = Matcher(rules)
        let raiser = AlertRaiser(rules: rules)
        var reader = ArticleReader(paths: [Shipped.root.appending(path: "Samples/articles").path])
        var lines = ""
        while let result = reader.next() {
            var article = try result.get()
            article.id = String(article.id.dropFirst(Shipped.root.path.count + 1))
            let (matches, analyzed) = matcher.match(article)
            for alert in raiser.raise(matches, of: analyzed) { lines += alert.json + "\n" }
        }
        return lines
    }

    /// `RECORD_GOLDEN=1 swift test --filter SampleTests` writes them anew, and fails, so that nobody records unawares.
    @Test func `the samples raise the alerts that are kept with them`() throws {
        let alerts = try alerts()
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
            try Data(alerts.utf8).write(to: golden)
            Issue.record("recorded \(golden.path)")
        }
        #expect(try String(contentsOf: golden, encoding: .utf8) == alerts)
    }

    @Test func `every language has a visit, and no visit stands in an article that reports none`() throws {
        for line in try alerts().split(separator: "\n") where line.contains("ru-latam.minister-visit") {
            #expect(line.contains("1-minister-visit.txt"), "\(line.prefix(300))")
        }
        for language in ["ar", "en", "es", "fr", "pt", "ru"] {
            #expect(try alerts().contains("Samples/articles/\(language)/1-minister-visit.txt"))
        }
    }
}
