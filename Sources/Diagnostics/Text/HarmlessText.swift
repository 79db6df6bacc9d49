/// Text of ours that may hold text of an author, made fit for one line of a terminal.
///
/// Escapes what must be escaped, and isolates right-to-left text in back-quotes so that it cannot reorder the words round it.
func harmless(_ text: String) -> String {
    var isQuoted = false
    return text.split(separator: "`", omittingEmptySubsequences: false).map { part in
        defer { isQuoted.toggle() }
        let escaped = escape(part.unicodeScalars)
        return isQuoted && part.unicodeScalars.contains(where: \.isRightToLeft) ? isolated(escaped) : escaped
    }.joined(separator: "`")
}

/// A path, isolated as a whole where it runs from right to left.
func harmlessPath(_ path: String) -> String {
    let escaped = escape(path.unicodeScalars)
    return path.unicodeScalars.contains(where: \.isRightToLeft) ? isolated(escaped) : escaped
}

/// U+2068 FIRST STRONG ISOLATE … U+2069 POP DIRECTIONAL ISOLATE.
func isolated(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }

func escape(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var result = ""
    for scalar in scalars {
        if scalar.mustBeEscaped { result += scalar.escaped } else { result.unicodeScalars.append(scalar) }
    }
    return result
}
