/// Why a corpus cannot be read or an output cannot be written.
public enum CorpusError: Error, Equatable, Sendable {
    /// No file or directory stands at the path.
    case missing(path: String)
    /// The file or directory stands there but cannot be opened or listed.
    case unreadable(path: String, reason: String)
    /// Reading stopped inside the file, after `offset` bytes.
    case readFailed(path: String, offset: Int, reason: String)
    /// What was read before, and under which ids, cannot be told, so that no id is safe.
    case identityUnknown(path: String, reason: String)
    /// Packed data are broken or end too early, after `offset` unpacked bytes.
    case damaged(path: String, offset: Int, reason: String)
    /// The file's extension tells no format and the user named none.
    case unknownFormat(path: String, expected: [String])
    /// The format is known but cannot be read for this purpose.
    case unsupportedFormat(path: String, format: String, expected: [String])
    /// The paths hold no document.
    case noDocuments(paths: [String], found: String? = nil)
    /// The paths hold no labeled example.
    case noExamples(paths: [String])
    /// A table that the user named is not what it is for.
    case badTable(path: String, reason: String)
    /// The output is there already and may not be replaced.
    case outputExists(path: String)
    /// The output cannot be created.
    case outputNotCreatable(path: String, reason: String)
    /// Writing the output failed after it had been created.
    case outputFailed(path: String, reason: String)
}

extension CorpusError {
    /// The file or directory it is about, or `nil` where it is about several.
    package var path: String? {
        switch self {
        case .missing(let path), .unreadable(let path, _), .readFailed(let path, _, _),
            .damaged(let path, _, _), .unknownFormat(let path, _), .identityUnknown(let path, _),
            .badTable(let path, _),
            .unsupportedFormat(let path, _, _),
            .outputExists(let path), .outputNotCreatable(let path, _), .outputFailed(let path, _):
            path
        case .noDocuments, .noExamples: nil
        }
    }
}

extension CorpusError: CustomStringConvertible {
    /// One line in lower case: the thing, the place, what was found and what would be right.
    public var description: String {
        switch self {
        case .missing(let path):
            "cannot read \(path): no such file or directory"
        case .unreadable(let path, let reason):
            "cannot read \(path): \(reason)"
        case .readFailed(let path, let offset, let reason):
            "reading \(path) failed after \(offset) bytes: \(reason)"
        case .identityUnknown(let path, let reason):
            "cannot tell the ids of the documents in \(path): \(reason)"
        case .damaged(let path, let offset, let reason):
            "reading \(path) failed after \(offset) unpacked bytes: \(reason)"
        case .unknownFormat(let path, let expected):
            "cannot tell the format of \(path) from its name\(FileKinds.advice(path)); "
                + "expected \(Self.list(expected)), or --format"
        case .unsupportedFormat(let path, let format, let expected):
            "cannot read \(path): \(format) is not read here; expected \(Self.list(expected))"
        case .noDocuments(let paths, let found):
            "no documents in \(Self.list(paths)); \(found.map { "found \($0); " } ?? "")expected at least one with text"
        case .noExamples(let paths):
            "no labeled examples in \(Self.list(paths)); expected at least one with text"
        case .badTable(let path, let reason):
            "cannot read the table \(path): \(reason)"
        case .outputExists(let path):
            "cannot write \(path): it exists already; --force replaces it"
        case .outputNotCreatable(let path, let reason):
            "cannot create \(path): \(reason)"
        case .outputFailed(let path, let reason):
            "writing \(path) failed: \(reason)"
        }
    }

    /// `a, b or c`, shortened where there are many.
    private static func list(_ names: [String]) -> String {
        if names.count > 8 { return names.prefix(7).joined(separator: ", ") + " …" }
        guard let last = names.last, names.count > 1 else { return names.first ?? "the input" }
        return names.dropLast().joined(separator: ", ") + " or " + last
    }
}
