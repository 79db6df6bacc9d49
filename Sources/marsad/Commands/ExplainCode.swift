import ArgumentParser
import Diagnostics
import Rules

/// `marsad explain R004`: what a code means, with an example, what is said of it, and its mend.
struct ExplainCode {
    let catalogue: [ProblemEntry]
    let colors: Bool

    /// A letter and three digits, in either case: a code, and hardly the name of an article.
    static func isCode(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 4 else { return false }
        return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[0] & 0xDF)
            && bytes[1...].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// Codes and titles, a line each.
    var list: String { catalogue.map { "\($0.code)  \($0.title)\n" }.joined() }

    /// - Returns: nil if there is no such code.
    /// - Parameter core: folders and files that the example is loaded beside; what it brings forth is shown only if they are sound.
    func text(of code: String, core: [String]) -> String? {
        guard let entry = catalogue.first(where: { $0.code.description == code.uppercased() }) else { return nil }
        var parts = ["\(entry.severity.rawValue)[\(entry.code)]: \(entry.title)", wrapped(entry.meaning)]
        if entry.hasExample {
            parts.append("Wrong:\n\n" + indented(entry.wrong))
            parts += listFiles(entry.files.wrong)
            if let said = diagnostics(of: entry, core: core) { parts.append(said) }
            parts.append("Mended:\n\n" + indented(entry.mended))
            parts += listFiles(entry.files.mended)
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// The nearest code that there is.
    func nearest(to code: String) -> String? { Diagnostics.nearest(to: code.uppercased(), among: catalogue.map(\.code.description)) }

    private func listFiles(_ files: [String: String]) -> [String] {
        files.sorted { $0.key < $1.key }.map { "with \($0.key) beside it:\n\n" + indented($0.value) }
    }

    private func diagnostics(of entry: ProblemEntry, core: [String]) -> String? {
        let file = SourceFile(path: "example.yaml", text: entry.wrong)
        var loader = RuleLoader()
        for path in core { loader.read(path) }
        guard !loader.problems.hasErrors else { return nil }
        loader.listFiles = entry.files.wrong.mapValues { Array($0.utf8) }
        loader.read(file)
        _ = loader.compile()
        let found = loader.problems.diagnostics.filter { $0.range.path == file.path || entry.files.wrong[$0.range.path] != nil }
        guard found.contains(where: { $0.code == entry.code }) else { return nil }
        return "What `marsad check` says:\n\n" + indented(TextRenderer(colors: colors).render(found))
    }

    private func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
            .trimmingSuffix { $0 == "\n" }
    }

    /// In lines of 80 characters.
    private func wrapped(_ text: String) -> String {
        var lines = [""]
        for word in text.split(separator: " ") {
            if !lines[lines.count - 1].isEmpty, lines[lines.count - 1].count + 1 + word.count > 80 { lines.append("") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
        }
        return lines.joined(separator: "\n")
    }
}

extension String {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
        var end = endIndex
        while end > startIndex, predicate(self[index(before: end)]) { end = index(before: end) }
        return String(self[..<end])
    }
}

extension Explain {
    /// - Returns: whether it was a code, or the list of codes, that was asked for.
    func explainCode() throws -> Bool {
        let codes = ExplainCode(catalogue: problemCatalogue, colors: ruleOptions.colors.isOn && Terminal.outputIsTerminal)
        if list {
            Terminal.put(codes.list)
            return true
        }
        guard rule == nil, let code = article, ExplainCode.isCode(code) else { return false }
        if let text = codes.text(of: code, core: ruleOptions.corePaths) {
            Terminal.put(text)
            return true
        }
        let near = codes.nearest(to: code).map { "did you mean `\($0)`? " } ?? ""
        Terminal.say("marsad: no problem has the code `\(code)`; \(near)`marsad explain --list` lists them all")
        throw Exit.cannotRun
    }
}
