/// A mistake of an author that can word itself; each target brings an enum of its own, one case a mistake.
///
/// It is an `Error`, so that a reader of one node may throw it (`throws(RuleProblem)`); whoever reads the whole file catches it, adds it
/// to a ``DiagnosticList`` and goes on.
///
/// ```swift
/// case .unknownCondition(let name, let place, let nearest):
///     Diagnostic("R001", "unknown condition \(quoted(name))", at: .init(place, "no condition has this name"), nearest: nearest)
/// ```
package protocol Problem: Error {
    /// Code, severity, title, labels and help in one declaration.
    var diagnostic: Diagnostic { get }
}

extension Problem {
    package var code: Diagnostic.Code { diagnostic.code }
    package var severity: Diagnostic.Severity { diagnostic.severity }
}
