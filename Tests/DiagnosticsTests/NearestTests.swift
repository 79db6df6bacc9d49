import Diagnostics
import Testing

@Suite struct NearestTests {
    static let names = ["phrase", "lexicon", "entity", "list", "country", "region", "within", "any", "all", "none", "تصريح"]

    @Test(arguments: [
        ("phrse", "phrase"), ("prhase", "phrase"), ("PHRASE", "phrase"), ("lexicons", "lexicon"), ("enitty", "entity"), ("lsit", "list"),
        ("contry", "country"), ("al", "all"), ("nnoe", "none"), ("تصرح", "تصريح"),
    ])
    func `a slip of the finger is found`(word: String, meant: String) {
        #expect(nearest(to: word, among: Self.names) == meant)
    }

    @Test(arguments: ["", "x", "zebra", "phantasm", "li", "بيان"])
    func `nothing is guessed where nothing is near`(word: String) {
        #expect(nearest(to: word, among: Self.names) == nil)
    }

    @Test func `of equally near names the first of the alphabet is taken in whatever order they come`() {
        #expect(nearest(to: "caat", among: ["chat", "cart", "coat", "cast"]) == "cart")
        #expect(nearest(to: "caat", among: ["cast", "coat", "cart", "chat"]) == "cart")
        #expect(nearest(to: "caat", among: ["cart", "cat"]) == "cart")
        #expect(nearest(to: "word", among: [String]()) == nil)
    }

    @Test func `hostile lengths are not compared`() {
        let long = String(repeating: "a", count: 1_000_000)
        #expect(nearest(to: long, among: [long, "a"]) == nil)
        #expect(nearest(to: "list", among: [long, "lists"]) == "lists")
        #expect(nearest(to: "e" + String(repeating: "\u{301}", count: 1_000_000), among: ["e"]) == nil)
    }

    @Test func `a long value is quoted in part`() {
        #expect(quoted("short") == "`short`")
        #expect(quoted(String(repeating: "é", count: 60)) == "`\(String(repeating: "é", count: 60))`")
        #expect(quoted(String(repeating: "é", count: 61)) == "`\(String(repeating: "é", count: 60))…`")
    }

    @Test func `a list counts what was added`() {
        var list = DiagnosticList()
        #expect(list.isEmpty && !list.hasErrors)
        let place = SourceFile(path: "a", text: "").beginning
        list.add(Diagnostic("T001", "t", at: .init(place), severity: .warning))
        #expect(!list.hasErrors)
        list.add(TestProblem.broken(place))
        #expect(list.hasErrors && list.count(of: .error) == 1 && list.count(of: .warning) == 1)
        #expect(list.inOrder.map(\.code) == ["T001", "T009"])
        #expect(TestProblem.broken(place).severity == .error)
    }
}

private enum TestProblem: Problem {
    case broken(SourceRange)

    var diagnostic: Diagnostic {
        switch self {
        case .broken(let place): Diagnostic("T009", "broken", at: .init(place))
        }
    }
}
