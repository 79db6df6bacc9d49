/// A SARIF 2.1.0 log, which code hosts and editors take: one run, with all codes of the catalogue as rules.
///
/// Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html, sections 3.13 to 3.57.
package struct SARIFRenderer: DiagnosticRenderer {
    package static let name = "sarif"
    package static let isForPeople = false

    private let options: RenderOptions

    package init(_ options: RenderOptions = RenderOptions()) { self.options = options }

    /// Never empty: a log without results says that all is well.
    package func render(_ diagnostics: [Diagnostic]) -> String {
        let sorted = diagnostics.sortedByPlace()
        let entries = Dictionary(options.catalogue.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let unlisted = sorted.filter { entries[$0.code] == nil }
        let firsts = Dictionary(unlisted.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let others = firsts.values.sorted { $0.code.description < $1.code.description }
        let rules = options.catalogue.map(rule) + others.map(rule)
        let codes = options.catalogue.map(\.code) + others.map(\.code)
        let indices = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let driver = jsonObject([
            "name": jsonLiteral("marsad"), "version": jsonLiteral(options.version), "rules": jsonArray(rules),
        ])
        let run = jsonObject([
            "tool": jsonObject(["driver": driver]), "columnKind": jsonLiteral("unicodeCodePoints"),
            "results": jsonArray(sorted.map { result($0, ruleIndex: indices[$0.code] ?? -1) }),
        ])
        return jsonObject([
            "$schema": jsonLiteral("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"),
            "version": jsonLiteral("2.1.0"), "runs": jsonArray([run]),
        ]) + "\n"
    }

    // MARK: Rules

    private func rule(_ entry: ProblemEntry) -> String {
        let text = entry.meaning + entry.examples.map { "\n\nWrong:\n\($0.wrong)\n\nMended:\n\($0.mended)" }.joined()
        let markdown =
            entry.meaning + entry.examples.map { "\n\nWrong:\n```yaml\n\($0.wrong)\n```\nMended:\n```yaml\n\($0.mended)\n```" }.joined()
        return jsonObject([
            "id": jsonLiteral(entry.code.description), "shortDescription": message(entry.title), "fullDescription": message(entry.meaning),
            "help": jsonObject(["text": jsonLiteral(text), "markdown": jsonLiteral(markdown)]),
            "defaultConfiguration": jsonObject(["level": jsonLiteral(level(entry.severity))]),
        ])
    }

    /// For a code that the catalogue does not have.
    private func rule(_ diagnostic: Diagnostic) -> String {
        jsonObject([
            "id": jsonLiteral(diagnostic.code.description), "shortDescription": message(diagnostic.title),
            "defaultConfiguration": jsonObject(["level": jsonLiteral(level(diagnostic.severity))]),
        ])
    }

    // MARK: Results

    private func result(_ diagnostic: Diagnostic, ruleIndex: Int) -> String {
        let words = [diagnostic.title, diagnostic.primary.text].filter { !$0.isEmpty }.joined(separator: ": ")
        let text = ([words] + diagnostic.advice.map { "help: " + $0 }).joined(separator: "\n")
        let related = diagnostic.secondary.map { jsonObject(["physicalLocation": physical($0.range), "message": message($0.text)]) }
        let fixes = diagnostic.fix.map { [fix($0)] } ?? []
        return jsonObject([
            "ruleId": jsonLiteral(diagnostic.code.description), "ruleIndex": String(ruleIndex),
            "level": jsonLiteral(level(diagnostic.severity)), "message": message(text),
            "locations": jsonArray([jsonObject(["physicalLocation": physical(diagnostic.range)])]),
            "relatedLocations": jsonArray(related), "fixes": jsonArray(fixes),
        ])
    }

    private func fix(_ fix: Diagnostic.Fix) -> String {
        let replacement = jsonObject([
            "deletedRegion": region(fix.range), "insertedContent": jsonObject(["text": jsonLiteral(fix.replacement)]),
        ])
        let change = jsonObject(["artifactLocation": artifact(fix.range.path), "replacements": jsonArray([replacement])])
        return jsonObject(["artifactChanges": jsonArray([change])])
    }

    private func physical(_ range: SourceRange) -> String {
        jsonObject(["artifactLocation": artifact(range.path), "region": region(range)])
    }

    private func region(_ range: SourceRange) -> String {
        let (start, end) = (range.position, range.endPosition)
        return jsonObject([
            "startLine": String(start.line), "startColumn": String(start.column), "endLine": String(end.line),
            "endColumn": String(end.column),
        ])
    }

    private func artifact(_ path: String) -> String { jsonObject(["uri": jsonLiteral(uri(path))]) }
    private func message(_ text: String) -> String { jsonObject(["text": jsonLiteral(text)]) }

    private func level(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "note"
        }
    }

    /// A path as a URI reference (RFC 3986); a relative one stays relative, so that a code host finds it in the checkout.
    private func uri(_ path: String) -> String {
        let path = path.hasPrefix("./") ? String(path.drop { $0 == "." || $0 == "/" }) : path
        let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
        let encoded = path.utf8.reduce(into: "") { result, byte in
            if unreserved.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return path.hasPrefix("/") ? "file://" + encoded : encoded
    }
}
