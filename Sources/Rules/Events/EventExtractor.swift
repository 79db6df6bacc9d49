package import Analysis
import Articles

/// Extracts the events of one article, once, whatever the number of rules.
package struct EventExtractor {
    let rules: RuleSet
    /// Types that some rule asks for; triggers of others are passed over.
    let types: Set<Int>

    package struct Result: Sendable {
        package var events: [Event] = []
        package var rejected: [RejectedTrigger] = []
        /// Mentions of each sentence that was looked at.
        package var mentions: [Int: [Mention]] = [:]
    }

    package func extract(from article: AnalyzedArticle) -> Result {
        var result = Result()
        guard let slot = article.languageSlot, slot < rules.knowledge.languages.count else { return result }
        let sentences = contentSentences(of: article)
        let gate = TriggerGate(rules: rules, types: types, article: article)
        let open = sentences.map { gate.openTypes(article.hits[$0.hits], in: article.sentences[$0.sentence].tokens) }
        let hasHeadline = rules.hasHeadline(article) && types.contains { rules.knowledge.world.eventTypes[$0].isHeadline }
        guard hasHeadline || open.contains(where: { !$0.isEmpty }) else { return result }
        // Who “the minister” is matters only to events of officials; measures of states are read sentence by sentence.
        let needsCast = hasHeadline || open.contains { $0.contains { rules.knowledge.world.eventTypes[$0].isAboutOfficials } }
        let finder = MentionFinder(
            rules: rules, article: article, language: rules.knowledge.languages[slot], day: article.article.published?.date)
        var view = SentenceView()
        var cast = Cast(rules: rules)
        var found: [(index: Int, mentions: [Mention])] = []
        for (index, (sentence, hits)) in sentences.enumerated() where !hits.isEmpty && (needsCast || !open[index].isEmpty) {
            view.fill(sentence: article.sentences[sentence], hits: article.hits[hits], in: article, rules)
            let mentions = finder.find(in: view)
            if needsCast { cast.add(mentions, sentence: sentence) }
            found.append((index, mentions))
        }
        for (index, mentions) in found {
            let (sentence, hits) = sentences[index]
            let resolved = needsCast ? cast.resolve(mentions, sentence: sentence, in: article) : []
            if needsCast { result.mentions[sentence] = resolved }
            guard !open[index].isEmpty else { continue }
            view.fill(sentence: article.sentences[sentence], hits: article.hits[hits], in: article, rules)
            let local = Cast(rules: rules).resolve(mentions, sentence: sentence, in: article)
            TriggerBinder(
                rules: rules, types: types, article: article, view: view, sentence: sentence, resolved: resolved, local: local, cast: cast
            )
            .bind(into: &result)
        }
        if hasHeadline { readHeadline(sentences, in: article, into: &result) }
        if needsCast { readScenes(sentences, in: article, into: &result) }
        EventReconciler(world: rules.knowledge.world).reconcile(&result.events)
        return result
    }

    private func contentSentences(of article: AnalyzedArticle) -> [(sentence: Int, hits: Range<Int>)] {
        var next = 0
        var sentences: [(Int, Range<Int>)] = []
        for (number, sentence) in article.sentences.enumerated() {
            let start = next
            while next < article.hits.count, Int(article.hits[next].start) < sentence.tokens.upperBound { next += 1 }
            if Zone.content.contains(sentence.zone) { sentences.append((number, start..<next)) }
        }
        return sentences
    }

    // MARK: Events without a trigger of their own

    /// `Lavrov in Havana`, `Russian defence minister to Venezuela`: a headline needs no verb.
    private func readHeadline(_ sentences: [(sentence: Int, hits: Range<Int>)], in article: AnalyzedArticle, into result: inout Result) {
        guard let headline = rules.headline(of: article) else { return }
        for (sentence, hits) in sentences where headline.contains(article.sentences[sentence].tokens.lowerBound) {
            for type in types.sorted()
            where rules.knowledge.world.eventTypes[type].isHeadline
                && !result.events.contains(where: { $0.sentence == sentence && $0.type == type })
            {
                var view = SentenceView()
                view.fill(sentence: article.sentences[sentence], hits: article.hits[hits], in: article, rules)
                let reader = HeadlineReader(rules: rules, view: view, article: article, mentions: result.mentions[sentence] ?? [])
                if let event = reader.event(of: type, sentence: sentence) { result.events.append(event) }
            }
        }
    }

    /// `In Caracas, Lavrov …`
    private func readScenes(_ sentences: [(sentence: Int, hits: Range<Int>)], in article: AnalyzedArticle, into result: inout Result) {
        for type in types.sorted() where rules.knowledge.world.eventTypes[type].isHeadline {
            let told = Set(result.events.lazy.filter { $0.type == type }.map(\.sentence))
            for (sentence, hits) in sentences where !told.contains(sentence) {
                guard let mentions = result.mentions[sentence], mentions.count > 1, mentions[0].isPlace else { continue }
                var view = SentenceView()
                view.fill(sentence: article.sentences[sentence], hits: article.hits[hits], in: article, rules)
                if let event = HeadlineReader(rules: rules, view: view, article: article, mentions: mentions).scene(
                    of: type, sentence: sentence)
                {
                    result.events.append(event)
                }
            }
        }
    }
}
