import Analysis
import Diagnostics
import YAML

/// W006: a term that stands twice in what one name stands for, whatever accents, capitals and hyphens say.
enum DuplicateTermLint: Lint {
    static let codes: [Diagnostic.Code] = ["W006"]

    private struct Key: Hashable {
        let term: TermID
        let meaning: Meaning
    }

    static func check(_ subject: LintSubject) {
        var first: [Key: TermSite] = [:]
        first.reserveCapacity(subject.terms.count)
        for site in subject.terms {
            let key = Key(term: site.term, meaning: site.meaning)
            guard let earlier = first.updateValue(site, forKey: key) else { continue }
            first[key] = earlier
            subject.report(
                .duplicateTerm(
                    site.text, of: "term", fix: FlowDeletion.fix(of: site.node), at: site.node.range, first: earlier.node.range))
        }
        for rule in subject.rules { checkLists(of: rule.node, subject) }
    }

    /// Names of a header that stand in one list twice.
    private static func checkLists(of rule: YAMLNode, _ subject: LintSubject) {
        for key in ["tags", "languages", "scope"] { checkNames(rule[key], key, subject) }
        checkNames(rule["alert"]?["dedupe"], "dedupe", subject)
        guard let event = rule["event"] else { return }
        for entry in event.entries ?? [] {
            checkNames(entry.value, entry.name, subject)
            for inner in entry.value.entries ?? [] { checkNames(inner.value, inner.name, subject) }
        }
    }

    private static func checkNames(_ list: YAMLNode?, _ what: String, _ subject: LintSubject) {
        var first: [String: YAMLNode] = [:]
        for item in list?.items ?? [] {
            guard let text = item.scalar else { continue }
            if let earlier = first[text] {
                subject.report(
                    .duplicateTerm(
                        text, of: "\(what) item", fix: FlowDeletion.fix(of: item), at: item.range, first: earlier.range))
            } else {
                first[text] = item
            }
        }
    }
}

/// Takes an item out of a list, with the comma or the line that belongs to it.
enum FlowDeletion {
    /// - Returns: nil where the surroundings are not as plain as that.
    static func fix(of node: YAMLNode) -> Diagnostic.Fix? {
        let file = node.range.file
        let bytes = file.bytes
        var start = node.range.start
        while start > 0, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[start - 1]) { start -= 1 }
        guard start > 0 else { return nil }
        // `, term` of a list in brackets: what follows must be the next comma or the end of the list.
        if bytes[start - 1] == UInt8(ascii: ",") {
            return .init(file.range(start - 1..<node.range.end), "")
        }
        // `- term` on a line of its own.
        let line = file.bytes(ofLine: node.range.line)
        let before = bytes[line.lowerBound..<node.range.start].filter { $0 != 0x20 }
        let after = bytes[node.range.end..<max(node.range.end, line.upperBound)].filter { $0 != 0x20 }
        guard before == [UInt8(ascii: "-")], after.isEmpty else { return nil }
        return .init(file.range(line.lowerBound..<min(bytes.count, line.upperBound + 1)), "")
    }
}
