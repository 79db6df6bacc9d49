import ArgumentParser
import Diagnostics
import Rules

/// Where the rules are.
struct RuleOptions: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("A folder or file of rules; may be given several times. `Rules` when not given.", valueName: "dir"))
    var rules: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The knowledge of languages and the world; found near the rules, the current folder or the program when not given.",
            valueName: "dir"))
    var core: String?

    @OptionGroup var colors: ColorOption

    /// Rules of one's own need the core, which is loaded before them: it also knows what authors call things.
    var paths: [String] {
        let given = rules.isEmpty ? ["Rules"] : rules
        if let core { return [core] + given }
        return given.contains(where: CoreFolder.isWithin) ? given : corePaths + given
    }

    /// Only the core, where there is one.
    var corePaths: [String] {
        if let core { return [core] }
        return CoreFolder.find(beside: rules.isEmpty ? ["Rules"] : rules).map { [$0] } ?? []
    }

    /// For what needs the knowledge of the core but no rules: the core, and the rules that were named.
    var knowledgePaths: [String] { rules.isEmpty ? corePaths : paths }

    /// Loads the rules, tells what is wrong with them, and ends the program when they cannot be used.
    ///
    /// - Parameter keepingTerms: for explanations and coverage, which tell where terms were written.
    func load(keepingTerms: Bool = false) throws -> RuleSet {
        let (rules, diagnostics) = RuleLoader.load(paths, keepingTerms: keepingTerms)
        if !diagnostics.isEmpty { Terminal.say(TextRenderer(colors: colors.isOn).render(diagnostics)) }
        guard let rules else {
            sayIfCoreIsMissing()
            throw Exit.cannotRun
        }
        return rules
    }

    /// Without the core nearly every rule is full of unknown names; the one cause is said once.
    func sayIfCoreIsMissing() {
        guard corePaths.isEmpty, !paths.contains(where: CoreFolder.isWithin) else { return }
        Terminal.say(CoreFolder.missing)
    }
}

/// Which of the rules are meant.
struct RuleFilter: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("Only rules whose id fits; `*` stands for anything. May be given several times.", valueName: "glob")
    )
    var rule: [String] = []

    /// The rules that are meant.
    ///
    /// - Throws: what ends the program, if some were asked for and there are none.
    func wanted(of rules: RuleSet) throws -> [Rule] {
        let wanted = rules.rules.filter(accepts)
        guard !wanted.isEmpty || rule.isEmpty else { throw Self.noRule(rule, among: rules.rules) }
        return wanted
    }

    /// Says that no rule has one of these ids, and which is the nearest.
    static func noRule(_ ids: [String], among rules: [Rule]) -> ExitCode {
        let near = ids.count == 1 ? nearest(to: ids[0], among: rules.map(\.id)) : nil
        let advice = near.map { "; did you mean `\($0)`?" } ?? ""
        Terminal.say("marsad: no rule has the id \(ids.map { "`\($0)`" }.joined(separator: " or "))\(advice)")
        return Exit.cannotRun
    }

    func accepts(_ candidate: Rule) -> Bool { rule.isEmpty || rule.contains { Glob($0).matches(candidate.id) } }
}
