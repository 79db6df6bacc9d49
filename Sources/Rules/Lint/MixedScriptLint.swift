import YAML
import Analysis
import Diagnostics

/// W003: a word with letters of two scripts that look alike, so that no text writes it so.
enum MixedScriptLint: Lint {
    static let codes: [Diagnostic.Code] = ["W003"]

    static func check(_ subject: LintSubject) {
        for site in subject.terms {
            // Most terms have letters of one script only; the words are cut only where there are several.
            guard scripts(of: site.text).count > 1 else { continue }
            check(site, subject)
        }
    }

    private static func scripts(of text: String) -> Set<Lookalikes.Script> {
        var found: Set<Lookalikes.Script> = []
        for scalar in text.unicodeScalars where scalar.value > 0x40 { if let script = Lookalikes.Script(scalar) { found.insert(script) } }
        return found
    }

    private static func check(_ site: TermSite, _ subject: LintSubject) {
        for (word, bytes) in words(of: site.text) where scripts(of: word).count > 1 {
            let own = site.language.flatMap { Self.script(of: subject.knowledge.languages[$0].script) }
            guard let (script, strangers) = judge(word, own: own) else { continue }
            let mended = Lookalikes.text(word, in: script)
            let shown = strangers.prefix(6).map { scalar in
                "\(quoted(String(scalar))) is \(Lookalikes.Script(scalar)?.rawValue ?? "") \(codePoint(scalar))"
            }
            let place = site.node.range(of: bytes)
            let advice =
                mended.map { "write \(quoted($0)), all in \(script.rawValue) letters" } ?? "write the word in \(script.rawValue) letters"
            subject.report(
                .mixedScripts(
                    word, reason: shown.joined(separator: ", "), help: [advice],
                    fix: mended.flatMap { place.text == word ? Diagnostic.Fix(place, $0) : nil }, at: place))
        }
    }

    /// Runs of letters and digits, with their places in UTF-8: `IT-компания` is two words.
    private static func words(of text: String) -> [(String, Range<Int>)] {
        let scalars = text.unicodeScalars
        return scalars.split { !($0.properties.isAlphabetic || $0.properties.numericType != nil) }.map { word in
            let start = text.utf8.distance(from: text.startIndex, to: word.startIndex)
            let end = text.utf8.distance(from: text.startIndex, to: word.endIndex)
            return (String(String.UnicodeScalarView(word)), start..<end)
        }
    }

    static func script(of shape: Token.Shape) -> Lookalikes.Script? {
        shape == .latin ? .latin : shape == .cyrillic ? .cyrillic : nil
    }

    /// The script that the word is meant to be in, and the letters that are not of it.
    ///
    /// - Returns: nil for names that mix scripts on purpose (`VKонтакте`): one change of script, at which no letter looks like another.
    private static func judge(_ word: String, own: Lookalikes.Script?) -> (Lookalikes.Script, [Unicode.Scalar])? {
        let letters = word.unicodeScalars.compactMap { scalar in Lookalikes.Script(scalar).map { ($0, scalar) } }
        let present = Set(letters.map(\.0))
        let full = present.filter { Lookalikes.text(word, in: $0) != nil }
        func count(_ script: Lookalikes.Script) -> Int { letters.count { $0.0 == script } }
        let candidates = full.isEmpty ? present : full
        guard
            let script = candidates.max(by: { left, right in
                (left == own ? 1000 : count(left), left.rawValue) < (right == own ? 1000 : count(right), right.rawValue)
            })
        else { return nil }
        let strangers = letters.filter { $0.0 != script }.map(\.1)
        if full.isEmpty {
            let changes = zip(letters, letters.dropFirst()).count { $0.0 != $1.0 }
            guard changes > 1, strangers.contains(where: { Lookalikes.hasTwin($0, in: script) }) else { return nil }
        }
        return (script, strangers.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    }
}

/// `U+0430`
func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
