import Articles

/// Tells an article from the page round it: captions, tags, “read also” blocks, cookie and share lines.
///
/// Only a marker may start a noise region; structure says how far it goes. A heuristic that starts one on its own deletes real paragraphs.
struct Zoner {
    let markers: MarkerTable

    /// A longer line is a paragraph, not a headline or a list item.
    private static let maximumHeadlineTokens = 26
    /// A marked line this long is body text glued to the noise: only its first sentence is noise.
    private static let maximumNoiseTokens = 45
    /// A shorter line is a dateline, a byline or a subheading, not the lead.
    private static let minimumLeadTokens = 9

    func cutLines(of analyzed: inout AnalyzedArticle) {
        analyzed.lines.removeAll(keepingCapacity: true)
        splitAtNewlines(&analyzed)
        let found = markedLines(of: analyzed)
        var state = State()
        var lines: [AnalyzedArticle.Line] = []
        lines.reserveCapacity(analyzed.lines.count)
        var next = found.startIndex
        for line in analyzed.lines {
            var mark: Mark?
            while next < found.endIndex, found[next].tokens.lowerBound < line.tokens.upperBound {
                if let better = accept(found[next], on: line, over: mark) { mark = better }
                next += 1
            }
            place(line, mark, &state, in: analyzed, into: &lines)
        }
        markLead(&lines)
        analyzed.lines = lines
    }

    // MARK: Lines

    private func splitAtNewlines(_ analyzed: inout AnalyzedArticle) {
        var start = 0
        var blank = false
        let titleEnd = analyzed.article.range(of: .title).upperBound
        for index in analyzed.tokens.indices.dropFirst() where !analyzed.tokens[index].gap.isDisjoint(with: [.newline, .field]) {
            append(start..<index, blank, titleEnd, to: &analyzed)
            let (from, to) = (analyzed.tokens[index - 1].end, Int(analyzed.tokens[index].start))
            blank = analyzed.text[min(from, to)..<to].count { $0 == 0x0A } > 1
            start = index
        }
        if !analyzed.tokens.isEmpty { append(start..<analyzed.tokens.count, blank, titleEnd, to: &analyzed) }
    }

    private func append(_ tokens: Range<Int>, _ blank: Bool, _ titleEnd: Int, to analyzed: inout AnalyzedArticle) {
        let isTitle = Int(analyzed.tokens[tokens.lowerBound].start) < titleEnd
        analyzed.lines.append(
            .init(tokens: tokens, zone: isTitle ? .title : .body, followsBlankLine: blank, field: isTitle ? .title : .body))
    }

    // MARK: Markers

    private struct Mark {
        let marker: Marker
        let tokens: Range<Int>
    }

    private func markedLines(of analyzed: AnalyzedArticle) -> [Mark] {
        var marks: [Mark] = []
        for hit in analyzed.hits {
            if let marker = markers[hit.term] { marks.append(Mark(marker: marker, tokens: hit.range)) }
        }
        return marks
    }

    /// - Returns: `mark` if it counts where it stands, and for more than `other`.
    private func accept(_ mark: Mark, on line: AnalyzedArticle.Line, over other: Mark?) -> Mark? {
        let holds =
            switch mark.marker.at {
            case .start: mark.tokens.lowerBound == line.tokens.lowerBound
            case .alone: mark.tokens == line.tokens
            case .anywhere: mark.tokens.upperBound <= line.tokens.upperBound
            }
        guard holds else { return nil }
        guard let other else { return mark }
        // The earliest, then the longest; what opens a block says more than what opens a line.
        if mark.tokens.lowerBound != other.tokens.lowerBound { return nil }
        return Self.strength(mark) > Self.strength(other) ? mark : nil
    }

    private static func strength(_ mark: Mark) -> Int {
        mark.tokens.count * 4 + (mark.marker.opens == .block ? 2 : 0) + (mark.marker.at == .anywhere ? 0 : 1)
    }

    // MARK: Regions

