import CaucusText

/// Makes labeled examples of records.
struct ExampleMaker: Sendable {
    private enum Role: Int, CaseIterable {
        case id, text, target, label, speaker, context, group, weight, annotator
        case targetStart, targetEnd, speakerStart, speakerEnd
        case speech, about, isSpeaker

        /// What the column is called.
        var name: String { Self.names[rawValue] }

        private static let names = [
            "id", "text", "target", "label", "speaker", "context", "group", "weight", "annotator",
            "target_start", "target_end", "speaker_start", "speaker_end",
            "p_speech", "p_about", "p_speaker",
        ]
    }

    /// The columns of the record before and what they mean: most records have the same ones.
    private struct Layout {
        var names: [String] = []
        var roles: [Role?] = []
    }

    private struct Problem: Error {
        var message: String
    }

    private let table: ColumnTable<Role>
    private let textColumn: String

    init(textColumn: String) {
        self.textColumn = textColumn
        table = ColumnTable(
            Role.allCases.map { ($0, [$0 == .text ? textColumn : $0.name]) })
    }

    /// The examples and diagnostics of a chunk, in order.
    func readings(_ chunk: RecordChunk) -> [ExampleReading] {
        var layout = Layout()
        return chunk.records().map { reading in
            switch reading {
            case .diagnostic(let diagnostic): return .diagnostic(diagnostic)
            case .note(let diagnostic): return .note(diagnostic)
            case .record(let record):
                do throws(Problem) {
                    return .example(try example(record, &layout))
                } catch {
                    return .diagnostic(Diagnostic(record.place, error.message))
                }
            }
        }
    }

    /// What the columns of a record mean, looked up where they differ from those of the record before.
    private func roles(_ columns: [Record.Column], _ layout: inout Layout) -> [Role?] {
        var isSame = columns.count == layout.names.count
        for n in columns.indices where isSame { isSame = columns[n].name == layout.names[n] }
        if !isSame {
            layout.names = columns.map(\.name)
            layout.roles = layout.names.map { table.meaning(of: $0)?.role }
        }
        return layout.roles
    }

    private func example(
        _ record: Record, _ layout: inout Layout
    ) throws(Problem) -> LabeledExample {
        var values = [JSONValue?](repeating: nil, count: Role.allCases.count)
        for (column, role) in zip(record.columns, roles(record.columns, &layout)) {
            if let role { values[role.rawValue] = column.value }
        }
        func optional(_ role: Role) -> String? {
            guard let text = values[role.rawValue]?.text, !text.isEmpty else { return nil }
            return text
        }
        let id = optional(.id) ?? record.idByPlace
        guard let value = values[Role.text.rawValue], value != .null else {
            throw Problem(message: "found no text in \(id); expected a column \(textColumn)")
        }
        guard case .string(let text) = value else {
            throw Problem(message: "the text of \(id) is \(value.kind); expected a string")
        }
        guard !text.isBlank else {
            throw Problem(message: "the text of \(id) is empty; expected words")
        }
        var example = LabeledExample(
            id: id, text: text, target: optional(.target), label: optional(.label),
            speaker: optional(.speaker), context: optional(.context), group: optional(.group),
            annotator: optional(.annotator), place: record.place)
        for role in [Role.speech, .about, .isSpeaker] {
            // They are only told on: what is no probability is none of them.
            guard let p = optional(role).flatMap({ Double($0) }), (0...1).contains(p) else {
                continue
            }
            example.probabilities[role.name] = p
        }
        if let weight = optional(.weight) { example.weight = try Self.weight(weight, of: id) }
        example.targetSpan = try Self.span(
            optional(.targetStart), optional(.targetEnd), "target", id, text)
        example.speakerSpan = try Self.span(
            optional(.speakerStart), optional(.speakerEnd), "speaker", id, text)
        return example
    }

    private static func weight(_ spelling: String, of id: String) throws(Problem) -> Double {
        guard let weight = Double(spelling), weight.isFinite, weight > 0 else {
            throw Problem(
                message: "the weight of \(id) is \(quoted(spelling)); expected a positive number")
        }
        return weight
    }

    private static func span(
        _ start: String?, _ end: String?, _ what: String, _ id: String, _ text: String
    ) throws(Problem) -> Span? {
        if start == nil, end == nil { return nil }
        guard let start, let end else {
            throw Problem(
                message:
                    "\(id) has only one of \(what)_start and \(what)_end; expected both or none")
        }
        guard let first = integer(start), let last = integer(end) else {
            throw Problem(
                message: "\(what)_start and \(what)_end of \(id) are \(quoted(start)) and "
                    + "\(quoted(end)); expected whole numbers")
        }
        let points = CodePoints(text)
        guard let span = points.span(codePoints: first, last), !span.isEmpty else {
            throw Problem(
                message:
                    "\(what)_start and \(what)_end of \(id) are \(first) and \(last); expected "
                    + "start < end within the \(points.count) code points of its text")
        }
        return span
    }

    /// `6`, also where a table wrote it as `6.0`.
    private static func integer(_ spelling: String) -> Int? {
        Int(spelling) ?? Double(spelling).flatMap { Int(exactly: $0) }
    }

    /// What was found, shortened.
    private static func quoted(_ text: String) -> String {
        text.unicodeScalars.count <= 40
            ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(40))) + "…"
    }
}
