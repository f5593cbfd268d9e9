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
        let ids = try directory().ids()
        try write(try joined(by: ids))
        try database.execute(
            sql: "UPDATE reading SET is_joined = 1, proposed = ? WHERE reading = ?",
            arguments: [ids.proposals.isEmpty ? "" : ids.proposals.aliasLines, reading])
    }

    /// Everybody whom the documents name or quote.
    private func directory() throws -> SpeakerDirectory {
        let json: String? = try String.fetchOne(
            database, sql: "SELECT aliases FROM reading WHERE reading = ?", arguments: [reading])
        guard let names = json.flatMap(ColumnJSON.names) else {
            throw QuotationRows.OddColumn(name: "aliases")
        }
        var directory = SpeakerDirectory(aliases: SpeakerAliases(primaries: names))
        let people = try String.fetchCursor(
            database, sql: "SELECT people FROM document WHERE reading = ?", arguments: [reading])
        while let json = try people.next() {
            guard let people = ColumnJSON.people(json) else {
                throw QuotationRows.OddColumn(name: "people")
            }
            for person in people {
                directory.addPerson(named: person.name, gender: person.gender)
            }
        }
        let rows = try speakers()
        while let row = try rows.next() {
            directory.add(
                try QuotationRows.speaker(row), in: try row.decode(forColumn: "doc_id"),
                quotations: try row.decode(forColumn: "quotations"))
        }
        return directory
    }

    /// Gives every speaker its id, and merges what documents say of each.
    private func joined(
        by ids: SpeakerDirectory.Resolved
    ) throws -> [String: SpeakerIdentity.Merger] {
        let update = try database.cachedStatement(
            sql: "UPDATE speaker SET entity = ? WHERE document = ? AND number = ?")
        var mergers: [String: SpeakerIdentity.Merger] = [:]
        let rows = try speakers()
        while let row = try rows.next() {
            let speaker = try QuotationRows.speaker(row)
            let id = ids.id(of: speaker, in: try row.decode(forColumn: "doc_id"))
            mergers[id, default: SpeakerIdentity.Merger()].add(speaker)
            guard try row.decode(String.self, forColumn: "entity") != id else { continue }
            try update.execute(arguments: [
                id, try row.decode(Int64.self, forColumn: "document"),
                try row.decode(Int64.self, forColumn: "number"),
            ])
        }
        return mergers
    }

    private func write(_ mergers: [String: SpeakerIdentity.Merger]) throws {
        try database.execute(sql: "DELETE FROM identity WHERE reading = ?", arguments: [reading])
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
    }

    /// The speakers of all documents, with the number of their quotations there.
    private func speakers() throws -> RowCursor {
        try Row.fetchCursor(
            database,
            sql: """
                SELECT p.*, d.doc_id, coalesce(c.quotations, 0) AS quotations
                FROM speaker p
                JOIN document d ON d.document = p.document
                LEFT JOIN (
                    SELECT document, speaker, count(*) AS quotations FROM quotation
                    WHERE is_act = 0 AND status <> 'nested' AND speaker IS NOT NULL
                    GROUP BY document, speaker
                ) c ON c.document = p.document AND c.speaker = p.number
                WHERE d.reading = ? ORDER BY p.document, p.number
                """, arguments: [reading])
    }
}
