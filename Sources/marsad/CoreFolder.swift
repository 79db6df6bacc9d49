import FoundationEssentials

/// Where the core is, for an author who does not say.
///
/// Rules of one's own stand anywhere: beside the core, in the checkout, or in a folder of the author's from which a built program is called.
enum CoreFolder {
    static let missing =
        "marsad: the core, `Rules/core`, is neither near the rules, nor here, nor beside the program: name its folder with `--core`"

    /// The nearest core: in or above the rules, in or above the current folder, above the program.
    static func find(beside rules: [String]) -> String? {
        for start in rules + ["."] {
            if let core = look(upward: start) { return core }
        }
        return program.flatMap(look(upward:))
    }

    /// Whether the path is the core, or a folder that holds it, so that it is loaded anyway.
    static func isWithin(_ path: String) -> Bool { isCore(path) || isCore(path + "/core") }

    /// Looks into the folder and those that hold it.
    private static func look(upward start: String) -> String? {
        var folder = absolute(start)
        while true {
            for place in [folder, folder + "/core", folder + "/Rules/core"] where isCore(place) { return short(place) }
            guard let slash = folder.lastIndex(of: "/") else { return nil }
            folder = String(folder[..<slash])
        }
    }

    private static func isCore(_ path: String) -> Bool {
        let whole = absolute(path)
        return whole.hasSuffix("/core") && FileManager.default.fileExists(atPath: whole + "/world")
    }

    /// As a person would write it in the current folder: it stands in messages.
    private static func short(_ path: String) -> String {
        let here = absolute(".") + "/"
        return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
    }

    private static func absolute(_ path: String) -> String {
        let whole = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        var parts: [Substring] = []
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.map { "/" + $0 }.joined()
    }

    /// The folder of the running program, in which a checkout's `.build` stands; nil where the system does not tell.
    private static var program: String? {
        guard let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"), let slash = path.lastIndex(of: "/")
        else { return nil }
        return String(path[..<slash])
    }
}
