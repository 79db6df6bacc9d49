import Diagnostics

/// Makes a tree of events, and refuses what rule files have no use for.
///
/// Never recurses: the nodes that are read wait in a stack of collections that have not ended.
struct TreeBuilder {
    /// Real rules need ten levels. A bound on depth is also what makes it safe to walk and free a tree by recursion.
    static let maximumDepth = 64

    private struct Opening {
        let event: Event
        let start: Int
        /// What stands in it so far; in a mapping key, value, key, value …
        var children: [YAMLNode] = []
    }

    private let file: SourceFile
    private(set) var log: ProblemLog
    private var open: [Opening] = []
    private var root: YAMLNode?
    private var firstDocument: SourceRange?

    init(file: SourceFile, log: ProblemLog) {
        self.file = file
        self.log = log
    }

    mutating func build(from events: consuming EventReader) -> YAMLNode? {
        do throws(SyntaxFailure) {
            while true {
                let event = try events.next()
                if case .streamEnd = event.kind { break }
                guard take(event) else { return nil }
            }
        } catch {
            log.add(FailureReading(error, in: file).problem)
            return nil
        }
        guard let root, !root.isAbsent || !log.isEmpty else {
            log.add(.emptyFile(at: file.beginning))
            return nil
        }
        return root
    }

    /// - Returns: false if it is no use to go on.
    private mutating func take(_ event: Event) -> Bool {
        switch event.kind {
        case .nothing, .streamEnd: break
        case .documentStart: beginDocument(event)
        case .alias:
            log.add(.alias(at: file.range(event.range)))
            add(YAMLNode(.scalar(""), style: .refused, range: file.range(event.range)))
        case .scalar(let text):
            add(YAMLNode(.scalar(text), style: event.style, range: file.range(start(of: event)..<event.range.upperBound)))
        case .sequenceStart, .mappingStart:
            let start = start(of: event)
            guard open.count < Self.maximumDepth else {
                log.add(.deepNesting(at: file.range(start..<start + 1)))
                return false
            }
            open.append(Opening(event: event, start: start))
        case .collectionEnd: close(at: event.range.upperBound)
        }
        return true
    }

    private mutating func beginDocument(_ event: Event) {
        let place = file.range(event.range)
        if let firstDocument { log.add(.severalDocuments(at: place, first: firstDocument)) } else { firstDocument = place }
    }

    private mutating func add(_ node: YAMLNode) {
        if open.isEmpty { root = root ?? node } else { open[open.count - 1].children.append(node) }
    }

    /// - Returns: where the value begins, behind anchor and tag, which are reported.
    private mutating func start(of event: Event) -> Int {
        guard event.hasProperties else { return event.range.lowerBound }
        // The event ends with the scalar, with the bracket, or before the first child, whose properties are its own.
        let properties = NodeProperties(file.bytes, in: event.range)
        if let anchor = properties.anchor { log.add(.anchor(at: file.range(anchor))) }
        if let tag = properties.tag { log.add(.tag(at: file.range(tag))) }
        return properties.valueStart
    }

    private mutating func close(at end: Int) {
        guard let opening = open.popLast() else { return }
        // libyaml ends a block at whatever follows it, often many lines of comments later.
        let isFlow = opening.event.style == .flow
        let range = file.range(opening.start..<max(opening.start, isFlow ? end : opening.children.last?.range.end ?? end))
        let content: YAMLNode.Content
        if case .mappingStart = opening.event.kind {
            content = .mapping(MappingReader.entries(of: opening.children, &log))
        } else {
            content = .sequence(opening.children)
        }
        add(YAMLNode(content, style: opening.event.style, range: range))
    }
}
