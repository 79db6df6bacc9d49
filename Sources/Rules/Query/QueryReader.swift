import YAML

/// Reads `query: …`: a text, or a text for each language.
enum QueryReader {
    /// - Returns: the query, if nothing is wrong with it; otherwise the problems have been told.
    static func query(_ node: YAMLNode, _ problems: Problems) -> (query: Query, log: QueryLog)? {
        guard let text = node.scalar else {
            problems.report(.wrongType(of: "query", expected: "a text, or a text for each language", found: node.kindName, at: node.range))
            return nil
        }
        guard !node.isRefused else { return nil }
        var log = QueryLog(node, problems.wording)
        let query = QueryParser.parse(text, &log)
        if let query, log.problems.allSatisfy(\.keepsStructure) { QueryChecker.check(query, &log) }
        for problem in log.problems { problems.report(problem) }
        guard let query, log.isEmpty else { return nil }
        return (query, log)
    }

    /// The query as the conditions that say the same; several when it is given for several languages, of which any may hold.
    static func conditions(_ node: YAMLNode, _ problems: Problems) -> [YAMLNode] {
        guard let entries = node.entries else { return condition(node, language: nil, problems).map { [$0] } ?? [] }
        if entries.isEmpty { problems.report(.emptyValue("query", at: node.range)) }
        return entries.compactMap { condition($0.value, language: $0.key, problems) }
    }

    private static func condition(_ node: YAMLNode, language: YAMLNode?, _ problems: Problems) -> YAMLNode? {
        guard let (query, log) = query(node, problems) else { return nil }
        return QueryCompiler(language: language, place: log.place).condition(query)
    }
}
