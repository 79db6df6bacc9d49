import Analysis
import Testing

@Suite struct SentenceTests {
    private func sentences(_ text: String, language: String = "en") -> [String] {
        var world = SmallWorld([("en", .latin), ("ar", .arabic), ("ru", .cyrillic)])
        world.mark("Mr Dr St", .abbreviation, "en")
        world.mark("г им", .abbreviation, "ru")
        return world.analyze(text, language: language).sentenceTexts
    }

    @Test(arguments: [
        ("One. Two. Three.", ["One", "Two", "Three"]), ("Why? Because! So…", ["Why", "Because", "So"]), ("No stop", ["No stop"]),
        ("First line\nSecond line", ["First line", "Second line"]), ("a, b; c: d", ["a, b; c: d"]),
        ("“Yes.” He left.", ["Yes", "He left"]),
        ("It ended (badly.) Then", ["It ended (badly", "Then"]), ("", []), ("...", []), ("end. lower case", ["end. lower case"]),
        ("End. Capital", ["End", "Capital"]),
    ])
    func `a sentence ends with its mark or its line`(text: String, expected: [String]) { #expect(sentences(text) == expected) }

    @Test(arguments: [
        ("Mr. Smith met Dr. Brown. They talked.", ["Mr. Smith met Dr. Brown", "They talked"]), ("J. Smith spoke.", ["J. Smith spoke"]),
        ("J. R. R. Tolkien wrote.", ["J. R. R. Tolkien wrote"]), ("the U.S. Senate voted.", ["the U.S. Senate voted"]),
        ("It grew by 3.5 percent. Fine.", ["It grew by 3.5 percent", "Fine"]),
        ("visit example.com now. Then", ["visit example.com now", "Then"]),
    ])
    func `abbreviations, initials and decimals end no sentence`(text: String, expected: [String]) { #expect(sentences(text) == expected) }

    @Test(arguments: [
        ("ar", "وصل الوزير.وقال كلمة", ["وصل الوزير", "وقال كلمة"]), ("ar", "هل وصل؟نعم", ["هل وصل", "نعم"]),
        ("ar", "جملة۔ أخرى", ["جملة", "أخرى"]),
        ("ru", "Он приехал.Потом уехал", ["Он приехал", "Потом уехал"]), ("ru", "в 2024 г. прошло", ["в 2024 г. прошло"]),
        ("ru", "А. С. Пушкин писал.", ["А. С. Пушкин писал"]), ("ru", "им. Пушкина", ["им. Пушкина"]),
    ])
    func `sentences that a scraper glued are parted, in scripts where that is sure`(language: String, text: String, expected: [String]) {
        #expect(sentences(text, language: language) == expected)
    }

    @Test func `a run without an end is cut`() {
        let found = sentences(String(repeating: "word ", count: 1000))
        #expect(found.count == 4)
        #expect(found.allSatisfy { $0.split(separator: " ").count == 250 })
    }

    @Test func `a title and a body are never one sentence`() {
        let analyzed = SmallWorld().analyze(title: "Central", "bank")
        #expect(analyzed.sentenceTexts == ["Central", "bank"])
        #expect(analyzed.sentences.map(\.zone) == [.title, .body])
    }
}
