/// Makes the changes that diagnostics propose, as far as they leave each other alone.
///
/// Pure: bytes in, bytes out. Whoever writes the file must see to it that nobody else changed it meanwhile.
package struct FixApplier: Sendable {
    /// The file with the fixes made.
    package let bytes: [UInt8]
    /// Whose fixes were made, in the order of the file.
    package let applied: [Diagnostic]
    /// Whose fixes touch one that was made; checking the new bytes proposes them again, at their new places, if they are still needed.
    package let skipped: [Diagnostic]

    /// - Parameter diagnostics: those without a fix, or with a fix of another file, are passed over.
    /// - Complexity: O(*d* log *d* + bytes).
    package init(_ diagnostics: some Sequence<Diagnostic>, to file: SourceFile) {
        var (bytes, applied, skipped): ([UInt8], [Diagnostic], [Diagnostic]) = ([], [], [])
        var last: Diagnostic.Fix?
        var copied = 0
        for (fix, diagnostic) in Self.fixes(of: diagnostics, in: file) {
            if let last, last == fix {
                // Two problems of one cause: one change mends both.
                applied.append(diagnostic)
            } else if let last, fix.range.start < last.range.end || fix.range.start == last.range.start {
                skipped.append(diagnostic)
            } else {
                bytes += file.bytes[copied..<fix.range.start]
                bytes += fix.replacement.utf8
                copied = fix.range.end
                last = fix
                applied.append(diagnostic)
            }
        }
        self.bytes = bytes + file.bytes[copied...]
        self.applied = applied
        self.skipped = skipped
    }

    /// By place; of those at one place the first that was found comes first.
    private static func fixes(of diagnostics: some Sequence<Diagnostic>, in file: SourceFile) -> [(Diagnostic.Fix, Diagnostic)] {
        diagnostics.compactMap { diagnostic in diagnostic.fix.map { ($0, diagnostic) } }
            .filter { $0.0.range.path == file.path && $0.0.range.end <= file.bytes.count }
            .enumerated()
            .sorted { left, right in
                let (a, b) = (left.element.0.range, right.element.0.range)
                return (a.start, a.end, left.offset) < (b.start, b.end, right.offset)
            }
            .map(\.element)
    }
}
