import Articles
import Testing

@Suite struct ArticleTests {
    @Test(arguments: [("", ""), ("T", ""), ("", "B"), ("عنوان", "نص\nآخر"), ("🏦", "é")])
    func `title and body are where their ranges say`(title: String, body: String) {
        let article = Article(id: "1", title: title, body: body)
        #expect(article.title == title && article.body == body)
        #expect(Array(article.text[article.range(of: .title)]) == Array(title.utf8))
        #expect(Array(article.text[article.range(of: .body)]) == Array(body.utf8))
        #expect(article.range(of: .title).upperBound < article.range(of: .body).lowerBound)
    }

    @Test(arguments: [
        ("ar", "ar"), ("PT", "pt"), ("pt-BR", "pt"), ("zh_Hant_TW", "zh"), ("kab", "kab"), ("", nil), ("a", nil), ("arab", nil),
        ("a1", nil),
        ("-ar", nil), ("عر", nil), ("@b", nil), ("[a", nil), ("a ", nil),
    ])
    func `a language tag is two or three ASCII letters`(text: String, code: String?) {
        #expect(LanguageTag(text)?.code == code)
    }
}
