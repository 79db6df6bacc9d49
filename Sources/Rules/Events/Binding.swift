import Analysis

/// A trigger with its roles filled, and how well they fit.
struct Binding {
    /// By role; nil where nothing fills it.
    var roles: [Mention?]
    /// Tokens the frame consumed: trigger, roles, lexicon words.
    var evidence: [Range<Int>]
    /// Lower is better: distance and everything that speaks against a filler.
    var cost: Int
    /// Roles that were filled from the sentence itself, and lexicon slots.
    var direct: Int
    var frame: String

    /// Which of two bindings of the same trigger is likelier.
    func isBetter(than other: Binding) -> Bool {
        let (mine, theirs) = (direct * 14 - cost, other.direct * 14 - other.cost)
        return mine != theirs ? mine > theirs : direct > other.direct
    }
}

/// Costs of what stands between a trigger and the filler of a role, in tokens of distance.
///
/// They order candidates; only ``limit`` cuts. Tuned on general word order, not on any one language.
enum BindingCost {
    static let clause = 14
    static let otherTrigger = 7
    static let comma = 2
    static let strongPunctuation = 8
    static let otherSide = 6
    /// An oblique case where a subject is sought.
    static let oblique = 12
    static let carried = 16
    /// Places further than this from their trigger cost twice.
    static let freePlaceDistance = 4
    /// “The capital”: only when nothing is named.
    static let barePlace = 6
    static let limit = 34
    /// Nothing further away can come near again, whatever speaks for it.
    static let outOfReach = 60
    /// A direct object stands near its verb.
    static let directLimit = 16
}
