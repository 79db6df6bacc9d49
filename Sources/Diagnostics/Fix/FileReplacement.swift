import FoundationEssentials
import Glibc

/// New content for a file, put in its place in one step: a reader sees the old file or the new one, and never a part.
package enum FileReplacement {
    package enum Failure: Error, CustomStringConvertible {
        /// Somebody else wrote the file since it was read.
        case changedMeanwhile(String)
        case cannotWrite(String, reason: String)

        package var description: String {
            switch self {
            case .changedMeanwhile(let path): "`\(path)` was changed meanwhile by somebody else; it is left as it is"
            case .cannotWrite(let path, let reason): "cannot write `\(path)`: \(reason)"
            }
        }
    }

    /// A link stays a link: what it points at is written. The rights of the file stay.
    ///
    /// - Parameter file: as it was read; nothing is written if it is different now.
    package static func replace(_ file: SourceFile, with bytes: [UInt8]) throws(Failure) {
        guard let resolved = realpath(file.path, nil) else { throw .cannotWrite(file.path, reason: message()) }
        let target = String(cString: resolved)
        free(resolved)
        var status = stat()
        guard stat(target, &status) == 0 else { throw .cannotWrite(file.path, reason: message()) }
        // Somebody may have taken the right to write away on purpose; a new file in its place would ignore that.
        guard access(target, W_OK) == 0 else { throw .cannotWrite(file.path, reason: message()) }
        let temporary = target + ".marsad-\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, status.st_mode & 0o7777)
        guard descriptor >= 0 else { throw .cannotWrite(file.path, reason: message()) }
        var failure = write(bytes, to: descriptor)
        if failure == nil, fchmod(descriptor, status.st_mode & 0o7777) != 0 || fsync(descriptor) != 0 { failure = message() }
        close(descriptor)
        // As late as can be.
        let isUnchanged = FileManager.default.contents(atPath: target).map { Array($0) == file.bytes } ?? false
        if failure == nil, isUnchanged, rename(temporary, target) != 0 { failure = message() }
        if failure != nil || !isUnchanged { unlink(temporary) }
        if let failure { throw .cannotWrite(file.path, reason: failure) }
        if !isUnchanged { throw .changedMeanwhile(file.path) }
    }

    /// - Returns: why not all of it could be written.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> String? {
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                // Bounds: offset is below the count.
                let count = Glibc.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
                if count < 0 {
                    if errno == EINTR { continue }
                    return message()
                }
                offset += count
            }
            return nil
        }
    }

    private static func message() -> String { String(cString: strerror(errno)) }
}
