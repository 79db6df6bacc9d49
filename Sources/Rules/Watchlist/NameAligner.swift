import Analysis

/// Lays a listed name over the words of an article, from its rarest word to both sides.
struct NameAligner {
    let index: NameIndex
    let article: AnalyzedArticle
    /// By token; those of joined words at the first of them.
    let hits: [[SymbolHit]]

    /// Words that the text may put into a name.
    private static let maximumInserted = 2
    /// Consonants that a name in another script must have.
    private static let minimumSounds = 4
    /// And more where no capitals show what a name is.
    private static let minimumCaselessSounds = 5
    /// A name of small words, in a text of small words, must not take for ever.
    private static let maximumSteps = 2000

    /// What may not stand between two words of a name.
    private static let breaks = Token.Gap(
        rawValue: Token.Gap.newline.rawValue | Token.Gap.field.rawValue | Token.Gap.mark.rawValue | Token.Gap.bullet.rawValue
            | Token.Gap.openBracket.rawValue | Token.Gap.closeBracket.rawValue | Token.Gap.colon.rawValue | Token.Gap.dash.rawValue
            | Token.Gap.question.rawValue)
    private static let stops = Token.Gap(rawValue: Token.Gap.comma.rawValue | Token.Gap.fullStop.rawValue)

    static func joins(_ gap: Token.Gap) -> Bool { gap.isDisjoint(with: breaks) && gap.isDisjoint(with: stops) }

    /// One way to lay one side of a name.
    private struct Path {
        var cost = 0
        /// One past the outermost word, seen from the anchor.
        var edge: Int
        var notes: [NameHit.Note] = []
        var sounds = 0
        /// Words of the name that sound alike only, and those that stand at all.
        var transliterated = 0
        var standing = 0
        var hasProclitic = false
    }

    private struct Walk {
        let sequence: NameIndex.Sequence
        let step: Int
        var steps = 0
    }

    func align(_ sequence: NameIndex.Sequence, at position: Int, _ hit: SymbolHit) -> NameHit? {
        let anchor = Int(sequence.anchor)
        var path = Path(edge: 0)
        stand(hit, &path)
        var right = Walk(sequence: sequence, step: 1)
        guard let after = extend(anchor + 1, position + hit.length, 0, &right) else { return nil }
        var left = Walk(sequence: sequence, step: -1)
        guard let before = anchor == 0 ? Path(edge: position) : extend(anchor - 1, position - 1, 0, &left) else { return nil }
        // A word with a proclitic begins the name.
        let start = anchor == 0 ? position : before.edge + 1
        if hit.hasProclitic, start < position { return nil }
        let range = start..<after.edge
        return nameHit(sequence, range, [path, before, after])
    }

    private func nameHit(_ sequence: NameIndex.Sequence, _ range: Range<Int>, _ paths: [Path]) -> NameHit? {
        let cost = paths.reduce(0) { $0 + $1.cost } + (sequence.turn > 0 ? 2 : 0)
        let transliterated = paths.reduce(0) { $0 + $1.transliterated }
        let standing = paths.reduce(0) { $0 + $1.standing }
        let sounds = paths.reduce(0) { $0 + $1.sounds }
        guard 100 - cost >= NameScanner.leastScore else { return nil }
        if transliterated > 0 {
            // One word that sounds alike, or short ones, are found everywhere.
            let isCaseless = Spelling.Script(article.tokens[range.lowerBound].shape)?.isCased == false
            let least = sequence.isWeak ? 3 : isCaseless ? Self.minimumCaselessSounds : Self.minimumSounds
            guard sounds >= least, sequence.isWeak || standing >= 2 else { return nil }
            // Without capitals any two words may sound like a name: no quotes between them, nor the surname first.
            let isQuoted = range.dropFirst().contains { article.tokens[$0].gap.contains(.quote) }
            if isCaseless, sequence.turn > 0 || isQuoted { return nil }
        }
        let letters = paths.flatMap(\.notes).reduce(0) { if case .letters(let count) = $1 { $0 + count } else { $0 } }
        if letters > 0, standing < 2, Int(range.count) == 1, article.tokens[range.lowerBound].unitCount < 7 { return nil }
        var notes = Set(paths.flatMap(\.notes).filter { if case .letters = $0 { false } else { true } })
        if letters > 0 { notes.insert(.letters(letters)) }
        if sequence.turn > 0 { notes.insert(.surnameFirst) }
        return NameHit(
            entry: Int(sequence.entry), name: Int(sequence.name), range: range, score: 100 - cost, notes: notes.sorted(),
            isWeak: sequence.isWeak)
    }

    private func stand(_ hit: SymbolHit, _ path: inout Path) {
        path.cost += hit.cost
        path.standing += 1
        path.sounds += index.symbols[Int(hit.symbol)].sounds
        switch hit.how {
        case .exact, .article: break
        case .inflected: path.notes.append(.inflected)
        case .tight, .loose, .equivalent: path.notes.append(.variant)
        case .near: path.notes.append(.letters(hit.letters))
        case .sound:
            path.notes.append(.transliterated)
            // Known by its group, not by its sound alone.
            if hit.cost <= 2 { path.sounds += 1 }
            path.transliterated += 1
        }
    }

    // MARK: One side

