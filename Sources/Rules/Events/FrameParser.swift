import Diagnostics

/// Reads the short form of a frame.
struct FrameParser {
    let eventType: EventType
    let lexiconOfID: [String: Int]

    struct Failure: Error {
        let reason: String
        var nearestOf: (name: String, candidates: [String])?
    }

    init(eventType: EventType, lexiconOfID: [String: Int]) {
        self.eventType = eventType
        self.lexiconOfID = lexiconOfID
    }

    func parse(_ text: String) throws(Failure) -> Frame {
        let words = text.split(separator: " ").map(String.init)
        guard let anchor = words.firstIndex(where: { $0 == "V" || $0 == "N" }) else {
            throw Failure(reason: "a frame needs `V` or `N`, where the trigger stands")
        }
        guard !words[(anchor + 1)...].contains(where: { $0 == "V" || $0 == "N" }) else {
            throw Failure(reason: "a frame has one trigger: one `V` or one `N`")
        }
        try checkRoles(words)
        let left = try slots(words[..<anchor])
        let right = try slots(words[(anchor + 1)...])
        return Frame(left: left.reversed(), right: right, text: text)
    }

    /// A word that is nearly a role which the frame lacks is a misspelt role, not a word of the language.
    private func checkRoles(_ words: [String]) throws(Failure) {
        let names = words.map { $0.trimmingPrefix { "(~".contains($0) }.prefix { $0 != ")" } }
        let roles = eventType.roles.map(\.name).filter { role in !names.contains { $0 == role } }
        for name in names where name.utf8.count > 3 && !name.contains("/") {
            guard nearest(to: name, among: roles) != nil else { continue }
            throw Failure(reason: "`\(eventType.id)` has no role `\(name)`", nearestOf: (String(name), roles))
        }
    }

    private func slots(_ words: ArraySlice<String>) throws(Failure) -> [Frame.Slot] {
        var slots: [Frame.Slot] = []
        var introducers: [Frame.Introducer] = []
        // Optional parts, as `(actor)`, `(de/del actor)`.
        var isOptional = false
        for raw in words {
            var word = raw
            if word.hasPrefix("(") {
                isOptional = true
                word.removeFirst()
            }
            let closes = word.hasSuffix(")")
            if closes { word.removeLast() }
            if let filler = try filler(of: word) {
                slots.append(.init(filler: filler, introducers: introducers, isLoose: word.hasPrefix("~"), isOptional: isOptional))
                introducers = []
            } else {
                // Words before other words must simply stand there.
                if !introducers.isEmpty {
                    slots.append(.init(filler: .words(introducers), introducers: [], isLoose: false, isOptional: isOptional))
                }
                introducers = word.split(separator: "/").map { Frame.Introducer(String($0)) }.filter { !$0.keys.isEmpty }
            }
            if closes { isOptional = false }
        }
        guard !isOptional else { throw Failure(reason: "`(` has no `)`") }
        if !introducers.isEmpty { slots.append(.init(filler: .words(introducers), introducers: [], isLoose: false, isOptional: false)) }
        return slots
    }

    private func filler(of word: String) throws(Failure) -> Frame.Slot.Filler? {
        if word.hasPrefix("@") {
            let name = String(word.dropFirst())
            guard let lexicon = lexiconOfID[name] else {
                throw Failure(reason: "no lexicon has the id `\(name)`", nearestOf: (name, Array(lexiconOfID.keys)))
            }
            return .lexicon(lexicon)
        }
        let name = word.hasPrefix("~") ? String(word.dropFirst()) : word
        if let role = eventType.role(named: name) { return .role(role) }
        guard !word.hasPrefix("~") else {
            throw Failure(
                reason: "`\(eventType.id)` has no role `\(name)`", nearestOf: (name, eventType.roles.map(\.name)))
        }
        return nil
    }
}
