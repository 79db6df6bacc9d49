import Articles
import Rules

extension Alert {
    /// The alert as one JSON object on one line.
    package var json: String {
        var json = JSONText()
        json.object { json in
            json.field("id", id)
            json.key("rule")
            json.object(writeRule)
            json.key("article")
            json.object(writeArticle)
            json.key("event")
            if let event { json.object { write(event, &$0) } } else { json.value(nil) }
            if let watch {
                json.key("watch")
                json.object { write(watch, &$0) }
            }
            json.key("evidence")
            json.array(evidence) { json, piece in
                json.object { json in
                    json.field("field", piece.field.rawValue)
                    json.key("start")
                    json.value(piece.start)
                    json.key("end")
                    json.value(piece.end)
                    json.field("text", piece.text)
                }
            }
            json.field("message", message)
            json.field("raised", raised?.description)
        }
        return json.text
    }

    private func writeRule(_ json: inout JSONText) {
        json.field("id", rule.id)
        json.field("title", rule.title)
        json.field("level", rule.level.rawValue)
        json.key("tags")
        json.array(rule.tags) { $0.value($1) }
        json.key("revision")
        json.value(rule.revision)
    }

    private func writeArticle(_ json: inout JSONText) {
        json.field("id", articleID)
        json.field("url", url)
        json.field("title", articleTitle)
        json.field("source", source)
        json.field("lang", language)
        json.field("published", published?.description)
    }

    private func write(_ watch: WatchSummary, _ json: inout JSONText) {
        json.field("list", watch.list)
        json.field("entry", watch.entry)
        json.field("caption", watch.caption)
        json.field("name", watch.name)
        json.key("score")
        json.value(hundredths: watch.score)
        json.field("reason", watch.reason)
    }

    private func write(_ event: EventSummary, _ json: inout JSONText) {
        json.field("type", event.type)
        json.field("status", event.status)
        json.field("date", event.date)
        json.key("attribution")
        json.object { json in
            json.field("kind", event.attribution)
            if let speaker = event.speaker { write(speaker, &json) }
        }
        json.key("roles")
        json.object { json in for role in event.roles { write(role, &json) } }
    }

    private func write(_ role: Role, _ json: inout JSONText) {
        json.key(role.name)
        json.object { json in
            json.field("text", role.text)
            let optional = [
                ("entity", role.entity), ("office", role.office), ("portfolio", role.portfolio), ("country", role.country),
                ("region", role.region), ("body", role.body),
            ]
            for (name, value) in optional where value != nil { json.field(name, value) }
        }
    }
}
