import Analysis

/// Finds office phrases: a head, and round it what the language's patterns allow.
struct OfficeMatcher {
    let view: SentenceView
    let article: AnalyzedArticle
    let language: LanguageProfile
    /// Mentions of places, adjectives and bodies, by their first token.
    let lands: [Int: Mention]

    struct Phrase {
        var range: Range<Int>
        var head: Int
        var portfolio: Int?
        var country: CountryID?
        var body: BodyID?
        var modifiers: Set<OfficeModifier> = []
    }

    /// More elements of one kind than any phrase has.
    private static let maximumRepeats = 4
    /// How far before its head a phrase may begin.
    private static let maximumLead = 7

    /// The longest phrase round the head that stands at `head`.
    func match(head: Range<Int>, index: Int) -> Phrase {
        var best = Phrase(range: head, head: index)
        for pattern in language.officePatterns {
            for start in max(view.tokens.lowerBound, head.lowerBound - Self.maximumLead)...head.lowerBound {
                guard start == head.lowerBound || mayBegin(pattern, at: start) else { continue }
                let initial = Phrase(range: start..<start, head: index)
                if let phrase = match(pattern.elements[...], at: start, head: head, initial), phrase.range.count > best.range.count
                    || (phrase.range.count == best.range.count && phrase.country != nil && best.country == nil)
                {
                    best = phrase
                }
            }
        }
        return best
    }

    private func mayBegin(_ pattern: OfficePattern, at token: Int) -> Bool {
        if lands[token] != nil { return true }
        return !view.items(at: token).isEmpty
    }

    private func match(_ elements: ArraySlice<OfficePattern.Element>, at token: Int, head: Range<Int>, _ phrase: Phrase) -> Phrase? {
        guard let element = elements.first else {
            guard phrase.range.upperBound >= head.upperBound else { return nil }
            return phrase
        }
        let rest = elements.dropFirst()
        switch element {
        case .optional(let inner):
            let with = match([inner] + rest, at: token, head: head, phrase)
            let without = match(rest, at: token, head: head, phrase)
            return longer(with, without)
        case .repeated(let inner):
            var sequence: [OfficePattern.Element] = []
            var best = match(rest, at: token, head: head, phrase)
            for _ in 0..<Self.maximumRepeats {
                sequence.append(inner)
                // Each further repetition needs the one before to have been there.
                guard match(sequence[...], at: token, head: head, phrase, partial: true) else { break }
                best = longer(match(sequence + rest, at: token, head: head, phrase), best)
            }
            return best
        case .group(let inner):
            return match(inner + rest, at: token, head: head, phrase)
        case .head, .portfolio, .adjective, .land, .modifier, .words:
            var best: Phrase?
            for step in steps(element, at: token, head: head, phrase) {
                best = longer(match(rest, at: step.range.upperBound, head: head, step), best)
            }
            return best
        }
    }

    private func match(
        _ elements: ArraySlice<OfficePattern.Element>, at token: Int, head: Range<Int>, _ phrase: Phrase, partial: Bool
    ) -> Bool {
        guard let element = elements.first else { return true }
        return steps(element, at: token, head: head, phrase).contains { step in
            match(elements.dropFirst(), at: step.range.upperBound, head: head, step, partial: true)
        }
    }

    private func longer(_ left: Phrase?, _ right: Phrase?) -> Phrase? {
        guard let left else { return right }
        guard let right else { return left }
        return left.range.count >= right.range.count ? left : right
    }

    /// Whether the word at `token` is joined to the one before: no comma, colon or bracket stands between.
    private func isJoined(_ token: Int, _ phrase: Phrase) -> Bool {
        guard phrase.range.count > 0 else { return true }
        return article.tokens[token].gap.isDisjoint(with: [.comma, .colon, .openBracket, .closeBracket, .dash, .mark, .fullStop])
    }

    /// An Arabic word with its article takes no genitive: in “visited the-minister Russia” the country is the object of the verb.
    private func isClosed(before token: Int, _ phrase: Phrase) -> Bool {
        guard phrase.range.count > 0, article.tokens[token - 1].shape.contains(.arabic), lands[token]?.clitics.isDisjoint(with: .prepositions) ?? true else {
            return false
        }
        return article.readings(of: token - 1).contains { $0.clitics.contains(.al) } || article.units(of: token - 1).starts(with: [0x0627, 0x0644])
    }

    private func steps(_ element: OfficePattern.Element, at token: Int, head: Range<Int>, _ phrase: Phrase) -> [Phrase] {
        guard view.tokens.contains(token) else { return [] }
        func extended(to end: Int, _ change: (inout Phrase) -> Void = { _ in }) -> Phrase {
            var next = phrase
            next.range = phrase.range.lowerBound..<end
            change(&next)
            return next
        }
        switch element {
        case .head:
            return token == head.lowerBound && isJoined(token, phrase) ? [extended(to: head.upperBound)] : []
        case .portfolio:
            return view.items(at: token).compactMap { item in
                guard case .portfolio(let portfolio) = item.meaning else { return nil }
                return extended(to: item.range.upperBound) { $0.portfolio = portfolio }
            }
        case .modifier:
            return view.items(at: token).compactMap { item in
                guard case .modifier(let modifier) = item.meaning, isJoined(token, phrase) else { return nil }
                return extended(to: item.range.upperBound) { $0.modifiers.insert(modifier) }
            }
        case .adjective:
            guard let land = lands[token], land.kind == .adjective, isJoined(token, phrase) else { return [] }
            return [extended(to: land.range.upperBound) { next in
                next.country = next.country ?? land.country
                next.body = next.body ?? land.body
            }]
        case .land:
            guard let land = lands[token], land.kind != .adjective, isJoined(token, phrase), !isClosed(before: token, phrase) else { return [] }
            return [extended(to: land.range.upperBound) { next in
                next.country = next.country ?? land.country
                next.body = next.body ?? land.body
            }]
        case .words(let words):
            guard isJoined(token, phrase) else { return [] }
            let key = article.tokens[token].key
            if words.contains(where: { $0.keys.count == 1 && $0.keys[0] == key }) { return [extended(to: token + 1)] }
            // A proclitic takes no token of its own.
            let clitics = article.readings(of: token).reduce(into: Clitics()) { $0.formUnion($1.clitics) }
            return words.contains { !$0.clitic.isEmpty && clitics.isSuperset(of: $0.clitic) } ? [phrase] : []
        case .group(let inner): return inner.first.map { steps($0, at: token, head: head, phrase) } ?? []
        case .optional(let inner), .repeated(let inner): return steps(inner, at: token, head: head, phrase)
        }
    }
}
