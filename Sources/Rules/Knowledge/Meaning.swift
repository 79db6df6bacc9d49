package import Analysis
package import Articles

/// What a term stands for when it is found.
package enum Meaning: Hashable, Sendable {
    /// A country, by its name or something that stands for it.
    case place(CountryID, PlaceKind)
    /// A country's adjective or people (`Russian`, `Russians`).
    case adjective(CountryID)
    /// A name that contains a place's name but is something else.
    case mask
    case body(BodyID)
    case bodyAdjective(BodyID)
    case region(RegionID)
    case regionAdjective(RegionID)
    case person(PersonID, isWeak: Bool)
    /// Index into the language's office heads.
    case officeHead(Int)
    case portfolio(Int)
    case modifier(OfficeModifier)
    /// Index into the triggers, and which of its forms.
    case trigger(Int, TriggerForm)
    /// Words that hold a trigger of a type of event, and report none.
    case pseudoTrigger(Int)
    case cue(Int)
    case lightVerb(TriggerForm)
    /// Several words that count as one of a word class.
    case wordClass(WordClass)
    case date(DateWord)
    /// Index into the lexicons; `guardGroup` is nil for words that need no guard.
    case lexicon(Int, guardGroup: Int?)
    /// A leaf of some rule's condition.
    case leaf(Int)
}

package enum PlaceKind: UInt8, Sendable {
    case name, capital, city, government, epithet
}

/// Index into ``World/countries``.
package typealias CountryID = Int
package typealias BodyID = Int
package typealias RegionID = Int
package typealias PersonID = Int

/// A word that changes what office a phrase names.
package enum OfficeModifier: String, Sendable, CaseIterable {
    case deputy, former, acting, first, designate
}

/// The grammatical form in which a trigger stands; it decides the default status.
package enum TriggerForm: String, Sendable, CaseIterable {
    case past, present, future, infinitive, participle, noun
}

/// A word of a date expression.
package enum DateWord: Hashable, Sendable {
    case month(Int)
    /// Of the Islamic calendar.
    case hijriMonth(Int)
    /// A word for the number of a day: `seventeenth`.
    case day(Int)
    /// `early`, `the end of`: beside a month, week or year.
    case part(DatePeriod.Part)
    /// 1 = Monday.
    case weekday(Int)
    /// A number of days, weeks, months or years from the day of publication.
    case relative(Int, DateUnit)
    case last, next, year
}

package enum DateUnit: String, Hashable, Sendable {
    case day = "d"
    case week = "w"
    case month = "m"
    case year = "y"
}
