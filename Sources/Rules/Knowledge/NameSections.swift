import Analysis
import Diagnostics
import YAML

/// `countries: {RU: {names, adjectives, people, capital, cities, government, epithets}}` in one language.
enum CountriesSection: PackSection {
    static let key = "countries"
    static let stage = 3
    static let scope = SectionScope.language

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        guard let slot = builder.slot(of: pack) else { return }
        let place = TermTable.Options(kind: .place, keepsCapitals: true)
        for (_, keyNode, value) in builder.problems.entries(node, key) {
            guard var reader = MapReader(value, "country", shape: "names of country", builder.problems),
                let country = builder.country(keyNode)
            else { continue }
            builder.addAll(reader.texts("names"), language: slot, place, meaning: .place(country, .name))
            builder.addAll(reader.texts("capital"), language: slot, place, meaning: .place(country, .capital))
            builder.addAll(reader.texts("cities"), language: slot, place, meaning: .place(country, .city))
            builder.addAll(reader.texts("government"), language: slot, place, meaning: .place(country, .government))
            builder.addAll(reader.texts("epithets"), language: slot, .init(kind: .noun), meaning: .place(country, .epithet))
            builder.addAll(reader.texts("adjectives"), language: slot, .init(kind: .adjective), meaning: .adjective(country))
            builder.addAll(reader.texts("people"), language: slot, .init(kind: .adjective), meaning: .adjective(country))
            reader.finish()
        }
    }
}

/// `masks: [Copa América]`: a name in which a place's name means nothing.
enum MasksSection: PackSection {
    static let key = "masks"
    static let stage = 3
    static let scope = SectionScope.language

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        guard let slot = builder.slot(of: pack) else { return }
        builder.addAll(builder.problems.texts(node, key), language: slot, .init(kind: .noun), meaning: .mask)
    }
}

/// `bodies: {EU: {names, adjectives}}` in one language.
enum BodiesSection: PackSection {
    static let key = "bodies"
    static let stage = 3
    static let scope = SectionScope.language

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        guard let slot = builder.slot(of: pack) else { return }
        for (_, keyNode, value) in builder.problems.entries(node, key) {
            guard var reader = MapReader(value, "body", shape: "names of body", builder.problems),
                let body = builder.lookUp(keyNode, "body", in: builder.knowledge.world.bodyOfID)
            else { continue }
            builder.addAll(reader.texts("names"), language: slot, .init(kind: .place, keepsCapitals: true), meaning: .body(body))
            builder.addAll(reader.texts("adjectives"), language: slot, .init(kind: .adjective), meaning: .bodyAdjective(body))
            reader.finish()
        }
    }
}

/// `regions: {"419": {names, adjectives}}` in one language.
enum RegionsSection: PackSection {
    static let key = "regions"
    static let stage = 3
    static let scope = SectionScope.language

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        guard let slot = builder.slot(of: pack) else { return }
        for (_, keyNode, value) in builder.problems.entries(node, key) {
            guard var reader = MapReader(value, "region", shape: "names of region", builder.problems),
                let region = builder.lookUp(keyNode, "region", in: builder.knowledge.world.regionOfCode)
            else { continue }
            builder.addAll(reader.texts("names"), language: slot, .init(kind: .place, keepsCapitals: true), meaning: .region(region))
            builder.addAll(reader.texts("adjectives"), language: slot, .init(kind: .adjective), meaning: .regionAdjective(region))
            reader.finish()
        }
    }
}
