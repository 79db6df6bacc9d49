package import Analysis
package import Articles
package import Diagnostics

extension Rule {
    /// What is said of a rule, whatever it looks for.
    package struct Header: Sendable {
        package let id: String
        package let title: String
        package let status: Status
        package let level: Level
        package let tags: [String]
        package let revision: Int
        package let reach: Reach
        package let lifecycle: Lifecycle

        /// Language slots; nil means all.
        package var languages: Set<Int>? { reach.languages }
        package var scope: Set<Zone> { reach.scope }
    }

    /// Which articles, and which parts of them, a rule looks at.
    package struct Reach: Sendable {
        /// Language slots; nil means all.
        package let languages: Set<Int>?
        package let scope: Set<Zone>
    }

    /// From when to when a rule counts, and which rules it stands in for.
    package struct Lifecycle: Sendable {
        package let isEnabled: Bool
        /// The last day on which it is run.
        package let expires: CivilDate?
        /// Where that is written.
        package let expiresPlace: SourceRange?
        package let related: [Related]
    }

    /// Another rule, and what it is to this one, in Sigma's words.
    ///
    /// Source: Sigma rules specification 2.0, `related`, read 2026-11-25.
    package struct Related: Sendable {
        package enum Kind: String, Sendable, CaseIterable {
            /// This rule was made from that one, which goes on.
            case derived
            /// That rule is not used any more: this one replaces it.
            case obsolete
            case merged
            case renamed
            case similar

            /// That rule is still there.
            var mustExist: Bool {
                switch self {
                case .derived, .similar: true
                case .obsolete, .merged, .renamed: false
                }
            }
        }

        package let id: String
        package let kind: Kind
    }

    /// Why a rule is not run on a day; nil when it is.
    ///
    /// - Parameter day: nil when nobody says what day it is: nothing expires then.
    package func rest(on day: CivilDate?) -> String? {
        if !header.lifecycle.isEnabled { return "it is not enabled" }
        if let expires = header.lifecycle.expires, let day, expires < day { return "it expired on \(expires)" }
        return nil
    }
}
