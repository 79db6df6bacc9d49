import Alerts
import ArgumentParser
import Rules

struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints the JSON Schema (2020-12) of rule files, alerts or articles.",
        discussion: """
            Editors check and complete rule files by it: put `# yaml-language-server: $schema=rule.schema.json` on their first line. \
            With --rules, the ids of those rules and their core are offered for completion.
            """)

    enum Subject: String, CaseIterable, ExpressibleByArgument {
        case rule, alert, article
    }

    @Argument(help: ArgumentHelp("rule, alert or article.", valueName: "what"))
    var subject: Subject

    @OptionGroup var ruleOptions: RuleOptions

    mutating func run() throws {
        switch subject {
        case .rule: Terminal.put(JSONSchema(known: try known()).document)
        case .alert: Terminal.put(AlertSchema.document)
        case .article: Terminal.put(ArticleSchema.document)
        }
    }

    private func known() throws -> KnownNames {
        guard !ruleOptions.rules.isEmpty || ruleOptions.core != nil else { return .none }
        return KnownNames(try ruleOptions.load())
    }
}
