/// The lines of source of one diagnostic, with its labels under them.
struct SourceFrame {
    private(set) var lines: [String] = []
    private let diagnostic: Diagnostic
    private let palette: Palette
    /// Digits of the greatest line number.
    private let digits: Int

    init(_ diagnostic: Diagnostic, palette: Palette) {
        self.diagnostic = diagnostic
        self.palette = palette
        let greatest = ([diagnostic.primary] + diagnostic.secondary).map(\.range.line).max() ?? 1
        digits = String(greatest).count
    }

    /// An empty gutter, then `mark`.
    func margin(_ mark: String) -> String { String(repeating: " ", count: digits + 1) + palette.paint(mark, as: .gutter) }

    /// The file of the primary label comes first, the others in the order of their paths.
    mutating func draw() {
        let main = diagnostic.range.path
        let labels = [diagnostic.primary] + diagnostic.secondary
        draw(labels.filter { $0.range.path == main }, arrow: "--> ", at: diagnostic.range)
        for (_, others) in Dictionary(grouping: labels.filter { $0.range.path != main }, by: \.range.path).sorted(by: { $0.key < $1.key }) {
            draw(others, arrow: "::: ", at: others[0].range)
        }
    }

    private mutating func draw(_ labels: [Diagnostic.Label], arrow: String, at place: SourceRange) {
        draw(arrow: arrow, at: place)
        guard !place.file.bytes.isEmpty else { return draw(onlyTextsOf: labels) }
        lines.append(margin("|"))
        let byLine = Dictionary(grouping: labels, by: \.range.line).sorted { $0.key < $1.key }
        for (index, (line, labels)) in byLine.enumerated() {
            if index > 0, line > byLine[index - 1].key + 1 { lines.append(palette.paint("...", as: .gutter)) }
            draw(line: line, labels: labels.sorted { $0.range.start < $1.range.start }, known: place)
        }
    }

    private mutating func draw(arrow: String, at place: SourceRange) {
        let position = place.position
        lines.append(
            String(repeating: " ", count: digits) + palette.paint(arrow, as: .gutter)
                + "\(harmlessPath(place.path)):\(position.line):\(position.column)")
    }

    private mutating func draw(onlyTextsOf labels: [Diagnostic.Label]) {
        for label in labels where !label.text.isEmpty { lines.append(margin("= ") + harmless(label.text)) }
    }

    private mutating func draw(line: Int, labels: [Diagnostic.Label], known: SourceRange) {
        let file = labels[0].range.file
        let bytes = file.bytes(ofLine: line)
        if labels.contains(where: { ShownLine.hasRightToLeft(near: $0.range.start, in: bytes, of: file) }) {
            if let shown = ShownLine(before: labels, in: bytes, of: file) {
                draw(source: shown.text, line: line)
                for label in labels { draw(marker: label, under: shown, in: bytes) }
                return
            }
            for label in labels { draw(isolated: label, line: line, in: bytes, known: known) }
        } else if let shown = ShownLine(whole: bytes, of: file) {
            draw(source: shown.text, line: line)
            for label in labels { draw(marker: label, under: shown, in: bytes) }
        } else {
            for label in labels {
                let shown = ShownLine(around: label.range.start, in: bytes, of: file)
                draw(source: shown.text, line: line)
                draw(marker: label, under: shown, in: bytes)
            }
        }
    }

    private mutating func draw(source: String, line: Int) {
        let number = String(line)
        let gutter = String(repeating: " ", count: digits - number.count) + number + " |"
        lines.append(palette.paint(gutter, as: .gutter) + (source.isEmpty ? "" : " " + source))
    }

    /// Carets under the first line of the label's range.
    private mutating func draw(marker label: Diagnostic.Label, under shown: ShownLine, in line: Range<Int>) {
        let start = shown.column(of: label.range.start)
        let end = shown.column(of: min(label.range.end, line.upperBound))
        let isPrimary = label == diagnostic.primary
        let marks = String(repeating: isPrimary ? "^" : "-", count: max(1, end - start))
        let text = label.text.isEmpty ? marks : marks + " " + harmless(label.text)
        let role = isPrimary ? Palette.Role.severity(diagnostic.severity) : .secondary
        lines.append(margin("|") + String(repeating: " ", count: start + 1) + palette.paint(text, as: role))
        let value = label.range.file.text(label.range.bytes.clamped(to: line)).unicodeScalars
        // What is escaped in the line shows its number there.
        draw(codePointsOf: value) { $0.isInvisible && !$0.mustBeEscaped }
    }

    /// For what looks like something else, or like nothing.
    private mutating func draw(codePointsOf value: String.UnicodeScalarView, where isHidden: (Unicode.Scalar) -> Bool) {
        guard value.contains(where: isHidden) || value.mixesScripts else { return }
        lines.append(margin("|") + " " + value.prefix(ShownLine.maximumCharacters / 2).map(\.codePoint).joined(separator: " "))
    }

    /// The value alone, for a line that a terminal would reorder.
    private mutating func draw(isolated label: Diagnostic.Label, line: Int, in bytes: Range<Int>, known: SourceRange) {
        if label.range != known { draw(arrow: "::: ", at: label.range) }
        let value = isolatedValue(of: label.range, in: bytes)
        let limit = ShownLine.maximumCharacters / 2
        draw(source: isolated(escape(value.prefix(limit)) + (value.count > limit ? "…" : "")), line: line)
        draw(codePointsOf: value, where: \.isInvisible)
        let role = label == diagnostic.primary ? Palette.Role.severity(diagnostic.severity) : .secondary
        if !label.text.isEmpty { lines.append(margin("|") + " " + palette.paint(harmless(label.text), as: role)) }
    }

    private func isolatedValue(of range: SourceRange, in line: Range<Int>) -> String.UnicodeScalarView {
        func text(to end: Int) -> String.UnicodeScalarView {
            let bound = min(end, line.upperBound, range.start + ShownLine.scannedBytes)
            return range.file.text(range.start..<max(range.start, bound)).unicodeScalars
        }
        let value = text(to: range.end)
        // A colon alone, or an empty place, tells nothing without the caret: what follows it is shown too.
        let tells = value.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil || $0.isInvisible }
        return tells ? value : text(to: line.upperBound)
    }
}
