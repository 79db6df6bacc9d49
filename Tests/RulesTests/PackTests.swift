import Analysis
import Articles
import Diagnostics
import Rules
import Testing

/// Packs that use each other, filters over other people's rules, and the life of a rule.
@Suite struct PackTests {
    private func file(_ pack: String, uses: String = "", _ sections: String) -> SourceFile {
        SourceFile(path: pack + ".yaml", text: "schema: 1\npack: \(pack)\nuse: [\(uses)]\n\(sections)".replacing("use: []\n", with: ""))
    }

    private let words = "lexicons:\n  - {id: fuel, title: Fuel, terms: {en: [oil, gas]}}\nlists:\n  - {id: ships, names: [Polar Star]}\n"
    private let rule = "rules:\n  - {id: b.fuel, title: Fuel, match: {lexicon: fuel}}\n"

    private func matches(_ rules: RuleSet, _ text: String, day: CivilDate? = nil) -> [String] {
        var matcher = Matcher(rules, on: day)
        return matcher.match(Article(id: "1", body: text, language: LanguageTag("en"))).matches.map(\.rule.id)
    }

    // MARK: use

    @Test func `what a used pack defines may be referred to, also through another`() {
        for uses in ["a", "c"] {
            let (rules, diagnostics) = SmallCore.load(file("a", words), file("b", uses: uses, rule), file("c", uses: "a", ""))
            #expect(diagnostics.isEmpty)
            #expect(matches(rules, "Gas is cheap.") == ["b.fuel"])
        }
    }

    @Test func `what a pack does not use is hidden from it, and the pack that has it is named`() {
        let (_, diagnostics) = SmallCore.load(file("a", words), file("b", rule), file("c", uses: "b", ""))
        #expect(diagnostics.map(\.code) == ["R036"])
        #expect(diagnostics.first?.range.text == "fuel" && diagnostics.first?.help == ["add `a` to `use`"])
    }

    // MARK: filters

    private let filter =
        "filters:\n  - {id: house, title: No recipes, rules: [\"b.*\"], exclude: [{id: food, terms: {en: [recipe]}, within: article}]}\n"

    @Test func `a filter lays its exclusions over the rules that its pattern fits`() throws {
        let more = rule + "  - {id: b.ships, title: Ships, match: {list: ships}}\n  - {id: c.fuel, title: Fuel, match: {lexicon: fuel}}\n"
        let (rules, diagnostics) = SmallCore.load(file("a", words), file("b", uses: "a", more), file("f", uses: "b", filter))
        #expect(diagnostics.isEmpty, "\(TextRenderer().render(diagnostics))")
        #expect(matches(rules, "Oil for the Polar Star.") == ["b.fuel", "b.ships", "c.fuel"])
        #expect(matches(rules, "Oil for the Polar Star: a recipe.") == ["c.fuel"])
        var matcher = Matcher(rules)
        let explanation = matcher.explain(Article(id: "1", body: "A recipe with oil.", language: LanguageTag("en")), rules.rules[0])
        #expect(explanation.decidingCondition == "exclude house/food")
    }

    @Test func `a filter that is not enabled does nothing`() {
        let off = filter.replacing("title: No recipes,", with: "title: No recipes, enabled: false,")
        let (rules, diagnostics) = SmallCore.load(file("a", words), file("b", uses: "a", rule), file("f", uses: "b", off))
        #expect(diagnostics.isEmpty && matches(rules, "Oil: a recipe.") == ["b.fuel"])
    }

    @Test func `a filter of rules that nobody wrote, or of a pack that it does not use, is told`() {
        #expect(SmallCore.load(file("a", words), file("f", uses: "a", filter)).diagnostics.map(\.code) == ["R004"])
        #expect(SmallCore.load(file("a", words), file("b", uses: "a", rule), file("f", filter)).diagnostics.map(\.code) == ["R036"])
    }

