public import CaucusCorpus
public import CaucusText

/// A tool for labeling that a sample can be carried to and back.
public enum LabelTool: String, Sendable, Hashable, CaseIterable {
    case labelStudio = "label-studio"
    case doccano
    case prodigy
    case csv

    /// What a tool is given: the tasks, and the file that tells it how they are labeled, where it takes one.
    public struct Files: Sendable {
        public var tasks: String
        public var settings: (text: String, ending: String)?
    }

    /// The rows as the tool reads them, with what people have said of them; answers to other rows are left out.
    public func files(_ rows: [SampleRow], _ answers: [CodedAnswer] = []) -> Files {
        var given: [[String]: [CodedAnswer]] = [:]
        for answer in answers { given[answer.key, default: []].append(answer) }
        let tasks = rows.map { ToolTask(row: $0, answers: given[$0.key] ?? []) }
        switch self {
        case .labelStudio:
            let lines = tasks.map { "  " + $0.labelStudio }
            return Files(
                tasks: "[\n" + lines.joined(separator: ",\n") + "\n]\n",
                settings: (ToolTask.labelStudioConfiguration, ".config.xml"))
        case .doccano:
            return Files(
                tasks: tasks.flatMap(\.doccano).map { $0 + "\n" }.joined(),
                settings: (ToolTask.doccanoLabels, ".labels.json"))
        case .prodigy: return Files(tasks: tasks.flatMap(\.prodigy).map { $0 + "\n" }.joined())
        case .csv: return Files(tasks: ToolTask.csv(tasks))
        }
    }

    /// The answers that a tool exported to the rows of a sample, in the order in which they were given where the file
    /// tells, and what was odd.
    ///
    /// - Throws: where the file is missing, unreadable or of no known format.
    public func answers(
        path: String, to rows: [SampleRow]
    ) throws(CorpusError) -> (answers: [CodedAnswer], diagnostics: [Diagnostic]) {
        let (records, odd) = try RecordReader(paths: [path]).all()
        var diagnostics = odd
        let known = Dictionary(rows.map { ($0.key, $0) }, uniquingKeysWith: { a, _ in a })
        var answers: [CodedAnswer] = []
        for record in records {
            let export = ToolRecord(record, of: self)
            guard let id = export.quotation else {
                diagnostics.append(
                    Diagnostic(
                        record.place, "found no quote_id, expected the one that was exported"))
                continue
            }
            guard let row = known[[id, export.target ?? ""]] else {
                diagnostics.append(
                    Diagnostic(record.place, "\(id) is not in the sample, expected one of its rows")
                )
                continue
            }
            answers += export.answers(to: row)
        }
        let order = answers.enumerated().sorted {
            ($0.element.turn ?? Int.max, $0.offset) < ($1.element.turn ?? Int.max, $1.offset)
        }
        return (order.map(\.element), diagnostics)
    }
}
