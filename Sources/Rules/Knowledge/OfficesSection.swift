import Analysis
import Diagnostics
import YAML

/// `offices: {heads: [{office, portfolio, words}], portfolios: {foreign: […]}, modifiers: {former: […]}, patterns: […]}` in one language.
enum OfficesSection: PackSection {
    static let key = "offices"
    static let stage = 3
    static let scope = SectionScope.language

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        guard let slot = builder.slot(of: pack), var reader = MapReader(node, "offices", builder.problems) else { return }
        let heads = reader.required("heads").map { builder.problems.list($0, "heads") } ?? []
        let portfolios = reader.value("portfolios").map { builder.problems.entries($0, "portfolios") } ?? []
        let modifiers = reader.value("modifiers").map { builder.problems.entries($0, "modifiers") } ?? []
        let patterns = reader.texts("patterns")
        reader.finish()
        for head in heads { readHead(head, slot, into: &builder) }
        for (name, _, value) in portfolios {
            let index = builder.knowledge.languages[slot].portfolios.count
            builder.knowledge.languages[slot].portfolios.append(name)
            builder.addAll(builder.problems.texts(value, "portfolio"), language: slot, .init(kind: .noun), meaning: .portfolio(index))
        }
        for (_, keyNode, value) in modifiers {
            guard let modifier: OfficeModifier = builder.problems.choice(keyNode, "modifier") else { continue }
            builder.addAll(builder.problems.texts(value, "modifier"), language: slot, .init(kind: .adjective), meaning: .modifier(modifier))
        }
        for pattern in patterns {
            do {
                builder.knowledge.languages[slot].officePatterns.append(try OfficePattern(pattern.scalar ?? ""))
            } catch {
                builder.problems.report(.badPattern(pattern.scalar ?? "", reason: error.reason, at: pattern.range))
            }
        }
    }

    private static func readHead(_ node: YAMLNode, _ slot: Int, into builder: inout RuleSetBuilder) {
        guard var reader = MapReader(node, "office head", builder.problems) else { return }
        let office = reader.required("office").flatMap { builder.lookUp($0, "office", in: builder.knowledge.world.officeOfID) }
        let portfolioNode = reader.value("portfolio")
        let portfolio = portfolioNode.flatMap { builder.problems.text($0, "portfolio") }
        _ = reader.required("words")
        let words = reader.texts("words")
        reader.finish()
        if let portfolioNode { builder.refer(to: portfolioNode, .portfolio) }
        guard let office else { return }
        let index = builder.knowledge.languages[slot].officeHeads.count
        builder.knowledge.languages[slot].officeHeads.append(OfficeHead(office: office, portfolio: portfolio))
        builder.addAll(words, language: slot, .init(kind: .noun), meaning: .officeHead(index))
    }
}
