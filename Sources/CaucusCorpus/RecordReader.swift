package import CaucusText

/// Reads plain records, each with its columns in order: tables that are neither documents nor examples.
package struct RecordReader: Sendable {
    private let inputs: InputFiles

    /// Finds the files that `paths` name (JSON lines, a JSON array, or a table with a header).
    package init(paths: [String], standardInput: Int32 = 0) throws(CorpusError) {
        inputs = try InputFiles(
            paths: paths, format: nil,
            FormatOptions(
                ReadingOptions(), allowed: [.jsonl, .json, .csv, .tsv, .xlsx], fallback: .csv),
            expected: DocumentFormat.examples, standardInput: standardInput,
            maximumRecord: DocumentReader.defaultMaximumRecord)
    }

    /// All records, and the diagnostics of those that were passed over.
    ///
    /// Throws where a file cannot be read to its end.
    package func all() throws(CorpusError) -> (records: [Record], diagnostics: [Diagnostic]) {
        var records: [Record] = []
        var diagnostics: [Diagnostic] = []
        for step in ChunkReader(inputs) {
            switch step {
            case .failure(let error): throw error
            case .diagnostic(let diagnostic): diagnostics.append(diagnostic)
            case .chunk(let chunk):
                for reading in chunk.records() {
                    switch reading {
                    case .record(let record): records.append(record)
                    case .diagnostic(let diagnostic): diagnostics.append(diagnostic)
                    case .note: break
                    }
                }
            }
        }
        return (records, diagnostics)
    }
}

extension Record {
    /// The text of the first column called one of `names` that holds any, or `nil`.
    package func text(of names: [String]) -> String? {
        for name in names {
            guard let value = columns.first(where: { $0.name == name })?.value.text else {
                continue
            }
            if !value.isEmpty { return value }
        }
        return nil
    }
}
