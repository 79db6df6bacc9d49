import Diagnostics
import Dispatch
import Synchronization

/// Something that a rule file may say without breaking any rule of the language, and that its author can hardly have meant.
///
/// Lints run over files that loaded, in `marsad check` only: they cost more than a match should wait for. Each reports one diagnostic for
/// one mistake, at the very word, and stays silent wherever an error was reported already.
///
/// Adding one: a file in this folder and a line in ``lints``.
protocol Lint: Sendable {
    /// What it may report.
    static var codes: [Diagnostic.Code] { get }
    static func check(_ subject: LintSubject)
}

/// All lints, in the order of their codes.
let lints: [any Lint.Type] = [
    EmptyTermLint.self, MixedScriptLint.self, InvisibleMarkLint.self, WrongLanguageLint.self, DuplicateTermLint.self,
    RequiredTermLint.self, ConditionLint.self, ExclusionLint.self, ClaimedLanguageLint.self, UnusedDefinitionLint.self,
    OverlappingOfficeLint.self, TestLint.self, MessageLint.self, TypographicMarkLint.self,
]

extension RuleLoader {
    /// Reports what loads, but will hardly do what was meant.
    ///
    /// Lints only read what was loaded, so they run on all cores; what they find is put in the order of the catalogue.
    func lint(_ builder: RuleSetBuilder) {
        nonisolated(unsafe) let subject = LintSubject(builder, packs: packs)
        let found = Mutex<[Int: [Diagnostic]]>([:])
        DispatchQueue.concurrentPerform(iterations: lints.count) { index in
            var subject = subject
            subject.problems = Problems()
            lints[index].check(subject)
            let diagnostics = subject.problems.diagnostics
            found.withLock { $0[index] = diagnostics }
        }
        let all = found.withLock { $0 }
        for index in lints.indices { problems.append(all[index] ?? []) }
    }
}
