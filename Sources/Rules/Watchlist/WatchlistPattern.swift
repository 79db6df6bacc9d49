/// What a rule with `watchlist` asks for: a name of these lists and entities, spelt so, at least so near.
package struct WatchlistPattern: Sendable {
    /// What a weak name is worth, such as a bare surname.
    package enum WeakNames: String, Sendable, CaseIterable {
        case never
        /// A full name of the same entry stands in the article, or an office or country word of it nearby.
        case withContext = "with-context"
        /// As much as a full one.
        case always
    }

    let index: NameIndex
    /// Hundredths.
    let minimumScore: Int
    let weakNames: WeakNames
    /// The lists and entities, for explanations.
    let shown: String

    /// Hundredths. Below are names with a letter wrong and one word more, or in another script with vowels that do not fit.
    static let usualMinimum = 85

    var anchors: Anchors { .anyOf([.leaf(index.leaf)]) }
    package var label: String { "watchlist \(shown)" }
}

/// Which entry of a watch-list an article names.
package struct WatchSummary: Sendable, Hashable {
    /// Nil for an entity of a rule file.
    package let list: String?
    package let entry: String
    package let caption: String
    /// The name as the list has it.
    package let name: String
    /// Hundredths; 100 is the name as listed.
    package let score: Int
    /// Why not 100, or how the name was found: “alias `…`, transliterated, 1 letter differs”.
    package let reason: String

    /// What messages, dedupe keys and tests may name.
    static let fields = ["entry", "list", "caption", "name", "score"]

    /// `0.93`
    package var scoreText: String { Self.text(ofScore: score) }

    static func text(ofScore score: Int) -> String { score >= 100 ? "1.00" : "0.\(score < 10 ? "0" : "")\(score)" }

    package subscript(_ field: String) -> String? {
        switch field {
        case "entry": entry
        case "list": list
        case "caption": caption
        case "name": name
        case "score": scoreText
        default: nil
        }
    }
}
