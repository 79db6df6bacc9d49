import Diagnostics
import YAML

/// Turns a query into the conditions that say the same as YAML.
///
/// One reader makes conditions of both forms, so that they cannot differ; a mistake inside a term is reported at its place in the query.
struct QueryCompiler {
    /// The language of the terms, with the place that names it; nil for terms of any language.
    let language: YAMLNode?
    let place: (Range<Int>) -> SourceRange

    /// A mapping as it stands under `match:`.
    func condition(_ query: Query) -> YAMLNode { mapping(entries(query), query) }

    private func entries(_ query: Query) -> [YAMLEntry] {
        switch query.kind {
        case .term(let term): [entry("terms", terms([term], query), query)]
        case .leaf(let key, let value): [entry(key, text(value, query), query)]
        case .and(let parts): conjunction(parts, query)
        case .or(let parts): alternatives(parts, query)
        case .not(let inner): [entry("none", list([condition(inner)], query), query)]
        case .near(let parts, let distance, let isOrdered):
            [entry("near", mapping(near(parts, distance, isOrdered, query), query), query)]
        case .within(let extent, let parts):
            [entry("all", list(parts.map(condition), query), query), entry("within", text(extent.rawValue, query), query)]
        case .part(let part, let inner): bounded(inner, by: bound(part, query))
        case .atLeast(let count, let inner): bounded(inner, by: entry("at-least", text(String(count), query), query))
        case .mixed, .mixedProximity: preconditionFailure("a query with two readings is reported, not compiled")
        }
    }

    private func conjunction(_ parts: [Query], _ query: Query) -> [YAMLEntry] {
        var (held, denied): ([Query], [Query]) = ([], [])
        for part in parts {
            if case .not(let inner) = part.kind { denied.append(inner) } else { held.append(part) }
        }
        var all = [entry("all", list(held.map(condition), query), query)]
        // One condition that must hold needs no list, unless it brings keys that would then bind the others as well.
        if held.count == 1, let only = held.first {
            let own = entries(only)
            if own.count == 1, own[0].name != "none" { all = own }
        }
        return denied.isEmpty ? all : all + [entry("none", list(denied.map(condition), query), query)]
    }

    /// Terms are gathered in one list.
    private func alternatives(_ parts: [Query], _ query: Query) -> [YAMLEntry] {
        let plain = parts.compactMap { part -> (QueryTerm, Query)? in if case .term(let term) = part.kind { (term, part) } else { nil } }
        let gathered = termList(plain.map { item($0.0, $0.1) }, query)
        guard plain.count < parts.count else { return [entry("terms", gathered, query)] }
        var conditions: [YAMLNode] = []
        var hasTerms = false
        for part in parts {
            guard case .term = part.kind else {
                conditions.append(condition(part))
                continue
            }
            if !hasTerms { conditions.append(mapping([entry("terms", gathered, query)], query)) }
            hasTerms = true
        }
        return [entry("any", list(conditions, query), query)]
    }

    private func near(_ parts: [Query], _ distance: Int, _ isOrdered: Bool, _ query: Query) -> [YAMLEntry] {
        var entries = [entry("of", list(parts.map(condition), query), query), entry("distance", text(String(distance), query), query)]
        if isOrdered { entries.append(entry("ordered", text("true", query), query)) }
        return entries
    }

    private func bounded(_ inner: Query, by bound: YAMLEntry) -> [YAMLEntry] {
        let own = entries(inner)
        if own.count == 1 { return own + [bound] }
        return [entry("all", list([condition(inner)], inner), inner), bound]
    }

    private func bound(_ part: QueryPart, _ query: Query) -> YAMLEntry {
        switch part {
        case .title, .lead: entry("within", text(part.rawValue, query), query)
        case .body: entry("scope", list([text("lead", query), text("body", query)], query), query)
        }
    }

    // MARK: Nodes

    private func terms(_ terms: [QueryTerm], _ query: Query) -> YAMLNode { termList(terms.map { item($0, query) }, query) }

    private func item(_ term: QueryTerm, _ query: Query) -> YAMLNode { text(term.yaml, query) }

    private func termList(_ items: [YAMLNode], _ query: Query) -> YAMLNode {
        let list = list(items, query)
        return language.map { YAMLNode(.mapping([YAMLEntry(key: $0, value: list)]), style: .flow, range: list.range) } ?? list
    }

    private func entry(_ key: String, _ value: YAMLNode, _ query: Query) -> YAMLEntry { YAMLEntry(key: text(key, query), value: value) }

    private func text(_ text: String, _ query: Query) -> YAMLNode {
        YAMLNode(.scalar(text), style: .plain, range: place(query.bytes))
    }

    private func list(_ items: [YAMLNode], _ query: Query) -> YAMLNode {
        YAMLNode(.sequence(items), style: .flow, range: place(query.bytes))
    }

    private func mapping(_ entries: [YAMLEntry], _ query: Query) -> YAMLNode {
        YAMLNode(.mapping(entries), style: .flow, range: place(query.bytes))
    }
}
