import Diagnostics
import YAML

/// The fields that messages, dedupe keys and tests of a rule may name.
struct FieldNames {
    enum Use: String {
        case message, dedupe, expect
    }

    let ofEvent: [String]

    init(names: [String]) { ofEvent = names }

    /// - Parameter event: nil for a rule about text or names.
    init(isWatchlist: Bool = false, event: EventType?) {
        guard let event else {
            ofEvent = isWatchlist ? WatchSummary.fields : []
            return
        }
        let roles = event.roles.flatMap { role in [role.name] + EventFields.roleKeys.map { "\(role.name).\($0)" } }
        ofEvent = ["type", "status", "date"] + roles
    }

    func check(_ name: String, of use: Use, at place: SourceRange, _ problems: Problems) {
        let known = use == .message ? ["title", "article"] + ofEvent : ofEvent
        guard !known.contains(name) else { return }
        problems.report(
            KeyProblem.unknownField(name, of: use.rawValue, nearest: nearest(to: name, among: known), known: known, at: place))
    }
}
