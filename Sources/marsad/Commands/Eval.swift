import Alerts
import ArgumentParser
import Articles
import FoundationEssentials
import Rules

struct Eval: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures the rules against articles that a person has labelled.",
        discussion: """
            A gold file has one JSON object a line: an article (`id`, `title`, `text` or `body`, `published`, `lang`), its `labels` ({"name": true}), \
            optionally `borderline` (labels that do not count there) and `events` ({"type", "actor": {"country", "office"}, "destination" or \
            "recipient": {"country"}, "status"}). A label stands for the rule of its name, or for those that `--map` says.
            An event is right when its type, both countries, the office of the actor and its status are.
            Ends with 1 when a figure is below a floor, 2 when a file cannot be used.
            """)

    @OptionGroup var ruleOptions: RuleOptions

    @Option(help: ArgumentHelp("A file or folder of labelled articles; may be given several times.", valueName: "file"))
    var gold: [String] = []

    @Option(
        help: ArgumentHelp(
            "`label=rule-glob`, or a file of such lines; also `type.name=event-type` and `office.name=office`.", valueName: "label=glob"))
    var map: [String] = []

    @Option(help: "all; or, of articles whose id ends with a number, tuned or held-out: every third number is held out.")
    var part = Part.all

    @Option(name: .customLong("lang"), help: ArgumentHelp("Only articles of this language.", valueName: "code"))
    var language: String?

    @Flag(help: "List every miss and false alarm with the condition that decided it.")
    var errors = false

    @Option(help: ArgumentHelp("Only the errors of this label, or of `events`.", valueName: "label"))
    var only: String?

    @Option(help: "text or json.")
    var format = Format.text

    @Option(help: ArgumentHelp("The JSON of an earlier run, to compare with.", valueName: "file"))
    var baseline: String?

    @Option(
        help: ArgumentHelp("A file of figures that must hold: `label 0.93`, `label.ar 0.9`, `events 0.85` on lines.", valueName: "file"))
    var floor: [String] = []

    @Option(
        name: .customLong("field"),
        help: ArgumentHelp("Read a part of the article from another member: `body=content`.", valueName: "part=name"))
    var fields: [String] = []

    enum Part: String, ExpressibleByArgument, CaseIterable {
        case all, tuned
        case heldOut = "held-out"

        func has(_ id: String) -> Bool {
            guard self != .all else { return true }
            let digits = id.reversed().prefix { ("0"..."9").contains($0) }.reversed()
            let isHeldOut = Int(String(digits.suffix(18))).map { $0 % 3 == 0 } ?? false
            return isHeldOut == (self == .heldOut)
        }
    }

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    mutating func run() throws {
        guard !gold.isEmpty else { throw ValidationError("`--gold FILE` says where the labelled articles are") }
        let names = try goldNames()
        let floors = try self.floors()
        let before = try baseline.map { try Self.decoded($0) }
        let (articles, isWhole) = try goldArticles()
        let rules = try ruleOptions.load()
        var evaluation = Evaluation(rules, names, types: Set(articles.lazy.flatMap(\.events).map(\.type)))
        for article in articles { evaluation.add(article) }
        let result = evaluation.result
        for name in result.unmapped.sorted() { Terminal.say("marsad: no rule and no knowledge is about `\(name)`; `--map` may say which") }
        if format == .json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            Terminal.put(String(decoding: try encoder.encode(result), as: UTF8.self) + "\n")
        } else {
            Terminal.put("\(result.articles) articles\n\(result.text)\n")
            if errors || only != nil {
                let shown = evaluation.errors.filter { only == nil || $0.subject == only }
                Terminal.put("\n" + shown.map { $0.text + "\n" }.joined())
            }
            if let before { Terminal.put("\n\(EvaluationComparison(old: before, new: result).text)\n") }
        }
        let failures = floors.failures(of: result)
        for failure in failures { Terminal.say("marsad: \(failure)") }
        if !isWhole { throw Exit.cannotRun }
        if !failures.isEmpty { throw Exit.problems }
    }

    /// - Returns: the articles asked for, and whether all records could be read.
    private func goldArticles() throws -> ([GoldArticle], isWhole: Bool) {
        var map = try fieldMap(fields)
        if !fields.contains(where: { $0.hasPrefix("body=") }) { map.addName("text", of: .body) }
        var reader = ArticleReader(paths: gold, format: JSONLinesFormat.self, fields: map)
        var articles: [GoldArticle] = []
        var isWhole = true
        while let next = reader.next() {
            do {
                let article = try next.get()
                guard part.has(article.id), language == nil || article.language?.code == language else { continue }
                articles.append(try GoldArticle(article, record: reader.record, origin: reader.origin))
            } catch let failure as ArticleFailure {
                isWhole = false
                Terminal.say("marsad: \(failure)")
            }
        }
        if articles.isEmpty { Terminal.say("marsad: no labelled article is left to measure") }
        return (articles, isWhole && !articles.isEmpty)
    }

    private func goldNames() throws -> GoldNames {
        var names = GoldNames()
        for option in map {
            if option.contains("=") {
                guard names.add(option) else { throw ValidationError("`--map \(option)` must be label=glob") }
            } else if let line = names.addLines(try Self.text(option)) {
                throw ValidationError("\(option):\(line): not of the form label=glob")
            }
        }
        return names
    }

    private func floors() throws -> Floors {
        var floors = Floors()
        for path in floor {
            if let line = floors.addLines(try Self.text(path)) {
                throw ValidationError("\(path):\(line): not a name and a figure from 0 to 1")
            }
        }
        return floors
    }

    private static func decoded(_ path: String) throws -> EvaluationResult {
        do {
            return try JSONDecoder().decode(EvaluationResult.self, from: Data(try text(path).utf8))
        } catch is DecodingError {
            throw ValidationError("\(path): not what `marsad eval --format json` prints")
        }
    }

    private static func text(_ path: String) throws -> String {
        do {
            return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        } catch {
            throw ValidationError("\(path): cannot be read")
        }
    }
}
