import Diagnostics

/// The comments that are not printed yet.
struct CommentQueue {
    private let comments: [YAMLComment]
    private var next = 0

    init(_ comments: [YAMLComment]) { self.comments = comments }

    var first: YAMLComment? { next < comments.count ? comments[next] : nil }

    /// True if a comment stands in these bytes.
    func hasComment(in range: Range<Int>) -> Bool { first.map { $0.range.lowerBound < range.upperBound } ?? false }

    mutating func take(before offset: Int) -> [YAMLComment] {
        let start = next
        while let first, first.range.lowerBound < offset { next += 1 }
        return Array(comments[start..<next])
    }

    mutating func takeFirst() -> YAMLComment? {
        guard let first else { return nil }
        next += 1
        return first
    }
}
