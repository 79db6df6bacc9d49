/// A person, firm or thing of a watch-list, with all its names.
package struct NameEntry: Sendable {
    /// As the list says; unique within its list.
    package let id: String
    /// How people call it, for alerts.
    package let caption: String
    /// Id of the list; nil for an entity of a rule file.
    package let list: String?
    var kind: NameKind
    var names: [ListedName] = []
    var countries: Set<CountryID> = []
    /// What it held when, by which an office word near a weak name speaks for it.
    var offices: [World.Tenure] = []

    init(id: String, caption: String, list: String?, kind: NameKind) {
        self.id = id
        self.caption = caption
        self.list = list
        self.kind = kind
    }
}

/// What bears a name: it decides which parts of the name may be left out or change places.
package enum NameKind: String, Sendable, CaseIterable {
    /// Middle names may be missing, the surname may stand first, first names may be initials.
    case person
    /// All words stand, but for the legal form.
    case organization
    /// A ship, an aircraft, a domain …: all words stand.
    case thing
    /// Nobody said: only patronymics and initials may be missing.
    case unknown
}

struct ListedName: Sendable, Hashable {
    let text: String
    /// A name that others bear too, such as a bare surname: it counts only in context.
    let isWeak: Bool
    /// Language slot by which it is inflected; nil where nobody said.
    let language: Int?
}
