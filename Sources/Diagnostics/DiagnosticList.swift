/// What was found wrong so far.
package struct DiagnosticList: Sendable {
    package private(set) var diagnostics: [Diagnostic] = []

    package init(_ diagnostics: [Diagnostic] = []) { self.diagnostics = diagnostics }

    package mutating func add(_ problem: some Problem) { diagnostics.append(problem.diagnostic) }
    package mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
    package mutating func add(contentsOf others: some Sequence<Diagnostic>) { diagnostics.append(contentsOf: others) }

    package var isEmpty: Bool { diagnostics.isEmpty }
    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
    package func count(of severity: Diagnostic.Severity) -> Int { diagnostics.count { $0.severity == severity } }

    /// Sorted as ``Swift/Sequence/sortedByPlace()`` does.
    package var inOrder: [Diagnostic] { diagnostics.sortedByPlace() }
}

extension Sequence<Diagnostic> {
    /// By path, then line and offset (pieces of one large file each count from their own start); those of one place stay in the order in which they were found.
    package func sortedByPlace() -> [Diagnostic] {
        enumerated()
            .sorted { left, right in
                let (a, b) = (left.element.range, right.element.range)
                return (a.path, a.line, a.start, left.offset) < (b.path, b.line, b.start, right.offset)
            }
            .map(\.element)
    }
}
