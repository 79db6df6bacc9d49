package import Analysis
package import Articles

/// One match of a rule, as correlations see it: when, of which article, with which fields.
package struct Occurrence: Sendable, Codable, Equatable {
    package let rule: String
    package let article: String
    /// Counts articles as they arrive. Matches of one article have the same, and so none of them is after the other.
    package let sequence: Int
    /// Seconds since 1970, for each clock that a correlation may go by.
    package let times: Times
    /// `source`, `language`, `story`, and the fields of an event or of an entry of a watch-list.
    package let fields: [String: String]

    package struct Times: Sendable, Codable, Equatable {
        package let received: Int
        package let published: Int?
        package let event: Int?

        package init(received: Int, published: Int? = nil, event: Int? = nil) {
            (self.received, self.published, self.event) = (received, published, event)
        }
    }

    package init(rule: String, article: String, sequence: Int, times: Times, fields: [String: String]) {
        (self.rule, self.article, self.sequence, self.times, self.fields) = (rule, article, sequence, times, fields)
    }

    /// - Returns: nil when the match has no such field.
    package subscript(field: String) -> String? {
        switch field {
        case "rule": rule
        case "article": article
        // Until somebody says which outlet a source belongs to, it is one of its own.
        case "outlet": fields["outlet"] ?? fields["source"]
        // What is like nothing else is a story of its own.
        case "story": fields["story"] ?? "article:\(article)"
        default: fields[field]
        }
    }

    /// When it is counted. An article that claims to be of tomorrow is of today; a planned event counts on its day.
    func time(_ base: Correlation.Clock.Base) -> Int {
        let published = min(times.published ?? times.received, times.received)
        return switch base {
        case .received: times.received
        case .published: published
        case .event: times.event ?? published
        }
    }

    /// Fields that every match of an article has a place for.
    static let articleFields = ["article", "language", "outlet", "rule", "source", "story"]
}

extension Occurrence {
    /// Where an article came from and when: what its text does not say.
    package struct Arrival: Sendable {
        package let sequence: Int
        package let received: Timestamp
        /// The story that copies and updates of one report have in common; nil when it is not known.
        package let story: String?
        package let outlet: String?

        package init(sequence: Int, received: Timestamp, story: String? = nil, outlet: String? = nil) {
            (self.sequence, self.received, self.story, self.outlet) = (sequence, received, story, outlet)
        }
    }

    /// A match, with those of its fields that a correlation asks for.
    ///
    /// - Parameter names: ``Correlation/groupBy`` and the fields that are counted, of all correlations that refer to its rule.
    package init(_ match: Matcher.Match, of article: AnalyzedArticle, _ arrival: Arrival, names: Set<String>, rules: RuleSet) {
        let source = article.article
        var fields: [String: String] = [:]
        fields["source"] = source.source
        fields["language"] = article.language?.code
        fields["story"] = arrival.story
        fields["outlet"] = arrival.outlet
        let event = match.event.map { EventFields(event: $0, rules: rules, article: article) }
        for name in names { if let value = event?.key(name) ?? match.watch?[name] { fields[name] = value } }
        self.init(
            rule: match.rule.id, article: source.id, sequence: arrival.sequence,
            times: Times(
                received: arrival.received.seconds, published: source.published?.seconds,
                event: event?.event.date.map { Timestamp($0.first).seconds }),
            fields: fields)
    }
}
