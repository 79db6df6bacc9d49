/// ANSI colours, or none.
struct Palette: Sendable {
    enum Role: Sendable {
        case severity(Diagnostic.Severity)
        case title
        case gutter
        case secondary
    }

    let isColored: Bool

    func paint(_ text: String, as role: Role) -> String {
        guard isColored, !text.isEmpty else { return text }
        return "\u{1B}[\(attributes(of: role))m\(text)\u{1B}[0m"
    }

    private func attributes(of role: Role) -> String {
        switch role {
        case .severity(.error): "1;31"
        case .severity(.warning): "1;33"
        case .severity(.note): "1;32"
        case .title: "1"
        case .gutter, .secondary: "1;34"
        }
    }
}
