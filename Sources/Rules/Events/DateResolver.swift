import Analysis
import Articles

/// Resolves the date expressions of a sentence against the day of publication.
struct DateResolver {
    let view: SentenceView
    let article: AnalyzedArticle
    let published: CivilDate?

    struct Found {
        let date: CivilDate
        let range: Range<Int>
    }

    /// A date further from its trigger belongs to something else.
    private static let maximumDistance = 18

    /// The date nearest to a trigger.
    func date(near trigger: Range<Int>) -> Found? {
        var best: (distance: Int, found: Found)?
        for found in all() {
            let distance =
                found.range.lowerBound >= trigger.upperBound
                ? found.range.lowerBound - trigger.upperBound : trigger.lowerBound - found.range.upperBound
            guard distance <= Self.maximumDistance, best.map({ distance < $0.distance }) ?? true else { continue }
            best = (distance, found)
        }
        return best?.found
    }

    /// The latest year that a trigger's sentence names near it, when it names one.
    func year(near trigger: Range<Int>) -> Int? {
        view.tokens.filter { token in
            // A comma after the trigger ends what the year belongs to (`…, the first since 2022`).
            abs(token - trigger.lowerBound) <= Self.maximumDistance
                && (token < trigger.upperBound || !(trigger.upperBound...token).contains { article.tokens[$0].gap.contains(.comma) })
        }.compactMap { number(at: $0, in: 1900...2100) }.max()
    }

    private func all() -> [Found] {
        var found: [Found] = []
        for item in view.items {
            guard case .date(let word) = item.meaning, let date = resolve(word, item.range) else { continue }
            if let last = found.last, last.range.overlaps(date.range) || last.range.upperBound == date.range.lowerBound {
                // `Monday, 19 February`: the fuller expression counts.
                if date.range.count > last.range.count { found[found.count - 1] = date }
                continue
            }
            found.append(date)
        }
        return found
    }

    private func resolve(_ word: DateWord, _ range: Range<Int>) -> Found? {
        switch word {
        case .month(let month): monthDate(month, range)
        case .weekday(let weekday): published.map { Found(date: nearestDay(weekday, to: $0, range), range: range) }
        case .relative(let count, let unit): published.map { Found(date: moved($0, count, unit), range: range) }
        case .last, .next, .year: nil
        }
    }

    private func moved(_ day: CivilDate, _ count: Int, _ unit: DateUnit) -> CivilDate {
        switch unit {
        case .day: day.adding(days: count)
        case .week: day.adding(days: count * 7)
        case .month: day.adding(months: count)
        case .year: day.adding(months: count * 12)
        }
    }

    /// The last such weekday in news of the past, the next after a word that says so.
    private func nearestDay(_ weekday: Int, to day: CivilDate, _ range: Range<Int>) -> CivilDate {
        let back = (day.weekday - weekday + 7) % 7
        return isMarked(.next, near: range) ? day.adding(days: back == 0 ? 7 : 7 - back) : day.adding(days: -back)
    }

    private func isMarked(_ word: DateWord, near range: Range<Int>) -> Bool {
        view.items.contains {
            $0.meaning == .date(word) && $0.range.lowerBound >= range.lowerBound - 2 && $0.range.lowerBound <= range.upperBound + 1
        }
    }

    /// `19 February 2024`, `February 19`, `in February`: day and year where they stand beside the month; else the year nearest to publication.
    private func monthDate(_ month: Int, _ range: Range<Int>) -> Found? {
        var (start, end) = (range.lowerBound, range.upperBound)
        var day: Int?
        if let before = number(at: start - 1, in: 1...31) {
            day = before
            start -= 1
        } else if let before = number(at: start - 2, in: 1...31) {
            // `19 de febrero`
            day = before
            start -= 2
        } else if let after = number(at: end, in: 1...31) {
            day = after
            end += 1
        }
        var year: Int?
        for token in end..<end + 2 {
            if let found = number(at: token, in: 1900...2100) {
                year = found
                end = token + 1
                break
            }
        }
        guard let resolvedYear = year ?? yearNearest(to: published, month: month) else { return nil }
        return CivilDate(year: resolvedYear, month: month, day: day ?? 1).map { Found(date: $0, range: start..<end) }
    }

    private func yearNearest(to day: CivilDate?, month: Int) -> Int? {
        guard let day else { return nil }
        // News speaks of months at most half a year away without naming the year.
        if month - day.month > 6 { return day.year - 1 }
        return day.month - month > 6 ? day.year + 1 : day.year
    }

    private func number(at token: Int, in range: ClosedRange<Int>) -> Int? {
        guard view.tokens.contains(token), article.tokens[token].shape.contains(.number), article.tokens[token].unitCount <= 4 else {
            return nil
        }
        var value = 0
        for unit in article.units(of: token) {
            guard (0x30...0x39).contains(unit) else { return nil }
            value = value * 10 + Int(unit - 0x30)
        }
        return range.contains(value) ? value : nil
    }
}
