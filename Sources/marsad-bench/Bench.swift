import Articles
import Glibc
import Rules

/// Measures the product's own path on news: parse, language, zones, terms, events, rules; prints, asserts nothing.
///
///     swift run -c release marsad-bench Rules news.jsonl
///     swift run -c release marsad-bench generate 10000 2000 FOLDER    # rules, files: for `time marsad check FOLDER --core Rules/core`
@main
struct Bench {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "generate", arguments.count == 4, let rules = Int(arguments[2]), let files = Int(arguments[3]) {
            var generator = RuleGenerator(rules: rules, files: files)
            return try generator.write(to: arguments[4])
        }
        guard let rulesPath = arguments.first, arguments.count > 1 else {
            print("usage: marsad-bench RULES ARTICLES.jsonl …\n       marsad-bench generate RULES FILES FOLDER")
            exit(2)
        }
        let loadStart = cpuSeconds()
        guard let rules = RuleLoader.load([rulesPath]).rules else {
            print("the rules of \(rulesPath) have errors; see `marsad check`")
            exit(2)
        }
        print("load: \(rounded(cpuSeconds() - loadStart)) CPU s, \(rules.rules.count) rules")
        for path in arguments.dropFirst() { measure(path, rules) }
    }

    /// One pass to warm up, then the median of three.
    private static func measure(_ path: String, _ rules: RuleSet) {
        var articles: [Article] = []
        var reader = ArticleReader(paths: [path])
        var bytes = 0
        let parseStart = cpuSeconds()
        while let result = reader.next() {
            guard case .success(let article) = result else { continue }
            bytes += article.text.count
            articles.append(article)
        }
        let parse = cpuSeconds() - parseStart
        var matcher = Matcher(rules)
        var passes: [Double] = []
        for _ in 0..<4 {
            let start = cpuSeconds()
            for article in articles { _ = matcher.match(article) }
            passes.append(cpuSeconds() - start)
        }
        let median = passes.dropFirst().sorted()[1]
        let megabytes = Double(bytes) / 1e6
        let statistics = matcher.statistics
        func perArticle(_ count: Int) -> String { rounded(Double(count) / Double(max(1, statistics.articles))) }
        print(
            "\(path): \(articles.count) articles, \(rounded(megabytes)) MB of text; parse \(rounded(megabytes / parse)) MB/s; match \(rounded(megabytes / median)) MB/s, "
                + "\(Int(Double(articles.count) / median)) articles/s; both \(rounded(megabytes / (parse + median))) MB/s; an article: \(perArticle(statistics.tokens)) tokens, \(perArticle(statistics.read)) read, "
                + "\(perArticle(statistics.hits)) hits, \(perArticle(statistics.candidates)) candidate rules, \(perArticle(statistics.extractions)) extractions, "
                + "\(perArticle(statistics.matches)) matches")
    }

    /// Of this process, one thread.
    private static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func rounded(_ value: Double) -> String { String((value * 100).rounded() / 100) }
}
