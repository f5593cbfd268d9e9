public import CaucusCorpus
public import CaucusText

/// The rows of a sample file.
public struct SampleFile: Sendable {
    /// The rows in the order of the file, each quotation once a leader.
    public private(set) var rows: [SampleRow] = []
    /// What was wrong with single lines.
    public private(set) var diagnostics: [Diagnostic] = []

    /// Reads the file at `path`, as `caucus sample` writes it.
    ///
    /// - Throws: where the file is missing, unreadable or of no known format.
    public init(path: String) throws(CorpusError) {
        let (records, diagnostics) = try RecordReader(paths: [path]).all()
        self.diagnostics = diagnostics
        var seen: Set<[String]> = []
        for record in records {
            do throws(SampleRow.Problem) {
                let row = try SampleRow(record)
                if seen.insert(row.key).inserted {
                    rows.append(row)
                } else {
                    self.diagnostics.append(
                        Diagnostic(
                            record.place, "\(row.quotation) is there twice; the first is taken"))
                }
            } catch {
                self.diagnostics.append(Diagnostic(record.place, error.message))
            }
        }
    }
}
