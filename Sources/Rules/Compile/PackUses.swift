/// Which packs may refer to which: to themselves, to those that they use, and to what these use in turn.
///
/// The core is seen by all: rules without the world would be none.
struct PackUses {
    static let core = "core"

    private var visible: [String: Set<String>] = [:]
    /// The pack whose section is being read.
    var current = ""

    /// - Parameter uses: for each pack, those that its files say it uses.
    init(_ uses: [String: Set<String>] = [:]) {
        for pack in uses.keys {
            var seen: Set<String> = [pack, Self.core]
            var open = Array(seen)
            while let next = open.popLast() {
                for used in uses[next] ?? [] where seen.insert(used).inserted { open.append(used) }
            }
            visible[pack] = seen
        }
    }

    func sees(_ pack: String) -> Bool { sees(pack, from: current) }

    func sees(_ pack: String, from other: String) -> Bool {
        pack == other || pack.isEmpty || other.isEmpty || visible[other]?.contains(pack) ?? (pack == Self.core)
    }
}
