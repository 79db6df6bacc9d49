import Articles
import Diagnostics
import YAML

/// W014: two people who hold an office at the same time that only one can hold.
enum OverlappingOfficeLint: Lint {
    static let codes: [Diagnostic.Code] = ["W014"]

    private struct Post: Hashable {
        let office: String
        let portfolio: String?
        let country: String
    }

    private struct Tenure {
        let person: String
        let node: YAMLNode
        let from: CivilDate
        let to: CivilDate?
    }

    static func check(_ subject: LintSubject) {
        let single = Set(subject.knowledge.world.offices.filter(\.isSingle).map(\.id))
        guard !single.isEmpty else { return }
        var tenures: [Post: [Tenure]] = [:]
        for pack in subject.packs where pack.language == nil {
            for person in pack.root["people"]?.items ?? [] {
                for office in person["offices"]?.items ?? [] { add(office, of: person, single, to: &tenures) }
            }
        }
        for list in tenures.values where list.count > 1 { check(list.sorted { $0.from < $1.from }, subject) }
    }

    private static func add(_ node: YAMLNode, of person: YAMLNode, _ single: Set<String>, to tenures: inout [Post: [Tenure]]) {
        guard let office = node["office"]?.scalar, single.contains(office), let country = node["country"]?.scalar,
            let from = node["from"]?.scalar.flatMap({ lastDay(of: $0) }), let id = person["id"]?.scalar,
            node["shared"]?.scalar != "true"
        else { return }
        // A year or month leaves the day open: it begins as late, and ends as early, as it may.
        let to = node["to"]?.scalar.flatMap { CivilDate($0) }
        let portfolio = node["portfolio"]?.scalar
        guard office != "minister" || portfolio != nil else { return }
        tenures[Post(office: office, portfolio: portfolio, country: country), default: []].append(
            Tenure(person: id, node: node, from: from, to: to))
    }

    /// The last day of a year, month or day.
    private static func lastDay(of text: String) -> CivilDate? {
        guard let date = CivilDate(text), text.utf8.count < 10 else { return CivilDate(text) }
        return date.adding(months: text.utf8.count == 4 ? 12 : 1).adding(days: -1)
    }

    private static func check(_ tenures: [Tenure], _ subject: LintSubject) {
        for (earlier, later) in zip(tenures, tenures.dropFirst()) where earlier.person != later.person {
            // The day of the hand-over belongs to both.
            if let to = earlier.to, to <= later.from { continue }
            if later.from == earlier.from, let to = later.to, to <= earlier.from { continue }
            subject.report(.overlappingOffice(later.person, other: earlier.person, at: later.node.range, first: earlier.node.range))
        }
    }
}
