import Articles
import Diagnostics
import YAML

/// W017, W018: commas, quotes and wildcards that an author takes for signs of the language.
enum TypographicMarkLint: Lint {
    static let codes: [Diagnostic.Code] = ["W017", "W018"]

    /// Arabic and full-width commas and semicolons.
    private static let commas: Set<Unicode.Scalar> = ["\u{060C}", "\u{061B}", "\u{FF0C}", "\u{3001}"]
    private static let quotes: Set<Unicode.Scalar> = [
        "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{00AB}", "\u{00BB}", "\u{2018}", "\u{201A}",
    ]

    static func check(_ subject: LintSubject) {
        for site in subject.terms where site.isSought {
            if site.text.utf8.contains(where: { $0 >= 0xC2 }) { checkMarks(site, subject) }
            checkBlanks(site, subject)
            checkWildcard(site, subject)
        }
    }

    private static func checkMarks(_ site: TermSite, _ subject: LintSubject) {
        // Who quotes a term in ASCII means what stands in it.
        guard site.node.style == .plain, let scalars = Optional(site.text.unicodeScalars) else { return }
        if let comma = scalars.first(where: commas.contains) {
            let mended = String(String.UnicodeScalarView(scalars.map { commas.contains($0) ? "," : $0 }))
            subject.report(
                .typographicMark(
                    site.text, reason: "\(quoted(String(comma))) is \(codePoint(comma)), and parts no items: this is one term",
                    help: ["write \(quoted(mended)), with a plain comma"],
                    fix: site.node.range.text == site.text ? .init(site.node.range, mended) : nil, at: site.node.range))
        } else if let first = scalars.first, quotes.contains(first) || scalars.last.map(quotes.contains) ?? false {
            let bare = String(String.UnicodeScalarView(scalars.filter { !quotes.contains($0) }))
            subject.report(
                .typographicMark(
                    site.text, reason: "such quotes do not quote",
                    help: ["write \(quoted(bare)), or \(quoted("=" + bare)) for exactly this"],
                    fix: site.node.range.text == site.text ? .init(site.node.range, bare) : nil, at: site.node.range))
        }
    }

    /// `-oil` and `en:[oil]`: without a blank behind it, `-` or `:` is a part of the text.
    private static func checkBlanks(_ site: TermSite, _ subject: LintSubject) {
        guard site.node.style == .plain else { return }
        let text = site.text
        if text.utf8.first == UInt8(ascii: "-"), let next = text.unicodeScalars.dropFirst().first, next.properties.isAlphabetic {
            subject.report(
                .typographicMark(
                    text, reason: "without a blank behind it, `-` begins no item", help: ["write \(quoted("- " + text.dropFirst()))"],
                    fix: nil, at: site.node.range))
        } else if let colon = text.firstIndex(of: ":"), !text[colon...].dropFirst().isEmpty {
            let (key, value) = (String(text[..<colon]), text[colon...].dropFirst())
            guard keys.contains(key) || subject.knowledge.languages.contains(where: { $0.tag.code == key }) else { return }
            subject.report(
                .typographicMark(
                    text, reason: "without a blank behind it, `:` ends no key", help: ["write \(quoted(key + ": " + value))"], fix: nil,
                    at: site.node.range))
        }
    }

    private static let keys = Set(conditionKinds.map { $0.key })

    private static func checkWildcard(_ site: TermSite, _ subject: LintSubject) {
        let body = site.body.utf8
        guard !site.isExact, let index = body.firstIndex(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) else { return }
        // A question mark behind a word is the end of a question.
        if body[index] == UInt8(ascii: "?"), body.index(after: index) == body.endIndex || body[body.index(after: index)] == 0x20 { return }
        subject.report(
            .wildcardInside(site.text, help: ["write the words out, or a `/pattern/`"], at: site.node.range))
    }
}
