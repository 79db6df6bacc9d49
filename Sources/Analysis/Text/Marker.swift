/// Words by which a page says that what follows is not its article.
package struct Marker: Sendable {
    /// How much of the page they open.
    package enum Extent: String, Sendable, CaseIterable {
        /// To the end of the line.
        case line
        /// Over the headlines and articles that follow.
        case block
    }

    package enum Position: String, Sendable, CaseIterable {
        /// At the start of a line.
        case start
        /// As the whole line.
        case alone
        case anywhere
    }

    package let zone: Zone
    package let opens: Extent
    package let at: Position

    package init(zone: Zone, opens: Extent, at: Position) {
        self.zone = zone
        self.opens = opens
        self.at = at
    }
}
