internal import CLibYAML

/// libyaml's event interface, and the only place where its pointers are seen.
///
/// Bounds: libyaml reads `count - start` bytes from `bytes + start` while this value lives, so it must not outlive the buffer it was made
/// from. Both structs live on the heap because libyaml keeps their address. Every event is deleted before ``next()`` returns.
struct EventReader: ~Copyable {
    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    private var marks: MarkCursor

    /// - Parameter bytes: UTF-8 that libyaml accepts.
    init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int, isASCII: Bool) {
        marks = MarkCursor(bytes, start: start, isASCII: isASCII)
        guard yaml_parser_initialize(parser) == 1 else { fatalError("no memory for a YAML parser") }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        let text = UnsafeBufferPointer(rebasing: bytes[start...])
        // An empty buffer may have no address, which libyaml asserts against; it reads none of these bytes.
        withUnsafeBytes(of: 0) { none in
            yaml_parser_set_input_string(parser, text.baseAddress ?? none.baseAddress?.assumingMemoryBound(to: UInt8.self), text.count)
        }
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        event.deallocate()
    }

    mutating func next() throws(SyntaxFailure) -> Event {
        guard yaml_parser_parse(parser, event) == 1 else { throw failure() }
        defer { yaml_event_delete(event) }
        let start = marks.offset(of: event.pointee.start_mark.index)
        let end = max(start, marks.offset(of: event.pointee.end_mark.index))
        let (kind, style, hasProperties) = content()
        return Event(kind: kind, style: style, hasProperties: hasProperties, range: start..<end)
    }

    /// Reads the member of the union that the type of the event names.
    private func content() -> (Event.Kind, YAMLStyle, hasProperties: Bool) {
        switch event.pointee.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.pointee.data.scalar
            // Bounds: libyaml gives `length` bytes of UTF-8 at `value`, which NUL bytes of escapes may be among.
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            return (.scalar(text), style(scalar.style), scalar.anchor != nil || scalar.tag != nil)
        case YAML_SEQUENCE_START_EVENT:
            let sequence = event.pointee.data.sequence_start
            let style: YAMLStyle = sequence.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block
            return (.sequenceStart, style, sequence.anchor != nil || sequence.tag != nil)
        case YAML_MAPPING_START_EVENT:
            let mapping = event.pointee.data.mapping_start
            let style: YAMLStyle = mapping.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block
            return (.mappingStart, style, mapping.anchor != nil || mapping.tag != nil)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return (.collectionEnd, .block, false)
        case YAML_ALIAS_EVENT: return (.alias, .refused, false)
        case YAML_DOCUMENT_START_EVENT: return (.documentStart, .plain, false)
        case YAML_STREAM_END_EVENT: return (.streamEnd, .plain, false)
        default: return (.nothing, .plain, false)
        }
    }

    private func style(_ style: yaml_scalar_style_t) -> YAMLStyle {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }

    private mutating func failure() -> SyntaxFailure {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "no memory"
        let context = parser.pointee.context.map { String(cString: $0) } ?? ""
        let contextOffset = marks.offset(of: parser.pointee.context_mark.index)
        let offset = marks.offset(of: parser.pointee.problem_mark.index)
        return SyntaxFailure(problem: problem, offset: offset, context: context, contextOffset: contextOffset)
    }
}
