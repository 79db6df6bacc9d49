package import Articles
import FoundationEssentials

/// An article with what a person found in it: the labels that hold, and the events that it reports.
package struct GoldArticle: Sendable {
    package let article: Article
    /// By name of the label.
    package let labels: [String: Bool]
    /// Labels whose value is debatable here: they are left out of the scores.
    package let borderline: Set<String>
    package let events: [GoldEvent]
}

/// An event as a person annotated it; names as in the file.
package struct GoldEvent: Sendable {
    package struct Party: Sendable, Equatable {
        /// ISO 3166-1 alpha-2.
        package let country: String?
        package let office: String?
    }

    package let type: String
    package let actor: Party
    /// The destination of a visit; of other events, the other side.
    package let other: Party
    package let status: String
    package let quote: String?
}

extension GoldArticle {
    /// Reads the annotations of a JSON object whose article has been read.
    ///
    /// - Throws: ``ArticleFailure`` when a member is not of the form that the annotations have.
    package init(_ article: Article, record: [UInt8], origin: RecordOrigin) throws {
        let annotations: Annotations
        do {
            annotations = try JSONDecoder().decode(Annotations.self, from: Data(record))
        } catch let error as DecodingError {
            throw ArticleFailure(origin: origin, reason: Self.reason(error))
        }
        self.article = article
        labels = annotations.labels
        borderline = Set(annotations.borderline ?? [])
        events = (annotations.events ?? []).map(GoldEvent.init)
    }

    private struct Annotations: Decodable {
        let labels: [String: Bool]
        let borderline: [String]?
        let events: [Event]?
    }

    fileprivate struct Event: Decodable {
        let type: String
        let actor: Party?
        let destination: Party?
        let recipient: Party?
        let status: String
        let quote: String?
    }

    fileprivate struct Party: Decodable {
        let country: String?
        let office: String?
    }

    private static func reason(_ error: DecodingError) -> String {
        func path(_ context: DecodingError.Context) -> String {
            context.codingPath.reduce("") { path, key in
                key.intValue.map { path + "[\($0)]" } ?? (path.isEmpty ? key.stringValue : path + "." + key.stringValue)
            }
        }
        switch error {
        case .keyNotFound(let key, let context):
            return "`\(key.stringValue)` is missing\(path(context).isEmpty ? "" : " in `\(path(context))`")"
        case .typeMismatch(let type, let context): return "`\(path(context))` is no \(type == Bool.self ? "true or false" : "such value")"
        case .valueNotFound(_, let context): return "`\(path(context))` is null"
        case .dataCorrupted(let context): return "`\(path(context))` cannot be read"
        @unknown default: return "the annotations cannot be read"
        }
    }
}

extension GoldEvent {
    fileprivate init(_ event: GoldArticle.Event) {
        func party(_ party: GoldArticle.Party?) -> Party { Party(country: party?.country, office: party?.office) }
        type = event.type
        actor = party(event.actor)
        other = party(event.destination ?? event.recipient)
        status = event.status
        quote = event.quote
    }
}
