import Analysis

/// Tells cheaply which sentences may report an event: the rest need no mentions bound.
///
/// It opens too often rather than too seldom: what it keeps out, no frame or guard could let in.
struct TriggerGate {
    let rules: RuleSet
    let types: Set<Int>
    let article: AnalyzedArticle

    /// The types of event that a sentence may report.
    func openTypes(_ hits: ArraySlice<Hit>, in sentence: Range<Int>) -> Set<Int> {
        var open: Set<Int> = []
        for hit in hits {
            for index in rules.triggers(of: hit.term) {
                let trigger = rules.knowledge.triggers[index]
                guard types.contains(trigger.eventType), !open.contains(trigger.eventType), hasLexicon(trigger.neededLexicons, hits),
                    mayHaveSense(trigger.sense, sentence)
                else { continue }
                open.insert(trigger.eventType)
            }
        }
        return open
    }

    private func hasLexicon(_ needed: Set<Int>, _ hits: ArraySlice<Hit>) -> Bool {
        needed.isEmpty || hits.contains { hit in rules.lexicons(of: hit.term).contains { needed.contains($0) } }
    }

    /// Guards that ask for words only can be tried before anything is known of the sentence.
    private func mayHaveSense(_ sense: SenseGuard, _ sentence: Range<Int>) -> Bool {
        guard !sense.requires.isEmpty, sense.requires.allSatisfy({ $0.mentions.isEmpty }) else { return true }
        return sense.requires.contains { condition in
            condition.words.map { words in sentence.contains { words.matches(at: $0, in: article, upTo: sentence.upperBound) } } ?? true
        }
    }
}
