import Diagnostics

/// The words that may stand before a colon: the parts of an article, and every kind of condition that one value says.
enum QueryFields {
    /// Conditions that are built of others, or of terms: a query writes them otherwise.
    private static let structural: Set<String> = [
        AllCondition.key, AnyCondition.key, SomeCondition.key, NoneCondition.key, NearCondition.key, TermsCondition.key, QueryCondition.key,
    ]

    /// As media monitors call them; `la` and `rst` are Factiva's.
    private static let aliases = [
        "site": "source", "publication": "source", "rst": "source", "lang": "language", "la": "language", "ctry": "country",
    ]

    /// Keys of the catalogue, so that a new kind of condition is a field without further ado.
    static var leafKeys: [String] { conditionKinds.map { $0.key }.filter { !structural.contains($0) } }
    static var known: [String] { QueryPart.allCases.map(\.rawValue) + leafKeys }

    static func key(_ name: String) -> String? {
        let name = name.lowercased()
        let key = aliases[name] ?? name
        return leafKeys.contains(key) ? key : nil
    }

    /// A field as this program calls it, known or not.
    static func spelled(_ name: String) -> String { QueryPart(field: name)?.rawValue ?? key(name) ?? name }

    static func nearest(to name: String) -> String? { Diagnostics.nearest(to: name, among: known) }
}
