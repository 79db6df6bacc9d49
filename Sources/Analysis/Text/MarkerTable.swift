/// The markers by term; asked for every hit, of which few are any.
struct MarkerTable: Sendable {
    /// Position in ``markers`` plus one, by term.
    private let positions: [UInt16]
    private let markers: [Marker]

    init(_ markerOfTerm: [TermID: Marker], termCount: Int) {
        var positions = [UInt16](repeating: 0, count: termCount)
        var markers: [Marker] = []
        var known: [String: UInt16] = [:]
        for (term, marker) in markerOfTerm {
            let name = "\(marker.zone) \(marker.opens) \(marker.at)"
            let position =
                known[name]
                ?? {
                    markers.append(marker)
                    return UInt16(markers.count)
                }()
            known[name] = position
            positions[Int(term)] = position
        }
        self.positions = positions
        self.markers = markers
    }

    @inline(__always)
    subscript(_ term: TermID) -> Marker? {
        let position = positions[Int(term)]
        return position == 0 ? nil : markers[Int(position) - 1]
    }
}
