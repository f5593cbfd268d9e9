import CaucusCorpus
import CaucusText

/// A record that a tool exported, with the answers in it.
struct ToolRecord {
    private let record: Record
    private let tool: LabelTool
    /// The members of a task's data in Label Studio, else of the record.
    private let data: JSONTree

    init(_ record: Record, of tool: LabelTool) {
        self.record = record
        self.tool = tool
        var members = JSONTree.object(
            record.columns.map { JSONTree.Member(name: $0.name, value: JSONTree($0.value)) })
        if let inner = members["data"], inner["quote_id"] != nil { members = inner }
        // doccano of today puts columns of its own under metadata.
        if members["quote_id"] == nil, let inner = members["metadata"] ?? members["meta"] {
            members = inner
        }
        data = members
    }

    /// The quotation and the leader.
    var quotation: String? { text("quote_id") }
    var target: String? { text("target") }

    private func text(_ name: String) -> String? {
        let text = data[name]?.text ?? column(name)?.text
        return tool == .csv ? text.map(CSVWriter.original) : text
    }

    private func column(_ name: String) -> JSONTree? {
        record.columns.first { $0.name == name }.map { JSONTree($0.value) }
    }

    /// What people said; nothing where nobody was asked.
    func answers(to row: SampleRow) -> [CodedAnswer] {
        if tool == .labelStudio {
            return (column("annotations")?.elements ?? []).compactMap { annotation($0, row) }
        }
        let words: JSONTree? =
            switch tool {
            case .prodigy: column("accept")
            case .doccano: column("label") ?? column("labels")
            case .csv, .labelStudio: column("label")
            }
        let isSkipped =
            column("answer")?.text == "ignore" || column("skipped") == .bool(true)
            || column("answer")?.text == "reject"
        let word = words?.elements.first?.text ?? words?.text
        guard let label = isSkipped ? .skipped : word.flatMap(CodedLabel.init(word:)) else {
            return []
        }
        let annotator =
            text("annotator") ?? column("_annotator_id")?.text ?? column("username")?.text ?? ""
        return [answer(row, label, annotator, data)]
    }

    /// One answer with what `extra` tells beside the label.
    private func answer(
        _ row: SampleRow, _ label: CodedLabel, _ annotator: String, _ extra: JSONTree
    ) -> CodedAnswer {
        func text(_ name: String) -> String? {
            let text = extra[name]?.text ?? column(name)?.text
            return tool == .csv ? text.map(CSVWriter.original) : text
        }
        var borders: Span?
        if let start = text("true_start").flatMap({ Int($0) }),
            let end = text("true_end").flatMap({ Int($0) }), 0 <= start, start < end
        {
            borders = Span(start, end)
        }
        var answer = CodedAnswer(
            to: row, by: annotator, label: label, speaker: text("true_speaker"), borders: borders,
            note: text("note"), seconds: text("seconds").flatMap { Double($0) },
            place: record.place)
        answer.turn = text("turn").flatMap { Int($0) }
        return answer
    }

    /// One annotation of Label Studio, or `nil` where it has no label.
    private func annotation(_ annotation: JSONTree, _ row: SampleRow) -> CodedAnswer? {
        func result(_ name: String, _ key: String) -> String? {
            let found = (annotation["result"]?.elements ?? []).first {
                $0["from_name"]?.text == name
            }
            guard let value = found?["value"]?[key] else { return nil }
            return value.elements.first?.text ?? value.text
        }
        let isSkipped = annotation["was_cancelled"] == .bool(true)
        guard
            let label = isSkipped
                ? .skipped : result("label", "choices").flatMap(CodedLabel.init(word:))
        else { return nil }
        let who = annotation["completed_by"]
        let name = who?.text ?? ["email", "username", "id"].compactMap { who?[$0]?.text }.first
        var answer = answer(row, label, name ?? "", annotation["meta"] ?? .null)
        answer.speaker = result("true_speaker", "text")
        answer.note = result("note", "text")
        answer.seconds = annotation["lead_time"]?.text.flatMap { Double($0) }
        return answer
    }
}
