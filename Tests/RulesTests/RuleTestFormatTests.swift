import Diagnostics
import FoundationEssentials
import Rules
import Testing

/// Files of `Golden/`; `RECORD_GOLDEN=1` writes them anew, and fails.
enum Golden {
    static func check(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let path = Checkout.tests + "/Golden/" + name
        if DiagnosticTests.isRecording {
            try Data(text.utf8).write(to: URL(filePath: path))
            Issue.record("recorded \(name)", sourceLocation: sourceLocation)
        } else {
            #expect(text == (try Checkout.text(of: path)), sourceLocation: sourceLocation)
        }
    }
}

@Suite struct RuleTestFormatTests {
    /// One of each outcome, and text that no format may pass on as it is.
    static let report: RuleTestReport = {
        let file = SourceFile(path: "rules/a&b.yaml", text: "one\ntwo: \"x\"\n")
        func result(_ rule: String, _ kind: String, _ name: String, isTodo: Bool = false, _ failure: RuleTestResult.Failure? = nil)
            -> RuleTestResult
        {
            RuleTestResult(rule: rule, kind: kind, name: name, place: file.range(9..<12), isTodo: isTodo, failure: failure)
        }
        return RuleTestReport([
            result("t.a", "match", "Oil is dear."),
            result(
                "t.a", "match", "وصل الوزير إلى هافانا",
                .init(
                    "expected destination.country CU, found BR",
                    differences: [
                        .init("destination.country", expected: "CU", found: "BR"),
                        .init("status", expected: "completed", found: "completed", holds: true),
                    ], hints: ["`هافنا` is near `هافانا`"])),
            result("t.b", "no-match", "petroleum", isTodo: true),
            result("t.b", "match", "gas", isTodo: true, .init("this passes now: make it a `match` test")),
            result(
                "t.\u{1B}[31m<b>", "no-match", "a \"quoted\" <tag> & ]]> # TODO \\ \u{0}\u{1B}[2J\u{202E}\u{FFFE}\nnext: line\t'…",
                .init("it matches: `<tag>`\n...\nok 7", differences: [.init("matches", expected: "none", found: "`a\nb`")])),
        ])
    }()

    @Test(arguments: ruleTestFormats.map { $0.name }) func `each format says the same of the same tests`(name: String) throws {
        let format = try #require(ruleTestFormats.first { $0.name == name })
        try Golden.check(format.write(Self.report, colors: false), "tests." + name)
    }

    @Test(arguments: ruleTestFormats.map { $0.name }) func `no format passes on what could move the cursor or turn a line round`(
        name: String
    ) throws {
        let format = try #require(ruleTestFormats.first { $0.name == name })
        let text = format.write(Self.report, colors: false)
        let isHarmless = text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n" || !(scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value))
        }
        #expect(isHarmless)
    }

    @Test func `JUnit XML has no mark-up but its own, and counts what it holds`() throws {
        let xml = try #require(ruleTestFormats.first { $0.name == "junit" }).write(Self.report, colors: false)
        #expect(xml.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"marsad\" tests=\"5\" failures=\"3\""))
        #expect(xml.split(separator: "<testcase ").count == 6 && xml.split(separator: "<failure ").count == 4)
        let tags = xml.split(separator: "<").map { $0.prefix { $0.isLetter || $0 == "/" || $0 == "?" } }
        #expect(
            Set(tags) == [
                "?xml", "testsuites", "testsuite", "testcase", "failure", "/failure", "skipped", "/testcase", "/testsuite", "/testsuites",
            ])
        // XML 1.0 has no way to write these.
        #expect(!xml.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0xFFFE })
    }

    @Test func `TAP plans as many tests as it tells, numbered, and a todo that passes fails`() throws {
        let lines = try #require(ruleTestFormats.first { $0.name == "tap" }).write(Self.report, colors: false).split(separator: "\n")
        #expect(lines.prefix(2) == ["TAP version 14", "1..5"])
        let points = lines.filter { $0.hasPrefix("ok ") || $0.hasPrefix("not ok ") }
        #expect(points.map { $0.hasPrefix("ok") } == [true, false, false, false, false])
        #expect(points.map { $0.hasSuffix("# TODO known miss") } == [false, false, true, false, false])
        for (index, point) in points.enumerated() { #expect(point.contains("ok \(index + 1) - ")) }
        #expect(lines.count { $0 == "  ---" } == 3 && lines.count { $0 == "  ..." } == 3)
    }

    @Test func `text is coloured only when asked`() throws {
        let text = ruleTestFormats[0].write(Self.report, colors: true)
        #expect(text.contains("\u{1B}[31m") && text.contains("\u{1B}[0m"))
        #expect(!ruleTestFormats[0].write(RuleTestReport([]), colors: false).contains("\u{1B}"))
    }

    @Test func `nothing to tell is told`() {
        #expect(ruleTestFormats.map { $0.write(RuleTestReport([]), colors: false) }.allSatisfy { !$0.isEmpty })
        #expect(ruleTestFormats[0].write(RuleTestReport([]), colors: false) == "0 passed, 0 failed\n")
    }
}
