import CaucusText

/// What is known of a file's document from outside of it: by its name, and by a table.
struct FileFacts: Sendable {
    private let pattern: FileNamePattern?
    private let metadata: FileMetadata?

    /// Takes what the user says.
    init(_ options: ReadingOptions) {
        pattern = options.namePattern
        metadata = options.metadata
    }

    /// Whether nothing is known.
    var isEmpty: Bool { pattern == nil && metadata == nil }

    /// The document with what is known of its file; what the user's table says comes before the file's name, and what
    /// either says before what was found in the file. Where the file holds several documents, what each says of itself
    /// stays.
    func completed(
        _ document: Document, of file: InputFile, isAlone: Bool,
        by table: ColumnTable<ColumnNames.Role>
    ) throws(UnreadableFile) -> Document {
        var document = document
        if let pattern {
            guard let values = pattern.values(of: file.name) else {
                throw UnreadableFile(
                    message:
                        "its name does not fit --name-pattern; expected all names to fit it")
            }
            for field in values { Self.set(field, in: &document, isAlone, by: table) }
        }
        if let metadata {
            guard let columns = metadata.columns(of: file) else {
                throw UnreadableFile(
                    message: "found no row for it in --metadata; expected one that names the file")
            }
            for column in columns {
                let field = Document.Field(name: column.name, value: column.value.label)
                Self.set(field, in: &document, isAlone, by: table)
            }
        }
        return document
    }

    private static func set(
        _ field: Document.Field, in document: inout Document, _ isAlone: Bool,
        by table: ColumnTable<ColumnNames.Role>
    ) {
        guard !field.value.isEmpty else { return }
        let role = table.meaning(of: field.name)?.role
        if !isAlone {
            let known: String? =
                switch role {
                case .title: document.title
                case .source: document.source
                case .published: document.published
                case .url: document.url
                case .id: document.id
                case .text, nil: nil
                }
            if known != nil { return }
        }
        switch role {
        case .id: document.id = field.value
        case .title: document.title = field.value
        case .source: document.source = field.value
        case .published: document.published = field.value
        case .url: document.url = field.value
        case .text, nil:
            document.fields.removeAll { $0.name == field.name }
            document.fields.append(field)
        }
    }
}
