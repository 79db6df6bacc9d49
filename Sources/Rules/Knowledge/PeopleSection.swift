import Analysis
import Diagnostics
import YAML

/// `people: [{id, names: {ar: […], ru: […], latin: […]}, weak: {…}, offices: [{office, country, from, to}]}]`
///
/// Weak names are surnames that other people have too.
enum PeopleSection: PackSection {
    static let key = "people"
    static let stage = 3
    static let scope = SectionScope.world

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        for item in builder.problems.list(node, key) {
            guard var reader = MapReader(item, "person", builder.problems) else { continue }
            let idNode = reader.required("id")
            let names = reader.required("names").map { builder.problems.entries($0, "names") } ?? []
            let weak = reader.value("weak").map { builder.problems.entries($0, "weak") } ?? []
            let offices = reader.value("offices").map { builder.problems.list($0, "offices") } ?? []
            reader.finish()
            guard let idNode, let id = builder.checkedID(idNode, "person"), builder.define(id, "person", at: idNode.range) else { continue }
            let latin = names.first { $0.key == "latin" || $0.key == "en" }?.value.items?.first?.scalar
            var tenures: [World.Tenure] = []
            for office in offices { if let tenure = tenure(of: office, &builder) { tenures.append(tenure) } }
            let person = builder.knowledge.world.people.count
            builder.knowledge.world.people.append(
                .init(id: id, name: latin ?? id, offices: tenures))
            add(names, person, isWeak: false, to: &builder)
            add(weak, person, isWeak: true, to: &builder)
        }
        builder.knowledge.world.index()
    }

    static func tenure(of node: YAMLNode, _ builder: inout RuleSetBuilder) -> World.Tenure? {
        guard var reader = MapReader(node, "office held", builder.problems) else { return nil }
        let office = reader.required("office").flatMap { builder.lookUp($0, "office", in: builder.knowledge.world.officeOfID) }
        let portfolioNode = reader.value("portfolio")
        let portfolio = portfolioNode.flatMap { builder.problems.text($0, "portfolio") }
        let country = reader.value("country").flatMap { builder.country($0) }
        let body = reader.value("body").flatMap { builder.lookUp($0, "body", in: builder.knowledge.world.bodyOfID) }
        let (from, to) = (reader.date("from", endOfPeriod: false), reader.date("to", endOfPeriod: true))
        let toNode = reader.value("to")
        // Only for whoever checks the data: somebody else holds the office at the same time, and that is no mistake.
        _ = reader.flag("shared")
        reader.finish()
        if let portfolioNode { builder.refer(to: portfolioNode, .portfolio) }
        if let from, let to, to < from, let toNode { builder.problems.report(.endsBeforeItBegins(toNode.scalar ?? "", at: toNode.range)) }
        return office.map { .init(office: $0, portfolio: portfolio, country: country, body: body, from: from, to: to) }
    }

    private static func add(
        _ names: [(key: String, keyNode: YAMLNode, value: YAMLNode)], _ person: PersonID, isWeak: Bool, to builder: inout RuleSetBuilder
    ) {
        for (key, keyNode, value) in names {
            let nodes = builder.problems.texts(value, "names")
            let meaning = Meaning.person(person, isWeak: isWeak)
            if key == "latin" {
                let slots = builder.knowledge.languages.indices.filter { builder.knowledge.languages[$0].script == .latin }
                let mask = slots.reduce(UInt16(0)) { $0 | Analyzer.bit(ofSlot: $1) }
                builder.addAll(nodes, language: nil, .init(keepsCapitals: true, languages: mask), meaning: meaning)
            } else if let slot = builder.languageSlot(key, at: keyNode.range) {
                builder.addAll(nodes, language: slot, .init(kind: .person, keepsCapitals: true), meaning: meaning)
            }
        }
    }
}
