package import Analysis
package import Articles
package import Rules

/// Turns the matches of an article into alerts, one for each set of key fields.
package struct AlertRaiser {
    private let rules: RuleSet
    /// Nil to stamp alerts with the article's own time, so that the same input gives the same bytes.
    private let now: Timestamp?

    package init(rules: RuleSet, now: Timestamp? = nil) {
        self.rules = rules
        self.now = now
    }

    package func raise(_ matches: [Matcher.Match], of article: AnalyzedArticle) -> [Alert] {
        var alerts: [Alert] = []
        var index: [String: Int] = [:]
        for match in matches {
            let fields = match.event.map { EventFields(event: $0, rules: rules, article: article) }
            let id = id(of: match, fields, article)
            let evidence = match.evidence.map { piece(of: $0, article) }
            if let known = index[id] {
                // The mention that says most tells the story: `the minister` in the headline has a name in the text.
                if let fields, namedRoles(alerts[known]) < namedRoles(fields) {
                    let old = alerts[known].evidence
                    alerts[known] = alert(id, match, fields, old, article)
                }
                alerts[known].evidence += evidence
            } else {
                index[id] = alerts.count
                alerts.append(alert(id, match, fields, evidence, article))
            }
        }
        for position in alerts.indices {
            alerts[position].evidence = Set(alerts[position].evidence).sorted {
                ($0.field == .title ? 0 : 1, $0.start, $0.end) < ($1.field == .title ? 0 : 1, $1.start, $1.end)
            }
        }
        return alerts
    }

    private func namedRoles(_ alert: Alert) -> Int { alert.event?.roles.count { $0.entity != nil } ?? 0 }

    private func namedRoles(_ fields: EventFields) -> Int { fields.event.roles.count { $0?.person != nil } }

    private func id(of match: Matcher.Match, _ fields: EventFields?, _ article: AnalyzedArticle) -> String {
        var id = AlertID()
        id.add(match.rule.id)
        id.add(String(match.rule.header.revision))
        id.add(article.article.id)
        if let fields {
            for key in keys(of: match.rule, fields) {
                id.add(key)
                id.add(fields.key(key) ?? "")
            }
        }
        if let watch = match.watch {
            for key in match.rule.alerting.dedupe.isEmpty ? ["list", "entry"] : match.rule.alerting.dedupe {
                id.add(key)
                id.add(watch[key] ?? "")
            }
        }
        return id.text
    }

    /// The fields that tell two alerts of one article apart: as the rule says, or who, where and how real.
    private func keys(of rule: Rule, _ fields: EventFields) -> [String] {
        guard rule.alerting.dedupe.isEmpty else { return rule.alerting.dedupe }
        return fields.type.roles.flatMap { ["\($0.name).country", "\($0.name).office"] } + ["status"]
    }

    private func alert(
        _ id: String, _ match: Matcher.Match, _ fields: EventFields?, _ evidence: [Alert.Evidence], _ article: AnalyzedArticle
    ) -> Alert {
        let source = article.article
        return Alert(
            id: id, rule: match.rule.header, articleID: source.id, url: source.url, articleTitle: source.title, source: source.source,
            language: article.language?.code, published: source.published, event: fields.map(summary), watch: match.watch,
            evidence: evidence,
            message: MessageTemplate(match.rule.alerting.message ?? (match.watch == nil ? "{title}" : "{title}: {caption} ({score})"))
                .filled { field in
                    field == "title" ? match.rule.header.title : field == "article" ? source.title : fields?[field] ?? match.watch?[field]
                }, raised: now ?? source.published)
    }

    private func summary(_ fields: EventFields) -> Alert.EventSummary {
        var roles: [Alert.Role] = []
        for (role, mention) in zip(fields.type.roles, fields.event.roles) {
            if let mention { roles.append(self.role(role.name, mention, fields)) }
        }
        let attribution = fields.event.attribution
        return Alert.EventSummary(
            type: fields.type.id, status: fields.event.status.rawValue, date: fields.event.date?.description,
            attribution: attribution.kind.rawValue, speaker: attribution.speaker.map { role("by", $0, fields) }, roles: roles)
    }

    private func role(_ name: String, _ mention: Mention, _ fields: EventFields) -> Alert.Role {
        Alert.Role(
            name: name, text: fields.text(of: mention), entity: fields.value("entity", of: mention),
            office: fields.value("office", of: mention),
            portfolio: fields.value("portfolio", of: mention), country: fields.value("country", of: mention),
            region: fields.value("region", of: mention), body: fields.value("body", of: mention))
    }

    private func piece(of span: Range<Int>, _ article: AnalyzedArticle) -> Alert.Evidence {
        let place = article.place(of: span)
        return Alert.Evidence(field: place.field, start: place.bytes.lowerBound, end: place.bytes.upperBound, text: article.surface(span))
    }
}

/// A message with `{field}` to be filled in.
struct MessageTemplate {
    private let text: String

    init(_ text: String) { self.text = text }

    /// A field that nothing fills is told as `?`; braces that name no field stay as they are.
    func filled(_ value: (String) -> String?) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { break }
            result += rest[..<open]
            let name = rest[rest.index(after: open)..<close]
            result += name.isEmpty ? "{}" : value(String(name)) ?? "?"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
