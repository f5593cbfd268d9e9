public import CaucusCorpus
public import CaucusText

/// What people said of quotations: the answers of one or more files of labels.
public struct CodedAnswers: Sendable {
    /// The answers that hold, in the order of the first word on each.
    public private(set) var answers: [CodedAnswer] = []
    /// What was wrong with single records.
    public private(set) var diagnostics: [Diagnostic] = []

    /// Reads the table or log at `path`; `-` is standard input.
    ///
    /// - Throws: where the file is missing or unreadable, or of no known format.
    public init(path: String) throws(CorpusError) {
        try self.init(paths: [path])
    }

    /// Reads several files as one: of several people, a file each.
    ///
    /// - Throws: as ``init(path:)``.
    public init(paths: [String]) throws(CorpusError) {
        for path in paths {
            let (records, diagnostics) = try RecordReader(paths: [path]).all()
            self.diagnostics += diagnostics
            for record in Self.lastTurns(records) { take(record) }
        }
        var seen: Set<[String]> = []
        answers = answers.filter { answer in
            if seen.insert(answer.key + [answer.annotator]).inserted { return true }
            let who = answer.annotator.isEmpty ? "" : " by \(answer.annotator)"
            self.diagnostics.append(
                Diagnostic(
                    answer.place,
                    "the quotation \(answer.quotation) is labeled twice\(who); the first label is taken"
                ))
            return false
        }
    }

    private mutating func take(_ record: Record) {
        guard let found = CodedAnswer.answers(record) else {
            return diagnostics.append(
                Diagnostic(record.place, "found no quote_id, expected the id of a quotation"))
        }
        answers += found
    }

    /// The records without those that a later one takes the place of: of a log, the last that a person saved of a
    /// quotation, at the place of the first; other records stay as they are.
    package static func lastTurns(_ records: [Record]) -> [Record] {
        var places: [[String]: Int] = [:]
        var kept: [Record] = []
        for record in records {
            guard record.text(of: ["turn"]) != nil, let id = record.text(of: ["quote_id", "id"])
            else {
                kept.append(record)
                continue
            }
            let key = [
                record.place.file, id, record.text(of: ["target"]) ?? "",
                record.text(of: ["annotator"]) ?? "",
            ]
            if let place = places[key] {
                kept[place] = record
            } else {
                places[key] = kept.count
                kept.append(record)
            }
        }
        return kept
    }
}
