/// Counts of right and wrong answers, and what they come to.
package struct Score: Sendable, Codable, Equatable {
    package var truePositives = 0
    package var falsePositives = 0
    package var falseNegatives = 0

    enum CodingKeys: String, CodingKey {
        case truePositives = "tp"
        case falsePositives = "fp"
        case falseNegatives = "fn"
    }

    package init() {}

    /// Of what was reported, the part that is right; nil when nothing was reported.
    package var precision: Double? { ratio(truePositives, truePositives + falsePositives) }
    /// Of what was to be reported, the part that was; nil when nothing was to be.
    package var recall: Double? { ratio(truePositives, truePositives + falseNegatives) }
    /// The harmonic mean of both; nil when nothing was reported and nothing was to be.
    package var f1: Double? { ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives) }

    package static func += (left: inout Score, right: Score) {
        left.truePositives += right.truePositives
        left.falsePositives += right.falsePositives
        left.falseNegatives += right.falseNegatives
    }

    private func ratio(_ part: Int, _ whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }
}
