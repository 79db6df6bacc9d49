import Analysis
import Articles
import Diagnostics
import Glibc
import Rules

/// Throws any bytes at the loader of rule files: they must give diagnostics or a rule set, in bounded time and memory, whatever they are.
///
/// Each input is loaded beside a small core; its problems are rendered, whatever was understood is run over two articles and explained. Built only
/// when asked for, for the whole program must be compiled with the fuzzer's counters:
///
///     .ci/fuzz 600                 # seconds; starts from the malformed rule files of the tests
///     .ci/fuzz 1 crash-1234        # one input again
///
/// A finding is written to `.build-fuzz/findings`; mend it, and put a short form of it beside the malformed rule files.
/// Source: https://llvm.org/docs/LibFuzzer.html, read 2026-11-25.
@main
struct Fuzz {
    /// Read once; only parsed and compiled again for each input, as the loader's order of stages demands.
    nonisolated(unsafe) private static var core: [SourceFile] = []

    static func main() {
        guard let folder = getenv("MARSAD_CORE").map({ String(cString: $0) }) else {
            print("MARSAD_CORE must name a folder of knowledge, such as Tests/RulesTests/SmallCore")
            exit(2)
        }
        let problems = Problems()
        var files = RuleFiles(problems)
        core = files.paths(under: folder).compactMap { files.read($0) }
        guard problems.diagnostics.isEmpty, !core.isEmpty else {
            print(TextRenderer().render(problems.diagnostics))
            exit(2)
        }
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(runFuzzer(&count, &arguments) { bytes, count in Fuzz.run(UnsafeBufferPointer(start: bytes, count: count)) })
    }

    private static func run(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        var loader = RuleLoader()
        for file in core { loader.read(file) }
        loader.read(SourceFile(path: "fuzz.yaml", bytes: Array(bytes)))
        loader.keepsTerms = true
        let rules = loader.compile(lints: true)
        let problems = loader.problems.inOrder()
        precondition(TextRenderer().render(problems).isEmpty == problems.isEmpty, "a problem without words")
        precondition(JSONRenderer().render(problems).isEmpty == problems.isEmpty, "a problem without words")
        // Whatever was read of a faulty file can be run.
        var matcher = Matcher(rules)
        for article in articles {
            let matches = matcher.match(article).matches
            for rule in rules.rules.prefix(20) {
                let explanation = matcher.explain(article, rule, nearMisses: true)
                for format in explanationFormats {
                    precondition(!format.write(explanation, rules, colors: false).isEmpty, "an explanation without words")
                }
                // A rule that is not enabled would find what it is not run for.
                guard explanation.rest == nil else { continue }
                precondition(
                    explanation.matches.isEmpty != matches.contains { $0.rule.id == rule.id }, "`explain` and `match` differ on \(rule.id)")
            }
        }
        return 0
    }

    private static let articles = [
        Article(
            id: "en", title: "Russian foreign minister in Cuba",
            body: "Russian minister Sergey Lavrov visited Cuba on Monday. Oil and gas were discussed, oil prices rose. A bank of the river."
        ),
        Article(id: "ar", title: "لافروف في هافانا", body: "وصل وزير الخارجية الروسي سيرغي لافروف إلى كوبا أمس. النفط والغاز."),
    ]
}

/// libFuzzer's loop; it ends when its time is up, and ends the process on a finding.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