    @Test func `a filter may speak of a role that all its rules have`() {
        let visits = "rules:\n  - {id: b.visit, title: Visit, event: {type: visit}}\n"
        let former =
            "filters:\n  - {id: past, title: No former officials, rules: [b.visit], exclude: [{id: x, near: {role: actor, lexicon: former}}]}\n"
        let (rules, diagnostics) = SmallCore.load(file("b", visits), file("f", uses: "b", former))
        #expect(diagnostics.isEmpty)
        #expect(matches(rules, "Sergey Lavrov visited Cuba.") == ["b.visit"])
        #expect(matches(rules, "The ousted Sergey Lavrov visited Cuba.").isEmpty)
        #expect(
            SmallCore.load(file("a", words), file("b", uses: "a", rule), file("f", uses: "b", former.replacing("b.visit", with: "b.fuel")))
                .diagnostics.map(\.code) == ["R016"])
    }

    // MARK: life

    @Test func `a rule that is not enabled is loaded, and not run`() throws {
        let rules = try SmallCore.rules("rules:\n  - {id: t.a, title: x, enabled: false, match: {terms: [oil]}}\n")
        #expect(rules.rules.count == 1 && matches(rules, "oil").isEmpty)
        var matcher = Matcher(rules)
        let explanation = matcher.explain(Article(id: "1", body: "oil"), rules.rules[0])
        #expect(explanation.rest == "it is not enabled" && !explanation.matches.isEmpty)
    }

    @Test(arguments: [
        ("2026-03-01", "2026-03-01", true), ("2026-03-01", "2026-03-02", false), ("2026-03", "2026-03-31", true),
        ("2026", "2027-01-01", false),
    ])
    func `a rule is run up to the day on which it expires`(expires: String, day: String, runs: Bool) throws {
        let rules = try SmallCore.rules("rules:\n  - {id: t.a, title: x, expires: \"\(expires)\", match: {terms: [oil]}}\n")
        #expect(matches(rules, "oil", day: CivilDate(day)).isEmpty != runs)
        #expect(matches(rules, "oil") == ["t.a"])
    }

    @Test func `a stable rule has tests in each language that it claims`() throws {
        let tests = "tests: [{match: oil, language: en}, {no-match: gas, language: en}, {match: نفط, language: ar}]"
        func codes(_ languages: String, _ tests: String) -> [String] {
            let text = "rules:\n  - {id: t.a, title: x, status: stable, languages: \(languages), match: {terms: [oil, نفط]}, \(tests)}\n"
            return SmallCore.load(file("t", text)).diagnostics.map { "\($0.code) \($0.primary.text)" }
        }
        #expect(codes("[en]", tests).isEmpty)
        #expect(codes("[en, ar]", tests) == ["R035 no `no-match` test in ar"])
        #expect(codes("[en]", "tests: [{match: oil}, {no-match: gas}]").isEmpty)
        #expect(codes("[en]", "tests: [{todo: match, text: gas}, {no-match: gas}]") == ["R035 no `match` test in en"])
    }

    @Test func `tags name codes that exist; tags of one's own are free`() {
        func advice(_ tag: String) -> [String?] {
            SmallCore.load(file("t", "rules:\n  - {id: t.a, title: x, tags: [\(tag)], match: {terms: [oil]}}\n")).diagnostics.map(\.nearest)
        }
        #expect(advice("plover.CONSULT").isEmpty && advice("desk.energy").isEmpty && advice("urgent").isEmpty)
        #expect(advice("plover.consult") == ["plover.CONSULT"] && advice("cameo.42") == ["cameo.042"])
        #expect(advice("plovr.CONSULT") == ["plover.CONSULT"])
    }

    @Test func `a related rule of another kind need not exist any more`() {
        func codes(_ related: String) -> [Diagnostic.Code] {
            SmallCore.load(file("t", "rules:\n  - {id: t.a, title: x, related: [\(related)], match: {terms: [oil]}}\n")).diagnostics.map(
                \.code)
        }
        #expect(codes("{id: t.old, type: obsolete}").isEmpty && codes("{id: t.old, type: renamed}").isEmpty)
        #expect(codes("{id: t.old, type: derived}") == ["R004"] && codes("t.old") == ["R004"])
        #expect(codes("t.a") == ["R034"] && codes("{id: t.old, type: older}") == ["R006"])
    }

    // MARK: an event type in one file

    private let launches = """
        events:
          - id: launch
            title: A country launches a rocket
            roles: {actor: power, destination: place}
            triggers:
              en:
                - {verb: [launched, launches], frame: actor V}
                - {past: [fired], frame: {actor: {side: before}, destination: {side: after, by: [over], direct: false}}}
              ar:
                - {verb: [أطلقت], frame: V actor}
            not: {en: ["launched a sale"]}
        rules:
          - {id: t.launch, title: Launch, event: {type: launch}}

        """

    @Test func `an event type may bring its own words`() throws {
        let rules = try SmallCore.rules(launches)
        #expect(matches(rules, "Russia launched a rocket.") == ["t.launch"])
        #expect(matches(rules, "Russia launched a sale.").isEmpty)
        #expect(matches(rules, "Russia fired a rocket over Norway.") == ["t.launch"] && matches(rules, "Russia fired Norway.").isEmpty)
        var matcher = Matcher(rules)
        #expect(!matcher.match(Article(id: "1", body: "أطلقت روسيا صاروخا", language: LanguageTag("ar"))).matches.isEmpty)
    }
}