    private struct State {
        /// The rest of the page belongs to other articles.
        var isForeign = false
        /// Inside a block: the zone of its lines.
        var block: Zone?
        var lastHeadline: Range<Int>?
        /// The article's own text has begun.
        var hasBegun = false
        /// A tag list, a copyright line or a menu was seen after the text had begun: the article has probably ended.
        var hasEnded = false
        /// A share bar or the like was just seen: unless the text goes on, the article has ended.
        var mayHaveEnded = false
        /// Lines of the article itself so far.
        var own: [Range<Int>] = []
    }

    private func place(
        _ line: AnalyzedArticle.Line, _ mark: Mark?, _ state: inout State, in analyzed: AnalyzedArticle,
        into lines: inout [AnalyzedArticle.Line]
    ) {
        var line = line
        guard line.field == .body else {
            state.own.append(line.tokens)
            // A title may carry noise at its end only (`… Read also: …`).
            if let mark, mark.tokens.lowerBound > line.tokens.lowerBound { return split(line, at: mark, into: &lines) }
            return lines.append(line)
        }
        if state.isForeign {
            line.zone = mark?.marker.zone ?? .related
            return lines.append(line)
        }
        guard let mark else {
            if isMenu(line, in: analyzed) {
                line.zone = openMenu(&state)
            } else if state.hasBegun, isLinkRow(line, in: analyzed) {
                line.zone = .related
            } else {
                line.zone = zoneInBlock(line, &state, in: analyzed)
            }
            if line.zone == .body { goOn(line, &state, in: analyzed) }
            return lines.append(line)
        }
        if mark.tokens.lowerBound > line.tokens.lowerBound {
            return split(line, at: mark, into: &lines)
        }
        open(mark, line, &state)
        if line.tokens.count > Self.maximumNoiseTokens, mark.marker.opens == .line, mark.marker.zone != .tags {
            return splitAfterSentence(line, mark, in: analyzed, into: &lines)
        }
        line.zone = mark.marker.zone
        lines.append(line)
    }

    private func open(_ mark: Mark, _ line: AnalyzedArticle.Line, _ state: inout State) {
        let isBare = line.tokens.count - mark.tokens.count < 3
        switch (mark.marker.opens, mark.marker.zone) {
        case (.block, _):
            if state.hasEnded || (isBare && state.mayHaveEnded) { state.isForeign = true }
            // `Read also: headline` on one line is noise by itself; a bare marker heads the lines that follow.
            state.block = isBare || state.hasEnded ? mark.marker.zone : nil
            state.lastHeadline = isBare ? nil : mark.tokens.upperBound..<line.tokens.upperBound
        case (.line, .tags):
            state.hasEnded = state.hasBegun
            state.block = isBare ? .tags : state.hasEnded ? .related : nil
        case (.line, .boilerplate):
            // What follows the copyright or the share bar is headlines of other pages.
            state.block = state.hasBegun ? state.block ?? .related : nil
            state.mayHaveEnded = state.hasBegun
        case (.line, _):
            break
        }
    }

    /// A paragraph of the article itself.
    private func goOn(_ line: AnalyzedArticle.Line, _ state: inout State, in analyzed: AnalyzedArticle) {
        if line.tokens.count >= Self.minimumLeadTokens { state.hasBegun = true }
        state.mayHaveEnded = false
        state.own.append(line.tokens)
    }

    /// `Home | World | Sport`: three short pieces or more between bars.
    private func isMenu(_ line: AnalyzedArticle.Line, in analyzed: AnalyzedArticle) -> Bool {
        let bars = line.tokens.dropFirst().count { analyzed.tokens[$0].gap.contains(.bullet) }
        return bars >= 2 && line.tokens.count <= (bars + 1) * 4
    }

    /// `Headline | Headline`: links in a row, after the text has begun.
    private func isLinkRow(_ line: AnalyzedArticle.Line, in analyzed: AnalyzedArticle) -> Bool {
        line.tokens.count <= Self.maximumNoiseTokens
            && line.tokens.dropFirst().contains { index in
                let token = analyzed.tokens[index]
                return token.gap.contains(.bullet) && analyzed.text[analyzed.tokens[index - 1].end..<Int(token.start)].contains(0x7C)
            }
    }

    private func openMenu(_ state: inout State) -> Zone {
        if state.hasBegun {
            state.hasEnded = true
            state.block = .related
        }
        return .boilerplate
    }

