import Analysis
import Articles

/// Reads the date expressions of a sentence against the day of publication.
struct DateReader {
    let view: SentenceView
    let article: AnalyzedArticle
    let published: CivilDate?
    /// Whether a bare `Monday` or `March` is one to come: the news is of what is planned.
    let looksForward: Bool

    struct Found {
        let period: DatePeriod
        let range: Range<Int>
    }

    func all() -> [Found] {
        var found: [Found] = numericDates()
        for item in view.items {
            guard case .date(let word) = item.meaning, let date = resolve(word, item.range) else { continue }
            found.append(date)
        }
        found.sort { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
        return found.reduce(into: []) { kept, date in
            guard let last = kept.last, last.range.overlaps(date.range) || last.range.upperBound == date.range.lowerBound else {
                return kept.append(date)
            }
            // `Monday, 19 February`, `15 Rajab, 15 January`: what is told more exactly counts, else the fuller expression.
            let (old, new) = (days(of: last), days(of: date))
            if new < old || (new == old && date.range.count > last.range.count) { kept[kept.count - 1] = date }
        }
    }

    private func days(of found: Found) -> Int { found.period.last.dayNumber - found.period.first.dayNumber }

    private func resolve(_ word: DateWord, _ range: Range<Int>) -> Found? {
        switch word {
        case .month(let month): monthDate(month, range)
        case .hijriMonth(let month): hijriDate(month, range)
        case .weekday(let weekday): published.map { dayOfWeek(weekday, $0, range) }
        case .relative(let count, let unit): published.map { narrowed(moved($0, count, unit), range) }
        case .last, .next, .year, .day, .part: nil
        }
    }

    private func moved(_ day: CivilDate, _ count: Int, _ unit: DateUnit) -> DatePeriod {
        switch unit {
        case .day: return DatePeriod(day.adding(days: count))
        case .week: return DatePeriod(weekOf: day.adding(days: count * 7))
        case .month:
            let moved = day.adding(months: count)
            return DatePeriod(year: moved.year, month: moved.month) ?? DatePeriod(moved)
        case .year: return DatePeriod(year: day.year + count) ?? DatePeriod(day)
        }
    }

    /// `Wednesday`, or with the day of the month beside it: `Wednesday (21)`.
    private func dayOfWeek(_ weekday: Int, _ published: CivilDate, _ range: Range<Int>) -> Found {
        if let number = number(at: range.upperBound, in: 1...31) {
            let near = (-45...45).map { published.adding(days: $0) }.filter { $0.day == number && $0.weekday == weekday }
            if let day = near.min(by: { abs($0.dayNumber - published.dayNumber) < abs($1.dayNumber - published.dayNumber) }) {
                return Found(period: DatePeriod(day), range: range.lowerBound..<range.upperBound + 1)
            }
        }
        return Found(period: DatePeriod(nearestDay(weekday, to: published, range)), range: range)
    }

    private func nearestDay(_ weekday: Int, to day: CivilDate, _ range: Range<Int>) -> CivilDate {
        let back = (day.weekday - weekday + 7) % 7
        if isMarked(.next, near: range) { return day.adding(days: 7 - back) }
        if isMarked(.last, near: range) { return day.adding(days: back == 0 ? -7 : -back) }
        // Today and yesterday are told by their names as well.
        return day.adding(days: looksForward && back > 1 ? 7 - back : -back)
    }

    private func isMarked(_ word: DateWord, near range: Range<Int>) -> Bool {
        view.items.contains {
            $0.meaning == .date(word) && $0.range.lowerBound >= range.lowerBound - 2 && $0.range.lowerBound <= range.upperBound + 1
        }
    }

    /// `early March`, `the end of this month`: a word of the part stands before the period, small words between, or right after it.
    private func narrowed(_ period: DatePeriod, _ range: Range<Int>) -> Found {
        for item in view.items {
            guard case .date(.part(let part)) = item.meaning else { continue }
            let isBefore = item.range.upperBound <= range.lowerBound && range.lowerBound - item.range.upperBound <= 2
            guard isBefore || item.range.lowerBound == range.upperBound else { continue }
            let whole = min(item.range.lowerBound, range.lowerBound)..<max(item.range.upperBound, range.upperBound)
            return Found(period: period.narrowed(to: part), range: whole)
        }
        return Found(period: period, range: range)
    }

    // MARK: Days of months

    /// `19 February 2024`, `February 19`, `in February`: day and year where they stand beside the month; else the year nearest to publication.
    private func monthDate(_ month: Int, _ range: Range<Int>) -> Found? {
        let (day, dayRange) = dayBeside(range)
        let (year, end) = yearAfter(dayRange.upperBound, in: 1900...2100)
        guard let resolvedYear = year ?? yearNearest(month, range) else { return nil }
        let whole = dayRange.lowerBound..<end
        if let day {
            return CivilDate(year: resolvedYear, month: month, day: day).map { last in
                // `from 24 to 26 May`
                let start = number(at: dayRange.lowerBound - 2, in: 1...31).flatMap { CivilDate(year: resolvedYear, month: month, day: $0) }
                guard let start, start < last, isRange(dayRange.lowerBound - 1) else {
                    return Found(period: DatePeriod(last), range: whole)
                }
                return Found(period: DatePeriod(start, last), range: dayRange.lowerBound - 2..<end)
            }
        }
        return DatePeriod(year: resolvedYear, month: month).map { narrowed($0, whole) }
    }

    /// Whether a token may stand between the two ends of a period.
    private func isRange(_ token: Int) -> Bool { !view.wordClass(at: token).isDisjoint(with: [.and, .preposition, .directional]) }

    /// Days that are announced lie round the computed one; a Gregorian date beside it counts instead.
    private func hijriDate(_ month: Int, _ range: Range<Int>) -> Found? {
        let (day, dayRange) = dayBeside(range)
        let (year, end) = yearAfter(dayRange.upperBound, in: 1300...1600)
        let today = published.flatMap { HijriDate($0) }
        guard let resolvedYear = year ?? today.map({ nearest(month - $0.month, $0.year) }) else { return nil }
        guard let first = HijriDate(year: resolvedYear, month: month, day: day ?? 1)?.civil,
            let last = HijriDate(year: resolvedYear, month: month, day: day ?? 29)?.civil
        else { return nil }
        let slack = day == nil ? 0 : HijriDate.tolerance
        return Found(period: DatePeriod(first.adding(days: -slack), last.adding(days: slack)), range: dayRange.lowerBound..<end)
    }

    /// The day that stands beside a month, as a number or a word for one, and where both stand.
    private func dayBeside(_ range: Range<Int>) -> (day: Int?, range: Range<Int>) {
        for (token, isBefore) in [(range.lowerBound - 1, true), (range.lowerBound - 2, true), (range.upperBound, false)] {
            if let day = number(at: token, in: 1...31) { return (day, isBefore ? token..<range.upperBound : range.lowerBound..<token + 1) }
        }
        for item in view.items {
            guard case .date(.day(let day)) = item.meaning else { continue }
            // `the seventeenth of April`: one small word may lie between.
            if item.range.upperBound <= range.lowerBound, range.lowerBound - item.range.upperBound <= 1 {
                return (day, item.range.lowerBound..<range.upperBound)
            }
            if item.range.lowerBound == range.upperBound { return (day, range.lowerBound..<item.range.upperBound) }
        }
        return (nil, range)
    }

    private func yearAfter(_ end: Int, in years: ClosedRange<Int>) -> (year: Int?, end: Int) {
        for token in end..<end + 2 { if let year = number(at: token, in: years) { return (year, token + 1) } }
        return (nil, end)
    }

    private func yearNearest(_ month: Int, _ range: Range<Int>) -> Int? {
        guard let published else { return nil }
        if isMarked(.last, near: range) { return month < published.month ? published.year : published.year - 1 }
        if isMarked(.next, near: range) { return month > published.month ? published.year : published.year + 1 }
        return nearest(month - published.month, published.year)
    }

    /// News speaks of months at most half a year away without naming the year.
    private func nearest(_ months: Int, _ year: Int) -> Int { months > 6 ? year - 1 : months < -6 ? year + 1 : year }

    // MARK: Numbers

    /// `2024-02-19`, `19.02.2024`, `19/2/2024`: the year tells which end is which; of day and month the day stands first, unless it cannot.
    private func numericDates() -> [Found] {
        var found: [Found] = []
        for token in view.tokens.dropLast(2) where isGlued(token + 1) && isGlued(token + 2) {
            let range = token..<token + 3
            if let year = number(at: token, in: 1900...2100), let month = number(at: token + 1, in: 1...12),
                let day = number(at: token + 2, in: 1...31), let date = CivilDate(year: year, month: month, day: day)
            {
                found.append(Found(period: DatePeriod(date), range: range))
            } else if let year = number(at: token + 2, in: 1900...2100), let first = number(at: token, in: 1...31),
                let second = number(at: token + 1, in: 1...31),
                let date = CivilDate(year: year, month: second, day: first) ?? CivilDate(year: year, month: first, day: second)
            {
                found.append(Found(period: DatePeriod(date), range: range))
            }
        }
        return found
    }

    /// Whether only a mark stands between a token and the one before.
    private func isGlued(_ token: Int) -> Bool { article.tokens[token].gap.isDisjoint(with: [.blank, .newline, .comma, .field]) }

    func number(at token: Int, in range: ClosedRange<Int>) -> Int? {
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
