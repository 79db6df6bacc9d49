import Diagnostics
import Rules
import Testing

/// Rules over a world of four countries, so that no test depends on what the real core happens to say.
enum SmallCore {
    private static let files: [SourceFile] = {
        let folder = Checkout.tests + "/SmallCore"
        guard let names = try? Checkout.names(in: folder) else { preconditionFailure("no folder \(folder)") }
        return names.map { name in
            guard let bytes = try? Checkout.bytes(of: folder + "/" + name) else { preconditionFailure("cannot read \(name)") }
            return SourceFile(path: "core/" + name, bytes: bytes)
        }
    }()

    /// What loading a file beside the small core finds.
    static func load(_ file: SourceFile, files: [String: String] = [:]) -> (rules: RuleSet, diagnostics: [Diagnostic]) {
        load(file, bytes: files.mapValues { Array($0.utf8) })
    }

    /// - Parameter bytes: list files beside it, by name.
    static func load(_ file: SourceFile, bytes: [String: [UInt8]]) -> (rules: RuleSet, diagnostics: [Diagnostic]) {
        var loader = RuleLoader()
        loader.listFiles = bytes
        for core in Self.files { loader.read(core) }
        loader.read(file)
        let rules = loader.compile()
        return (rules, loader.problems.diagnostics)
    }

    /// Rules that must be without fault: YAML as it stands in a file below its first two lines.
    static func rules(_ sections: String, files: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation) throws
        -> RuleSet
    {
        let (rules, diagnostics) = load(SourceFile(path: "t.yaml", text: "schema: 1\npack: t\n" + sections), files: files)
        try #require(diagnostics.isEmpty, "\(TextRenderer().render(diagnostics))", sourceLocation: sourceLocation)
        return rules
    }
}
