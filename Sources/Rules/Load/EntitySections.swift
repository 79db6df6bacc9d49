import Diagnostics
import YAML

/// `entities: [{id, title, type, names: {ar: […]}, weak: {…}, countries, offices: [{office, country, from, to}]}]`
enum EntitiesSection: PackSection {
    static let key = "entities"
    static let stage = 6
    static let scope = SectionScope.both

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        for item in builder.problems.list(node, key) {
            guard var reader = MapReader(item, "entity", builder.problems) else { continue }
            let idNode = reader.required("id")
            let title = reader.text("title")
            let names = reader.required("names")
            let weak = reader.value("weak")
            let kind = reader.choice("type", NameKind.self)
            let countries = builder.countries(reader.texts("countries"))
            let offices = reader.value("offices").map { builder.problems.list($0, "offices") } ?? []
            let tenures = offices.compactMap { PeopleSection.tenure(of: $0, &builder) }
            reader.finish()
            guard let idNode, let id = builder.checkedID(idNode, "entity"), builder.define(id, "entity", at: idNode.range) else { continue }
            builder.knowledge.entities.append(Entity(id: id, title: title ?? id))
            let namesLeaf = builder.newLeaf()
            if let names { TermListReader(kind: .person).read(names, into: &builder) { .leaf(namesLeaf) } }
            var weakLeaf: Int?
            if let weak {
                let leaf = builder.newLeaf()
                TermListReader(kind: .person).read(weak, into: &builder) { .leaf(leaf) }
                weakLeaf = leaf
            }
            builder.namesOfEntity[id] = (namesLeaf, weakLeaf)
            // Only people hold offices.
            var entry = NameEntry(id: id, caption: title ?? id, list: nil, kind: kind ?? (offices.isEmpty ? .unknown : .person))
            entry.names = ListedNames.read(names, isWeak: false, builder) + ListedNames.read(weak, isWeak: true, builder)
            entry.countries = Set(countries)
            entry.offices = tenures
            builder.nameSources.entityOfID[id] = entry
        }
    }
}

/// `lists: [{id, title, names: […]}]`, or `{id, title, file: names.csv, format, columns: {name: …}, header, type}`
enum ListsSection: PackSection {
    static let key = "lists"
    static let stage = 6
    static let scope = SectionScope.both

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        for item in builder.problems.list(node, key) {
            guard var reader = MapReader(item, "list", builder.problems) else { continue }
            let idNode = reader.required("id")
            _ = reader.text("title")
            let file = reader.value("file")
            let names = file == nil ? reader.required("names") : reader.value("names")
            let kind = reader.choice("type", NameKind.self) ?? .unknown
            let (format, columns) = ListOptionReader.read(&reader, hasFile: file != nil)
            reader.finish()
            guard let idNode, let id = builder.checkedID(idNode, "list"), builder.define(id, "list", at: idNode.range) else { continue }
            let leaf = builder.newLeaf()
            builder.leafOfList[id] = leaf
            if let names { TermListReader(kind: .person).read(names, into: &builder) { .leaf(leaf) } }
            var entries = ListedNames.read(names, isWeak: false, builder).map { name in
                var entry = NameEntry(id: name.text, caption: name.text, list: id, kind: kind)
                entry.names = [name]
                return entry
            }
            if let file {
                let request = ListFileReader.Request(
                    list: id, file: file, format: format, columns: columns, vocabulary: builder.listVocabulary(kind))
                let read = builder.listFiles.read(request, of: pack, builder.problems)
                builder.nameSources.fileLists.insert(id)
                builder.nameSources.unusedFiles[id] = read.flatMap { $0.names.filter { !$0.isWeak } }
                entries += read
            }
            builder.nameSources.entriesOfList[id] = entries
        }
    }
}
