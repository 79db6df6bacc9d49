import Articles

extension CivilDate {
    /// `19/02/2024` as `2024-02-19`; nil where day and month cannot be told apart.
    static func reordered(_ text: String) -> String? {
        let parts = text.split { "/.-".contains($0) }.compactMap { Int($0) }
        guard parts.count == 3, (1900...2200).contains(parts[2]), let (day, month) = dayAndMonth(parts[0], parts[1]) else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date = "\(parts[2])-\(two(month))-\(two(day))"
        return CivilDate(date) == nil ? nil : date
    }

    private static func dayAndMonth(_ first: Int, _ second: Int) -> (Int, Int)? {
        if first > 12, (1...12).contains(second) { return (first, second) }
        if second > 12, (1...12).contains(first) { return (second, first) }
        return first == second ? (first, second) : nil
    }
}
