import CSQLite
import CaucusText
import GRDB

/// A prepared statement whose values are laid down one after the other and bound by SQLite's own interface.
///
/// GRDB boxes every value and copies every text once more, which takes longer than SQLite's own work. Here
/// all texts of a row stand in one buffer that outlives the step, so that nothing is copied twice.
final class RowStatement {
    private let statement: OpaquePointer
    /// Keeps the prepared statement alive.
    private let owner: Statement
    private let database: Database
    private var text: [UInt8] = []
    private var values: [Value] = []

    private enum Value {
        case null
        case int(Int64)
        case real(Double)
        /// A stretch of the text buffer.
        case text(Int, Int)
    }

    /// Prepares `sql`, or takes what was prepared before.
    init(_ database: Database, sql: String) throws {
        self.database = database
        owner = try database.cachedStatement(sql: sql)
        statement = owner.sqliteStatement
        text.reserveCapacity(1 << 12)
        values.reserveCapacity(20)
    }

    /// The next value.
    func add(_ value: Int?) {
        values.append(value.map { .int(Int64($0)) } ?? .null)
    }

    /// The next value.
    func add(_ value: Double?) {
        values.append(value.map { .real($0) } ?? .null)
    }

    /// The next value.
    func add(_ value: String?) {
        guard let value else { return values.append(.null) }
        let start = text.count
        text.append(contentsOf: value.utf8)
        values.append(.text(start, text.count))
    }

    /// The next value, text that `write` appends.
    func add(_ write: (inout [UInt8]) -> Void) {
        let start = text.count
        write(&text)
        values.append(.text(start, text.count))
    }

    /// Executes the statement with the values so far, and forgets them.
    func execute() throws {
        _ = try step()
        sqlite3_reset(statement)
    }

    /// Executes the statement with the values so far, and gives the first row's columns to `read`; `nil`
    /// where there is no row.
    func first<Result>(_ read: (OpaquePointer) -> Result) throws -> Result? {
        defer { sqlite3_reset(statement) }
        return try step() ? read(statement) : nil
    }

    /// Whether there is a row.
    private func step() throws -> Bool {
        let code = text.withUnsafeBufferPointer { text -> Int32 in
            for (i, value) in values.enumerated() {
                let mark = Int32(i + 1)
                switch value {
                case .null: sqlite3_bind_null(statement, mark)
                case .int(let value): sqlite3_bind_int64(statement, mark, value)
                case .real(let value): sqlite3_bind_double(statement, mark, value)
                case .text(let start, let end):
                    // A missing destructor says that the bytes stay until the step is done.
                    let bytes = text.baseAddress.map {
                        UnsafeRawPointer($0 + start).assumingMemoryBound(to: CChar.self)
                    }
                    if let bytes, end > start {
                        sqlite3_bind_text(statement, mark, bytes, Int32(end - start), nil)
                    } else {
                        sqlite3_bind_text(statement, mark, "", 0, nil)
                    }
                }
            }
            return sqlite3_step(statement)
        }
        values.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        guard code == SQLITE_ROW || code == SQLITE_DONE else {
            let message = sqlite3_errmsg(database.sqliteConnection).map { String(cString: $0) }
            sqlite3_reset(statement)
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: message, sql: nil, arguments: nil)
        }
        return code == SQLITE_ROW
    }
}

extension OpaquePointer {
    /// A column of the row that a statement stands at.
    func int(_ column: Int32) -> Int64 { sqlite3_column_int64(self, column) }

    /// Whether a column holds the bytes of `text`.
    func holds(_ text: String, _ column: Int32) -> Bool {
        guard let bytes = sqlite3_column_text(self, column) else { return false }
        let count = Int(sqlite3_column_bytes(self, column))
        return UnsafeBufferPointer(start: bytes, count: count).elementsEqual(text.utf8)
    }
}
