/// What authors who know other tools write, and how it is called here.
///
/// Sigma, YARA, Lucene, Elasticsearch and media monitors have these words for the same things.
let foreignWords: [String: [String]] = [
    "and": ["all"], "must": ["all"], "or": ["any"], "should": ["any"], "not": ["none"], "must_not": ["none"], "must-not": ["none"],
    "except": ["exclude", "none"], "filter": ["exclude"], "without": ["none"], "unless": ["exclude"], "exclusions": ["exclude"],
    "keywords": ["terms"], "keyword": ["terms"], "words": ["terms"], "strings": ["terms"], "phrase": ["terms"], "regex": ["terms"],
    "text": ["terms", "body"], "pattern": ["terms"], "dictionary": ["lexicon"], "proximity": ["near"], "slop": ["distance"],
    "name": ["title"], "description": ["title"], "label": ["title"], "headline": ["title"], "header": ["title"], "content": ["body"],
    "severity": ["level"], "priority": ["level"], "state": ["status"], "lang": ["language", "languages"], "locale": ["language"],
    "detection": ["match"], "condition": ["match"], "conditions": ["match"], "query": ["match"], "trigger": ["event"],
    "kind": ["type"], "who": ["actor"], "subject": ["actor"], "agent": ["actor"], "visitor": ["actor"], "where": ["destination"],
    "place": ["destination"], "location": ["destination"], "to": ["destination"], "target": ["recipient", "destination"],
    "object": ["recipient", "destination"], "role": ["office"], "position": ["office"], "post": ["office"], "ministry": ["portfolio"],
    "nation": ["country"], "area": ["region"], "continent": ["region"], "organization": ["body"], "organisation": ["body"],
    "positive": ["match"], "negative": ["no-match"], "expected": ["expect"], "reason": ["because"], "date": ["published"],
    "throttle": ["quiet"], "cooldown": ["quiet"], "silence": ["quiet"], "suppress": ["quiet"], "group-by": ["dedupe"],
    "minimum_should_match": ["some"], "minimum-should-match": ["some"], "1 of them": ["any"], "all of them": ["all"], "2 of them": ["some"],
    "max_gaps": ["distance"], "in_order": ["ordered"], "inorder": ["ordered"], "span_near": ["near"], "intervals": ["near"],
    "all_of": ["all"],
    "any_of": ["any"], "none_of": ["none"], "not_containing": ["not-containing"], "not_contained_by": ["exclude"], "selection": ["match"],
    "minimum": ["at-least"], "count": ["at-least"], "import": ["use"], "imports": ["use"], "include": ["use"], "version": ["schema"],
    "urgent": ["critical"], "normal": ["medium"], "warning": ["medium"], "error": ["high"], "info": ["informational"],
    "done": ["completed"], "finished": ["completed"], "future": ["planned"], "announced": ["planned"], "canceled": ["cancelled"],
    "sentences": ["sentence"], "document": ["article"], "draft": ["experimental"], "production": ["stable"],
]

/// The word that is meant here by one of another tool.
func ownWord(for word: String, among known: some Sequence<String>) -> String? {
    guard let candidates = foreignWords[word.lowercased()] ?? translations(of: word) else { return nil }
    let known = Set(known)
    return candidates.first(where: known.contains)
}
