import Analysis
import Testing

@Suite struct TermAutomatonTests {
    @Test(arguments: [
        ("The Central Bank cut", ["Central Bank"]), ("central\tbank", ["central\tbank"]), ("central European bank", []),
        ("bank central", []),
        ("central, bank", []), ("central. Bank", []), ("central\nbank", []), ("central-bank", ["central-bank"]), ("central (bank)", []),
        ("central – bank", []),
        ("central: bank", []), ("«central bank»", ["central bank"]), ("central bank, central bank", ["central bank", "central bank"]),
        ("centralbank", []),
    ])
    func `a phrase stands with nothing between its words`(text: String, expected: [String]) {
        var world = SmallWorld()
        let term = world.add("central bank")
        #expect(world.analyze(text).found(term) == expected)
    }

    @Test(arguments: [
        ("sanctions sanctioned SANCTION sanción", ["sanctions", "sanctioned", "SANCTION"]), ("unsanctioned", []), ("sanc", []),
        ("санкции", []),
    ])
    func `a prefix stands for all that begins so`(text: String, expected: [String]) {
        var world = SmallWorld()
        let term = world.add("sanction*")
        #expect(world.analyze(text).found(term) == expected)
    }

    @Test func `the last word of a phrase may be a prefix`() {
        var world = SmallWorld()
        let term = world.add("oil embarg*")
        #expect(world.analyze("oil embargoes and oil embargo and oil price").found(term) == ["oil embargoes", "oil embargo"])
    }

    @Test func `prefixes of several lengths are found at one word`() {
        var world = SmallWorld()
        let (short, long, whole) = (world.add("san*"), world.add("sanctio*"), world.add("sanctions"))
        let analyzed = world.analyze("sanctions")
        #expect(analyzed.found(short).count == 1 && analyzed.found(long).count == 1 && analyzed.found(whole).count == 1)
    }

    @Test(arguments: [("OPEC met", ["OPEC"]), ("Opec met", []), ("opec", []), ("OPEC+", ["OPEC"])])
    func `an exact term is found as it is written only`(text: String, expected: [String]) {
        var world = SmallWorld()
        let term = world.add("OPEC", exact: true)
        #expect(world.analyze(text).found(term) == expected)
    }

    @Test func `accents count in an exact term`() {
        var world = SmallWorld()
        let term = world.add("él", exact: true)
        #expect(world.analyze("el él").found(term) == ["él"])
    }

    @Test(arguments: [("in Chile", ["Chile"]), ("red chile", []), ("CHILE", ["CHILE"])])
    func `a term may need its capitals`(text: String, expected: [String]) {
        var world = SmallWorld()
        let term = world.add("Chile", capitals: true)
        #expect(world.analyze(text).found(term) == expected)
    }

    @Test func `each word has capitals of its own`() {
        var world = SmallWorld()
        let term = world.add("Costa del Sol", capitals: true)
        #expect(
            world.analyze("Costa del Sol, Costa del sol, costa del Sol, Costa Del Sol").found(term) == ["Costa del Sol", "Costa Del Sol"])
    }

    @Test(arguments: [("in Trujillo, Perú", ["Trujillo, Perú"]), ("Trujillo Perú", []), ("Trujillo; Perú", [])])
    func `a comma in a phrase must be there`(text: String, expected: [String]) {
        var world = SmallWorld()
        let term = world.add("Trujillo, Perú")
        #expect(world.analyze(text).found(term) == expected)
    }

    @Test(arguments: [("EE. UU.", ["EE. UU"]), ("EE.UU.", ["EE.UU"]), ("St. Kitts", [])])
    func `a full stop after a short word goes on with the phrase`(text: String, expected: [String]) {
        var world = SmallWorld()
        let term = world.add("EE UU")
        #expect(world.analyze(text).found(term) == expected)
    }

    @Test func `terms that overlap or lie in each other are all found`() {
        var world = SmallWorld()
        let terms = ["new", "new york", "york", "new york times", "york times square"].map { world.add($0) }
        let analyzed = world.analyze("new york times square")
        #expect(terms.map { analyzed.found($0) } == [["new"], ["new york"], ["york"], ["new york times"], ["york times square"]])
        #expect(analyzed.hits.map(\.start) == [0, 0, 0, 1, 1])
    }

    @Test func `a term of one language is not found in another's articles`() {
        var world = SmallWorld([("en", .latin), ("es", .latin)])
        let (english, any) = (world.add("once", languages: Analyzer.bit(ofSlot: 0)), world.add("once"))
        #expect(world.analyze("once", language: "en").found(english).count == 1)
        for language in ["es", "de"] {
            #expect(world.analyze("once", language: language).found(english).isEmpty)
            #expect(world.analyze("once", language: language).found(any).count == 1)
        }
    }

    @Test func `a phrase does not go from the title into the body`() {
        var world = SmallWorld()
        let term = world.add("central bank")
        #expect(world.analyze(title: "central", "bank").found(term).isEmpty)
        #expect(world.analyze(title: "central bank", "central bank").found(term).count == 2)
    }

    @Test func `a term without words is never found`() {
        var world = SmallWorld()
        let term = world.add("…")
        world.add("x")
        #expect(world.analyze("x …").found(term).isEmpty)
    }

    @Test func `sixteen words are found`() {
        var world = SmallWorld()
        let text = (1...16).map { "w\($0)" }.joined(separator: " ")
        let term = world.add(text)
        #expect(world.analyze("a \(text) b").found(term) == [text])
    }
}
