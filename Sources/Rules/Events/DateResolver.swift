import Analysis
import Articles

/// Finds the date that belongs to a trigger.
struct DateResolver {
    let view: SentenceView
    let article: AnalyzedArticle
    let published: CivilDate?

    /// A date further from its trigger belongs to something else.
    private static let maximumDistance = 18
    /// `said on Thursday`: words between a verb of speech and the date on which it was said.
    private static let maximumSpeechDistance = 3

    /// The date nearest to a trigger.
    ///
    /// - Parameter looksForward: whether a bare `Monday` is one to come.
    func date(near trigger: Range<Int>, looksForward: Bool) -> DateReader.Found? {
        var best: (distance: Int, found: DateReader.Found)?
        for found in reader(looksForward: looksForward).all() {
            let distance =
                found.range.lowerBound >= trigger.upperBound
                ? found.range.lowerBound - trigger.upperBound : trigger.lowerBound - found.range.upperBound
            guard distance <= Self.maximumDistance, best.map({ distance < $0.distance }) ?? true, !isOfSpeech(found.range, trigger) else {
                continue
            }
            best = (distance, found)
        }
        return best?.found
    }

    /// The latest year that a trigger's sentence names near it, when it names one.
    func year(near trigger: Range<Int>) -> Int? {
        let reader = reader(looksForward: false)
        return view.tokens.filter { token in
            // A comma after the trigger ends what the year belongs to (`…, the first since 2022`).
            abs(token - trigger.lowerBound) <= Self.maximumDistance
                && (token < trigger.upperBound || !(trigger.upperBound...token).contains { article.tokens[$0].gap.contains(.comma) })
        }.compactMap { reader.number(at: $0, in: 1900...2100) }.max()
    }

    private func reader(looksForward: Bool) -> DateReader {
        DateReader(view: view, article: article, published: published, looksForward: looksForward)
    }

    /// Whether a date says when somebody spoke, not when it happens: a verb of speech stands nearer to it than the trigger, on its far side.
    private func isOfSpeech(_ date: Range<Int>, _ trigger: Range<Int>) -> Bool {
        let reach = max(view.tokens.lowerBound, date.lowerBound - Self.maximumSpeechDistance)..<date.lowerBound
        guard let speech = reach.last(where: { view.wordClass(at: $0).contains(.speech) }) else { return false }
        return trigger.lowerBound >= date.upperBound || trigger.upperBound <= speech
    }
}
