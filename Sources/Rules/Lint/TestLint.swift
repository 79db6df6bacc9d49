import Analysis
import Articles
import Diagnostics
import YAML

/// W015: a test in a language that its rule does not speak, or in other letters than it says.
enum TestLint: Lint {
    static let codes: [Diagnostic.Code] = ["W015"]

    static func check(_ subject: LintSubject) {
        for site in subject.rules {
            for test in site.node["tests"]?.items ?? [] { check(test, of: site, subject) }
        }
    }

    private static func check(_ test: YAMLNode, of site: RuleSite, _ subject: LintSubject) {
        guard let node = test["language"], let code = node.scalar,
            let slot = subject.knowledge.languages.firstIndex(where: { $0.tag.code == code })
        else { return }
        let language = subject.knowledge.languages[slot]
        if let text = test["match"]?.scalar ?? test["no-match"]?.scalar ?? test["text"]?.scalar,
            let script = WrittenScript.main(of: text), script.shape != language.script
        {
            let fitting = subject.knowledge.languages.filter { $0.script == script.shape }.map { "`language: \($0.tag.code)`" }
            subject.report(
                .testInOtherLanguage(
                    reason: "the text is written in \(script.name) letters, \(language.name) is not",
                    help: fitting.isEmpty ? [] : ["write \(fitting.joined(separator: " or "))"], at: node.range, also: nil))
        } else if let claimed = site.rule.header.languages, !claimed.contains(slot), test["no-match"] == nil {
            subject.report(
                .testInOtherLanguage(
                    reason: "the rule is not for \(code), so that it can never match",
                    help: ["add \(code) to `languages`, or delete the test"],
                    at: node.range, also: site.node["languages"]?.range))
        }
    }
}