    private func zoneInBlock(_ line: AnalyzedArticle.Line, _ state: inout State, in analyzed: AnalyzedArticle) -> Zone {
        guard let block = state.block else { return .body }
        if isHeadline(line, in: analyzed) {
            state.lastHeadline = line.tokens
            // A bare `Tags` heads one line of them.
            if block == .tags { state.block = nil }
            return block
        }
        state.block = nil
        // A rubric or a ticker on top of the page: its article is still to come.
        guard state.hasBegun else { return .body }
        let isForeign = state.hasEnded || echoes(line, state.lastHeadline, in: analyzed)
        if state.lastHeadline != nil, isForeign || !continues(line, state, in: analyzed) {
            state.isForeign = true
            return block
        }
        return .body
    }

    private func isHeadline(_ line: AnalyzedArticle.Line, in analyzed: AnalyzedArticle) -> Bool {
        guard line.tokens.count <= Self.maximumHeadlineTokens else { return false }
        if analyzed.tokens[line.tokens.lowerBound].gap.contains(.bullet) { return true }
        if line.tokens.upperBound < analyzed.tokens.count { return !analyzed.tokens[line.tokens.upperBound].gap.contains(.fullStop) }
        return !analyzed.text.suffix(4).contains(0x2E)
    }

    /// Whether a paragraph after a noise block speaks of what the article spoke of before.
    private func continues(_ line: AnalyzedArticle.Line, _ state: State, in analyzed: AnalyzedArticle) -> Bool {
        let long = line.tokens.filter { analyzed.tokens[$0].unitCount > 4 }
        guard long.count >= Self.minimumLeadTokens else { return true }
        let words = Set(state.own.joined().filter { analyzed.tokens[$0].unitCount > 4 }.map { analyzed.tokens[$0].key })
        return long.count { words.contains(analyzed.tokens[$0].key) } >= 2
    }

    /// Whether a paragraph tells again what the last headline of a noise block said: then it begins that headline's whole article.
    private func echoes(_ line: AnalyzedArticle.Line, _ headline: Range<Int>?, in analyzed: AnalyzedArticle) -> Bool {
        guard let headline, headline.count >= 4 else { return false }
        let paragraph = Set(line.tokens.prefix(60).map { analyzed.tokens[$0].key })
        let told = headline.count { analyzed.tokens[$0].unitCount > 3 && paragraph.contains(analyzed.tokens[$0].key) }
        let words = headline.count { analyzed.tokens[$0].unitCount > 3 }
        return words > 0 && told >= 3 && told * 2 >= words
    }

    // MARK: Splitting

    private func split(_ line: AnalyzedArticle.Line, at mark: Mark, into lines: inout [AnalyzedArticle.Line]) {
        var (before, after) = (line, line)
        before.tokens = line.tokens.lowerBound..<mark.tokens.lowerBound
        after.tokens = mark.tokens.lowerBound..<line.tokens.upperBound
        after.zone = mark.marker.zone
        after.followsBlankLine = false
        lines.append(before)
        lines.append(after)
    }

    private func splitAfterSentence(
        _ line: AnalyzedArticle.Line, _ mark: Mark, in analyzed: AnalyzedArticle, into lines: inout [AnalyzedArticle.Line]
    ) {
        let rest = mark.tokens.upperBound + 1..<max(line.tokens.upperBound, mark.tokens.upperBound + 1)
        let end = rest.first { !analyzed.tokens[$0].gap.isDisjoint(with: [.fullStop, .mark]) } ?? line.tokens.upperBound
        var (before, after) = (line, line)
        before.tokens = line.tokens.lowerBound..<end
        before.zone = mark.marker.zone
        after.tokens = end..<line.tokens.upperBound
        after.followsBlankLine = false
        lines.append(before)
        if !after.tokens.isEmpty { lines.append(after) }
    }

    private func markLead(_ lines: inout [AnalyzedArticle.Line]) {
        guard let lead = lines.firstIndex(where: { $0.zone == .body && $0.tokens.count >= Self.minimumLeadTokens }) else { return }
        lines[lead].zone = .lead
    }
}
