import Articles
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
        } + wording
    }()

    /// What authors call things is advice, which the shipped core gives.
    private static let wording = ["ar", "en", "es", "fr", "pt", "ru"].map { code in
        let path = Checkout.root + "/Rules/core/\(code)/wording.yaml"
        guard let bytes = try? Checkout.bytes(of: path) else { preconditionFailure("cannot read \(path)") }
        return SourceFile(path: "core/\(code)-wording.yaml", bytes: bytes)
    }

    /// List files beside the examples of the manual.
    static let lists = ["names.csv": "No,Full name,aka1,aka2\n1,Ivan Petrov,Vanya Petrov,\n"]

    /// What loading a file beside the small core finds.
    ///
    /// - Parameter lists: list files beside it, by name.
    static func load(
        _ files: SourceFile..., lists: [String: [UInt8]] = [:], lints: Bool = false, keepingTerms: Bool = false
    ) -> (rules: RuleSet, diagnostics: [Diagnostic]) {
        var loader = RuleLoader()
        loader.listFiles = lists
        loader.keepsTerms = keepingTerms
        loader.day = CivilDate("2026-03-01")
        for file in Self.files + files { loader.read(file) }
        let rules = loader.compile(lints: lints)
        return (rules, loader.problems.diagnostics)
    }

    /// - Parameter files: list files beside it, by name.
    static func load(_ file: SourceFile, files: [String: String], lints: Bool = false, keepingTerms: Bool = false) -> (
        rules: RuleSet, diagnostics: [Diagnostic]
    ) {
        load(file, lists: files.mapValues { Array($0.utf8) }, lints: lints, keepingTerms: keepingTerms)
    }

    static func load(_ query: LooseQuery) -> (rules: RuleSet, diagnostics: [Diagnostic]) {
        var loader = RuleLoader()
        for core in files { loader.read(core) }
        loader.read(query)
        let rules = loader.compile()
        return (rules, loader.problems.diagnostics)
    }

    /// The loader that has compiled a file beside the small core.
    static func loader(with file: SourceFile, lists: [String: String] = [:]) -> RuleLoader {
        var loader = RuleLoader()
        loader.listFiles = lists.mapValues { Array($0.utf8) }
        for file in files + [file] { loader.read(file) }
        _ = loader.compile()
        return loader
    }

    /// Rules that must be without fault: YAML as it stands in a file below its first two lines.
    static func rules(
        _ sections: String, files: [String: String] = [:], keepingTerms: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> RuleSet {
        let (rules, diagnostics) = load(
            SourceFile(path: "t.yaml", text: "schema: 1\npack: t\n" + sections), files: files, keepingTerms: keepingTerms)
        try #require(diagnostics.isEmpty, "\(TextRenderer().render(diagnostics))", sourceLocation: sourceLocation)
        return rules
    }
}
