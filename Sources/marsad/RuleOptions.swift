import ArgumentParser
import Diagnostics
import FoundationEssentials
import Rules

/// Where the rules are.
struct RuleOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("A folder or file of rules; may be given several times.", valueName: "dir"))
    var rules: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("The knowledge of languages and the world; found beside the rules when not given.", valueName: "dir"))
    var core: String?

    @OptionGroup var colors: ColorOption

    var paths: [String] {
        let given = rules.isEmpty ? ["Rules"] : rules
        if let core { return given + [core] }
        // Rules of one's own need the core: it stands in one of the folders, or in the one that the program is run from.
        let hasCore = given.contains {
            FileManager.default.fileExists(atPath: $0 + "/core") || $0.hasSuffix("core") || $0.hasSuffix("core/")
        }
        if hasCore { return given }
        let places = given.map { $0 + "/../core" } + ["Rules/core"]
        return given + places.filter { FileManager.default.fileExists(atPath: $0 + "/world") }.prefix(1)
    }

    /// Only the core, where there is one.
    var corePaths: [String] {
        if let core { return [core] }
        let places = (rules.isEmpty ? ["Rules"] : rules).flatMap { [$0, $0 + "/core", $0 + "/../core"] } + ["Rules/core"]
        return Array(places.filter { FileManager.default.fileExists(atPath: $0 + "/world") }.prefix(1))
    }

    /// For what needs the knowledge of the core but no rules: the core, and the rules that were named.
    var knowledgePaths: [String] { rules.isEmpty ? corePaths : paths }

    /// Loads the rules, tells what is wrong with them, and ends the program when they cannot be used.
    ///
    /// - Parameter keepingTerms: for explanations and coverage, which tell where terms were written.
    func load(keepingTerms: Bool = false) throws -> RuleSet {
        let (rules, diagnostics) = RuleLoader.load(paths, keepingTerms: keepingTerms)
        if !diagnostics.isEmpty { Terminal.say(TextRenderer(colors: colors.isOn).render(diagnostics)) }
        guard let rules else { throw Exit.cannotRun }
        return rules
    }
}

/// Which of the rules are meant.
struct RuleFilter: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("Only rules whose id fits; `*` stands for anything. May be given several times.", valueName: "glob")
    )
    var rule: [String] = []

    func accepts(_ candidate: Rule) -> Bool { rule.isEmpty || rule.contains { Glob($0).matches(candidate.id) } }
}
