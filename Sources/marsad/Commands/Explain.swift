import Analysis
import ArgumentParser
import Articles
import Rules

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tells why a rule holds of an article, or why not; or what the code of a problem means.",
        discussion:
            "`marsad explain R004` explains a code. Of an article: each condition on a line: `+` holds, `-` does not; then the words it stands on, or what it lacks."
    )

    @Argument(help: ArgumentHelp("A file with one article; `-` is standard input. Or a code such as R004.", valueName: "article"))
    var article: String?

    @Option(help: ArgumentHelp("The rule's id; `*` stands for anything.", valueName: "id"))
    var rule: String?

    @Flag(help: "Lists the codes of all problems.")
    var list = false

    @OptionGroup var ruleOptions: RuleOptions

    @Option(
        name: .customLong("field"),
        help: ArgumentHelp("Read a part of the article from another member: `body=content`.", valueName: "part=name"))
    var fields: [String] = []

    mutating func run() throws {
        if try explainCode() { return }
        guard let article, let rule else { throw ValidationError("give an article and `--rule ID`, or a code such as R004") }
        var input = try ArticleReader(paths: [article], fields: fieldMap(fields))
        let rules = try ruleOptions.load()
        let wanted = rules.rules.filter { Glob(rule).matches($0.id) }
        guard !wanted.isEmpty else {
            Terminal.say("marsad: no rule has the id `\(rule)`")
            throw Exit.cannotRun
        }
        var matcher = Matcher(rules)
        var isClean = true
        while let result = input.next() {
            switch result {
            case .failure(let failure):
                Terminal.say("marsad: \(failure)")
                isClean = false
            case .success(let article):
                for rule in wanted { Terminal.put(text(of: matcher.explain(article, rule))) }
            }
        }
        if !isClean { throw Exit.problems }
    }

    private func text(of explanation: Explanation) -> String {
        var lines = explanation.tree.lines(in: explanation.article)
        lines.append(
            "article: language \(explanation.article.language?.code ?? "unknown"), published \(explanation.article.article.published?.description ?? "unknown")"
        )
        for line in explanation.article.lines where !Zone.content.contains(line.zone) {
            lines.append(
                "page noise (\(line.zone.rawValue)): \u{2068}\(explanation.article.surface(line.tokens.prefix(12)))\u{2069}\(line.tokens.count > 12 ? " …" : "")"
            )
        }
        lines.append(
            "prefilter: \(explanation.isCandidate ? "some word of the article leads to the rule" : "no word of the article leads to the rule")"
        )
        if let detail = explanation.decidingDetail { lines.append("no match: \(detail)") }
        return lines.joined(separator: "\n") + "\n"
    }
}
