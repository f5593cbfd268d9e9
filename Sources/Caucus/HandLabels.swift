/// Hand labels of a probability sample, read from a table.
///
/// The table has the columns `quote_id` (or `id`), `label` (favor | against | neutral, or not_speech | not_about |
/// wrong_speaker) and `sampling_probability` (or `pi`), as the `quotations.csv` of a report has them: a report's own table, labeled in some of its rows,
/// is a valid file. A row without a label was not drawn or not labeled, and is passed over. Where a column `annotator`
/// names people, one quotation may have a row of each; where `target` names a leader, the label is about that one. Of a
/// file that `caucus label` wrote, the last word of each person counts, and what was skipped or labeled for training is
/// passed over. Labels may be spelled as `LabelSpellings` forgives.
public struct HandLabels: Sendable {
    /// The labels in the order of the file.
    public private(set) var labels: [HandLabel] = []
    /// What was wrong with single rows.
    public private(set) var diagnostics: [Diagnostic] = []
    /// How many answers were passed over since they were skipped, or given for training.
    public private(set) var skipped = 0
    public private(set) var forTraining = 0

    /// Reads the table at `path`; `-` is standard input.
    ///
    /// Throws where the file is missing or unreadable, or of no known format.
    public init(path: String) throws(CorpusError) {
        let (records, diagnostics) = try RecordReader(paths: [path]).all()
        self.init(records, diagnostics)
    }

    /// Reads the records of a table; `diagnostics` are what was odd about them so far.
    package init(_ records: [Record], _ diagnostics: [Diagnostic] = []) {
        self.diagnostics = diagnostics
        let labeled = CodedAnswers.lastTurns(records).filter { record in
            guard let word = record.text(of: ["label"]) else { return false }
            if record.text(of: ["purpose"]) == LabelPurpose.training.rawValue {
                forTraining += 1
                return false
            }
            guard CodedLabel(word: word) != .skipped else {
                skipped += 1
                return false
            }
            return true
        }
        if let first = labeled.first, labeled.allSatisfy({ $0.text(of: Self.probabilities) == nil })
        {
            self.diagnostics.append(
                Diagnostic(
                    first.place,
                    "found no sampling_probability in any of \(labeled.count) labeled rows; expected how "
                        + "likely each quotation was to be drawn, 1 where all were labeled"))
            return
        }
        for record in labeled {
            guard let spelling = record.text(of: ["label"]) else { continue }
            do throws(Problem) {
                labels.append(try Self.label(record, spelling))
            } catch {
                self.diagnostics.append(Diagnostic(record.place, error.message))
            }
        }
    }

    private struct Problem: Error {
        var message: String
    }

    private static func label(
        _ record: Record, _ spelling: String
    ) throws(Problem) -> HandLabel {
        guard let id = record.text(of: ["quote_id", "id"]).map(CSVWriter.original) else {
            throw Problem(message: "found no quote_id; expected the id of a quotation")
        }
        let answer: HandAnswer
        switch CodedLabel(word: spelling) {
        case .stance(let stance)?: answer = .stance(stance)
        case .fails(let gate)?: answer = .fails(gate)
        case .skipped?, .other?, nil:
            throw Problem(
                message: "the label of \(clipped(id)) is \(clipped(spelling)); "
                    + "expected favor, against or neutral")
        }
        guard let probability = record.text(of: probabilities).flatMap({ Double($0) }),
            probability > 0, probability <= 1
        else {
            throw Problem(
                message: "the sampling_probability of \(clipped(id)) is "
                    + "\(clipped(record.text(of: probabilities) ?? "missing")); "
                    + "expected a number above 0 and up to 1")
        }
        func text(_ name: String) -> String? { record.text(of: [name]).map(CSVWriter.original) }
        return HandLabel(
            quotation: id, answer: answer, samplingProbability: probability,
            annotator: text("annotator"), target: text("target"), run: text("run"),
            speaker: answer == .fails(.speaker) ? text("true_speaker") : nil,
            borders: CodedAnswer.borders(record),
            place: record.place)
    }

    private static let probabilities = ["sampling_probability", "pi"]

    private static func clipped(_ text: String) -> String {
        text.unicodeScalars.count <= 60
            ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(60))) + "…"
    }
}
