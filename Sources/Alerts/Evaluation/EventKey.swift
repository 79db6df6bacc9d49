package import Rules

/// What is compared of an event: its type, who did it, where or with whom, and how real it is.
package struct EventKey: Hashable, Sendable {
    package var type: String
    package var actorCountry: String?
    package var actorOffice: String?
    package var otherCountry: String?
    package var status: String

    /// The event of a gold file, in the names of the knowledge.
    init(_ event: GoldEvent, _ names: GoldNames) {
        type = names.type(event.type)
        actorCountry = event.actor.country
        actorOffice = names.office(event.actor.office)
        otherCountry = event.other.country
        status = event.status
    }

    package init(_ fields: EventFields) {
        type = fields.type.id
        actorCountry = fields["actor.country"]
        // Where a state or body acts, through whatever institution, annotators name no office.
        actorOffice = fields.isInstitution("actor") ? nil : fields["actor.office"]
        otherCountry = fields["destination.country"] ?? fields["recipient.country"]
        status = fields.event.status.rawValue
    }

    package var text: String {
        "\(type) \(actorCountry ?? "?")\(actorOffice.map { " " + $0 } ?? "") → \(otherCountry ?? "?") \(status)"
    }

    /// How much has to agree.
    package enum Depth: String, CaseIterable, Sendable {
        /// Type and countries.
        case countries
        /// Type, countries and the office of the actor.
        case roles
        /// All of it.
        case whole
    }

    /// - Parameter isMutual: either side may be named first; then the office of the other side is not known, and not asked.
    func agrees(with other: EventKey, _ depth: Depth, isMutual: Bool) -> Bool {
        guard type == other.type, depth != .whole || status == other.status else { return false }
        if actorCountry == other.actorCountry, otherCountry == other.otherCountry {
            return depth == .countries || actorOffice == other.actorOffice
        }
        return isMutual && actorCountry == other.otherCountry && otherCountry == other.actorCountry
    }

    /// Pairs what was found with what is there, each at most once.
    ///
    /// - Returns: what was found for each of `gold`, nil for a miss; and what was found beyond that.
    static func pair(gold: [EventKey], found: [EventKey], _ depth: Depth, isMutual: (String) -> Bool) -> (
        pairs: [EventKey?], extra: [EventKey]
    ) {
        var free = found
        let pairs = gold.map { wanted -> EventKey? in
            // What agrees in all comes before what agrees so far.
            let index =
                free.firstIndex { wanted.agrees(with: $0, .whole, isMutual: isMutual(wanted.type)) }
                ?? free.firstIndex { wanted.agrees(with: $0, depth, isMutual: isMutual(wanted.type)) }
            return index.map { free.remove(at: $0) }
        }
        return (pairs, free)
    }
}
