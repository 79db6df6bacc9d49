import Articles
import Diagnostics
import YAML

/// `dates: {months: {1: […]}, weekdays: {1: […]}, relative: {"-1d": […]}, last: […], next: […], year: […]}` in one language.
enum DatesSection: PackSection {
    static let key = "dates"
    static let stage = 3
    static let scope = SectionScope.language

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        guard let slot = builder.slot(of: pack), var reader = MapReader(node, "dates", builder.problems) else { return }
        numbered("months", 1...12, &reader, slot, &builder) { .month($0) }
        numbered("weekdays", 1...7, &reader, slot, &builder) { .weekday($0) }
        numbered("hijri-months", 1...12, &reader, slot, &builder) { .hijriMonth($0) }
        numbered("days", 1...31, &reader, slot, &builder) { .day($0) }
        let parts = reader.value("parts").map { builder.problems.entries($0, "parts") } ?? []
        for entry in parts {
            guard let part: DatePeriod.Part = builder.problems.choice(entry.keyNode, "part of a period") else { continue }
            builder.addAll(builder.problems.texts(entry.value, "parts"), language: slot, meaning: .date(.part(part)))
        }
        let relative = reader.value("relative").map { builder.problems.entries($0, "relative") } ?? []
        for (text, keyNode, value) in relative {
            guard let unit = text.last.flatMap({ DateUnit(rawValue: String($0)) }), let count = Int(text.dropLast()) else {
                builder.problems.report(
                    .invalidValue(
                        text, of: "relative date", allowed: "a count and a unit, such as -1d, 0w, 2m, 1y", nearest: nil, at: keyNode.range))
                continue
            }
            builder.addAll(builder.problems.texts(value, "relative"), language: slot, meaning: .date(.relative(count, unit)))
        }
        for (key, word) in [("last", DateWord.last), ("next", .next), ("year", .year)] {
            builder.addAll(reader.texts(key), language: slot, meaning: .date(word))
        }
        reader.finish()
    }

    private static func numbered(
        _ key: String, _ range: ClosedRange<Int>, _ reader: inout MapReader, _ slot: Int, _ builder: inout RuleSetBuilder,
        _ word: (Int) -> DateWord
    ) {
        let entries = reader.value(key).map { builder.problems.entries($0, key) } ?? []
        for (text, keyNode, value) in entries {
            guard let number = Int(text), range.contains(number) else {
                builder.problems.report(
                    .invalidValue(
                        text, of: key, allowed: "a number from \(range.lowerBound) to \(range.upperBound)", nearest: nil, at: keyNode.range)
                )
                continue
            }
            builder.addAll(builder.problems.texts(value, key), language: slot, meaning: .date(word(number)))
        }
    }
}
