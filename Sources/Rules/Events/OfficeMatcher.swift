import Analysis

/// Finds office phrases: a head, and round it what the language's patterns allow.
struct OfficeMatcher {
    let view: SentenceView
    let article: AnalyzedArticle
    let patterns: [OfficePattern]
    /// Mentions of places, adjectives and bodies, in order.
    let lands: [Mention]

    struct Phrase {
        var range: Range<Int>
        let head: Int
        var portfolio: Int?
        var country: CountryID?
        var body: BodyID?
        var modifiers: OfficeModifiers = []
    }

    /// How far before its head a phrase may begin.
    private static let maximumLead = 7
    /// Steps of one pattern from one start; patterns are short, and only a hostile one needs more.
    private static let maximumSteps = 400

    /// The longest phrase round the head that stands at `head`.
    func match(head: Range<Int>, index: Int) -> Phrase {
        var best = Phrase(range: head, head: index)
        let first = max(view.tokens.lowerBound, head.lowerBound - Self.maximumLead)
        for start in first...head.lowerBound {
            guard start == head.lowerBound || mayBegin(at: start) else { continue }
            for pattern in patterns where start == head.lowerBound || pattern.mayLead {
                var run = Run(matcher: self, steps: pattern.steps, head: head, best: best)
                run.follow(0, at: start, Phrase(range: start..<start, head: index))
                best = run.best
            }
        }
        return best
    }

    private func mayBegin(at token: Int) -> Bool {
        view.items(at: token).contains { item in
            switch item.meaning {
            case .modifier, .adjective, .bodyAdjective, .place, .body, .portfolio: true
            default: false
            }
        }
    }

    private func land(at token: Int) -> Mention? {
        let index = lands.partitioningIndex { $0.range.lowerBound >= token }
        return index < lands.count && lands[index].range.lowerBound == token ? lands[index] : nil
    }

    private static let breaks: Token.Gap = [.comma, .colon, .openBracket, .closeBracket, .dash, .mark, .fullStop]

    /// Whether the word at `token` is joined to the one before: no comma, colon or bracket stands between.
    private func isJoined(_ token: Int, _ phrase: Phrase) -> Bool {
        phrase.range.isEmpty || article.tokens[token].gap.isDisjoint(with: Self.breaks)
    }

    /// An Arabic word with its article takes no genitive: in “visited the-minister Russia” the country is the object of the verb.
    private func isClosed(before token: Int, _ phrase: Phrase, _ land: Mention) -> Bool {
        guard !phrase.range.isEmpty, article.tokens[token - 1].shape.contains(.arabic), land.clitics.isDisjoint(with: .prepositions) else {
            return false
        }
        return article.readings(of: token - 1).contains { $0.clitics.contains(.al) }
            || article.units(of: token - 1).starts(with: Self.arabicArticle)
    }

    private static let arabicArticle: [UInt16] = [0x0627, 0x0644]

    private func isWord(_ introducer: Frame.Introducer, at token: Int) -> Bool {
        introducer.keys.count == 1 && introducer.keys[0] == article.tokens[token].key
    }

    /// One pattern tried from one start.
    private struct Run {
        let matcher: OfficeMatcher
        let steps: [OfficePattern.Step]
        let head: Range<Int>
        var best: Phrase
        private var count = 0

        init(matcher: OfficeMatcher, steps: [OfficePattern.Step], head: Range<Int>, best: Phrase) {
            self.matcher = matcher
            self.steps = steps
            self.head = head
            self.best = best
        }

        mutating func follow(_ position: Int, at token: Int, _ phrase: Phrase) {
            count += 1
            guard count < OfficeMatcher.maximumSteps else { return }
            let (view, article) = (matcher.view, matcher.article)
            switch steps[position] {
            case .accept: accept(phrase)
            case .split(let other):
                follow(position + 1, at: token, phrase)
                follow(other, at: token, phrase)
            case .jump(let target): follow(target, at: token, phrase)
            case .head:
                if token == head.lowerBound, matcher.isJoined(token, phrase) { step(position, phrase, to: head.upperBound) }
            case .portfolio:
                for item in view.items(at: token) {
                    if case .portfolio(let portfolio) = item.meaning {
                        step(position, phrase, to: item.range.upperBound) { $0.portfolio = portfolio }
                    }
                }
            case .modifier:
                for item in view.items(at: token) {
                    guard case .modifier(let modifier) = item.meaning, matcher.isJoined(token, phrase) else { continue }
                    step(position, phrase, to: item.range.upperBound) { $0.modifiers.insert(OfficeModifiers(modifier)) }
                }
            case .adjective, .land:
                guard let land = matcher.land(at: token), matcher.isJoined(token, phrase) else { return }
                if case .adjective = steps[position] {
                    guard land.kind == .adjective else { return }
                } else {
                    guard land.kind != .adjective, !matcher.isClosed(before: token, phrase, land) else { return }
                }
                step(position, phrase, to: land.range.upperBound) { next in
                    next.country = next.country ?? land.country
                    next.body = next.body ?? land.body
                }
            case .words(let words):
                guard view.tokens.contains(token), matcher.isJoined(token, phrase) else { return }
                if words.contains(where: { matcher.isWord($0, at: token) }) { return step(position, phrase, to: token + 1) }
                // A proclitic takes no token of its own.
                guard words.contains(where: { !$0.clitic.isEmpty }) else { return }
                let clitics = article.readings(of: token).reduce(into: Clitics()) { $0.formUnion($1.clitics) }
                if words.contains(where: { !$0.clitic.isEmpty && clitics.isSuperset(of: $0.clitic) }) {
                    follow(position + 1, at: token, phrase)
                }
            }
        }

        private mutating func step(_ position: Int, _ phrase: Phrase, to end: Int, _ change: (inout Phrase) -> Void = { _ in }) {
            var next = phrase
            next.range = phrase.range.lowerBound..<end
            change(&next)
            follow(position + 1, at: end, next)
        }

        private mutating func accept(_ phrase: Phrase) {
            guard phrase.range.upperBound >= head.upperBound else { return }
            if phrase.range.count > best.range.count
                || (phrase.range.count == best.range.count && phrase.country != nil && best.country == nil)
            {
                best = phrase
            }
        }
    }
}

/// The modifiers of an office phrase.
struct OfficeModifiers: OptionSet {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }
    init(_ modifier: OfficeModifier) {
        rawValue = 1 << UInt8(OfficeModifier.allCases.firstIndex(of: modifier) ?? 0)
    }
}
