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
    /// How many of the next examples are read and not given: an earlier worker has printed what they gave.
    var passedOver = 0

    init(_ paths: [String], _ batch: BatchOptions) throws {
        self.paths = paths
        self.batch = batch
        records = try LabeledExampleReader(paths: paths).makeIterator()
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
                count += 1
                guard passedOver == 0 else {
                    passedOver -= 1
                    continue
                }
                return example
            case .diagnostic(let diagnostic):
                bad.note(diagnostic)
            case .note(let note): if !batch.quiet { notes.tell(note) }
            case .failure(let error):
                throw error
            }
        }
    }

    /// Sums up and fails where nothing could be read, or where `--strict` meets a bad record.
    mutating func finish() throws {
        guard count > 0 || batch.limit != 0 else { return }
        try bad.finish(records: count, strict: batch.strict, nothing: .noExamples(paths: paths))
    }

    /// Tells in one line how many records were good, where some were not.
    func sumUp() {
        guard bad.count > 0, count > 0, !batch.quiet else { return }
        Console.tell(
            "caucus: \(count) \(count == 1 ? "example" : "examples") read, \(bad.count) bad "
                + "\(bad.count == 1 ? "record" : "records") left out")
    }

    /// All examples of `paths`.
    static func all(_ paths: [String], _ batch: BatchOptions) throws -> [LabeledExample] {
        var input = try LabeledInput(paths, batch)
        var examples: [LabeledExample] = []
        while let example = try input.next() { examples.append(example) }
        try input.finish()
        return examples
    }
}
