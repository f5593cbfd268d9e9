import CaucusQuotes
import CaucusStance
import GRDB

/// Joins the speakers of all documents of a run's reading, and keeps what each is called.
///
/// - Complexity: reads the speakers of the reading, unless nothing was written since the last time; memory for the
///   different names.
struct SpeakerJoiner {
    private let database: Database
    private let reading: Int64

    /// Prepares to join the speakers of the reading of the run with this number.
    init(_ database: Database, run: Int64) throws {
        self.database = database
        reading =
            try Int64.fetchOne(
                database, sql: "SELECT reading FROM run WHERE run = ?", arguments: [run]) ?? 0
    }

    /// Joins them, unless that has been done since the last document was written.
    func join() throws {
        let isJoined = try Bool.fetchOne(
            database, sql: "SELECT is_joined FROM reading WHERE reading = ?", arguments: [reading])
        if isJoined == true { return }
        let mergers = try joined()
        try database.execute(
            sql: "DELETE FROM identity WHERE reading = ?", arguments: [reading])
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO identity (reading, speaker_id, name, role, aliases, kind)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
        for (id, merger) in mergers.sorted(by: { $0.key < $1.key }) {
            let identity = merger.identity
            try insert.execute(arguments: [
                reading, id, identity.name, identity.role,
                identity.aliases.joined(separator: "; "), identity.kind.rawValue,
            ])
        }
        try database.execute(
            sql: "UPDATE reading SET is_joined = 1 WHERE reading = ?", arguments: [reading])
    }

    /// Gives every speaker its id, and merges what documents say of each.
    private func joined() throws -> [String: SpeakerIdentity.Merger] {
        let update = try database.cachedStatement(
            sql: "UPDATE speaker SET entity = ? WHERE document = ? AND number = ?")
        var mergers: [String: SpeakerIdentity.Merger] = [:]
        let rows = try speakers()
        while let row = try rows.next() {
            let speaker = try QuotationRows.speaker(row)
            let document: String = try row.decode(forColumn: "doc_id")
            let id = SpeakerEntity.id(of: speaker, in: document)
            mergers[id, default: SpeakerIdentity.Merger()].add(speaker)
            guard try row.decode(String.self, forColumn: "entity") != id else { continue }
            try update.execute(arguments: [
                id, try row.decode(Int64.self, forColumn: "document"),
                try row.decode(Int64.self, forColumn: "number"),
            ])
        }
        return mergers
    }

    private func speakers() throws -> RowCursor {
        try Row.fetchCursor(
            database,
            sql: """
                SELECT p.*, d.doc_id FROM speaker p JOIN document d USING (document)
                WHERE d.reading = ? ORDER BY p.document, p.number
                """, arguments: [reading])
    }
}
