/// A piece of a query.
struct QueryToken: Sendable {
    enum Kind: Sendable {
        case word(String)
        /// In quotes of any script, which are no part of the text.
        case phrase(QueryTerm)
        case regex(String)
        case open
        case close
        case op(QueryOperator)
        case atLeast(Int)
        /// `title:`, without the colon.
        case field(String)
    }

    let kind: Kind
    /// UTF-8 bytes of the query, with quotes.
    let bytes: Range<Int>
    /// Something was reported before it that stands in the place of an operator.
    var isExcused = false

    var isOperandStart: Bool {
        switch kind {
        case .word, .phrase, .regex, .open, .atLeast, .field: true
        case .close, .op: false
        }
    }
}

/// What stands between two operands, or before one.
enum QueryOperator: Equatable, Sendable {
    case and, or, not
    case proximity(Query.Proximity)
}

extension QueryOperator {
    /// The spelling of this program.
    var name: String {
        switch self {
        case .and: "AND"
        case .or: "OR"
        case .not: "NOT"
        case .proximity(.words(let distance, isOrdered: false)): "NEAR/\(distance)"
        case .proximity(.words(let distance, isOrdered: true)): "ONEAR/\(distance)"
        case .proximity(.within(.sentence)): "W/S"
        case .proximity(.within(.paragraph)): "W/P"
        }
    }
}
