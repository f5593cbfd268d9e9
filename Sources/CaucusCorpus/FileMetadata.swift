import CaucusText

/// A table that says of files what they hold: a row for each, found by the file's name.
///
/// The file stands in the first column called `file`, `filename`, `file_name`, `path`, `name`, `doc_id` or `id`: its
/// path from the current folder, the end of its path, or its name with or without its extensions. The other columns are
/// those of documents.
///
/// - Complexity: memory for the whole table.
public struct FileMetadata: Sendable {
    /// The columns that name the file.
    static let fileNames = ["file", "filename", "file_name", "path", "name", "doc_id", "id"]

    /// The absolute path of the table, which is no article.
    let realPath: String
    private var rows: [String: [Record.Column]] = [:]
    /// Names that several rows have in common: they tell no row.
    private var ambiguous: Set<String> = []

    /// Reads the table at `path`.
    ///
    /// Throws where it cannot be read or has no column that names files.
    public init(path: String) throws(CorpusError) {
        realPath = FileNames.realPath(path)
        let (records, diagnostics) = try RecordReader(paths: [path]).all()
        if let first = diagnostics.first { throw .badTable(path: path, reason: first.description) }
        for record in records {
            let name = Self.fileNames.lazy.compactMap { name in
                record.columns.firstIndex { $0.name.lowercased() == name }
            }.first
            guard let name else {
                throw .badTable(
                    path: path,
                    reason:
                        "found the columns \(record.columns.map(\.name).joined(separator: ", ")); expected one "
                        + "that names the file, such as file")
            }
            var columns = record.columns
            let file = FileNames.withoutDetours(columns.remove(at: name).value.text)
            for key in Set([file, Self.lastPart(file), FileNamePattern.stem(file)])
            where !key.isEmpty {
                if rows.updateValue(columns, forKey: key) != nil { ambiguous.insert(key) }
            }
        }
    }

    private static func lastPart(_ path: String) -> String {
        String(path.split(separator: "/").last ?? "")
    }

    /// What the table says of `file`, or `nil` where it has no row for it alone.
    func columns(of file: InputFile) -> [Record.Column]? {
        let parts = file.name.split(separator: "/")
        // The longest way that a row has comes first.
        for n in parts.indices {
            let key = parts[n...].joined(separator: "/")
            if let row = rows[key], !ambiguous.contains(key) { return row }
        }
        let stem = FileNamePattern.stem(file.name)
        return ambiguous.contains(stem) ? nil : rows[stem]
    }
}
