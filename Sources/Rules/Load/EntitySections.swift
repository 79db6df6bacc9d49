import Diagnostics
import YAML

/// `entities: [{id, title, names: {ar: […]}, weak: {…}}]`
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
        }
    }
}

/// `lists: [{id, title, names: […]}]`
enum ListsSection: PackSection {
    static let key = "lists"
    static let stage = 6
    static let scope = SectionScope.both

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        for item in builder.problems.list(node, key) {
            guard var reader = MapReader(item, "list", builder.problems) else { continue }
            let idNode = reader.required("id")
            _ = reader.text("title")
            let names = reader.required("names")
            reader.finish()
            guard let idNode, let id = builder.checkedID(idNode, "list"), builder.define(id, "list", at: idNode.range) else { continue }
            let leaf = builder.newLeaf()
            builder.leafOfList[id] = leaf
            if let names { TermListReader(kind: .person).read(names, into: &builder) { .leaf(leaf) } }
        }
    }
}
