import ArgumentParser
import Diagnostics
import Rules

struct Docs: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints the manual of the rule language in Markdown.",
        discussion: "With --rules, the types of event of those rules and their core are listed.")

    @Argument(help: ArgumentHelp("A mapping or condition, such as rule, near or event-type; all of it when not given.", valueName: "topic"))
    var topic: String?

    @Flag(help: "Lists the topics.")
    var list = false

    @OptionGroup var ruleOptions: RuleOptions

    mutating func run() throws {
        if list { return Terminal.put(Manual.topics.map { typed($0) + "\n" }.joined()) }
        guard let topic else {
            let isGiven = !ruleOptions.rules.isEmpty || ruleOptions.core != nil
            return Terminal.put(Manual(rules: isGiven ? try ruleOptions.load() : nil).document)
        }
        guard let text = Manual.topic(topic) else {
            let advice = nearest(to: topic, among: Manual.topics.map(typed)).map { "did you mean `\($0)`? " } ?? ""
            throw ValidationError("the manual has no part `\(topic)`; \(advice)`marsad docs --list` lists them all")
        }
        Terminal.put(text)
    }

    /// Without blanks, which a shell would take for the end of it.
    private func typed(_ topic: String) -> String { topic.replacing(" ", with: "-") }
}
