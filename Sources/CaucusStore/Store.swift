import CSQLite
import Foundation
import GRDB
import Synchronization

/// The SQLite file that keeps a run: documents, quotations, scores, speakers and diagnostics.
///
/// What is written in one ``write(_:run:)`` is there altogether or not at all, whenever the process dies,
/// and a document is done exactly when its row is there. Other programs can read the file meanwhile.
///
/// A store keeps several runs side by side, each with its own documents; rows hold no times, so that an
/// interrupted and resumed run ends with the rows of an undisturbed one.
public final class Store: Sendable {
    /// What a store is opened for.
    public enum Mode: Sendable {
        /// To read one that is there.
        case reading
        /// To write one, created where it is missing.
        case writing
    }

    /// The path of the file.
    public let path: String
    let database: DatabaseQueue
    private let lock: Mutex<StoreLock?>
    private let identity: FileIdentity?

    /// Opens the store at `path`; one writer has it at a time, and `patience` is how many seconds a
    /// second one waits.
    public init(path: String, mode: Mode, patience: Double = 5) throws(StoreError) {
        self.path = path
        _ = Self.sqlite
        let exists = try StoreFile.check(path, mode)
        lock = Mutex(mode == .writing ? try StoreLock(path, patience: patience) : nil)
        var configuration = Configuration()
        configuration.label = "caucus.store"
        configuration.readonly = mode == .reading
        configuration.busyMode = .timeout(patience)
        configuration.journalMode = .wal
        if mode == .writing, !exists {
            // A quotation's row takes half a kilobyte and more: pages of 4 KB would break one in six off. Wide ones
            // take a tenth of the time off writing.
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA page_size = 16384") }
        }
        do {
            database = try Self.open(path, configuration)
        } catch {
            throw Self.storeError(error, path, opening: exists ? .reading : mode)
        }
        identity = FileIdentity(path)
        try prepare(mode)
    }

    /// Sets SQLite up, once a process; an answer other than 0 means that somebody used it before, which is as well.
    private static let sqlite = caucus_sqlite_count_no_memory()

    /// Closes the file; the store cannot be used any more.
    public func close() throws(StoreError) {
        do { try database.close() } catch { throw Self.storeError(error, path) }
        lock.withLock { $0 = nil }
    }

    /// Opens the file and looks at it for the first time, which is when SQLite does.
    private static func open(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue
    {
        func opened(_ path: String) throws -> DatabaseQueue {
            let database = try DatabaseQueue(path: path, configuration: configuration)
            try database.read { database in
                _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master")
            }
            return database
        }
        // A path that starts with “file:” would be read as an address.
        let plain = path.hasPrefix("file:") ? "./" + path : path
        do {
            return try opened(plain)
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
        {
            // Where nothing may be created beside the file, SQLite reads it only as one that never changes.
            var address = URLComponents()
            address.scheme = "file"
            address.path = URL(fileURLWithPath: plain).path
            address.query = "immutable=1"
            guard configuration.readonly, StoreFile.hasNoLog(path), let text = address.string else {
                throw error
            }
            return try opened(text)
        }
    }

    /// Checks whose file it is and brings it up to date.
    private func prepare(_ mode: Mode) throws(StoreError) {
        let state = try read { database in
            (
                application: try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
                version: try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
                tables: try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            )
        }
        let isOurs = state.application == StoreSchema.application
        if !isOurs, mode == .reading || state.tables > 0 || state.application != 0 {
            let reason =
                state.tables == 0 ? "it holds no tables" : "it is another program's SQLite database"
            throw .notAStore(path: path, reason: reason)
        }
        let isEmpty = !isOurs && state.version == 0
        guard state.version == StoreSchema.version || isEmpty else {
            throw .otherVersion(
                path: path, version: state.version, supported: StoreSchema.version)
        }
        guard isEmpty else { return }
        try write { database in
            // Another process may have been faster.
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            if version == 0 { try StoreSchema.create(database) }
        }
    }

    /// The rows of a query as text, `nil` for NULL.
    package func rows(_ sql: String) throws(StoreError) -> [[String?]] {
        try read { database in
            try Row.fetchAll(database, sql: sql).map { row in
                row.databaseValues.map { String.fromDatabaseValue($0) ?? text($0) }
            }
        }
    }

    /// Runs statements as they are; for tests that need a store as no version of Caucus leaves it.
    package func execute(_ sql: String) throws(StoreError) {
        try write { try $0.execute(sql: sql) }
    }

    /// Reads in one transaction.
    func read<Value: Sendable>(
        _ body: @Sendable (Database) throws -> Value
    ) throws(StoreError) -> Value {
        do { return try database.read(body) } catch { throw Self.storeError(error, path) }
    }

    /// Writes in one transaction.
    func write<Value: Sendable>(
        _ body: @Sendable (Database) throws -> Value
    ) throws(StoreError) -> Value {
        // SQLite would write on into a file that nobody will ever find.
        guard identity == FileIdentity(path) else { throw .removed(path: path) }
        do { return try database.write(body) } catch { throw Self.storeError(error, path) }
    }

    /// What an error of SQLite means for the store.
    static func storeError(
        _ error: any Error, _ path: String, opening mode: Mode = .reading
    ) -> StoreError {
        if let error = error as? StoreError { return error }
        if let odd = error as? QuotationRows.OddColumn {
            return .damaged(
                path: path, reason: "its column \(odd.name) holds what caucus never writes there")
        }
        guard let error = error as? DatabaseError else {
            // What is left are rows and JSON that cannot be decoded.
            return .damaged(path: path, reason: "a row cannot be read")
        }
        let reason = (error.message ?? "\(error.resultCode)").lowercased()
        switch error.resultCode {
        case .SQLITE_NOTADB: return .notAStore(path: path, reason: "it is no SQLite database")
        case .SQLITE_CORRUPT: return .damaged(path: path, reason: reason)
        case .SQLITE_BUSY, .SQLITE_LOCKED: return .locked(path: path)
        case .SQLITE_READONLY, .SQLITE_PERM: return .unwritable(path: path, reason: reason)
        case .SQLITE_FULL: return .full(path: path)
        case .SQLITE_CANTOPEN:
            return mode == .writing
                ? .notCreatable(path: path, reason: reason)
                : .unreadable(path: path, reason: reason)
        default: return .failed(path: path, reason: reason)
        }
    }
}

/// A number or a blob as text.
private func text(_ value: DatabaseValue) -> String? {
    switch value.storage {
    case .null: nil
    case .int64(let value): "\(value)"
    case .double(let value): "\(value)"
    case .string(let value): value
    case .blob(let value): "\(value.count) bytes"
    }
}
