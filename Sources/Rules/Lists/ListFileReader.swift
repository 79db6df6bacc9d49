import Diagnostics
import YAML

/// Reads the `file` of a list: where it lies, which format it has, and its entries.
struct ListFileReader {
    /// Files given from memory, by path: of an editor that has not saved them, and of tests.
    var given: [String: [UInt8]] = [:]

    /// How the author says a file is to be read.
    struct Request {
        let list: String
        let file: YAMLNode
        let format: (any ListFormat.Type)?
        let columns: ListColumns
        let vocabulary: ListVocabulary
    }

    func read(_ request: Request, of pack: Pack, _ problems: Problems) -> [NameEntry] {
        guard let name = problems.text(request.file, "file") else { return [] }
        guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
            problems.report(ListProblem.leavesFolder(name, at: request.file.range))
            return []
        }
        let folder = pack.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let path = (folder + [Substring(name)]).joined(separator: "/")
        do {
            var bytes = try given[path].map { ListBytes(bytes: $0) } ?? ListBytes(path: path)
            defer { bytes.close() }
            return read(&bytes, path: path, request, problems)
        } catch let failure as ListBytes.Failure {
            problems.report(ListProblem.unreadable(name, reason: failure.reason, at: request.file.range))
        } catch {
            preconditionFailure("list files fail in one way: \(error)")
        }
        return []
    }

    private func read(_ bytes: inout ListBytes, path: String, _ request: Request, _ problems: Problems) -> [NameEntry] {
        if let kind = Self.foreignKind(bytes.head) {
            problems.report(ListProblem.notUTF8File(looksLike: kind, at: SourceFile(path: path, text: "").beginning))
            return []
        }
        var gatherer = ListGatherer(list: request.list, path: path, columns: request.columns, vocabulary: request.vocabulary)
        (request.format ?? Self.format(of: path, bytes.head, request.columns)).read(&bytes, into: &gatherer)
        gatherer.finish()
        for problem in gatherer.report.problems { problems.report(problem) }
        if let reason = bytes.failure { problems.report(ListProblem.unreadable(path, reason: reason, at: request.file.range)) }
        return gatherer.entries
    }

    /// A table is known by its header, or else by its name.
    private static func format(of path: String, _ head: ArraySlice<UInt8>, _ columns: ListColumns) -> any ListFormat.Type {
        if let format = listFormats.dropLast().first(where: { $0.recognizes(head, columns) }) { return format }
        return listFormats.first { format in format.endings.contains { path.lowercased().hasSuffix($0) } } ?? PlainList.self
    }

    /// What a file is that is no text in UTF-8, told by its first bytes.
    private static func foreignKind(_ head: ArraySlice<UInt8>) -> String? {
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "a ZIP archive or a spreadsheet" }
        if head.starts(with: [0x1F, 0x8B]) { return "compressed" }
        if head.contains(0) { return "binary" }
        if head.first(where: { $0 > 0x20 }) == 0x5B { return "one JSON array, not one JSON object a line" }
        return head.first { $0 > 0x20 } == 0x3C ? "XML or HTML" : nil
    }
}
