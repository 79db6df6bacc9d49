import Analysis
import CRE2
import YAML

/// A `/regex/` term, on RE2: time linear in the text, whatever the pattern. Case does not matter; no folding is applied.
package struct TermPattern: Sendable {
    private let compiled: Compiled
    let source: String

    /// More matches of one pattern in one article tell nothing more.
    private static let maximumMatches = 1000

    /// The C++ object is immutable after compilation, and RE2 promises that matching is safe from several threads.
    private final class Compiled: @unchecked Sendable {
        let pointer: OpaquePointer

        init(_ pointer: OpaquePointer) { self.pointer = pointer }
        deinit { cre2_free(pointer) }
    }

    struct Failure: Error {
        let reason: String
    }

    init(_ source: String) throws(Failure) {
        var reason = [CChar](repeating: 0, count: 256)
        let bytes = Array(source.utf8CString.dropLast())
        guard let pointer = cre2_compile(bytes, bytes.count, &reason, reason.count) else {
            let text = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw Failure(reason: String(decoding: text, as: UTF8.self))
        }
        compiled = Compiled(pointer)
        self.source = source
    }

    /// Reads terms of which some may be patterns; the others become terms of the leaf.
    static func read(_ node: YAMLNode, leaf: Int, into builder: inout RuleSetBuilder) -> [TermPattern] {
        var patterns: [TermPattern] = []
        func isPattern(_ node: YAMLNode) -> Bool {
            (node.scalar?.utf8.count ?? 0) > 2 && node.scalar?.hasPrefix("/") == true && node.scalar?.hasSuffix("/") == true
        }
        func take(_ nodes: [YAMLNode]) -> [YAMLNode] {
            for node in nodes where isPattern(node) {
                if let pattern = pattern(node, builder.problems) { patterns.append(pattern) }
            }
            return nodes.filter { !isPattern($0) }
        }
        if let entries = node.entries {
            if entries.isEmpty { builder.problems.report(.emptyValue("terms", at: node.range)) }
            for entry in entries {
                guard let code = entry.key.scalar, let slot = builder.languageSlot(code, at: entry.key.range) else { continue }
                builder.addAll(take(builder.problems.texts(entry.value, "terms")), language: slot, .init(kind: .word), meaning: .leaf(leaf))
            }
        } else {
            builder.addAll(take(builder.problems.texts(node, "terms")), language: nil, meaning: .leaf(leaf))
        }
        return patterns
    }

    private static func pattern(_ node: YAMLNode, _ problems: Problems) -> TermPattern? {
        guard let text = node.scalar else { return nil }
        let source = String(text.dropFirst().dropLast())
        do {
            let pattern = try TermPattern(source)
            guard RegexLiteral.longest(in: source) >= 3 else {
                problems.report(.regexWithoutLiteral(text, at: node.range))
                return nil
            }
            return pattern
        } catch {
            problems.report(.badRegex(text, reason: error.reason, at: node.range))
            return nil
        }
    }

    /// Tokens that a match touches, for each match within one sentence.
    func spans(in article: AnalyzedArticle) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        article.text.withUnsafeBytes { bytes in
            guard let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
            var (from, start, end) = (0, 0, 0)
            // Bounds: RE2 reads within `bytes.count` bytes of `text`, and the buffer outlives the loop.
            while spans.count < Self.maximumMatches, cre2_find(compiled.pointer, text, bytes.count, from, &start, &end) {
                if let span = tokens(start..<end, in: article) { spans.append(span) }
                from = max(end, start + 1)
            }
        }
        return spans
    }

    private func tokens(_ bytes: Range<Int>, in article: AnalyzedArticle) -> Range<Int>? {
        var low = 0
        var high = article.tokens.count
        while low < high {
            let middle = (low + high) / 2
            if article.tokens[middle].end <= bytes.lowerBound { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < article.tokens.count, Int(article.tokens[end].start) < bytes.upperBound { end += 1 }
        guard end > low, article.sentenceOfToken[low] == article.sentenceOfToken[end - 1] else { return nil }
        return low..<end
    }
}

/// Finds out how long a text every match of a pattern must hold.
enum RegexLiteral {
    /// The longest run of letters that stands outside of groups, classes and alternatives and is not optional.
    static func longest(in source: String) -> Int {
        var best = 0
        var run = 0
        var depth = 0
        var inClass = false
        var scalars = source.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            if inClass {
                if scalar == "\\" { _ = scalars.next() }
                if scalar == "]" { inClass = false }
                continue
            }
            switch scalar {
            case "\\":
                // An escaped punctuation mark is itself; a class such as `\d` is not.
                if let next = scalars.next(), next.properties.isAlphabetic || ("0"..."9").contains(next) { run = 0 }
            case "[":
                (inClass, run) = (true, 0)
            case "(":
                depth += 1
                run = 0
            case ")":
                depth -= 1
                run = 0
            case "|":
                // One side of the alternative need not hold what the other does.
                if depth == 0 { return 0 }
                run = 0
            case "?", "*", "{":
                if depth == 0 { best = max(best, run - 1) }
                run = 0
            case ".", "+", "^", "$", "}": run = 0
            default:
                run = depth == 0 && scalar.properties.isAlphabetic ? run + 1 : 0
            // What follows may make the last letter optional, which is told when it is read.
            }
            if run > best + 1 { best = run - 1 }
        }
        return max(best, run)
    }
}
