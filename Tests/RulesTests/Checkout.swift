import FoundationEssentials
import Testing

/// The folder that these tests were built in.
enum Checkout {
    static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    static let tests = root + "/Tests/RulesTests"

    /// The names in a folder, sorted; hidden ones left out.
    static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
    }

    static func bytes(of path: String) throws -> [UInt8] {
        Array(try #require(FileManager.default.contents(atPath: path), "\(path) cannot be read"))
    }

    static func text(of path: String) throws -> String { String(decoding: try bytes(of: path), as: UTF8.self) }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
