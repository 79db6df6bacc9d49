import Analysis
import Diagnostics
import YAML

/// `markers: [{zone, opens, at, words}]` in one language: what begins page noise.
enum MarkersSection: PackSection {
    static let key = "markers"
    static let stage = 3
    static let scope = SectionScope.language

    static func read(_ node: YAMLNode, of pack: Pack, into builder: inout RuleSetBuilder) {
        guard let slot = builder.slot(of: pack) else { return }
        for item in builder.problems.list(node, key) {
            guard var reader = MapReader(item, "marker", builder.problems) else { continue }
            let zone = reader.required("zone").flatMap { node -> Zone? in builder.problems.choice(node, "zone") }
            let opens = reader.choice("opens", Marker.Extent.self) ?? .line
            let at = reader.choice("at", Marker.Position.self) ?? .start
            _ = reader.required("words")
            let words = reader.texts("words")
            reader.finish()
            guard let zone else { continue }
            for word in words {
                guard let text = word.scalar else { continue }
                do {
                    try builder.table.addMarker(text, language: slot, Marker(zone: zone, opens: opens, at: at))
                } catch {
                    builder.problems.report(.badTerm(text, error, at: word.range))
                }
            }
        }
    }
}
