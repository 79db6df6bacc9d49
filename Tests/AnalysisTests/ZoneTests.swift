import Analysis
import Articles
import Testing

@Suite struct ZoneTests {
    static let lead = "The minister arrived in the capital on Monday for two days of talks."
    static let paragraph = "He will meet the president there and sign three agreements on trade."

    private func lines(_ body: String, title: String = "") -> [String] {
        var world = SmallWorld()
        world.addMarker("read also", .related, .block)
        world.addMarker("source:", .caption, .line)
        world.addMarker("(photo", .caption, .line, .anywhere)
        world.addMarker("tags", .tags, .line)
        world.addMarker("share", .boilerplate, .line, .alone)
        world.addMarker("all rights reserved", .boilerplate, .line, .anywhere)
        return world.analyze(title: title, body, language: "en").lineTexts
    }

    private func zones(_ body: String) -> [String] { lines(body).map { String($0.prefix { $0 != ":" }) } }

    @Test func `the first full paragraph is the lead, and what follows the body`() {
        #expect(zones("Havana\n\(Self.lead)\n\(Self.paragraph)") == ["body", "lead", "body"])
        #expect(lines(Self.lead, title: "A title").first == "title: A title")
    }

    @Test func `a line marker takes its line only`() {
        #expect(zones("\(Self.lead)\nSource: an agency\n\(Self.paragraph)") == ["lead", "caption", "body"])
    }

    @Test func `a marker that ends with a colon needs one`() {
        #expect(zones("\(Self.lead)\nSource of the river found\n\(Self.paragraph)") == ["lead", "body", "body"])
    }

    @Test func `a marker that stands alone counts only as a whole line`() {
        #expect(zones("\(Self.lead)\nShare\n\(Self.paragraph)") == ["lead", "boilerplate", "body"])
        #expect(zones("\(Self.lead)\nShare prices fell\n\(Self.paragraph)") == ["lead", "body", "body"])
    }

    @Test func `a marker at the start counts only there`() {
        #expect(zones("\(Self.lead)\nPeople who read also write\n\(Self.paragraph)") == ["lead", "body", "body"])
    }

    @Test func `a marker inside a line cuts it`() {
        let found = lines("\(Self.lead) (Photo by an agency)\n\(Self.paragraph)")
        #expect(found == ["lead: \(Self.lead.dropLast())", "caption: Photo by an agency", "body: \(Self.paragraph.dropLast())"])
    }

    @Test func `noise glued to a title is cut from it`() {
        #expect(
            lines("x", title: "Talks in Havana All rights reserved") == [
                "title: Talks in Havana", "boilerplate: All rights reserved", "body: x",
            ])
    }

    @Test func `a block goes over the headlines that follow, up to the next paragraph`() {
        let body = "\(Self.lead)\nRead also\nOil price falls again\nA storm is near\n\(Self.paragraph)"
        #expect(zones(body) == ["lead", "related", "related", "related", "body"])
    }

    @Test func `a block marker with a headline on its line is noise by itself`() {
        #expect(zones("\(Self.lead)\nRead also: oil price falls again\n\(Self.paragraph)") == ["lead", "related", "body"])
    }

    @Test func `an article that tells again what a noise headline said belongs to that headline`() {
        let echo = "The storm that comes near the southern coast is the strongest of the year."
        let body = "\(Self.lead)\nRead also\nStorm comes near southern coast\n\(echo)\nMinisters will meet again soon, they said there."
        #expect(zones(body) == ["lead", "related", "related", "related", "related"])
    }

    @Test func `after the tags the page belongs to others`() {
        let body = "\(Self.lead)\nTags: talks, trade\nRead also\nA storm is near\n\(Self.paragraph)"
        #expect(zones(body) == ["lead", "tags", "related", "related", "related"])
    }

    @Test func `a menu is no text`() {
        #expect(zones("Home | World | Sport | Video\n\(Self.lead)\n\(Self.paragraph)") == ["boilerplate", "lead", "body"])
    }

    @Test func `a long line behind a line marker is noise only up to its first stop`() {
        let glued = "Source: an agency. " + Array(repeating: Self.paragraph, count: 5).joined(separator: " ")
        let found = lines("\(Self.lead)\n\(glued)")
        #expect(found.map { String($0.prefix { $0 != ":" }) } == ["lead", "caption", "body"])
        #expect(found[1] == "caption: Source: an agency")
    }

    @Test func `without a marker nothing is noise`() {
        let body = "\(Self.lead)\nA short line\n\nAnother headline here\n\(Self.paragraph)\nThe end"
        #expect(Set(zones(body)) == ["lead", "body"])
    }

    @Test func `the zones of one article are not carried over to the next`() {
        var world = SmallWorld()
        world.addMarker("read also", .related, .block)
        let analyzer = world.analyzer()
        var analyzed = AnalyzedArticle()
        analyzer.analyze(.init(id: "1", body: "Read also\nOil falls"), into: &analyzed)
        #expect(analyzed.lines.allSatisfy { $0.zone == .related } && analyzed.lines.count == 2)
        analyzer.analyze(.init(id: "2", body: "Oil falls"), into: &analyzed)
        #expect(analyzed.lineTexts == ["body: Oil falls"])
    }
}
