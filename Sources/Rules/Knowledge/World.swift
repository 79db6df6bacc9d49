package import Articles

/// What is the same in all languages: countries, regions, bodies, offices, people, types of event.
package struct World: Sendable {
    package struct Country: Sendable {
        /// ISO 3166-1 alpha-2.
        package let code: String
        package let title: String
    }

    package struct Region: Sendable {
        /// UN M49.
        package let code: String
        package let title: String
        /// All countries in it, however deep.
        package let countries: Set<CountryID>
    }

    package struct Body: Sendable {
        package let id: String
        package let title: String
        package let members: [Membership]
    }

    /// A country's time in a body.
    package struct Membership: Sendable {
        package let country: CountryID
        package let from: CivilDate?
        package let to: CivilDate?
    }

    /// A kind of office, such as `minister`.
    package struct Office: Sendable {
        package let id: String
        package let isOfficial: Bool
        /// Institutions and firms act and speak, but do not go anywhere.
        package let travels: Bool
        let kind: OfficeKind?
        /// The office that this one is the deputy of.
        let deputyOf: String?
        /// One person at a time holds it in a country (and for a portfolio).
        let isSingle: Bool
        /// Whoever holds it acts for no state and no body.
        let isPrivate: Bool
        /// Lives abroad: to be in another country is no journey.
        let resides: Bool
    }

    package struct Person: Sendable {
        package let id: String
        /// As written in Latin script, for alerts.
        package let name: String
        package let offices: [Tenure]
    }

    /// An office held, from a day to a day.
    package struct Tenure: Sendable {
        package let office: Int
        package let portfolio: String?
        package let country: CountryID?
        package let body: BodyID?
        package let from: CivilDate?
        package let to: CivilDate?

        package func holds(on day: CivilDate) -> Bool { (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true) }
    }

    package var countries: [Country] = []
    package var regions: [Region] = []
    package var bodies: [Body] = []
    package var offices: [Office] = []
    package var people: [Person] = []
    package var eventTypes: [EventType] = []

    package private(set) var countryOfCode: [String: CountryID] = [:]
    package private(set) var regionOfCode: [String: RegionID] = [:]
    package private(set) var bodyOfID: [String: BodyID] = [:]
    package private(set) var officeOfID: [String: Int] = [:]
    /// Of each special kind, the office that is it.
    private(set) var officeOfKind: [OfficeKind: Int] = [:]
    private(set) var deputyOfOffice: [Int: Int] = [:]
    package private(set) var personOfID: [String: PersonID] = [:]
    package private(set) var eventOfID: [String: Int] = [:]

    package init() {}

    /// Builds the look-up tables anew; call it after the lists changed.
    mutating func index() {
        countryOfCode = Dictionary(countries.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        regionOfCode = Dictionary(regions.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        bodyOfID = Dictionary(bodies.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        officeOfID = Dictionary(offices.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        officeOfKind = Dictionary(
            offices.enumerated().compactMap { index, office in office.kind.map { ($0, index) } }, uniquingKeysWith: { first, _ in first })
        deputyOfOffice = Dictionary(
            offices.enumerated().compactMap { deputy, office in office.deputyOf.flatMap { officeOfID[$0] }.map { ($0, deputy) } },
            uniquingKeysWith: { first, _ in first })
        personOfID = Dictionary(people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        eventOfID = Dictionary(eventTypes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// These types of event and those that imply one of them.
    func types(implying types: Set<Int>) -> Set<Int> {
        types.union(eventTypes.indices.filter { eventTypes[$0].implies.flatMap { eventOfID[$0] }.map(types.contains) ?? false })
    }

    package func code(of country: CountryID?) -> String? { country.map { countries[$0].code } }
    package func contains(_ region: RegionID, _ country: CountryID) -> Bool { regions[region].countries.contains(country) }
}

/// A type of event: who takes part in it, and how.
package struct EventType: Sendable {
    package let id: String
    package let title: String
    package let roles: [EventRole]
    package let tags: [String]
    /// The first role and a place may stand beside each other in a headline, without a verb.
    let isHeadline: Bool
    /// Whether what stands beside its triggers is theirs, and less likely filled into the roles of other types.
    let governs: Bool
    /// Its first two roles say the same either way round.
    package let isMutual: Bool
    /// Its sides are of different countries, and none is a private person.
    package let isInternational: Bool
    /// It is over as soon as it is reported: it is planned or completed, never going on.
    let isPunctual: Bool
    /// The type of event that this one implies of whoever is not at home.
    let implies: String?
    /// Who “the minister” is matters to it.
    var isAboutOfficials: Bool { isMutual || roles.contains { $0.kind == .official } }
    /// People must be in one place for it: a video call is none.
    var isInPerson: Bool { isHeadline || implies != nil }
    /// What a form of a trigger means for this type where the trigger itself does not say.
    let status: [TriggerForm: EventStatus]
    /// The lexicon of which a word must stand there, in its sense.
    let sense: String?

    func role(named name: String) -> Int? { roles.firstIndex { $0.name == name } }
}

package struct EventRole: Sendable {
    package let name: String
    package let kind: RoleKind
}

/// What kind of mention may fill a role.
package enum RoleKind: String, Sendable, CaseIterable {
    /// A person in an office, or the office.
    case official
    /// A country, a city, a region.
    case place
    /// An official, a state, a body, an institution.
    case power
}

/// Offices that the grammar of mentions turns on.
enum OfficeKind: String, Sendable, CaseIterable {
    /// Has the office of whoever he is the counterpart of.
    case counterpart
    /// Whoever heads it, or is one of it, comes with it.
    case delegation
    /// Has no office any more.
    case former
    /// Holds some office on the day, but none that the data know.
    case unspecified
}
