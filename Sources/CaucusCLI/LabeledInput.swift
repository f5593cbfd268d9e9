import Caucus

/// The labeled examples of a command: read one by one, odd records told and counted.
struct LabeledInput {
    private var records: LabeledExampleReader.Iterator
    private let paths: [String]
    private let batch: BatchOptions
    private var count = 0
    private var bad = BadRecords()
    private var notes = ReadingNotes()
    private var leftOut = 0
    /// What labels must be, or `nil` where none are read.
    private var labels: JudgedLabels?
    /// How many of the next examples are read and not given: an earlier worker has printed what they gave.
    var passedOver = 0

    /// The examples of `paths`, all with a label of `spellings` where these are given.
    init(
        _ paths: [String], _ batch: BatchOptions, _ columns: ExampleColumns,
        _ reading: ReadingOptions, _ spellings: LabelSpellings? = nil
    ) throws {
        self.paths = paths
        self.batch = batch
        labels = spellings.map(JudgedLabels.init)
        records = try LabeledExampleReader(paths: paths, reading, columns: columns).makeIterator()
    }

    /// The next example, or `nil` at the end.
    mutating func next() throws -> LabeledExample? {
        while true {
            if let limit = batch.limit, count + leftOut >= limit { return nil }
            guard let record = records.next() else { return nil }
            switch record {
            case .example(let example):
                if let fault = Worker.current?.fault(of: RecordName(example)) {
                    leftOut += 1
                    let message = fault.message(of: "example \(example.id)", in: "the model")
                    bad.note(Diagnostic(example.place, message))
                    continue
                }
                guard let example = labels == nil ? example : labels?.judged(example) else {
                    continue
                }
                count += 1
                guard passedOver == 0 else {
                    passedOver -= 1
                    continue
                }
                return example
            case .leftOut(let record):
                labels?.note(record)
            case .diagnostic(let diagnostic):
                bad.note(diagnostic)
            case .note(let note): if !batch.quiet { notes.tell(note) }
            case .failure(let error):
                throw error
            }
        }
    }

    /// Sums up and fails where nothing could be read, or where `--strict` meets a bad record or label.
    mutating func finish() throws {
        guard count > 0 || batch.limit != 0 else { return }
        if count == 0, let labels, bad.count == 0 || labels.count > 0 {
            bad.sumUp()
            throw nothing(labels)
        }
        try bad.finish(records: count, strict: batch.strict, nothing: .noExamples(paths: paths))
        guard let labels else { return }
        if let line = labels.leftOutLine {
            if batch.strict, labels.unlabeled > 0 { throw Failure(65, line + " (--strict)") }
            if !batch.quiet { Console.tell("caucus: " + line) }
        }
        guard let line = labels.outsideLine else { return }
        if batch.strict { throw Failure(65, line + " (--strict)") }
        Console.tell("caucus: " + line)
    }

    /// Why no example is left, in one line.
    private func nothing(_ labels: JudgedLabels) -> any Error {
        if let line = labels.outsideLine { return Failure(65, "no examples left: " + line) }
        guard labels.unlabeled > 0 else {
            return labels.leftOutLine.map { Failure(65, "no examples left: " + $0) }
                ?? CorpusError.noExamples(paths: paths)
        }
        let columns = records.columns.prefix(12).joined(separator: ", ")
        return Failure(
            65,
            "\(paths.joined(separator: ", ")): found no label in \(labels.unlabeled) examples; expected a column "
                + "label, or --label-column with one of: \(columns)")
    }

    /// Tells in one line how many records were good, where some were not.
    func sumUp() {
        guard bad.count > 0, count > 0, !batch.quiet else { return }
        Console.tell(
            "caucus: \(count) \(count == 1 ? "example" : "examples") read, \(bad.count) bad "
                + "\(bad.count == 1 ? "record" : "records") left out")
    }

    /// All examples of `paths` with a label of the task.
    static func all(
        _ paths: [String], _ batch: BatchOptions, _ labels: LabelOptions, for task: StanceTask
    ) throws -> [LabeledExample] {
        var input = try LabeledInput(
            paths, batch, labels.names, labels.columns.spelling.options, labels.spellings(for: task)
        )
        var examples: [LabeledExample] = []
        while let example = try input.next() { examples.append(example) }
        try input.finish()
        return examples
    }
}
