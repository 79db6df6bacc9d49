package import YAML

/// `country: RU`: its name, people, a city, a palace.
package struct CountryCondition: Condition {
    package static let key = "country"
    package static let summary = "One of these countries is named: by name, adjective, people, city or seat of government."
    package static let value = ValueKind.oneOrMore(.reference(.country))
    package static let examples = [
        ConditionExample(
            condition: "country: CU", matches: ["Cuba.", "Cuban rum", "In Havana it rains."], misses: ["Cubist art", "Moscow"])
    ]

    let countries: Set<CountryID>
    let shown: String

    package static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> CountryCondition? {
        let nodes = builder.problems.texts(node, key)
        let countries = builder.countries(nodes)
        guard !countries.isEmpty else { return nil }
        return CountryCondition(countries: Set(countries), shown: nodes.compactMap(\.scalar).joined(separator: ", "))
    }

    package var anchors: Anchors { .anyOf(Set(countries.map { .country($0) })) }
    package var label: String { "country \(shown)" }

    package func evaluate(in context: inout MatchContext) -> Outcome {
        .found(context.mentionSpans { mention, _ in mention.country.map { countries.contains($0) } ?? false }, otherwise: "it is not named")
    }
}

/// `region: "419"`: the region, or a country in it.
package struct RegionCondition: Condition {
    package static let key = "region"
    package static let summary = "One of these regions (UN M49), or a country in it, is named."
    package static let value = ValueKind.oneOrMore(.reference(.region))
    package static let examples = [
        ConditionExample(
            condition: "region: \"419\"", matches: ["Latin America", "Havana", "Brazilian coffee"], misses: ["Moscow", "Latin"])
    ]

    let regions: Set<RegionID>
    let countries: Set<CountryID>
    let shown: String

    package static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> RegionCondition? {
        let world = builder.knowledge.world
        let nodes = builder.problems.texts(node, key)
        let regions = nodes.compactMap { builder.lookUp($0, "region", in: world.regionOfCode) }
        guard !regions.isEmpty else { return nil }
        let countries = regions.reduce(into: Set<CountryID>()) { $0.formUnion(world.regions[$1].countries) }
        return RegionCondition(regions: Set(regions), countries: countries, shown: nodes.compactMap(\.scalar).joined(separator: ", "))
    }

    package var anchors: Anchors { .anyOf(Set(countries.map { .country($0) } + regions.map { .region($0) })) }
    package var label: String { "region \(shown)" }

    package func evaluate(in context: inout MatchContext) -> Outcome {
        .found(
            context.mentionSpans { mention, _ in
                mention.country.map { countries.contains($0) } ?? mention.region.map { regions.contains($0) } ?? false
            }, otherwise: "nothing of it is named")
    }
}

/// `office: minister`
package struct OfficeCondition: Condition {
    package static let key = "office"
    package static let summary = "Somebody in one of these offices is named, by office or by name."
    package static let value = ValueKind.oneOrMore(.reference(.office))
    package static let examples = [
        ConditionExample(
            condition: "office: minister", matches: ["The Russian foreign minister spoke."],
            misses: ["The ministry spoke.", "The president spoke."])
    ]

    let offices: Set<Int>
    let shown: String

    package static func read(_ node: YAMLNode, into builder: inout RuleSetBuilder) -> OfficeCondition? {
        let nodes = builder.problems.texts(node, key)
        let offices = nodes.compactMap { builder.lookUp($0, "office", in: builder.knowledge.world.officeOfID) }
        guard !offices.isEmpty else { return nil }
        return OfficeCondition(offices: Set(offices), shown: nodes.compactMap(\.scalar).joined(separator: ", "))
    }

    package var anchors: Anchors { .anyOf(Set(offices.map { .office($0) })) }
    package var label: String { "office \(shown)" }

    package func evaluate(in context: inout MatchContext) -> Outcome {
        .found(
            context.mentionSpans { mention, _ in mention.posts.contains { offices.contains($0.office) } },
            otherwise: "nobody in it is named")
    }
}
