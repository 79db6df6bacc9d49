package import Articles

/// Something that an article reports: who did what to whom, and how real it is.
package struct Event: Sendable {
    /// Index into ``World/eventTypes``.
    package let type: Int
    /// By role of the type.
    package var roles: [Mention?]
    package var status: EventStatus
    /// When it happened or will, where the text says so.
    package var date: DatePeriod?
    /// Tokens of the trigger.
    package let trigger: Range<Int>
    /// Tokens it stands on: trigger, roles, words of the frame.
    package var evidence: [Range<Int>]
    /// Index into the article's sentences.
    package let sentence: Int
    /// The words that decided the status, when it was not the form of the trigger.
    package var cue: Range<Int>?
    package var isRemote = false
    /// Who says so.
    package var attribution = Attribution.outlet
    /// A finite verb says that it happened: no denial elsewhere takes that back.
    var isAsserted = false
    /// It tells of what is in force, beside others that tell of a step.
    var isSettled = false
    /// How much its trigger says of the status: a noun little, a verb of arrival most.
    var strength = 0
    package let frame: String
    /// Nil for a headline or scene, which has no trigger.
    var origin: Origin?

    /// How it came to be, for explanations and coverage.
    struct Origin: Sendable {
        /// Index into ``Knowledge/triggers``.
        let trigger: Int
        let form: TriggerForm
        /// Tokens of the date expression.
        let dateWords: Range<Int>?
        /// Before time and the rest of the article corrected it.
        let status: EventStatus
    }
}

/// A trigger that became no event, and why; for explanations.
package struct RejectedTrigger: Sendable {
    package let type: Int
    package let trigger: Range<Int>
    let reason: Reason

    enum Reason: Sendable {
        case noRoles
        case sense(SenseObjection)
        /// No word of this lexicon stands there in its sense.
        case lexicon(String)
        /// The words are listed as ones that mean something else.
        case pseudoTrigger

        var text: String {
            switch self {
            case .noRoles: "finds its roles in the sentence by no frame"
            case .sense(let objection): objection.text
            case .lexicon(let id): "has no word of lexicon \(id) in its sense beside it"
            case .pseudoTrigger: "is listed under `not`: the words mean something else"
            }
        }
    }
}
