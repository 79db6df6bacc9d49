import ArgumentParser
import Articles
import Rules

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tells why a rule holds of an article, or why not; or what the code of a problem means.",
        discussion: """
            `marsad explain R004` explains a code. Of an article: each condition on a line: `+` holds, `-` does not, `!` takes evidence away; \
            then the words it stands on, or what it lacks. Lines with `~` tell what nearly held.
            """)

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

    @Option(help: ArgumentHelp("\(explanationFormats.map { $0.name }.joined(separator: " or ")).", valueName: "format"))
    var format = explanationFormats[0].name

    mutating func run() throws {
        if try explainCode() { return }
        guard let article, let rule else {
            throw ValidationError(
                article == nil
                    ? "say which article and which rule: `marsad explain ARTICLE --rule ID`; or a code: `marsad explain R004`"
                    : "say which rule: `--rule ID`, or `--rule '*'` for all of them")
        }
        guard let format = explanationFormats.first(where: { $0.name == format }) else {
            throw ValidationError("`\(format)` is no format; there are \(explanationFormats.map { $0.name }.joined(separator: ", "))")
        }
        var input = try ArticleReader(paths: [article], fields: fieldMap(fields))
        let rules = try ruleOptions.load(keepingTerms: true)
        let wanted = rules.rules.filter { Glob(rule).matches($0.id) }
        guard !wanted.isEmpty else { throw RuleFilter.noRule([rule], among: rules.rules) }
        var matcher = Matcher(rules, on: Terminal.today)
        var isClean = true
        while let result = input.next() {
            switch result {
            case .failure(let failure):
                Terminal.say("marsad: \(failure)")
                if failure.isOfSource { throw Exit.cannotRun }
                isClean = false
            case .success(let article):
                for rule in wanted {
                    let explanation = matcher.explain(article, rule, nearMisses: true)
                    Terminal.put(format.write(explanation, rules, colors: ruleOptions.colors.isOnForOutput))
                }
            }
        }
        if !isClean { throw Exit.problems }
    }
}
