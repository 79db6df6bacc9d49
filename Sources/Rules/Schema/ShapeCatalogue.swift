/// Every mapping of the rule language, in the order of the manual.
///
/// Adding a key: a line in the shape it belongs to. Adding a shape: a ``Shape`` in a file of this folder, and a line there.
package let shapeCatalogue: [Shape] =
    fileShapes + ruleShapes + conditionShapes + eventShapes + watchlistShapes + correlationShapes + wordShapes + worldShapes
    + spellingShapes
    + languageShapes
    + languageWordShapes

extension Shape {
    /// The shape that a reader of this name reads.
    package static func named(_ name: String) -> Shape? { shapeCatalogue.first { $0.name == name } }

    package func key(_ name: String) -> Key? { keys.first { $0.name == name } }
}

extension Shape {
    /// The example with its head, where it leaves that out.
    package var exampleFile: String { example.hasPrefix("schema:") ? example : "schema: 1\npack: example\nuse: [core]\n" + example }

    /// The shapes that values of this one may have.
    package var references: [String] { keys.flatMap { $0.value.shapes } + (others?.value.shapes ?? []) }
}

extension ValueKind {
    /// The shapes inside of it.
    var shapes: [String] {
        switch self {
        case .shape(let name): [name]
        case .conditions: ["condition"]
        case .shapeIf(_, let name, let other): [name, other]
        case .oneOrMore(let inner), .list(let inner): inner.shapes
        case .entries(let first, let second), .either(let first, let second): first.shapes + second.shapes
        case .text, .emptyOrText, .flag, .number, .share, .day, .moment, .timeSpan, .id, .reference, .choice, .term, .terms: []
        }
    }
}
