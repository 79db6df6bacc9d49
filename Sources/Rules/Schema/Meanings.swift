package import Articles
import Analysis

// What each value of a closed set means, for the manual and for editors.

extension Rule.Status: Explained {
    var meaning: String {
        switch self {
        case .experimental: "New: its alerts may be wrong, and it may change."
        case .test: "It is being tried out on real news."
        case .stable: "It may be relied on; carry a match and a no-match test for each language it claims."
        case .deprecated: "It is on its way out; another rule does its work."
        }
    }
}

extension Rule.Level: Explained {
    var meaning: String {
        switch self {
        case .informational: "Good to know; nobody need act."
        case .low: "Worth a look in time."
        case .medium: "Worth a look today."
        case .high: "Somebody should look now."
        case .critical: "Somebody must be woken."
        }
    }
}

extension Rule.Related.Kind: Explained {
    var meaning: String {
        switch self {
        case .derived: "This rule was made from that one, which goes on."
        case .obsolete: "That rule is not used any more: this one replaces it."
        case .merged: "That rule went into this one."
        case .renamed: "That is what this rule was called."
        case .similar: "That rule looks for much the same."
        }
    }
}

extension Zone: Explained {
    var meaning: String {
        switch self {
        case .title: "The headline."
        case .lead: "The first paragraph of the text that has nine words or more; a shorter one is a dateline or a byline."
        case .body: "The rest of the text."
        case .caption: "What is written under a picture."
        case .tags: "A list of tags or topics."
        case .related: "Headlines of other articles, such as “read also”."
        case .boilerplate: "Menus, cookie, copyright and share lines."
        }
    }
}

extension Bounds.Window: Explained {
    var meaning: String {
        switch self {
        case .sentence: "Within one sentence."
        case .paragraph: "Within one paragraph."
        case .lead: "In the headline or the first paragraph."
        case .title: "In the headline."
        case .article: "Anywhere in the article."
        }
    }
}

extension EventStatus: Explained {
    var meaning: String {
        switch self {
        case .denied: "Somebody says that it is not so."
        case .cancelled: "It was planned, and will not happen."
        case .negated: "The text says that it did not happen."
        case .hypothetical: "It might happen: a wish, a condition, a possibility."
        case .planned: "It is to happen."
        case .ongoing: "It is happening."
        case .completed: "It has happened."
        case .historical: "It happened long ago."
        }
    }
}

extension RoleKind: Explained {
    var meaning: String {
        switch self {
        case .official: "A person in an office, or the office."
        case .place: "A country, a city, a region."
        case .power: "An official, a state, a body, an institution."
        }
    }
}

extension OfficeKind: Explained {
    var meaning: String {
        switch self {
        case .counterpart: "Has the office of whoever he is the counterpart of."
        case .delegation: "Whoever heads it, or is one of it, comes with it."
        case .former: "Has no office any more."
        case .unspecified: "Holds some office on the day, but none that the data know."
        }
    }
}

extension OfficeModifier: Explained {
    var meaning: String {
        switch self {
        case .deputy: "Makes the deputy of the office."
        case .former: "Whoever held the office holds it no more."
        case .acting: "Holds the office for the time being, and counts as holding it."
        case .first: "The first of several; the office stays what it is."
        case .designate: "Will hold the office, and counts as holding it."
        }
    }
}

extension Guard.Side: Explained {
    var meaning: String {
        switch self {
        case .before: "Before the word."
        case .after: "After the word."
        case .either: "On either side."
        }
    }
}

extension Guard.MentionKind: Explained {
    var meaning: String {
        switch self {
        case .country: "A country, by name, city, seat of government or epithet."
        case .body: "A body such as the EU, or its adjective."
        case .person: "A person the data know."
        case .office: "An office, with or without a name."
        case .adjective: "A country's adjective or people."
        case .region: "A region, or its adjective."
        }
    }
}

extension TriggerForm: Explained {
    var meaning: String {
        switch self {
        case .past: "A finite verb of the past; completed unless `status` says otherwise."
        case .present: "A finite verb of the present; ongoing."
        case .future: "A finite verb of the future; planned."
        case .infinitive: "An infinitive; planned."
        case .participle: "A participle; ongoing."
        case .noun: "A noun: its light verb or a cue decides."
        }
    }
}

extension Marker.Extent: Explained {
    var meaning: String {
        switch self {
        case .line: "To the end of the line."
        case .block: "Over the headlines and whole articles that follow."
        }
    }
}

extension Marker.Position: Explained {
    var meaning: String {
        switch self {
        case .start: "At the start of a line."
        case .alone: "As the whole line."
        case .anywhere: "Also inside a line."
        }
    }
}

extension ProfileSection.Script: Explained {
    var meaning: String {
        switch self {
        case .Arabic: "Proclitics and pronoun suffixes are split from words."
        case .Cyrillic: "Words stand apart."
        case .Latin: "Words stand apart."
        }
    }
}

extension ProfileSection.Direction: Explained {
    var meaning: String {
        switch self {
        case .ltr: "From left to right."
        case .rtl: "From right to left."
        }
    }
}

extension LanguageProfile.Side: Explained {
    var meaning: String {
        switch self {
        case .before: "Before it."
        case .after: "After it."
        }
    }
}

extension Inflection.WordKind: Explained {
    var meaning: String {
        switch self {
        case .place: "Names of countries, cities, bodies and regions."
        case .adjective: "Adjectives of countries and what modifies an office."
        case .person: "Names of persons."
        case .noun: "Office heads, portfolios, nouns of triggers, epithets."
        case .word: "Everything in lexicons, and terms of rules."
        }
    }
}

extension CuesSection.Sign: Explained {
    var meaning: String {
        switch self {
        case .denied: EventStatus.denied.meaning
        case .cancelled: EventStatus.cancelled.meaning
        case .negated: EventStatus.negated.meaning
        case .hypothetical: EventStatus.hypothetical.meaning
        case .planned: EventStatus.planned.meaning
        case .ongoing: EventStatus.ongoing.meaning
        case .completed: EventStatus.completed.meaning
        case .historical: EventStatus.historical.meaning
        case .postponed: "Planned when a new date follows, else cancelled."
        case .remote: "Nobody travels, as in a video call."
        case .pseudo: "It contains a cue, and is none (“not only”)."
        }
    }
}

extension RuleTest.Expectation: Explained {
    var meaning: String {
        switch self {
        case .match: "The rule must find the text; it does not yet."
        case .noMatch: "The rule must not find the text; it still does."
        }
    }
}

extension DatePeriod.Part: Explained {
    package var meaning: String {
        switch self {
        case .early: "The first third of it."
        case .mid: "The middle third of it."
        case .late: "The last third of it."
        }
    }
}

extension Attribution.Kind: Explained {
    package var meaning: String {
        switch self {
        case .outlet: "The outlet says so in its own words."
        case .stated: "Somebody is said to have said so."
        case .quoted: "The words stand in quotation marks."
        case .alleged: "A word of doubt stands beside it."
        }
    }
}
