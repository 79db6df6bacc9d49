#if DEBUG
    import Diagnostics
    import Testing
    import YAML
    @testable import Rules

    /// The catalogue of keys says what the readers read: neither may know a key that the other does not.
    @Suite struct ShapeTests {
        /// The keys that readers asked for, by shape, over every rule file there is: shipped, small, malformed, examples.
        static let askedKeys: [String: Set<String>] = {
            var all: [String: Set<String>] = [:]
            func note(_ loader: RuleLoader) { all.merge(loader.problems.askedKeys) { $0.union($1) } }
            var shipped = RuleLoader()
            shipped.read(Checkout.root + "/Rules")
            _ = shipped.compile()
            note(shipped)
            let malformed = DiagnosticTests.cases.compactMap { name in
                (try? Checkout.bytes(of: DiagnosticTests.folder + "/" + name)).map { SourceFile(path: name, bytes: $0) }
            }
            let examples = shapeCatalogue.map { SourceFile(path: "example.yaml", text: $0.exampleFile) }
            let problems = problemCatalogue.flatMap { [$0.wrong, $0.mended] }.map { SourceFile(path: "example.yaml", text: $0) }
            for file in malformed + examples + problems { note(SmallCore.loader(with: file)) }
            return all
        }()

        @Test func `what a reader asks for is in the catalogue`() {
            for (name, keys) in Self.askedKeys.sorted(by: { $0.key < $1.key }) {
                guard let shape = Shape.named(name) else {
                    Issue.record(
                        "there is no shape `\(name)`: add it to a file of Sources/Rules/Schema, or give its reader the `shape:` of another")
                    continue
                }
                for key in keys.sorted() where shape.key(key) == nil && shape.others == nil {
                    Issue.record("shape `\(name)` has no key `\(key)`: add it to Sources/Rules/Schema/\(Self.file(of: name))")
                }
            }
        }

        @Test(arguments: shapeCatalogue.map(\.name)) func `what the catalogue names is read`(name: String) throws {
            let shape = try #require(Shape.named(name))
            let asked = try #require(Self.askedKeys[name], "no reader asks for `\(name)`: a `MapReader` names it, or its last file is gone")
            let unread = shape.keys.map(\.name).filter { !asked.contains($0) }
            #expect(unread == [], "no reader of `\(name)` asks for them")
        }

        /// A shape that no file shows would be missed by the tests above.
        @Test func `every mapping that is read has a shape`() throws {
            var names: Set<String> = []
            for folder in try Checkout.names(in: Checkout.root + "/Sources/Rules") where !folder.hasSuffix(".swift") {
                for file in try Checkout.names(in: Checkout.root + "/Sources/Rules/" + folder) where file.hasSuffix(".swift") {
                    names.formUnion(Self.namesOfReaders(in: try Checkout.text(of: Checkout.root + "/Sources/Rules/\(folder)/\(file)")))
                }
            }
            #expect(names.count > 20)
            for name in names.sorted() where Shape.named(name) == nil {
                Issue.record(
                    "there is no shape `\(name)`: add it to a file of Sources/Rules/Schema, or give its reader the `shape:` of another")
            }
        }

        /// The literal names in `MapReader(node, "rule", …)` and `MapReader(node, …, shape: "role", …)`.
        private static func namesOfReaders(in text: String) -> [String] {
            text.split(separator: "\n").compactMap { line in
                guard let call = line.firstRange(of: "= MapReader(") else { return nil }
                let arguments = line[call.upperBound...]
                let from = arguments.firstRange(of: "shape: \"")?.upperBound ?? arguments.firstRange(of: ", \"")?.upperBound
                return from.flatMap { start in arguments[start...].firstIndex(of: "\"").map { String(arguments[start..<$0]) } }
            }
        }

        private static func file(of shape: String) -> String {
            let families = [
                ("FileShapes", fileShapes), ("RuleShapes", ruleShapes), ("ConditionShapes", conditionShapes), ("EventShapes", eventShapes),
                ("WatchlistShapes", watchlistShapes), ("SpellingShapes", spellingShapes),
                ("CorrelationShapes", correlationShapes), ("WordShapes", wordShapes), ("WorldShapes", worldShapes),
                ("LanguageShapes", languageShapes),
                ("LanguageWordShapes", languageWordShapes),
            ]
            return (families.first { $0.1.contains { $0.name == shape } }?.0 ?? "") + ".swift"
        }

        @Test(arguments: shapeCatalogue.map(\.name)) func `the example of a mapping loads without fault`(name: String) throws {
            let shape = try #require(Shape.named(name))
            let loader = SmallCore.loader(with: SourceFile(path: "example.yaml", text: shape.exampleFile), lists: SmallCore.lists)
            #expect(loader.problems.diagnostics.isEmpty, "\(TextRenderer().render(loader.problems.diagnostics))")
        }

        @Test(arguments: shapeCatalogue.map(\.name)) func `every key is explained, with an example and defaults that can be read`(
            name: String
        )
            throws
        {
            let shape = try #require(Shape.named(name))
            #expect(Set(shape.keys.map(\.name)).count == shape.keys.count)
            #expect(shape.meaning.hasSuffix("."))
            for key in shape.keys {
                #expect(key.meaning.count > 10 && key.meaning.hasSuffix("."), "\(key.name)")
                for text in [key.example] + (key.standard.map { [$0] } ?? []) {
                    let (root, diagnostics) = YAMLParser.parse(SourceFile(path: "key", text: "\(key.name): \(text)\n"))
                    #expect(diagnostics.isEmpty && root?[key.name] != nil && !text.isEmpty, "\(key.name): \(text)")
                }
            }
            for other in shape.references where Shape.named(other) == nil { Issue.record("no shape `\(other)`") }
        }
    }
#endif
