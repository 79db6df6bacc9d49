import Diagnostics

/// Pairs the nodes of a mapping, and leaves out the pairs whose key is of no use.
enum MappingReader {
    /// Keys of smaller mappings are compared with each other, which is faster than a table.
    private static let smallMapping = 12

    /// - Parameter nodes: key, value, key, value …
    /// - Complexity: O(*nodes*).
    static func entries(of nodes: [YAMLNode], _ log: inout ProblemLog) -> [YAMLEntry] {
        var entries: [YAMLEntry] = []
        entries.reserveCapacity(nodes.count / 2)
        var known: [String: Int] = [:]
        let isSmall = nodes.count / 2 <= smallMapping
        for index in stride(from: 0, to: nodes.count - 1, by: 2) {
            guard let name = name(of: nodes[index], &log) else { continue }
            let first = isSmall ? entries.firstIndex { $0.key.scalar == name } : known[name]
            if let first {
                log.add(.duplicateKey(name, at: nodes[index].range, first: entries[first].key.range))
                continue
            }
            if !isSmall { known[name] = entries.count }
            entries.append(YAMLEntry(key: nodes[index], value: nodes[index + 1]))
        }
        return entries
    }

    private static func name(of key: YAMLNode, _ log: inout ProblemLog) -> String? {
        guard let name = key.scalar else {
            log.add(.keyIsNoText(at: key.range))
            return nil
        }
        if key.isRefused { return nil }
        if name == "<<", key.style == .plain {
            log.add(.mergeKey(at: key.range))
            return nil
        }
        return name
    }
}
