/// Writes the fixes that diagnostics propose into the files, and checks again, until nothing is left that can be mended.
package struct Mending {
    /// A fix may uncover another; one that brings itself forth again must end.
    private static let maximumRounds = 8

    /// Fixes made, by path.
    package private(set) var counts: [String: Int] = [:]
    /// What kept files from being written.
    package private(set) var failures: [FileReplacement.Failure] = []

    package init() {}

    /// - Parameter load: loads and checks the rules, anew at each call.
    /// - Returns: what it gave last.
    package mutating func mend<Loaded>(_ load: () throws -> (Loaded, diagnostics: [Diagnostic])) rethrows -> (
        Loaded, diagnostics: [Diagnostic]
    ) {
        var result = try load()
        for _ in 0..<Self.maximumRounds {
            guard mend(result.diagnostics) else { break }
            result = try load()
        }
        return result
    }

    /// - Returns: whether any file was changed.
    private mutating func mend(_ diagnostics: [Diagnostic]) -> Bool {
        var isChanged = false
        let files = Dictionary(diagnostics.compactMap { $0.fix?.range.file }.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let given = Set(failures.map(\.description))
        for file in files.values.sorted(by: { $0.path < $1.path }) {
            let fixes = FixApplier(diagnostics, to: file)
            guard fixes.bytes != file.bytes else { continue }
            do throws(FileReplacement.Failure) {
                try FileReplacement.replace(file, with: fixes.bytes)
                counts[file.path, default: 0] += fixes.applied.count
                isChanged = true
            } catch {
                if !given.contains(error.description) { failures.append(error) }
            }
        }
        return isChanged
    }

    /// `fixed 3 problems in a.yaml`, and what could not be written.
    package var report: [String] {
        counts.sorted { $0.key < $1.key }.map { "fixed \($0.value) problem\($0.value == 1 ? "" : "s") in \($0.key)" }
            + failures.map { "marsad: \($0)" }
    }
}
