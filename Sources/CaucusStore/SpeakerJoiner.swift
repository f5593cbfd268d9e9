import CaucusQuotes
import CaucusStance
import CaucusText
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
        while let lines = try people.next() {
            guard let people = PeopleColumn.people(lines) else {
                throw QuotationRows.OddColumn(name: "people")
            }
            for person in people {
                directory.addPerson(named: person.name, gender: person.gender)
            }
        }
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT p.name, p.kind, p.gender, d.doc_id, coalesce(c.quotations, 0)
                FROM document d
                CROSS JOIN speaker p ON p.document = d.document
                LEFT JOIN (
                    SELECT document, speaker, count(*) AS quotations FROM quotation
                    WHERE is_act = 0 AND status <> 'nested' AND speaker IS NOT NULL
                    GROUP BY document, speaker
                ) c ON c.document = p.document AND c.speaker = p.number
                WHERE d.reading = ? AND p.kind = 'person'
                """, arguments: [reading])
        while let row = try rows.next() {
            directory.add(
                try Self.speaker(row), in: try row.decode(atIndex: 3),
                quotations: try row.decode(atIndex: 4))
        }
        return directory
    }

    /// The speaker of a row that begins with name, kind and gender.
    private static func speaker(_ row: Row) throws -> Speaker {
        guard let kind = Speaker.Kind(rawValue: try row.decode(atIndex: 1)) else {
            throw QuotationRows.OddColumn(name: "kind")
        }
        guard let gender = Mention.Gender(rawValue: try row.decode(atIndex: 2)) else {
            throw QuotationRows.OddColumn(name: "gender")
        }
        return Speaker(id: "", name: try row.decode(atIndex: 0), kind: kind, gender: gender)
    }

    /// Gives every speaker its id, and merges what documents say of each.
    private func joined(
        by ids: SpeakerDirectory.Resolved
    ) throws -> [String: SpeakerIdentity.Merger] {
        let update = try database.cachedStatement(
            sql: "UPDATE speaker SET entity = ? WHERE document = ? AND number = ?")
        var mergers: [String: SpeakerIdentity.Merger] = [:]
        var aliases: [String: [String]] = [:]
        // A name of several words is the same person in every document that tells the same gender.
        struct Key: Hashable {
            var name: String
            var gender: Mention.Gender
        }
        var known: [Key: String] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT p.name, p.kind, p.gender, p.role, p.aliases, p.entity, d.doc_id, p.document, p.number
                FROM document d CROSS JOIN speaker p ON p.document = d.document
                WHERE d.reading = ?
                """, arguments: [reading])
        while let row = try rows.next() {
            var speaker = try Self.speaker(row)
            speaker.role = try row.decode(String?.self, atIndex: 3)
            // The same few lists come again and again.
            let json: String = try row.decode(atIndex: 4)
            let names = try aliases[json] ?? ColumnJSON.values(json)
            aliases[json] = names
            speaker.aliases = names
            let key = Key(name: speaker.name, gender: speaker.gender)
            let isLong = speaker.kind == .person && speaker.name.utf8.contains(0x20)
            let id =
                try (isLong ? known[key] : nil)
                ?? ids.id(of: speaker, in: try row.decode(atIndex: 6))
            if isLong, !id.utf8.contains(UInt8(ascii: "@")) { known[key] = id }
            mergers[id, default: SpeakerIdentity.Merger()].add(speaker)
            guard try row.decode(String.self, atIndex: 5) != id else { continue }
            try update.execute(arguments: [
                id, try row.decode(Int64.self, atIndex: 7), try row.decode(Int64.self, atIndex: 8),
            ])
        }
        return mergers
    }

    private func write(_ mergers: [String: SpeakerIdentity.Merger]) throws {
        try database.execute(sql: "DELETE FROM identity WHERE reading = ?", arguments: [reading])
        let insert = try RowStatement(
            database, inserting: "identity (reading, speaker_id, name, role, aliases, kind)", 6)
        var values = RowValues()
        for (id, merger) in mergers.sorted(by: { $0.key < $1.key }) {
            let identity = merger.identity
            values.add(Int(reading))
            values.add(id)
            values.add(identity.name)
            values.add(identity.role)
            values.add(identity.aliases.joined(separator: "; "))
            values.add(identity.kind.rawValue)
            try insert.execute(&values)
        }
    }
}
