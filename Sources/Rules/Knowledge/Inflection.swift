import Analysis

/// How the words of one language are inflected, class by class.
struct Inflection: Sendable {
    enum WordKind: String, Sendable, CaseIterable {
        case place, adjective, person, noun, word
    }

    struct Paradigm: Sendable {
        /// Folded units of the ending, and of all it may be replaced by.
        let ending: [UInt16]
        let forms: [[UInt16]]
    }

    /// Longest ending first.
    private var paradigms: [WordKind: [Paradigm]] = [:]

    mutating func add(_ paradigm: Paradigm, to kind: WordKind) {
        paradigms[kind, default: []].append(paradigm)
        paradigms[kind]?.sort { $0.ending.count > $1.ending.count }
    }

    /// All forms of a word, itself first.
    ///
    /// A stem of one letter is no stem: short words stay as they are unless their whole ending is listed.
    func forms(of word: [UInt16], _ kind: WordKind) -> [[UInt16]] {
        guard
            let paradigm = paradigms[kind]?.first(where: {
                word.count >= $0.ending.count && word.suffix($0.ending.count).elementsEqual($0.ending)
            })
        else { return [word] }
        let stem = word.dropLast(paradigm.ending.count)
        guard stem.count >= 2 || paradigm.ending.isEmpty || stem.isEmpty else { return [word] }
        var forms = [word]
        for ending in paradigm.forms {
            let form = stem + ending
            if !forms.contains(Array(form)) { forms.append(Array(form)) }
        }
        return forms
    }
}
