import Diagnostics
import Testing

@Suite struct JSONRendererTests {
    @Test func `a diagnostic is one line with all that is known`() {
        let file = SourceFile(path: "b.yaml", text: "x: \"1\"\n")
        let found = mistake("é\nphrse: x", "phrse", "no such", also: [.init(file.range(3..<6), "first")], nearest: "phrase")
        #expect(
            JSONRenderer().render([found]) == #"{"code":"T001","severity":"error","title":"unknown `phrse`","path":"markets.yaml","#
                + #""line":2,"column":1,"endLine":2,"endColumn":6,"start":3,"end":8,"label":"no such","secondary":[{"path":"b.yaml","line":1,"column":4,"endLine":1,"endColumn":7,"#
                + #""start":3,"end":6,"label":"first"}],"help":[],"nearest":"phrase","fix":null}"# + "\n")
    }

    @Test(arguments: [
        ("\"\\", #"\"\\"#), ("a\nb\tc", #"a\nb\tc"#), ("\u{0}\u{1B}\u{7F}", #"\u0000\u001B\u007F"#), ("\u{202E}\u{2028}", #"\u202E\u2028"#),
        ("\u{E0001}", #"\uDB40\uDC01"#), ("قيمة 🏦", "قيمة 🏦"),
    ])
    func `whatever could break a line is escaped`(label: String, literal: String) {
        #expect(JSONRenderer().render(mistake("a", "a", label)).contains("\"label\":\"\(literal)\",\"secondary\":[],"))
    }

    @Test func `no nearest name is null and help is a list`() {
        let place = SourceFile(path: "a", text: "").beginning
        let json = JSONRenderer().render(Diagnostic("T001", "t", at: .init(place), help: ["x", "y"], severity: .note))
        #expect(json.hasSuffix(#""help":["x","y"],"nearest":null,"fix":null}"#))
        #expect(json.contains(#""severity":"note""#))
    }

    @Test func `nothing wrong gives nothing`() {
        #expect(JSONRenderer().render([]) == "" && TextRenderer().render([]) == "")
    }
}
