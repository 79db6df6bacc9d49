import FoundationEssentials

/// Reads the articles of some files, folders and streams, one after another.
package struct ArticleReader {
    private var paths: [String]
    private let format: (any ArticleFormat.Type)?
    private let fields: FieldMap
    private var current: Source?
    /// The bytes of the record that was read last, for whoever looks for more in it than an article.
    package private(set) var record: [UInt8] = []
    /// Where it stands.
    package private(set) var origin = RecordOrigin(source: "")

    private struct Source {
        var stream: RecordStream
        let path: String
        let format: any ArticleFormat.Type
    }

    /// - Parameters:
    ///   - paths: files, folders (all files in them), or `-` for standard input.
    ///   - format: nil to know it by the first bytes of each source.
    package init(paths: [String], format: (any ArticleFormat.Type)? = nil, fields: FieldMap = FieldMap()) {
        self.paths = paths.flatMap(Self.files)
        self.format = format
        self.fields = fields
    }

    /// Files under a path, in the order of their names; hidden ones are passed over.
    private static func files(under path: String) -> [String] {
        var isFolder = false
        guard path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else { return [path] }
        do {
            return try FileManager.default.subpathsOfDirectory(atPath: path)
                .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted()
                .map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
                .filter { file in
                    var isFolder = false
                    return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) && !isFolder
                }
        } catch {
            // It fails again, aloud, when it is opened as a file.
            return [path]
        }
    }

    /// The next article, or why a record is none; nil at the end.
    package mutating func next() -> Result<Article, ArticleFailure>? {
        while true {
            if current == nil {
                guard !paths.isEmpty else { return nil }
                if let failure = openNext() { return .failure(failure) }
            }
            if let result = read() { return result }
            close()
        }
    }

    private mutating func close() {
        current?.stream.close()
        current = nil
    }

    private mutating func openNext() -> ArticleFailure? {
        let path = paths.removeFirst()
        let name = path == "-" ? RecordOrigin.standardInput : path
        do {
            let stream = try RecordStream(path: path)
            let known = format ?? stream.head.withUnsafeBytes { head in articleFormats.first { $0.recognizes(head) } }
            current = Source(stream: stream, path: name, format: known ?? PlainTextFormat.self)
            return nil
        } catch {
            return failure(error, RecordOrigin(source: name))
        }
    }

    /// The next record of the current source; nil when it has no more. What cannot be read on is closed, so that it fails once.
    private mutating func read() -> Result<Article, ArticleFailure>? {
        guard var source = current else { return nil }
        do {
            switch source.format.records {
            case .lines:
                let line = try source.stream.nextLine()
                current = source
                return line.map { parse($0, source.format, RecordOrigin(source: source.path, line: source.stream.line)) }
            case .whole:
                let bytes = try source.stream.rest()
                current = source
                return bytes.isEmpty ? nil : parse(bytes, source.format, RecordOrigin(source: source.path))
            }
        } catch {
            current = source
            let isLine = source.format.records == .lines
            if !isLine || error.endsStream { close() }
            return .failure(failure(error, RecordOrigin(source: source.path, line: isLine ? source.stream.line : nil)))
        }
    }

    private mutating func parse(_ bytes: [UInt8], _ format: any ArticleFormat.Type, _ origin: RecordOrigin) -> Result<
        Article, ArticleFailure
    > {
        record = bytes
        self.origin = origin
        return bytes.withUnsafeBytes { record in
            do {
                return .success(try format.parse(record, origin: origin, fields: fields))
            } catch let failure as ArticleFailure {
                return .failure(failure)
            } catch {
                return .failure(ArticleFailure(origin: origin, reason: "\(error)"))
            }
        }
    }

    private func failure(_ error: RecordStream.Failure, _ origin: RecordOrigin) -> ArticleFailure {
        switch error {
        case .unreadable(let reason): ArticleFailure(origin: origin, reason: reason, isOfSource: true)
        case .tooLong:
            ArticleFailure(origin: origin, reason: "this record is longer than \(RecordStream.maximumBytes >> 20) MB; it is passed over")
        }
    }
}
