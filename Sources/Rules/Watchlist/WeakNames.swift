import Analysis
import Articles

/// Decides whether a weak name counts where it stands.
struct WeakNameJudge {
    let rules: RuleSet
    let article: AnalyzedArticle
    let entry: NameEntry

    /// Words between the name and what speaks for it.
    static let distance = 5

    /// - Returns: what speaks for it: a word of its country, or of an office that it held on the day; nil when nothing does.
    func context(of range: Range<Int>) -> String? {
        guard !entry.countries.isEmpty || !entry.offices.isEmpty, let sentence = sentence(of: range) else { return nil }
        let day = article.article.published?.date
        let held = entry.offices.filter { tenure in day.map { tenure.holds(on: $0) } ?? true }
        let countries = entry.countries.union(held.compactMap(\.country))
        var office: Range<Int>?
        var foreign: Range<Int>?
        for hit in article.hits {
            let near = Int(hit.start)..<Int(hit.end)
            guard sentence.overlaps(near), !near.overlaps(range), distance(near, range) <= Self.distance else { continue }
            for meaning in rules.meanings(of: hit.term) {
                switch meaning {
                case .place(let country, _), .adjective(let country):
                    if countries.contains(country) { return article.surface(near) }
                    foreign = near
                case .officeHead(let head):
                    if held.contains(where: { $0.office == self.office(ofHead: head) }) { office = near }
                default: break
                }
            }
        }
        // “Ukrainian minister Petrov” is not the Russian one.
        return foreign == nil ? office.map { article.surface($0) } : nil
    }

    private func sentence(of range: Range<Int>) -> Range<Int>? {
        guard range.lowerBound < article.sentenceOfToken.count else { return nil }
        return article.sentences[Int(article.sentenceOfToken[range.lowerBound])].tokens
    }

    private func office(ofHead head: Int) -> Int? {
        guard let slot = article.languageSlot, slot < rules.knowledge.languages.count else { return nil }
        let heads = rules.knowledge.languages[slot].officeHeads
        return heads.indices.contains(head) ? heads[head].office : nil
    }

    /// Words between two ranges.
    private func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        max(left.lowerBound - right.upperBound, right.lowerBound - left.upperBound, 0)
    }
}
