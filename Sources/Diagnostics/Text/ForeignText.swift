/// A line of ours with text of others in back-quotes, for a terminal: nothing in it can move the cursor or reorder the line.
package func harmlessLine(_ text: String) -> String { harmless(text) }

/// Text of an article or an author, isolated as a whole and on one line.
///
/// - Parameter maximumScalars: more is cut off, with `…` in its place.
package func isolatedLine(_ text: String, maximumScalars: Int = .max) -> String {
    var result = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
        guard count < maximumScalars else { return isolated(String(result) + "…") }
        count += 1
        // A line break is a blank to whoever reads a text on one line.
        if scalar == "\n" || scalar == "\r" || scalar == "\t" {
            result.append(" ")
        } else {
            result.append(contentsOf: escape([scalar]).unicodeScalars)
        }
    }
    return isolated(String(result))
}

/// Words of an author without back-quotes, such as a label or an id, isolated where they run from right to left.
package func harmlessWords(_ text: String) -> String { harmlessPath(text) }
