import Articles
import Testing

@Suite struct ArticleReaderTests {
    /// What a reader gives: `title|body`, or `! reason`.
    private func read(_ paths: [String], format: (any ArticleFormat.Type)? = nil) -> [String] {
        var reader = ArticleReader(paths: paths, format: format)
        var found: [String] = []
        // More results than any test expects would mean that a reader does not come to an end.
        while found.count < 50, let next = reader.next() {
            switch next {
            case .success(let article): found.append("\(article.title)|\(article.body)")
            case .failure(let failure): found.append("! \(failure)")
            }
        }
        return found
    }

    @Test func `a bad line is told and the next is read`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = try folder.write("a.jsonl", "{\"body\":\"1\"}\n{bad}\n\n  \n{\"body\":\"2\"}\n[]\n{\"title\":\"3\"}".utf8)
        let found = read([file])
        #expect(found.map { $0.hasPrefix("!") } == [false, true, false, true, false])
        #expect(found[0] == "|1" && found[2] == "|2" && found[4] == "3|")
        #expect(found[1].hasPrefix("! \(file):2:2: "))
        #expect(found[3].hasPrefix("! \(file):6:1: "))
    }

    @Test(arguments: ["\n", "\r\n", "\n\n\r\n"]) func `records end with any line break, or with the file`(end: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let lines = (1...3).map { "{\"body\":\"\($0)\"}" }.joined(separator: end)
        let with = try folder.write("with.jsonl", (lines + end).utf8)
        let without = try folder.write("without.jsonl", lines.utf8)
        #expect(read([with]) == ["|1", "|2", "|3"])
        #expect(read([without]) == ["|1", "|2", "|3"])
    }

    @Test func `an article without an id is called by its file and line`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = try folder.write("a.jsonl", "\n{\"body\":\"1\"}\n\n{\"body\":\"2\"}".utf8)
        var reader = ArticleReader(paths: [file])
        var ids: [String] = []
        while let next = reader.next() { ids.append(try next.get().id) }
        #expect(ids == ["\(file):2", "\(file):4"])
    }

    @Test func `a file that is not there is told and the others are read`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = try folder.write("a.txt", "T\nB".utf8)
        let found = read([folder.path + "/missing.txt", file])
        #expect(found.count == 2 && found[1] == "T|B")
        #expect(found[0].hasPrefix("! \(folder.path)/missing.txt: "))
    }

    @Test func `a folder gives its files in the order of their names, hidden ones passed over`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("b.txt", "b\nB".utf8)
        try folder.write("a.jsonl", "{\"title\":\"a1\"}\n{\"title\":\"a2\"}\n".utf8)
        try folder.write("inner/c.txt", "c\nC".utf8)
        try folder.write(".hidden.txt", "no\nno".utf8)
        try folder.write(".git/config", "no\nno".utf8)
        #expect(read([folder.path]) == ["a1|", "a2|", "b|B", "c|C"])
        #expect(read([folder.path + "/"]) == ["a1|", "a2|", "b|B", "c|C"])
    }

    @Test func `a folder that is named may itself be hidden`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write(".cache/a.txt", "a\nA".utf8)
        #expect(read([folder.path + "/.cache"]) == ["a|A"])
    }

    @Test func `an empty folder has no articles`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        #expect(read([folder.path]).isEmpty)
    }

    @Test func `the format that is asked for is used, whatever the bytes look like`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = try folder.write("a.txt", "{\"title\":\"x\"}\nB".utf8)
        #expect(read([file], format: PlainTextFormat.self) == ["{\"title\":\"x\"}|B"])
        #expect(read([file]).first == "x|")
    }

    @Test func `a line longer than a record may be is passed over`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let long = "{\"body\":\"" + String(repeating: "x", count: (32 << 20) + 1_000_000) + "\"}"
        let file = try folder.write("a.jsonl", "{\"body\":\"1\"}\n\(long)\n{\"body\":\"2\"}\n[]\n".utf8)
        let found = read([file])
        #expect(found.count == 4)
        #expect(found.first == "|1" && found.dropFirst(2).first == "|2")
        #expect(found.last?.hasPrefix("! \(file):4:1: ") == true)
        #expect(found.dropFirst().first?.hasPrefix("! \(file):2: ") == true)
    }

    @Test func `a text longer than a record may be is told once`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let long = try folder.write("a.txt", [UInt8](repeating: 0x78, count: (32 << 20) + 1_000_000))
        let next = try folder.write("b.txt", "T\nB".utf8)
        let found = read([long, next])
        #expect(found.count == 2)
        #expect(found.first?.hasPrefix("! \(long): ") == true && found.last == "T|B")
    }

    @Test func `a record that crosses the pieces a file is read in stays whole`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let bodies = (0..<40).map { String(repeating: "ab", count: 20_000) + "\($0)" }
        let file = try folder.write("a.jsonl", bodies.map { "{\"body\":\"\($0)\"}\n" }.joined().utf8)
        #expect(read([file]) == bodies.map { "|" + $0 })
    }

    @Test func `a byte order mark before JSON lines is no part of them`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = try folder.write("a.jsonl", "\u{FEFF}{\"body\":\"1\"}\n{\"body\":\"2\"}\n".utf8)
        #expect(read([file]) == ["|1", "|2"])
    }
}
