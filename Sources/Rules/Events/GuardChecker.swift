import Analysis

/// Why a word does not have the sense that is meant; worded only where somebody reads it.
enum SenseObjection: Sendable {
    case beside(Guard)
    case without([Guard])

    var text: String {
        switch self {
        case .beside(let found): "stands beside \(found.phrase)"
        case .without(let guards): "requires \(guards.map(\.phrase).joined(separator: ", or "))"
        }
    }
}

extension Guard {
    /// `a country in the sentence`, `one of (against, on) at most 3 words before`
    var phrase: String {
        let kinds = MentionKind.allCases.filter(mentions.contains).map {
            "\($0 == .office || $0 == .adjective ? "an" : "a") \($0.rawValue)"
        }
        let what = kinds.joined(separator: " or ") + (kinds.isEmpty || shownWords.isEmpty ? "" : " or ")
        let held = shownOffices.isEmpty ? "" : (kinds.isEmpty ? "" : " or ") + "an office of (\(shownOffices.joined(separator: ", ")))"
        let listed = shownWords.isEmpty ? "" : "one of (\(shownWords.joined(separator: ", ")))"
        let place =
            switch side {
            case .before: "before it"
            case .after: "after it"
            case .either: "near it"
            }
        return what + held + listed
            + (distance.map { " at most \($0) words \(place)" } ?? (side == .either ? " in the sentence" : " \(place) in the sentence"))
    }
}

/// Tests the sense of a word by what stands round it.
struct GuardChecker {
    let rules: RuleSet
    let view: SentenceView
    let article: AnalyzedArticle
    let mentions: [Mention]

    /// Why a word does not have the sense that is meant; nil when it has.
    func objection(to range: Range<Int>, _ sense: SenseGuard) -> SenseObjection? {
        if let found = sense.unless.first(where: { holds($0, at: range) }) { return .beside(found) }
        guard !sense.requires.isEmpty, !sense.requires.contains(where: { holds($0, at: range) }) else { return nil }
        return .without(sense.requires)
    }

    private func holds(_ condition: Guard, at range: Range<Int>) -> Bool {
        let before = window(before: range.lowerBound, condition.distance)
        let after = window(after: range.upperBound, condition.distance)
        let windows =
            switch condition.side {
            case .before: [before]
            case .after: [after]
            case .either: [before, after]
            }
        return windows.contains { window in
            if let words = condition.words,
                window.contains(where: { !isInsideOfficial($0) && words.matches(at: $0, in: article, upTo: window.upperBound) })
            {
                return true
            }
            if !condition.offices.isEmpty,
                mentions.contains(where: { mention in
                    window.contains(mention.range.lowerBound) && mention.posts.contains { condition.offices.contains($0.office) }
                        && (condition.introducers.isEmpty || isIntroduced(mention, by: condition.introducers))
                })
            {
                return true
            }
            return !condition.mentions.isEmpty
                && mentions.contains { mention in
                    window.contains(mention.range.lowerBound) && isOfKind(mention, condition.mentions)
                        && (condition.introducers.isEmpty || isIntroduced(mention, by: condition.introducers))
                }
        }
    }

    /// So many words back, a mention counted as one.
    private func window(before end: Int, _ distance: Int?) -> Range<Int> {
        guard let distance else { return view.tokens.lowerBound..<end }
        var (start, left) = (end, distance)
        while start > view.tokens.lowerBound, left > 0 {
            start -= 1
            left -= 1
            if let inner = mentions.first(where: { $0.range.contains(start) && $0.range.upperBound <= end }) {
                start = max(view.tokens.lowerBound, inner.range.lowerBound)
            }
        }
        return start..<end
    }

    private func window(after start: Int, _ distance: Int?) -> Range<Int> {
        guard let distance else { return start..<view.tokens.upperBound }
        var (end, left) = (start, distance)
        while end < view.tokens.upperBound, left > 0 {
            if let inner = mentions.first(where: { $0.range.contains(end) && $0.range.lowerBound >= start }) {
                end = min(inner.range.upperBound, view.tokens.upperBound)
            } else {
                end += 1
            }
            left -= 1
        }
        return start..<max(start, end)
    }

    /// The words of an office (`foreign minister`) say nothing of what stands beside it.
    private func isInsideOfficial(_ token: Int) -> Bool {
        mentions.contains { mention in
            mention.range.contains(token) && mention.posts.contains { rules.knowledge.world.offices[$0.office].isOfficial }
        }
    }

    private func isOfKind(_ mention: Mention, _ kinds: Set<Guard.MentionKind>) -> Bool {
        switch mention.kind {
        case .place: kinds.contains(.country)
        case .adjective: kinds.contains(.adjective)
        case .body: kinds.contains(.body)
        case .region: kinds.contains(.region)
        case .pair: false
        // `the British government`, `Russian judges`: whoever is named with his country names it.
        case .official:
            kinds.contains(mention.person != nil ? .person : .office) || (mention.person != nil && kinds.contains(.office))
                || (mention.country != nil && kinds.contains(.country))
        }
    }

    private func isIntroduced(_ mention: Mention, by introducers: [Frame.Introducer]) -> Bool {
        if introducers.contains(where: { !$0.clitic.isEmpty && mention.clitics.isSuperset(of: $0.clitic) }) { return true }
        var token = mention.range.lowerBound - 1
        for _ in 0..<3 {
            guard view.tokens.contains(token) else { return false }
            let key = article.tokens[token].key
            if introducers.contains(where: { $0.keys.last == key }) { return true }
            guard !view.wordClass(at: token).isDisjoint(with: .smallWord) || article.tokens[token].shape.contains(.number) else {
                return false
            }
            token -= 1
        }
        return false
    }
}
