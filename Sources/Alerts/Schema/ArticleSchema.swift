import Articles
import Rules

/// The JSON Schema of one line of JSON that is an article.
package enum ArticleSchema {
    package static var document: String {
        Member.document(
            "Marsad article", "One article: a line of JSON. It needs a title or a body; other members are passed over.",
            FieldMap.Part.allCases.map(member), isClosed: false, needsOne: ["title", "body"])
    }

    private static func member(of part: FieldMap.Part) -> Member {
        let name = part.rawValue
        return switch part {
        case .id: .init(name, .optional(.identifier), "Names the article in alerts; its URL or place when left out.", isRequired: false)
        case .url: .init(name, .optional(.text(nil)), "Where it was published.", isRequired: false)
        case .title: .init(name, .optional(.text(nil)), "The headline.", isRequired: false)
        case .body: .init(name, .optional(.text(nil)), "The text, one paragraph a line.", isRequired: false)
        case .lang: .init(name, .optional(.text(nil)), "The language; told from the words when left out.", isRequired: false)
        case .published:
            .init(name, .optional(.moment), "When it was published: who holds an office depends on it.", isRequired: false)
        case .source: .init(name, .optional(.text(nil)), "Who published it.", isRequired: false)
        }
    }
}
