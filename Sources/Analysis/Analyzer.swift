package import Articles

/// Cuts articles into tokens, sentences and zones, and finds the terms of the rules in them.
///
/// Immutable and shared by all workers; the ``AnalyzedArticle`` that a worker passes in again and again is its scratch.
package struct Analyzer: Sendable {
    /// A language that the rules know; its index among ``languages`` is its slot.
    package struct Language: Sendable {
        package let tag: LanguageTag
        package let script: Token.Shape

        package init(tag: LanguageTag, script: Token.Shape) {
            self.tag = tag
            self.script = script
        }
    }

    package let languages: [Language]
    package let vocabulary: Vocabulary
    package let automaton: TermAutomaton
    let markers: MarkerTable
    private let tokenizer = Tokenizer()

    package init(languages: [Language], vocabulary: Vocabulary, automaton: TermAutomaton, markers: [TermID: Marker]) {
        self.languages = languages
        self.vocabulary = vocabulary
        self.automaton = automaton
        self.markers = MarkerTable(markers, termCount: automaton.terms.count)
    }

    /// Replaces what `analyzed` holds by the analysis of `article`.
    package func analyze(_ article: Article, into analyzed: inout AnalyzedArticle) {
        readWords(of: article, into: &analyzed)
        readText(of: &analyzed)
    }

    /// The first half of the analysis: tokens, their readings, and the language; no terms, lines or sentences yet.
    package func readWords(of article: Article, into analyzed: inout AnalyzedArticle) {
        analyzed.article = article
        analyzed.hits.removeAll(keepingCapacity: true)
        analyzed.lines.removeAll(keepingCapacity: true)
        analyzed.sentences.removeAll(keepingCapacity: true)
        analyzed.sentenceOfToken.removeAll(keepingCapacity: true)
        cutTokens(in: &analyzed)
        read(&analyzed)
        let detector = LanguageDetector(languages: languages, vocabulary: vocabulary)
        // A stated language that the rules do not know is believed: the article is then not theirs to read.
        analyzed.languageSlot =
            article.language.map { tag in languages.firstIndex { $0.tag == tag } } ?? detector.detect(analyzed)
        analyzed.language = article.language ?? analyzed.languageSlot.map { languages[$0].tag }
    }

    /// The second half: terms, zones and sentences.
    package func readText(of analyzed: inout AnalyzedArticle) {
        findTerms(in: &analyzed)
        Zoner(markers: markers).cutLines(of: &analyzed)
        SentenceCutter(vocabulary: vocabulary).cutSentences(of: &analyzed)
    }

    private func cutTokens(in analyzed: inout AnalyzedArticle) {
        var (tokens, units) = (analyzed.tokens, analyzed.units)
        (analyzed.tokens, analyzed.units) = ([], [])
        tokens.removeAll(keepingCapacity: true)
        var unitCount = 0
        let article = analyzed.article
        article.text.withUnsafeBufferPointer { text in
            for field in Field.allCases {
                tokenizer.tokenize(text, range: article.range(of: field), tokens: &tokens, units: &units, unitCount: &unitCount)
            }
        }
        (analyzed.tokens, analyzed.units) = (tokens, units)
    }

    /// Looks every token up, splitting Arabic ones where need be.
    private func read(_ analyzed: inout AnalyzedArticle) {
        var (tokens, readings) = (analyzed.tokens, analyzed.readings)
        (analyzed.tokens, analyzed.readings) = ([], [])
        readings.removeAll(keepingCapacity: true)
        let clitics = ArabicClitics(vocabulary: vocabulary)
        var cache = analyzed.cache
        analyzed.cache = ReadingCache.empty
        analyzed.units.withUnsafeBufferPointer { units in
            for index in tokens.indices {
                let token = tokens[index]
                let first = readings.count
                if token.shape.contains(.arabic) {
                    if !cache.append(token.key, to: &readings) {
                        let own = units[Int(token.units)..<Int(token.units) + Int(token.unitCount)]
                        clitics.read(UnsafeBufferPointer(rebasing: own), into: &readings)
                        cache.store(token.key, readings[first...])
                    }
                } else {
                    let form = vocabulary.form(of: token.key)
                    if form != 0 { readings.append(Reading(form: form, clitics: [], before: 0, after: 0)) }
                }
                tokens[index].readings = UInt32(first)
                tokens[index].readingCount = UInt8(clamping: readings.count - first)
            }
        }
        analyzed.cache = cache
        (analyzed.tokens, analyzed.readings) = (tokens, readings)
    }

    private func findTerms(in analyzed: inout AnalyzedArticle) {
        var hits = analyzed.hits
        analyzed.hits = []
        hits.removeAll(keepingCapacity: true)
        let language = Analyzer.bit(ofSlot: analyzed.languageSlot)
        let (article, allTokens, allReadings, allUnits) = (analyzed.article, analyzed.tokens, analyzed.readings, analyzed.units)
        article.text.withUnsafeBufferPointer { text in
            allTokens.withUnsafeBufferPointer { tokens in
                allReadings.withUnsafeBufferPointer { readings in
                    allUnits.withUnsafeBufferPointer { units in
                        automaton.withTables { startsOfForm, starts, nodes, outputs in
                            var finder = TermFinder(
                                automaton: automaton, vocabulary: vocabulary, language: language, text: text, tokens: tokens,
                                readings: readings,
                                units: units, startsOfForm: startsOfForm, starts: starts, nodes: nodes, outputs: outputs,
                                hasPrefixes: !vocabulary.prefixes.isEmpty)
                            swap(&finder.hits, &hits)
                            finder.find()
                            swap(&finder.hits, &hits)
                        }
                    }
                }
            }
        }
        analyzed.hits = hits
    }

    /// The bit by which terms say that they may be found in a language; articles of an unknown language find terms of any language only.
    package static func bit(ofSlot slot: Int?) -> UInt16 { slot.map { 1 << UInt16($0) } ?? 1 << 15 }
}
