/// All that an evaluator remembers: saved and restored, it goes on as if nothing had been.
package struct CorrelationState: Sendable, Equatable {
    /// Of the correlation that it belongs to.
    package let fingerprint: String
    /// The latest moment that anything arrived or time was told; nil before the first.
    package internal(set) var clock: Int?
    /// Held back until nothing earlier can come, in order.
    var waiting: [Held] = []
    var groups: [[String]: Group] = [:]
    package internal(set) var tally = Tally()

    init(fingerprint: String) { self.fingerprint = fingerprint }

    /// What was not counted, and how near it came: for explanations, and so that nothing is lost in silence.
    package struct Tally: Sendable, Codable, Equatable {
        package internal(set) var taken = 0
        /// Arrived after its window was closed.
        package internal(set) var late = 0
        /// Had no value of a field of `group-by`, or of the one that is counted.
        package internal(set) var withoutField = 0
        /// Forgotten, for a group or the number of groups had grown too large.
        package internal(set) var forgotten = 0
        /// The greatest count that any window reached.
        package internal(set) var peak = 0
        /// Matches that the absence of another was waited for, and which that other answered.
        package internal(set) var answered = 0
    }

    struct Held: Sendable, Codable, Equatable {
        let entry: Entry
        let group: [String]
    }

    /// A match in a window.
    struct Entry: Sendable, Codable, Equatable {
        let slot: Int
        let time: Int
        let sequence: Int
        let rule: String
        let article: String
        /// Entries with the same are one report.
        let report: String
        /// Of `value_count`: the value that is counted.
        let value: String

        /// By time, then by arrival; within an article by the order of `rules`.
        static func isBefore(_ left: Entry, _ right: Entry) -> Bool {
            (left.time, left.sequence, left.slot, left.rule) < (right.time, right.sequence, right.slot, right.rule)
        }
    }

    struct Group: Sendable, Codable, Equatable {
        let values: [String]
        /// In order of time.
        var entries: [Entry] = []
        /// The condition held when the last match came.
        var holds = false
        /// When its window began: a tumbling one, a session, or the wait for what is absent.
        let opened: Int
        /// Time of the last entry.
        var touched: Int
    }
}

extension CorrelationState: Codable {
    private enum Key: String, CodingKey { case fingerprint, clock, waiting, groups, tally }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        fingerprint = try values.decode(String.self, forKey: .fingerprint)
        clock = try values.decodeIfPresent(Int.self, forKey: .clock)
        waiting = try values.decode([Held].self, forKey: .waiting)
        groups = Dictionary(
            try values.decode([Group].self, forKey: .groups).map { ($0.values, $0) }, uniquingKeysWith: { first, _ in first })
        tally = try values.decode(Tally.self, forKey: .tally)
    }

    /// Groups are written in order, so that the same state is the same bytes.
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(fingerprint, forKey: .fingerprint)
        try values.encodeIfPresent(clock, forKey: .clock)
        try values.encode(waiting, forKey: .waiting)
        try values.encode(groups.values.sorted { $0.values.lexicographicallyPrecedes($1.values) }, forKey: .groups)
        try values.encode(tally, forKey: .tally)
    }
}
