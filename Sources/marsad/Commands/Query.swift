import ArgumentParser
import Diagnostics
import Rules

struct Query: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs a Boolean query over articles, without a rule file.",
        discussion: """
            AND OR NOT, NEAR/n ONEAR/n W/S W/P, ATLEAST/n(…), "a phrase", prefix*, =Exact, /regex/, title: lead: body:, and country: lexicon: \
            and the like. AND and OR need parentheses between them.

              marsad query 'lavrov NEAR/5 visit*' articles.jsonl
              marsad query --yaml '(oil OR gas) AND NOT title:sport'
            """)

    @Argument(help: "The query; in a shell between single quotes.")
    var query: String

    @Argument(help: ArgumentHelp("Files or folders of articles; `-` is standard input.", valueName: "path"))
    var paths: [String] = ["-"]

    @Flag(help: "Print the query as the YAML of a rule instead of running it.")
    var yaml = false

    @Flag(help: "Print how many articles match instead of the alerts.")
    var count = false

    @Option(help: ArgumentHelp("The language of the words, so that they are found in their forms.", valueName: "code"))
    var language: String?

    @OptionGroup var ruleOptions: RuleOptions
    @OptionGroup var alertOptions: AlertOptions

    mutating func run() throws {
        let loose = LooseQuery(query, language: language)
        guard !yaml else { return try convert(loose) }
        let ruleOptions = ruleOptions
        try alertOptions.run(over: paths, isCount: count, where: { $0.id == loose.ruleID }, load: { try Self.load(loose, ruleOptions) })
    }

    private func convert(_ query: LooseQuery) throws {
        // What the core knows is checked too, where there is one: it gives better advice.
        if !ruleOptions.knowledgePaths.isEmpty { _ = try Self.load(query, ruleOptions, otherwise: Exit.problems) }
        let (yaml, diagnostics) = query.yaml()
        guard let yaml else {
            Self.tell(diagnostics, ruleOptions)
            throw Exit.problems
        }
        Terminal.put(yaml)
    }

    private static func load(_ query: LooseQuery, _ options: RuleOptions, otherwise code: ExitCode = Exit.cannotRun) throws -> RuleSet {
        var loader = RuleLoader()
        let paths = options.knowledgePaths
        guard !paths.isEmpty else {
            Terminal.say("marsad: there is no `Rules/core` here; name the folder of the core with --core")
            throw Exit.cannotRun
        }
        for path in paths { loader.read(path) }
        loader.read(query)
        let rules = loader.compile()
        tell(loader.problems.diagnostics, options)
        guard !loader.problems.hasErrors else { throw code }
        return rules
    }

    private static func tell(_ diagnostics: [Diagnostic], _ options: RuleOptions) {
        guard !diagnostics.isEmpty else { return }
        Terminal.say(TextRenderer(colors: options.colors.isOn).render(diagnostics))
    }
}