    /// The cheapest way to lay the words from `word` on over the text from token `token` on.
    private func extend(_ word: Int, _ token: Int, _ inserted: Int, _ walk: inout Walk) -> Path? {
        guard word >= 0, word < Int(walk.sequence.count) else { return Path(edge: token) }
        walk.steps += 1
        guard walk.steps <= Self.maximumSteps else { return nil }
        let part = index.tokens[Int(walk.sequence.first) + word]
        var best: Path?
        func consider(_ path: Path?, cost: Int, _ note: NameHit.Note?) {
            guard var path else { return }
            path.cost += cost
            if let note { path.notes.append(note) }
            if best.map({ path.cost < $0.cost }) ?? true { best = path }
        }
        if reaches(token, word, walk) {
            for (hit, next) in standing(part, at: token, walk.step) where best == nil || hit.cost < best?.cost ?? 0 {
                guard var path = extend(word + walk.step, next, inserted, &walk) else { continue }
                stand(hit, &path)
                // Inside a name Arabic joins nothing but the article; before the first word it may.
                if hit.hasProclitic, walk.step > 0 || path.edge != next { continue }
                consider(path, cost: 0, nil)
            }
            if walk.sequence.takesInitials, let initial = initialCost(part, at: token) {
                var path = extend(word + walk.step, token + walk.step, inserted, &walk)
                path?.standing += 1
                consider(path, cost: initial, .initial)
            }
        }
        if best == nil || best?.cost ?? 0 > 0, let (cost, note) = omission(of: part) {
            consider(extend(word + walk.step, token, inserted, &walk), cost: cost, note)
        }
        if best == nil, inserted < Self.maximumInserted, reaches(token, word, walk), let (cost, note) = insertion(at: token, walk.sequence)
        {
            consider(extend(word, token + walk.step, inserted + 1, &walk), cost: cost, note)
        }
        return best
    }

    /// Whether the text goes on from the word before (behind) to this one.
    private func reaches(_ token: Int, _ word: Int, _ walk: Walk) -> Bool {
        let (earlier, later) = walk.step > 0 ? (token - 1, token) : (token, token + 1)
        guard earlier >= 0, later < article.tokens.count, later > earlier else { return false }
        let gap = article.tokens[later].gap
        guard gap.isDisjoint(with: Self.breaks) else { return false }
        if gap.contains(.comma) {
            let turn = Int(walk.sequence.turn)
            guard turn > 0, (walk.step > 0 ? word : word + 1) == turn else { return false }
        }
        if gap.contains(.fullStop), gap.contains(.blank) {
            return article.tokens[earlier].unitCount <= 3 || article.tokens[earlier].shape.contains(.initials)
        }
        return true
    }

    /// Symbols that stand at a token, and the token that comes next.
    private func standing(_ part: NameIndex.Token, at token: Int, _ step: Int) -> [(hit: SymbolHit, next: Int)] {
        guard step < 0 else {
            return hits[token].filter { $0.symbol == part.symbol }.map { ($0, token + $0.length) }
        }
        return (0..<3).flatMap { back -> [(SymbolHit, Int)] in
            guard token - back >= 0 else { return [] }
            return hits[token - back].filter { $0.symbol == part.symbol && $0.length == back + 1 }.map { ($0, token - back - 1) }
        }
    }

    /// `S.` for Sergey, or the other way round.
    private func initialCost(_ part: NameIndex.Token, at position: Int) -> Int? {
        let token = article.tokens[position]
        guard let script = Spelling.Script(token.shape), script.isCased, token.shape.contains(.capitalized), token.unitCount > 0 else {
            return nil
        }
        let isInitial = token.shape.contains(.initials) || token.unitCount == 1
        guard isInitial != (part.role == .initial), part.role == .required || part.role == .middle || part.role == .initial else {
            return nil
        }
        let symbol = index.symbols[Int(part.symbol)]
        guard let first = article.units(of: position).first, symbol.script != nil else { return nil }
        if symbol.script == script { return symbol.units.first == first ? 12 : nil }
        guard index.options.scripts == .any, let own = index.spelling.scripts[script],
            let other = symbol.script.flatMap({ index.spelling.scripts[$0] }),
            let sound = own.skeleton.apply(to: [first]).first, other.skeleton.apply(to: symbol.units.prefix(2)).first == sound
        else { return nil }
        return 14
    }

    /// What it costs to leave a word of the name out.
    private func omission(of part: NameIndex.Token) -> (cost: Int, note: NameHit.Note?)? {
        guard index.options.spelling != .exact else { return nil }
        let word = String(decoding: index.symbols[Int(part.symbol)].units, as: UTF16.self)
        return switch part.role {
        case .required: nil
        case .middle: (4, .without(word))
        case .patronymic, .legalForm: (1, .without(word))
        case .initial: (2, .without(word))
        case .particle: (0, nil)
        }
    }

    /// What it costs that the text has a word more.
    private func insertion(at position: Int, _ sequence: NameIndex.Sequence) -> (cost: Int, note: NameHit.Note?)? {
        guard index.options.spelling != .exact, !sequence.isWeak else { return nil }
        let kind = index.entries[Int(sequence.entry)].kind
        guard kind == .person || kind == .unknown else { return nil }
        let token = article.tokens[position]
        let units = Array(article.units(of: position))
        let note = NameHit.Note.inserted(article.surface(position..<position + 1))
        if index.spelling.is(units, .particles) { return (1, nil) }
        guard let script = Spelling.Script(token.shape), !token.shape.contains(.number) else { return nil }
        if script.isCased, !token.shape.contains(.capitalized) { return nil }
        if script.isCased, token.shape.contains(.initials) || units.count == 1 { return (2, note) }
        if index.spelling.isPatronymic(units) { return (1, note) }
        guard kind == .person else { return nil }
        // Where nothing shows that a word is a name, only one that the list knows is taken for one.
        return script.isCased ? (6, note) : (hits[position].contains { $0.cost <= 2 } ? 8 : 18, note)
    }
}
