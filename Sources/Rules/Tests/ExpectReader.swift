import Articles
import Diagnostics
import YAML

/// Reads `expect: {destination.country: CU, status: [planned, ongoing], evidence: […], count: 2}`.
///
/// A value that no match can have is found here, not when the test fails.
struct ExpectReader {
    let fields: FieldNames?
    let pattern: EventPattern?
    let builder: RuleSetBuilder

    private var problems: Problems { builder.problems }
    private var world: World { builder.knowledge.world }

    func read(_ node: YAMLNode, _ sample: RuleTest.Sample) -> RuleTest.Expected {
        var expected = RuleTest.Expected()
        var first: [String: SourceRange] = [:]
        for (key, keyNode, value) in problems.entries(node, "expect") {
            switch key {
            case "evidence": expected.evidence = evidence(value, sample)
            case "count": expected.count = count(value)
            default:
                for (name, nameNode, value) in flattened(key, keyNode, value) {
                    fields?.check(name, of: .expect, at: nameNode.range, problems)
                    let values = problems.texts(value, name)
                    for value in values { check(value, of: name) }
                    if let first = first[name] {
                        problems.report(RuleTestProblem.expectedTwice(name, at: nameNode.range, first: first))
                    } else {
                        first[name] = nameNode.range
                        expected.fields.append(.init(name: name, values: values.compactMap(\.scalar)))
                    }
                }
            }
        }
        return expected
    }

    /// `destination: {country: CU}` is `destination.country: CU`.
    private func flattened(_ key: String, _ keyNode: YAMLNode, _ value: YAMLNode) -> [(String, YAMLNode, YAMLNode)] {
        guard let entries = value.entries else { return [(key, keyNode, value)] }
        if entries.isEmpty { problems.report(.emptyValue(key, at: value.range)) }
        return entries.map { ("\(key).\($0.name)", $0.key, $0.value) }
    }

    private func evidence(_ node: YAMLNode, _ sample: RuleTest.Sample) -> [String] {
        problems.texts(node, "evidence").compactMap { piece in
            guard let text = piece.scalar else { return nil }
            let stands = [sample.title ?? "", sample.text].contains { $0.utf8.count >= text.utf8.count && $0.firstRange(of: text) != nil }
            if !stands { problems.report(RuleTestProblem.evidenceNotInText(text, at: piece.range)) }
            return text
        }
    }

    private func count(_ node: YAMLNode) -> Int? {
        guard let text = problems.text(node, "count") else { return nil }
        if let count = Int(text), (1...10_000).contains(count) { return count }
        problems.report(.invalidValue(text, of: "count", allowed: "a number from 1 to 10000", nearest: nil, at: node.range))
        return nil
    }

    // MARK: Values

    private func check(_ node: YAMLNode, of field: String) {
        guard let text = node.scalar, text != RuleTest.noValue else { return }
        let role = field.split(separator: ".", maxSplits: 1).map(String.init)
        switch role.count > 1 ? role[1] : field {
        case "status": checkStatus(node)
        case "type": checkType(node)
        case "date":
            guard DatePeriod(text)?.description != text else { return }
            problems.report(
                .invalidValue(
                    text, of: "date", allowed: "a day, month, year or interval such as 2024-02-19, 2024-02, 2024, 2024-02-19/2024-02-25",
                    nearest: nil, at: node.range))
        case "attribution": let _: Attribution.Kind? = problems.choice(node, "attribution")
        case "country": checkCountry(node, ofRole: role[0])
        case "region": _ = builder.lookUp(node, "region", in: world.regionOfCode)
        case "office": _ = builder.lookUp(node, "office", in: world.officeOfID)
        case "body": _ = builder.lookUp(node, "body", in: world.bodyOfID)
        case "entity": _ = builder.lookUp(node, "person", in: world.personOfID)
        case "portfolio":
            let known = builder.knowledge.languages.flatMap(\.portfolios).map { ($0, $0) }
            _ = builder.lookUp(node, "portfolio", in: Dictionary(known, uniquingKeysWith: { first, _ in first }))
        case "list" where role.count == 1: _ = builder.lookUp(node, "list", in: builder.leafOfList)
        case "score" where role.count == 1:
            let hundredths = Double(text).map { Int(($0 * 100).rounded(.toNearestOrAwayFromZero)) }.flatMap {
                (0...100).contains($0) ? $0 : nil
            }
            guard hundredths.map(WatchSummary.text(ofScore:)) != text else { return }
            problems.report(
                .invalidValue(
                    text, of: "score", allowed: "a number with two decimals such as 0.93",
                    nearest: hundredths.map(WatchSummary.text(ofScore:)),
                    at: node.range))
        default: break
        }
    }

    private func checkStatus(_ node: YAMLNode) {
        guard let status: EventStatus = problems.choice(node, "status"), let pattern, !pattern.statuses.contains(status) else { return }
        let accepted = EventStatus.allCases.filter(pattern.statuses.contains).map(\.rawValue).joined(separator: ", ")
        problems.report(
            RuleTestProblem.impossibleValue(status.rawValue, of: "status", why: "this rule asks for \(accepted)", at: node.range))
    }

    private func checkType(_ node: YAMLNode) {
        guard builder.lookUp(node, "event type", in: world.eventOfID) != nil, let pattern, let text = node.scalar,
            world.eventTypes[pattern.type].id != text
        else { return }
        problems.report(
            RuleTestProblem.impossibleValue(
                text, of: "type", why: "this rule asks for \(world.eventTypes[pattern.type].id)", at: node.range))
    }

    private func checkCountry(_ node: YAMLNode, ofRole role: String) {
        guard let country = builder.lookUp(node, "country", in: world.countryOfCode), let text = node.scalar,
            let constraint = pattern?.constraints.first(where: { $0.name == role })
        else { return }
        let isOther = !constraint.countries.isEmpty && !constraint.countries.contains(country)
        let isOutside = !constraint.regions.isEmpty && !constraint.regions.contains { world.contains($0, country) }
        guard isOther || isOutside else { return }
        problems.report(
            RuleTestProblem.impossibleValue(
                text, of: "\(role).country",
                why: "this rule asks for \(isOther ? constraint.shown("country") : constraint.shown("region"))", at: node.range))
    }
}
