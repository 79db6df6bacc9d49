import Analysis

/// Who an article is about: full mentions, by which later and shorter ones (“the minister”, a surname) are understood.
struct Cast {
    private struct Referent {
        let mention: Mention
        let sentence: Int
    }

    private var referents: [Referent] = []
    /// Referents by office held, in order.
    private var referentsOfOffice: [Int: [Int]] = [:]
    private var firstReferentOfPerson: [PersonID: Int] = [:]
    private var aliases: [UInt64: Mention] = [:]
    /// Persons named in full somewhere in the article.
    private var fullyNamed: Set<PersonID> = []
    /// Persons of whose surname the article has another bearer, and nowhere the full name.
    private var impostors: Set<PersonID> = []
    let rules: RuleSet

    /// So many earlier mentions are looked through for the one that a shorter mention means.
    private static let maximumLookBack = 100

    init(rules: RuleSet) { self.rules = rules }

    /// Notes the full mentions of a sentence; sentences come in order.
    mutating func add(_ mentions: [Mention], sentence: Int) {
        for mention in mentions where mention.isOfficial {
            if let person = mention.person {
                if mention.isImpostor { impostors.insert(person) } else if mention.range.count > 1 { fullyNamed.insert(person) }
            }
            guard !mention.isBare, !mention.isCounterpart, !mention.posts.isEmpty else { continue }
            for office in Set(mention.posts.map(\.office)) { referentsOfOffice[office, default: []].append(referents.count) }
            if let person = mention.person, firstReferentOfPerson[person] == nil { firstReferentOfPerson[person] = referents.count }
            referents.append(Referent(mention: mention, sentence: sentence))
            if mention.alias != 0, aliases[mention.alias] == nil { aliases[mention.alias] = mention }
        }
    }

    /// Completes the bare mentions of a sentence by what the article says elsewhere, and drops weak names that nothing makes sure of.
    func resolve(_ mentions: [Mention], sentence: Int, in article: AnalyzedArticle) -> [Mention] {
        var resolved = mentions.compactMap { resolve($0, sentence: sentence, among: mentions) }
        if !aliases.isEmpty { addAliases(to: &resolved, sentence: sentence, in: article) }
        return resolved
    }

    private func resolve(_ mention: Mention, sentence: Int, among mentions: [Mention]) -> Mention? {
        if let person = mention.person, impostors.contains(person), !fullyNamed.contains(person) { return nil }
        guard mention.isOfficial, mention.isBare || mention.isCounterpart else { return mention }
        if mention.person != nil, mention.posts.isEmpty || mention.name == mention.range {
            return resolveWeakName(mention, among: mentions)
        }
        if mention.isCounterpart { return resolveCounterpart(mention, sentence: sentence, among: mentions) }
        guard let nearest = nearestReferent(of: mention, sentence: sentence) else { return mention }
        return inheriting(mention, from: referents[nearest].mention)
    }

    /// The last referent before a mention that holds one of its offices; else the first after it.
    private func nearestReferent(of mention: Mention, sentence: Int) -> Int? {
        var (before, after): (Int?, Int?) = (nil, nil)
        for post in mention.posts {
            let known = referentsOfOffice[post.office] ?? []
            let split = known.partitioningIndex { index in
                let referent = referents[index]
                return (referent.sentence, referent.mention.range.lowerBound) >= (sentence, mention.range.lowerBound)
            }
            func holds(_ index: Int) -> Bool {
                referents[index].mention.posts.contains {
                    $0.office == post.office && ($0.portfolio == nil || post.portfolio == nil || $0.portfolio == post.portfolio)
                }
            }
            if let last = known[..<split].suffix(Self.maximumLookBack).last(where: holds) { before = max(before ?? last, last) }
            if let next = known[split...].prefix(Self.maximumLookBack).first(where: holds) { after = min(after ?? next, next) }
        }
        return before ?? after
    }

    private func inheriting(_ mention: Mention, from other: Mention) -> Mention {
        var mention = mention
        mention.country = other.country
        mention.body = other.body
        mention.person = mention.person ?? other.person
        if mention.posts.first?.portfolio == nil { mention.posts = other.posts }
        mention.isInherited = true
        mention.isBare = false
        return mention
    }

    /// A surname that other people have counts beside an office or country of its person, or when the full name stands in the article.
    private func resolveWeakName(_ mention: Mention, among mentions: [Mention]) -> Mention? {
        guard let person = mention.person else { return mention }
        let countries = Set(rules.knowledge.world.people[person].offices.compactMap(\.country))
        let isSupported =
            fullyNamed.contains(person)
            || mentions.contains { other in
                other.range != mention.range && other.country.map { countries.contains($0) } ?? false
                    && abs(other.range.lowerBound - mention.range.lowerBound) <= 12
            }
        guard isSupported else { return nil }
        var mention = mention
        mention.isBare = false
        if let full = firstReferentOfPerson[person] {
            mention.posts = referents[full].mention.posts
            mention.country = referents[full].mention.country
        }
        return mention
    }

    /// “His Cuban counterpart” has the office of the one he is the counterpart of.
    private func resolveCounterpart(_ mention: Mention, sentence: Int, among mentions: [Mention]) -> Mention {
        var mention = mention
        let isOther = { (other: Mention) in
            other.isOfficial && !other.isCounterpart && !other.posts.isEmpty && (mention.country == nil || other.country != mention.country)
        }
        let model =
            mentions.last { isOther($0) && $0.range.upperBound <= mention.range.lowerBound } ?? mentions.first(where: isOther)
            ?? referents[..<firstReferent(from: sentence)].suffix(Self.maximumLookBack).last { isOther($0.mention) }?.mention
        if let model, let post = model.posts.first { mention.posts = [post] }
        mention.isBare = mention.country == nil
        return mention
    }

    private func addAliases(to mentions: inout [Mention], sentence: Int, in article: AnalyzedArticle) {
        for token in article.sentences[sentence].tokens {
            guard let full = aliases[article.tokens[token].key], article.tokens[token].shape.contains(.capitalized),
                !mentions.contains(where: { $0.range.contains(token) })
            else { continue }
            var mention = full
            mention.range = token..<token + 1
            mention.name = mention.range
            mention.clitics = []
            mention.isInherited = true
            mention.isBase = true
            mentions.append(mention)
        }
        mentions.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The two sides that the text last spoke of before a sentence: of two countries, the later one second.
    func sides(before sentence: Int, within distance: Int) -> (Mention, Mention)? {
        var last: Mention?
        for index in (0..<firstReferent(from: sentence)).reversed() {
            let referent = referents[index]
            guard sentence - referent.sentence <= distance else { return nil }
            guard let country = referent.mention.country else { continue }
            guard let second = last else {
                last = referent.mention
                continue
            }
            if second.country != country { return (referent.mention, second) }
        }
        return nil
    }

    /// Who the text was speaking of before a sentence: the last official that it put first.
    func subject(before sentence: Int, within distance: Int, where accepts: (Mention) -> Bool) -> Mention? {
        var best: Int?
        for index in (0..<firstReferent(from: sentence)).reversed() {
            let referent = referents[index]
            guard sentence - referent.sentence <= distance else { break }
            // The first of its sentence, of the latest sentence.
            if let best, referents[best].sentence != referent.sentence { break }
            if accepts(referent.mention) { best = index }
        }
        return best.map { referents[$0].mention }
    }

    /// Index of the first referent of a sentence or of a later one.
    private func firstReferent(from sentence: Int) -> Int { referents.partitioningIndex { $0.sentence >= sentence } }
}
