import Analysis
import CRE2
import YAML

/// A `/regex/` term, on RE2: time linear in the text, whatever the pattern. Case does not matter; no folding is applied.
package struct TermPattern: Sendable {
    private let compiled: Compiled
    let source: String

    /// More matches of one pattern in one article tell nothing more.
    private static let maximumMatches = 1000

    /// Instructions of all patterns of a rule set, about 32 MB; one of a dozen letters may have fifty thousand.
    private static let maximumInstructions = 2_000_000

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
                if let pattern = pattern(node, &builder) { patterns.append(pattern) }
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

    private static func pattern(_ node: YAMLNode, _ builder: inout RuleSetBuilder) -> TermPattern? {
        guard let text = node.scalar else { return nil }
        let problems = builder.problems
        let source = String(text.dropFirst().dropLast())
        do throws(Failure) {
            let pattern = try TermPattern(source)
            guard RegexLiteral.longest(in: source) >= 3 else {
                problems.report(.regexWithoutLiteral(text, at: node.range))
                return nil
            }
            builder.patternInstructions += cre2_size(pattern.compiled.pointer)
            guard builder.patternInstructions <= maximumInstructions else { throw Failure(reason: "all patterns together are too large") }
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
        let low = article.tokens.partitioningIndex { $0.end > bytes.lowerBound }
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
        let scalars = Array(source.unicodeScalars)
        var (best, run, depth, index) = (0, 0, 0, 0)
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            switch scalar {
            case "\\":
                // An escaped punctuation mark is itself, and no letter; a class such as `\\d` is none either.
                index += 1
                run = 0
            case "[":
                index = end(ofClass: scalars, from: index)
                run = 0
            case "(":
                depth += 1
                run = 0
            case ")":
                depth -= 1
                run = 0
            case "|":
                // One side of the alternative need not hold what the other does.
                if depth == 0 { return 0 }
            default:
                let isOptional = index < scalars.count && ["?", "*", "{"].contains(scalars[index])
                run = depth == 0 && scalar.properties.isAlphabetic && !isOptional ? run + 1 : 0
                best = max(best, run)
                // After a repeated letter the next one need not follow at once, but the run up to it stands.
                if index < scalars.count, scalars[index] == "+" { run = 0 }
            }
        }
        return best
    }

    /// The index after `]`; a `]` right after the opening is a member of the class.
    private static func end(ofClass scalars: [Unicode.Scalar], from start: Int) -> Int {
        var index = start
        if index < scalars.count, scalars[index] == "^" { index += 1 }
        if index < scalars.count, scalars[index] == "]" { index += 1 }
        while index < scalars.count, scalars[index] != "]" { index += scalars[index] == "\\" ? 2 : 1 }
        return min(scalars.count, index + 1)
    }
}
