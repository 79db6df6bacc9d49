/// Finds what a query that can be read must not say.
struct QueryChecker {
    private(set) var log: QueryLog
    private let root: Query

    static func check(_ query: Query, _ log: inout QueryLog) {
        var checker = QueryChecker(log: log, root: query)
        checker.visit(query)
        if checker.isDenied(query) { checker.log.add(.onlyDenied(.alone, at: checker.log.place(query.bytes))) }
        log = checker.log
    }

    private init(log: QueryLog, root: Query) {
        self.log = log
        self.root = root
    }

    private func isDenied(_ query: Query) -> Bool { if case .not = query.kind { true } else { false } }

    private mutating func visit(_ query: Query) {
        switch query.kind {
        case .term, .leaf: break
        case .and(let parts):
            parts.forEach { visit($0) }
            if parts.allSatisfy(isDenied) { log.add(.onlyDenied(.all, at: log.place(query.bytes))) }
        case .or(let parts):
            for part in parts {
                visit(part)
                if isDenied(part) { log.add(.onlyDenied(.alternative, at: log.place(part.bytes))) }
            }
        case .not(let inner):
            visit(inner)
            if isDenied(inner) { log.add(.onlyDenied(.twice, at: log.place(query.bytes))) }
        case .near(let parts, _, _):
            parts.forEach { visit($0) }
            checkPlaces(of: query, parts)
        case .within(_, let parts):
            for part in parts {
                visit(part)
                if containsDenial(part) { log.add(.deniedProximity(name(of: query), at: log.place(part.bytes))) }
            }
        case .part(let part, let inner):
            visit(inner)
            if isDenied(inner) { log.add(.onlyDenied(.inPart(part.rawValue), at: log.place(query.bytes))) }
        case .atLeast(let count, let inner):
            visit(inner)
            if !hasCountablePlaces(inner) { log.add(.uncountable(count, at: log.place(inner.bytes))) }
        case .mixed(let parts, _):
            parts.forEach { visit($0) }
            log.add(.mixed(readings(of: query), at: log.place(query.bytes)))
        case .mixedProximity(let parts, _):
            parts.forEach { visit($0) }
            log.add(.mixedProximity(readings(of: query), at: log.place(query.bytes)))
        }
    }

    private func name(of query: Query) -> String {
        switch query.kind {
        case .near(_, let distance, let isOrdered): QueryOperator.proximity(.words(distance, isOrdered: isOrdered)).name
        case .within(let extent, _): QueryOperator.proximity(.within(extent)).name
        case .term, .leaf, .and, .or, .not, .part, .atLeast, .mixed, .mixedProximity: ""
        }
    }

    private func named(_ query: Query) -> String { if case .within = query.kind { name(of: query) } else { "AND" } }

    /// NEAR measures between places, which AND and NOT do not have.
    private mutating func checkPlaces(of query: Query, _ parts: [Query]) {
        for (position, part) in parts.enumerated() {
            if containsDenial(part) {
                log.add(.deniedProximity(name(of: query), at: log.place(part.bytes)))
            } else if let inner = conjunction(in: part) {
                log.add(.andInNear(named(inner), name(of: query), distributed(query, position), at: log.place(inner.bytes)))
            }
        }
    }

    /// What `(a AND b) NEAR/3 c` can mean, in full; nil where AND stands deeper.
    private func distributed(_ query: Query, _ position: Int) -> [String] {
        guard query.bytes.count <= Self.maximumReading, !log.isFull, case .near(let parts, let distance, let isOrdered) = query.kind,
            case .and(let inner) = parts[position].kind
        else {
            return []
        }
        let spread = inner.map { part in
            Query(
                .near(parts.enumerated().map { $0.offset == position ? part : $0.element }, distance: distance, isOrdered: isOrdered),
                part.bytes)
        }
        let flat = parts.enumerated().flatMap { $0.offset == position ? inner : [$0.element] }
        let readings = [Query(.and(spread), query.bytes), Query(.near(flat, distance: distance, isOrdered: isOrdered), query.bytes)]
        return readings.map { QueryPrinter().print($0) }
    }

    private func conjunction(in query: Query) -> Query? {
        switch query.kind {
        case .and, .within: query
        case .or(let parts), .near(let parts, _, _): parts.lazy.compactMap { conjunction(in: $0) }.first
        case .part(_, let inner), .atLeast(_, let inner), .not(let inner): conjunction(in: inner)
        case .term, .leaf, .mixed, .mixedProximity: nil
        }
    }

    private func containsDenial(_ query: Query) -> Bool {
        switch query.kind {
        case .not: true
        case .and(let parts), .or(let parts), .near(let parts, _, _), .within(_, let parts), .mixed(let parts, _),
            .mixedProximity(let parts, _):
            parts.contains { containsDenial($0) }
        case .part(_, let inner), .atLeast(_, let inner): containsDenial(inner)
        case .term, .leaf: false
        }
    }

    /// Each of its places is one occurrence; those of NEAR would count twice.
    private func hasCountablePlaces(_ query: Query) -> Bool {
        switch query.kind {
        case .term, .leaf, .mixed, .mixedProximity: true
        case .or(let parts): parts.allSatisfy { hasCountablePlaces($0) }
        case .part(_, let inner): hasCountablePlaces(inner)
        case .and, .not, .near, .within, .atLeast: false
        }
    }

    /// Readings of longer queries are shown without what surrounds them, or not at all. Bytes of the query.
    private static let maximumReading = 400

    /// The whole query as it may have been meant.
    private func readings(of query: Query) -> [String] {
        guard let shown = [root, query].first(where: { $0.bytes.count <= Self.maximumReading }), !log.isFull else { return [] }
        return QueryPrinter.Side.allCases.map { QueryPrinter(side: $0).print(shown) }
    }
}
