package import CaucusCorpus
public import CaucusText

/// What one person said of one quotation: a line of a file of labels.
public struct CodedAnswer: Sendable, Hashable {
    /// The quotation's id, and the leader; the leader is empty where the file does not tell.
    public var quotation: String
    public var target: String
    /// The run that the quotation was drawn from, or `nil`.
    public var run: String?
    /// Who said so; empty where the file does not tell.
    public var annotator: String
    public var label: CodedLabel
    /// Who speaks in truth, where the label says that another one is named.
    public var speaker: String?
    /// The borders of the words in the document as the person set them, in code points, or `nil` where they were well.
    public var borders: Span?
    public var note: String?
    /// The words, where the file has them.
    public var quote: String?
    /// How likely the quotation was to be drawn, or `nil`.
    public var samplingProbability: Double?
    public var purpose: LabelPurpose
    /// How long the person took.
    public var seconds: Double?
    /// Which line of its writer it is, or `nil` in a table.
    public var turn: Int?
    /// Where the answer was read.
    public var place: Place

    /// What names the quotation across leaders.
    public var key: [String] { [quotation, target] }

    /// Creates an answer to a drawn quotation.
    public init(
        to row: SampleRow, by annotator: String, label: CodedLabel, speaker: String? = nil,
        borders: Span? = nil, note: String? = nil, seconds: Double? = nil,
        place: Place = Place(file: "-")
    ) {
        quotation = row.quotation
        target = row.target
        run = row.run.isEmpty ? nil : row.run
        self.annotator = annotator
        self.label = label
        self.speaker = speaker
        self.borders = borders
        self.note = note
        quote = row.quote
        samplingProbability = row.samplingProbability
        purpose = row.purpose
        self.seconds = seconds
        self.place = place
    }
}

extension CodedAnswer {
    /// The answer as a line of a file of labels, without the end of the line; `turn` counts the lines of the file's
    /// writer, and says that a later line takes the place of an earlier one.
    public func json(turn: Int? = nil) -> String {
        var json = JSONWriter()
        json.object {
            if let turn = turn ?? self.turn { $0.member("turn", turn) }
            $0.member("quote_id", quotation)
            $0.member("target", target)
            $0.member("annotator", annotator)
            $0.member("label", label.word)
            if let speaker { $0.member("true_speaker", speaker) }
            if let borders {
                $0.member("true_start", borders.start)
                $0.member("true_end", borders.end)
            }
            if let note { $0.member("note", note) }
            if let quote { $0.member("quote", quote) }
            $0.member("purpose", purpose.rawValue)
            if let samplingProbability {
                $0.member("sampling_probability", exactly: samplingProbability)
            }
            if let seconds { $0.member("seconds", rounded: seconds) }
            if let run { $0.member("run", run) }
        }
        return json.text
    }

    /// The line that takes an answer back.
    public static func withdrawal(of row: SampleRow, by annotator: String, turn: Int) -> String {
        var json = JSONWriter()
        json.object {
            $0.member("turn", turn)
            $0.member("quote_id", row.quotation)
            $0.member("target", row.target)
            $0.member("annotator", annotator)
            $0.member("label", String?.none)
        }
        return json.text
    }

    /// The answers that a record holds: one, or one a person where a column each has `label_ann`, `label_ben`; empty
    /// where nobody labeled it, and `nil` where it names no quotation.
    static func answers(_ record: Record) -> [CodedAnswer]? {
        // What a table marks so that no spreadsheet runs it; other files hold words as they are.
        let isTable = record.file.format.map { [.csv, .tsv].contains($0) } ?? false
        func text(_ names: String...) -> String? {
            record.text(of: names).map { isTable ? CSVWriter.original(of: $0) : $0 }
        }
        guard let id = text("quote_id", "id") else { return nil }
        func answer(_ word: String?, _ annotator: String) -> CodedAnswer? {
            guard let label = word.flatMap(CodedLabel.init(word:)) else { return nil }
            return CodedAnswer(
                quotation: id, target: text("target") ?? "", run: text("run"),
                annotator: annotator, label: label, speaker: text("true_speaker"),
                borders: borders(record), note: text("note"), quote: text("quote", "text"),
                samplingProbability: text("sampling_probability", "pi").flatMap { Double($0) },
                purpose: text("purpose").flatMap(LabelPurpose.init(rawValue:)) ?? .shares,
                seconds: text("seconds").flatMap { Double($0) },
                turn: text("turn").flatMap { Int($0) }, place: record.place)
        }
        let people = record.columns.filter {
            $0.name.lowercased().hasPrefix("label_") && $0.name.utf8.count > 6
        }
        if !people.isEmpty, record.text(of: ["label"]) == nil {
            return people.compactMap { column in
                answer(text(column.name), String(column.name.dropFirst(6)))
            }
        }
        return answer(text("label"), text("annotator") ?? "").map { [$0] } ?? []
    }

    /// The borders that a record has, or `nil` where they are none.
    package static func borders(_ record: Record) -> Span? {
        guard let start = record.text(of: ["true_start"]).flatMap({ Int($0) }),
            let end = record.text(of: ["true_end"]).flatMap({ Int($0) }), 0 <= start, start < end
        else { return nil }
        return Span(start, end)
    }

    private init(
        quotation: String, target: String, run: String?, annotator: String, label: CodedLabel,
        speaker: String?, borders: Span?, note: String?, quote: String?,
        samplingProbability: Double?, purpose: LabelPurpose, seconds: Double?, turn: Int?,
        place: Place
    ) {
        self.quotation = quotation
        self.target = target
        self.run = run
        self.annotator = annotator
        self.label = label
        self.speaker = speaker
        self.borders = borders
        self.note = note
        self.quote = quote
        self.samplingProbability = samplingProbability
        self.purpose = purpose
        self.seconds = seconds
        self.turn = turn
        self.place = place
    }
}
