import Analysis
import Diagnostics

/// What a condition or an event draws its words from.
package enum TermSource: Hashable, Sendable {
    case leaf(Int)
    case lexicon(Int)
    case trigger(Int)

    init?(_ meaning: Meaning) {
        switch meaning {
        case .leaf(let leaf): self = .leaf(leaf)
        case .lexicon(let lexicon, _): self = .lexicon(lexicon)
        case .trigger(let trigger, _): self = .trigger(trigger)
        case .place, .adjective, .mask, .body, .bodyAdjective, .region, .regionAdjective, .person, .officeHead, .portfolio, .modifier, .cue,
            .pseudoTrigger, .lightVerb, .wordClass, .date:
            return nil
        }
    }
}

/// The terms and frames as their authors wrote them, and where.
///
/// Matching has no use for them, so they are kept only when somebody asks for explanations or coverage: about 80 bytes a term.
struct WrittenTerms: Sendable {
    struct Entry: Sendable {
        let source: TermSource
        let term: TermID
        let text: String
        /// Slot; nil for a term of any language.
        let language: Int?
        let place: SourceRange
    }

    struct FrameEntry: Sendable {
        let trigger: Int
        let text: String
        let place: SourceRange
    }

    private(set) var entries: [Entry] = []
    private var indices: [TermSource: [Int]] = [:]
    private(set) var frames: [FrameEntry] = []

    mutating func add(_ entry: Entry) {
        indices[entry.source, default: []].append(entries.count)
        entries.append(entry)
    }

    mutating func add(_ frame: FrameEntry) { frames.append(frame) }

    func entries(of source: TermSource) -> [Entry] { (indices[source] ?? []).map { entries[$0] } }
}
