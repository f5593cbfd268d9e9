import CSQLite
import CaucusText
import GRDB

/// The values of one execution of a statement, laid down one after the other; its buffers are kept.
///
/// GRDB boxes every value and makes an object of every text, which takes longer than SQLite's own work. Here
/// all texts of a row stand in one buffer that outlives the step, so that SQLite need not copy them.
struct RowValues {
    fileprivate enum Value {
        case null
        case int(Int64)
        case real(Double)
        /// A stretch of the text buffer.
        case text(Int, Int)
    }

    fileprivate var text: [UInt8] = []
    fileprivate var values: [Value] = []

    init() {
        text.reserveCapacity(1 << 12)
        values.reserveCapacity(22)
    }

    /// The next value.
    mutating func add(_ value: Int?) {
        values.append(value.map { .int(Int64($0)) } ?? .null)
    }

    /// The next value.
    mutating func add(_ value: Double?) {
        values.append(value.map { .real($0) } ?? .null)
    }

    /// The next value.
    mutating func add(_ value: String?) {
        guard let value else { return values.append(.null) }
        let start = text.count
        text.append(contentsOf: value.utf8)
        values.append(.text(start, text.count))
    }

    /// The next value, text that `write` appends.
    mutating func add(_ write: (inout [UInt8]) -> Void) {
        let start = text.count
        write(&text)
        values.append(.text(start, text.count))
    }

    fileprivate mutating func removeAll() {
        values.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
    }
}

/// A prepared statement whose values are bound by SQLite's own interface.
struct RowStatement {
    private let statement: OpaquePointer
    /// Keeps the prepared statement alive.
    private let owner: Statement
    private let database: Database

    /// Prepares `sql`, or takes what was prepared before.
    init(_ database: Database, sql: String) throws {
        self.database = database
        owner = try database.cachedStatement(sql: sql)
        statement = owner.sqliteStatement
    }

    /// Prepares to insert rows of so many columns; `columns` is the table's name with theirs.
    init(_ database: Database, inserting columns: String, _ count: Int) throws {
        let marks = [String](repeating: "?", count: count).joined(separator: ", ")
        try self.init(database, sql: "INSERT INTO \(columns) VALUES (\(marks))")
    }

    /// Executes the statement with `values`, and empties them.
    func execute(_ values: inout RowValues) throws {
        _ = try step(&values)
        sqlite3_reset(statement)
    }

    /// Executes the statement with `values`, empties them, and gives the first row's columns to `read`; `nil`
    /// where there is no row.
    func first<Result>(
        _ values: inout RowValues, _ read: (OpaquePointer) -> Result
    ) throws -> Result? {
        defer { sqlite3_reset(statement) }
        return try step(&values) ? read(statement) : nil
    }

    /// Whether there is a row.
    private func step(_ row: inout RowValues) throws -> Bool {
        let code = row.text.withUnsafeBufferPointer { text -> Int32 in
            for (i, value) in row.values.enumerated() { bind(value, Int32(i + 1), text) }
            return sqlite3_step(statement)
        }
        row.removeAll()
        guard code == SQLITE_ROW || code == SQLITE_DONE else {
            let message = sqlite3_errmsg(database.sqliteConnection).map { String(cString: $0) }
            sqlite3_reset(statement)
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: message, sql: nil, arguments: nil)
        }
        return code == SQLITE_ROW
    }

    private func bind(
        _ value: RowValues.Value, _ mark: Int32, _ text: UnsafeBufferPointer<UInt8>
    ) {
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
