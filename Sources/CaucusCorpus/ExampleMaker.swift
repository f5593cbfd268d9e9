import CaucusText

/// Makes labeled examples of records.
struct ExampleMaker: Sendable {
    private typealias Role = ExampleColumns.Role

    private struct Problem: Error {
        var message: String
    }

    private let columns: ExampleColumns
    private let table: ColumnTable<ExampleColumns.Role>

    init(columns: ExampleColumns) {
        self.columns = columns
        table = ColumnTable(Role.allCases.map { ($0, columns.given($0) == nil ? $0.usual : []) })
    }

    /// What a record gives before it is known what its offsets count.
    enum Step: Sendable {
        case draft(ExampleDraft)
        case reading(ExampleReading)
    }

    /// The drafts and diagnostics of a chunk, in order; `found` takes the columns that the user named and a record has.
    func steps(_ chunk: RecordChunk, _ found: inout FoundColumns) -> [Step] {
        var layout = ExampleRecord.Layout([], table)
        var steps: [Step] = []
        for reading in chunk.records() {
            switch reading {
            case .diagnostic(let diagnostic): steps.append(.reading(.diagnostic(diagnostic)))
            case .note(let diagnostic): steps.append(.reading(.note(diagnostic)))
            case .record(let record):
                if !layout.fits(record.columns) {
                    layout = ExampleRecord.Layout(record.columns, table)
                }
                let known = ExampleRecord(record, layout)
                found.note(known)
                do throws(Problem) {
                    steps += try self.steps(known)
                } catch {
                    let told = Diagnostic(record.place, error.message)
                    steps.append(.reading(.diagnostic(told)))
                }
            }
        }
        return steps
    }

    /// The drafts and diagnostics of records that a program holds, all with the columns of the first.
    func steps(_ records: [Record]) -> [Step] {
        let layout = ExampleRecord.Layout(records.first?.columns ?? [], table)
        var steps: [Step] = []
        for record in records {
            do throws(Problem) {
                steps += try self.steps(ExampleRecord(record, layout))
            } catch {
                steps.append(.reading(.diagnostic(Diagnostic(record.place, error.message))))
            }
        }
        return steps
    }

    private func steps(_ record: ExampleRecord) throws(Problem) -> [Step] {
        let answers = GivenAnswers(record, columns)
        let place = record.record.place
        let leftOut = answers.answers.compactMap(\.leftOut)
        if !answers.answers.isEmpty, leftOut.count == answers.answers.count {
            return leftOut.map { .reading(.leftOut(LeftOutExample($0, place: place))) }
        }
        let draft = try draft(record, answers.marks)
        guard !answers.answers.isEmpty else { return [.draft(draft)] }
        return answers.answers.enumerated().map { i, answer in
            if let reason = answer.leftOut {
                return .reading(.leftOut(LeftOutExample(reason, place: place)))
            }
            var draft = draft
            draft.example.label = answer.label
            draft.example.annotator = answer.annotator
            draft.isRepeat = answers.answers[..<i].contains { $0.leftOut == nil }
            return .draft(draft)
        }
    }

    private func draft(
        _ record: ExampleRecord, _ marks: [GivenAnswer.Mark]
    ) throws(Problem) -> ExampleDraft {
        func optional(_ role: Role) -> String? { record.value(role, columns)?.text }
        let givenID = optional(.id)
        let id = givenID ?? record.record.idByPlace
        let text = try text(record, id)
        var example = LabeledExample(
            id: id, text: text, target: optional(.target), speaker: optional(.speaker),
            context: optional(.context), group: optional(.group),
            annotator: optional(.annotator), place: record.record.place)
        for role in [Role.speech, .about, .isSpeaker] {
            // They are only told on: what is no probability is none of them.
            guard let p = optional(role).flatMap({ Double($0) }), (0...1).contains(p) else {
                continue
            }
            example.probabilities[role.name] = p
        }
        if let weight = optional(.weight) { example.weight = try Self.weight(weight, of: id) }
        func marked(_ role: Role, _ what: String) -> ExampleDraft.Offsets? {
            marks.first { GivenAnswers.role(of: $0) == role }.map {
                ExampleDraft.Offsets(start: $0.start, end: $0.end, of: what)
            }
        }
        let target = try Self.offsets(
            optional(.targetStart), optional(.targetEnd), "target", id)
        let speaker = try Self.offsets(
            optional(.speakerStart), optional(.speakerEnd), "speaker", id)
        return ExampleDraft(
            example: example, target: target ?? marked(.target, "target"),
            speaker: speaker ?? marked(.speaker, "speaker"), isNamedByPlace: givenID == nil)
    }

    private func text(_ record: ExampleRecord, _ id: String) throws(Problem) -> String {
        let name = columns.text ?? Role.text.name
        guard let value = record.value(.text, columns) else {
            if record.hasBlank(.text, columns) {
                throw Problem(message: "the text of \(id) is empty; expected words")
            }
            throw Problem(
                message: "found no text in \(id); expected a column \(name), or --text-column")
        }
        guard case .string(let text) = value else {
            throw Problem(message: "the text of \(id) is \(value.kind); expected a string")
        }
        guard !text.isBlank else {
            throw Problem(message: "the text of \(id) is empty; expected words")
        }
        return text
    }

    private static func weight(_ spelling: String, of id: String) throws(Problem) -> Double {
        guard let weight = Double(spelling), weight.isFinite, weight > 0 else {
            throw Problem(
                message: "the weight of \(id) is \(quoted(spelling)); expected a positive number")
        }
        return weight
    }

    private static func offsets(
        _ start: String?, _ end: String?, _ what: String, _ id: String
    ) throws(Problem) -> ExampleDraft.Offsets? {
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
        return ExampleDraft.Offsets(start: first, end: last, of: what)
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
