import Diagnostics
import YAML

/// W004: a mark that nobody sees, left by copying from a page or a document.
enum InvisibleMarkLint: Lint {
    static let codes: [Diagnostic.Code] = ["W004"]

    static func check(_ subject: LintSubject) {
        for site in subject.terms where site.text.utf8.contains(where: { $0 >= 0xC2 }) {
            let scalars = Array(site.text.unicodeScalars)
            let marks = scalars.indices.filter { isOutOfPlace($0, in: scalars) }
            guard !marks.isEmpty else { continue }
            let shown = marks.map { name(of: scalars[$0]) }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            subject.report(.invisibleMarks(site.text, marks: shown, fix: fix(site.node), at: site.node.range))
        }
    }

    private static func isOutOfPlace(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        switch scalars[index].value {
        case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xA0, 0x202F, 0x2007:
            return true
        // Persian spelling parts letters with the non-joiner; emoji are made of several with the joiner.
        case 0x200C, 0x200D:
            guard index > 0, index + 1 < scalars.count else { return true }
            return !isJoined(scalars[index - 1]) || !isJoined(scalars[index + 1])
        default: return false
        }
    }

    private static func isJoined(_ scalar: Unicode.Scalar) -> Bool {
        (0x600...0x6FF).contains(scalar.value) || scalar.properties.isEmoji || scalar.value == 0xFE0F
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { [0xA0, 0x202F, 0x2007].contains(scalar.value) }

    private static func name(of scalar: Unicode.Scalar) -> String {
        let name = scalar.properties.name ?? scalar.properties.nameAlias ?? ""
        return name.isEmpty ? codePoint(scalar) : "\(codePoint(scalar)) \(name)"
    }

    /// The source of the term without its marks; nil when the source writes them as escapes.
    private static func fix(_ node: YAMLNode) -> Diagnostic.Fix? {
        let scalars = Array(node.range.text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var isChanged = false
        for index in scalars.indices {
            guard isOutOfPlace(index, in: scalars) else {
                result.append(scalars[index])
                continue
            }
            isChanged = true
            if isBlank(scalars[index]), index > 0, index + 1 < scalars.count { result.append(" ") }
        }
        return isChanged ? .init(node.range, String(result)) : nil
    }
}
