extension Correlation {
    /// What it waits for, as a person would say it.
    package var sentence: String {
        let names = slots.map { "`\($0.written)`" }
        let group = groupBy.isEmpty ? "" : " of the same \(groupBy.map { "`\($0)`" }.joined(separator: ", "))"
        let independent = counting.independentBy.map { ", each of another \($0.rawValue)" } ?? ""
        return switch kind {
        case .eventCount:
            "\(counting.threshold) articles that match \(names.joined(separator: " or "))\(group)\(independent), \(frame)"
        case .valueCount:
            "\(counting.threshold) different values of `\(counting.field ?? "")` among matches of \(names.joined(separator: " or "))\(group)\(independent), \(frame)"
        case .temporal: "matches of \(names.joined(separator: " and "))\(group), \(frame)"
        case .temporalOrdered: "matches of \(names.joined(separator: ", then "))\(group), \(frame)"
        case .absence:
            slots.count == 1
                ? "no further match of \(names[0])\(group) for \(Offset(window.timespan ?? 0)) after one"
                : "a match of \(names[0])\(group), and none of \(names[slots.count - 1]) for \(Offset(window.timespan ?? 0)) after it"
        }
    }

    private var frame: String {
        switch window.shape {
        case .sliding: "within \(Offset(window.timespan ?? 0))"
        case .tumbling: "in one window of \(Offset(window.timespan ?? 0))"
        case .session: "with less than \(Offset(window.gap ?? 0)) between them"
        }
    }
}

/// Seconds, as authors write spans of time: `1d12h`, `90s`, `0s`.
struct Offset: CustomStringConvertible {
    let seconds: Int

    init(_ seconds: Int) { self.seconds = seconds }

    /// The greatest that may be written: ten years.
    private static let maximum = 3660 * 86_400
    private static let units: [(name: Character, seconds: Int)] = [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)]

    /// - Returns: nil unless `text` is numbers with units, larger units first.
    init?(_ text: String) {
        var (total, digits) = (0, "")
        var left = Self.units[...]
        for character in text {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            guard let unit = left.firstIndex(where: { $0.name == character }), let count = Int(digits), count <= Self.maximum else {
                return nil
            }
            total += count * left[unit].seconds
            left = left[(unit + 1)...]
            digits = ""
            guard total <= Self.maximum else { return nil }
        }
        guard digits.isEmpty, !text.isEmpty else { return nil }
        seconds = total
    }

    var description: String {
        var (rest, text) = (abs(seconds), seconds < 0 ? "-" : "")
        for unit in Self.units where rest >= unit.seconds {
            text += "\(rest / unit.seconds)\(unit.name)"
            rest %= unit.seconds
        }
        return text.isEmpty ? "0s" : text
    }
}
