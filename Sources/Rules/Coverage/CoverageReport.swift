package import Diagnostics

/// A part of a rule that tests may exercise.
package struct CoverageItem: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Terms of leaves and lexicons, and words that report the events a rule asks for.
        case term
        case frame
        /// A leaf of `match`, or of an exclusion.
        case condition
        case exclusion
        case status
        case language

        package var plural: String { self == .status ? "statuses" : rawValue + "s" }
    }

    package let kind: Kind
    /// As its author wrote it.
    package let text: String
    /// Code; nil for what belongs to none.
    package let language: String?
    package let place: SourceRange
    /// Written in another folder than the rule: knowledge that many rules draw on, which no one of them can exercise.
    package var isShared = false
    package var isExercised = false
}

/// What the tests of some rules exercise of them.
package struct CoverageReport: Sendable {
    package struct Entry: Sendable {
        package let rule: String
        /// By kind, then as written.
        package let items: [CoverageItem]
    }

    package let rules: [Entry]
    /// Shared parts count and are listed as the rules' own.
    package let countsShared: Bool
    /// A part that several rules share counts once, and is exercised when the tests of any rule do it.
    package let total: Count
    /// How many parts of a rule that no test exercises are listed for people.
    package var shown = 10

    package struct Count: Sendable {
        package let exercised: Int
        package let all: Int

        package init(exercised: Int, all: Int) {
            self.exercised = exercised
            self.all = all
        }

        /// Rounded down, so that 100 means all; 100 where there is nothing to exercise.
        package var percent: Int { all == 0 ? 100 : exercised * 100 / all }
    }
}

extension CoverageReport {
    /// What no test exercises of a rule, so far as it counts.
    package func missing(of entry: Entry) -> [CoverageItem] { entry.items.filter { !$0.isExercised && (countsShared || !$0.isShared) } }
}

extension CoverageReport.Entry {
    package func count(_ kind: CoverageItem.Kind, shared: Bool) -> CoverageReport.Count {
        let counted = items.filter { $0.kind == kind && $0.isShared == shared }
        return .init(exercised: counted.count(where: \.isExercised), all: counted.count)
    }
}
