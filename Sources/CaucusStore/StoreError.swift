/// Why a store cannot be opened, read or written.
public enum StoreError: Error, Equatable, Sendable {
    /// No file stands at the path.
    case missing(path: String)
    /// The file stands there but cannot be opened.
    case unreadable(path: String, reason: String)
    /// The file cannot be created.
    case notCreatable(path: String, reason: String)
    /// The file is no SQLite database, or one of another program.
    case notAStore(path: String, reason: String)
    /// The file is a store, and broken.
    case damaged(path: String, reason: String)
    /// A version of Caucus wrote the store whose tables are other ones.
    case otherVersion(path: String, version: Int, supported: Int)
    /// Another program is writing.
    case locked(path: String)
    /// The store may only be read.
    case unwritable(path: String, reason: String)
    /// The file was removed or replaced while it was open.
    case removed(path: String)
    /// No space is left on the disk.
    case full(path: String)
    /// Reading or writing failed.
    case failed(path: String, reason: String)
    /// The store holds no such run.
    case unknownRun(path: String, run: String)
    /// A run of this name is there, and was made otherwise.
    case differentRun(path: String, run: String, part: String)
}

extension StoreError: CustomStringConvertible {
    /// One line in lower case: the thing, the place, what was found and what would be right.
    public var description: String {
        switch self {
        case .missing(let path):
            "cannot read the store \(path): no such file"
        case .unreadable(let path, let reason):
            "cannot read the store \(path): \(reason)"
        case .notCreatable(let path, let reason):
            "cannot create the store \(path): \(reason)"
        case .notAStore(let path, let reason):
            "\(path) is no store: \(reason); expected a file that caucus score wrote"
        case .damaged(let path, let reason):
            "the store \(path) is damaged: \(reason)"
        case .otherVersion(let path, let version, let supported):
            "the store \(path) has version \(version), this caucus reads version \(supported); expected "
                + (version > supported ? "a newer caucus" : "its documents scored into a new store")
        case .locked(let path):
            "the store \(path) is locked: another program is writing; expected it to end first"
        case .unwritable(let path, let reason):
            "cannot write the store \(path): \(reason)"
        case .removed(let path):
            "the store \(path) was removed or replaced while it was written"
        case .full(let path):
            "cannot write the store \(path): no space is left on the disk"
        case .failed(let path, let reason):
            "the store \(path) failed: \(reason)"
        case .unknownRun(let path, let run):
            "the store \(path) holds no run \(run)"
        case .differentRun(let path, let run, let part):
            "the store \(path) holds a run \(run) with another \(part); expected the same"
        }
    }
}
