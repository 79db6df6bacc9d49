package import Diagnostics
import Dispatch
import Synchronization

/// Reads a file into nodes that know their place.
package enum YAMLParser {
    /// - Returns: the tree, and every problem in the order of the file, at most 101. The root is nil if the file is empty, not UTF-8,
    ///   nested too deep or broken in its grammar; after any other problem it holds what could be understood. Never throws, whatever
    ///   the bytes are.
    /// - Complexity: O(bytes), about 30 ms a megabyte; memory for 64 levels whatever the nesting.
    package static func parse(_ file: SourceFile) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
        var log = ProblemLog(file: file)
        if let encoding = foreignEncoding(file.bytes) {
            log.add(.otherEncoding(encoding, path: file.path))
            return (nil, log.diagnostics)
        }
        let text = TextCheck.check(file, &log)
        var builder = TreeBuilder(file: file, log: log)
        let root = text.bytes.withUnsafeBufferPointer { bytes in
            builder.build(from: EventReader(bytes, start: text.start, isASCII: text.isASCII))
        }
        return (root, builder.log.closed())
    }
}

extension YAMLParser {
    /// What was read of one file.
    package typealias Result = (root: YAMLNode?, diagnostics: [Diagnostic])

    /// Files in one task of a worker: enough to be worth starting it, few enough to share out evenly.
    private static let filesInTask = 16

    /// Reads files on all cores; the results are in the order of the files.
    package static func parse(_ files: [SourceFile]) -> [Result] {
        guard files.count > filesInTask else { return files.map { parse($0) } }
        let tasks = (files.count + filesInTask - 1) / filesInTask
        let results = Mutex<[Int: [Result]]>([:])
        DispatchQueue.concurrentPerform(iterations: tasks) { task in
            let parsed = files[task * filesInTask..<min(files.count, (task + 1) * filesInTask)].map { parse($0) }
            results.withLock { $0[task] = parsed }
        }
        return results.withLock { all in (0..<tasks).flatMap { all[$0] ?? [] } }
    }
}

/// The problems of a file, up to a number that someone may still read.
struct ProblemLog {
    static let maximum = 100

    let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []
    private var isOverfull = false

    init(file: SourceFile) { self.file = file }

    var isEmpty: Bool { diagnostics.isEmpty }

    /// The problem is not even worded once there are enough: a hostile file has millions.
    mutating func add(_ problem: @autoclosure () -> YAMLProblem) {
        if diagnostics.count < Self.maximum { diagnostics.append(problem().diagnostic) } else { isOverfull = true }
    }

    /// In the order of the file; a note comes last if there were more.
    func closed() -> [Diagnostic] {
        let sorted = diagnostics.sortedByPlace()
        guard isOverfull, let last = sorted.last else { return sorted }
        return sorted + [YAMLProblem.tooManyProblems(shown: Self.maximum, at: last.range).diagnostic]
    }
}
