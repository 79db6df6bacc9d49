/// What an evaluation came to; written as JSON, and read again as the baseline of a later one.
package struct EvaluationResult: Sendable, Codable {
    package struct Label: Sendable, Codable {
        package var all = Score()
        package var languages: [String: Score] = [:]
        /// Ids of the articles that were judged wrongly.
        package var missed: [String] = []
        package var falseAlarms: [String] = []
    }

    package struct Events: Sendable, Codable {
        package var all = Score()
        package var languages: [String: Score] = [:]
        package var types: [String: Score] = [:]
    }

    package var articles = 0
    package var labels: [String: Label] = [:]
    /// By how much has to agree.
    package var events: [String: Events] = [:]
    /// Labels and types that no rule and no knowledge is about.
    package var unmapped: Set<String> = []

    enum CodingKeys: String, CodingKey {
        case articles, labels, events
    }

    package init() {}

    mutating func add(_ score: Score, to label: String, language: String, article: String) {
        labels[label, default: .init()].all += score
        labels[label, default: .init()].languages[language, default: .init()] += score
        if score.falseNegatives > 0 { labels[label, default: .init()].missed.append(article) }
        if score.falsePositives > 0 { labels[label, default: .init()].falseAlarms.append(article) }
    }

    mutating func add(_ score: Score, toEventsOf type: String, _ depth: EventKey.Depth, language: String) {
        events[depth.rawValue, default: .init()].all += score
        events[depth.rawValue, default: .init()].languages[language, default: .init()] += score
        events[depth.rawValue, default: .init()].types[type, default: .init()] += score
    }
}
