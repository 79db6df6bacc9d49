package import Diagnostics
import Glibc

/// Finds rule files, and reads no more of them than a rule file has.
///
/// A folder of rules may hold, or be made to hold, anything: devices, pipes, links that lead in circles, a dump of a database. Only regular
/// files are opened, so that nothing is waited for; and their size is looked at first, so that nothing large is read into memory.
package struct RuleFiles {
    /// Bytes. A large desk's file has some hundred thousand; the tree that is made of one takes about fifteen times as much memory.
    package static let maximumFileBytes = 16 << 20
    /// Bytes of all files of a run. The rules of a very large desk, 100,000 of them, come to about 90 MB.
    package static let maximumTotalBytes = 256 << 20
    /// Files of a run; more than any collection of rules has.
    package static let maximumFiles = 200_000
    /// Folders in each other, far beyond any real layout.
    private static let maximumDepth = 64

    private var bytesLeft: Int
    private var filesLeft = maximumFiles
    private let problems: Problems

    package init(_ problems: Problems, totalBytes: Int = maximumTotalBytes) {
        self.problems = problems
        bytesLeft = totalBytes
    }

    // MARK: Finding

    /// Rule files under a path, in the order of their names; what is no folder is taken for a file.
    ///
    /// Hidden files and folders are passed over, and so are folders that are links, which may lead in circles.
    package func paths(under path: String) -> [String] {
        guard kind(of: path) == .folder else { return [path] }
        var found: [String] = []
        collect(path, path.hasSuffix("/") ? path : path + "/", depth: 0, into: &found)
        if found.isEmpty { problems.report(.noRules(path)) }
        return found.sorted()
    }

    private func collect(_ folder: String, _ prefix: String, depth: Int, into found: inout [String]) {
        guard let stream = opendir(folder) else {
            return problems.report(.unreadableFile(folder, reason: reason(errno)))
        }
        var names: [String] = []
        while let entry = readdir(stream) {
            // Bounds: the name ends with a NUL byte inside the entry, which lives until the next call.
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) { String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)) })
        }
        closedir(stream)
        for name in names where !name.hasPrefix(".") {
            let path = prefix + name
            if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
                if kind(of: path) != .folder {
                    // One more than is allowed: `read` tells of it.
                    guard found.count <= filesLeft else { return }
                    found.append(path)
                    continue
                }
            }
            guard kind(of: path, following: false) == .folder else { continue }
            guard depth < Self.maximumDepth else {
                problems.report(.unreadableFile(path, reason: "more than \(Self.maximumDepth) folders in each other"))
                continue
            }
            collect(path, path + "/", depth: depth + 1, into: &found)
        }
    }

    private enum Kind {
        case folder, regular, other, missing
    }

    private func kind(of path: String, following: Bool = true) -> Kind {
        var status = stat()
        guard (following ? stat(path, &status) : lstat(path, &status)) == 0 else { return .missing }
        return kind(of: status)
    }

    private func kind(of status: stat) -> Kind {
        switch status.st_mode & S_IFMT {
        case S_IFDIR: .folder
        case S_IFREG: .regular
        default: .other
        }
    }

    // MARK: Reading

    /// - Returns: nil when it is no file, too large or not to be read; the author has then been told.
    package mutating func read(_ path: String) -> SourceFile? {
        guard filesLeft > 0 else {
            if filesLeft == 0 {
                problems.report(.tooLarge(path, "rule files come before it: \(Self.maximumFiles)", limit: "a run reads at most so many"))
            }
            filesLeft = -1
            return nil
        }
        filesLeft -= 1
        // Without waiting: the other end of a pipe may never come.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            problems.report(.unreadableFile(path, reason: reason(errno)))
            return nil
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, kind(of: status) == .regular else {
            problems.report(.unreadableFile(path, reason: "it is no file: a folder, a pipe or a device"))
            return nil
        }
        let size = Int(status.st_size)
        guard isAllowed(size, path) else { return nil }
        do throws(ReadFailure) {
            let bytes = try bytes(of: descriptor, expected: size)
            // It may have grown since, or have had no size at all, like the files of `/proc`.
            guard isAllowed(bytes.count, path) else { return nil }
            bytesLeft -= bytes.count
            return SourceFile(path: path, bytes: bytes)
        } catch {
            problems.report(.unreadableFile(path, reason: reason(error.number)))
            return nil
        }
    }

    private func isAllowed(_ size: Int, _ path: String) -> Bool {
        if size > Self.maximumFileBytes {
            problems.report(
                .tooLarge(path, "it has \(megabytes(size))", limit: "a rule file has at most \(megabytes(Self.maximumFileBytes))"))
        } else if size > bytesLeft {
            problems.report(
                .tooLarge(
                    path, "it does not fit beside the others",
                    limit: "a run reads at most \(megabytes(Self.maximumTotalBytes)) of rule files"
                ))
        } else {
            return true
        }
        return false
    }

    private struct ReadFailure: Error {
        let number: Int32
    }

    /// - Returns: at most one byte more than is allowed.
    private func bytes(of descriptor: Int32, expected: Int) throws(ReadFailure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: min(max(expected, 4096), Self.maximumFileBytes) + 1)
        var count = 0
        while count < bytes.count {
            // Bounds: reads at most what is left of the array behind `count`.
            let read = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + count, $0.count - count) }
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw ReadFailure(number: errno) }
            if read == 0 { break }
            count += read
            if count == bytes.count, count <= Self.maximumFileBytes {
                bytes += [UInt8](repeating: 0, count: min(count, Self.maximumFileBytes + 1 - count))
            }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }
}

private func reason(_ number: Int32) -> String {
    switch number {
    case ENOENT, ENOTDIR: "no such file"
    case EACCES, EPERM: "no right to read it"
    case ELOOP: "links that lead in circles"
    case ENAMETOOLONG: "the path is too long"
    default: String(cString: strerror(number)).lowercased()
    }
}

private func megabytes(_ bytes: Int) -> String { "\((bytes + (1 << 20) - 1) >> 20) MB" }
