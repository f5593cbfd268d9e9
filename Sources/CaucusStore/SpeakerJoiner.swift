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
        try joinSeveral()
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
        var counts = QuotationCounts(database)
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT p.name, p.kind, p.gender, p.document, p.number
                FROM document d CROSS JOIN speaker p ON p.document = d.document
                WHERE d.reading = ? AND p.kind = 'person' AND \(Self.isOne)
                """, arguments: [reading])
        while let row = try rows.next() {
            directory.add(
                try Self.speaker(row),
                quotations: try counts.count(
                    of: try row.decode(atIndex: 4), in: try row.decode(atIndex: 3)))
        }
        return directory
    }

    /// That a row of `speaker` is no joined name: who speaks by it has rows of their own.
    private static let isOne = """
        NOT EXISTS (SELECT 1 FROM joint j WHERE j.document = p.document AND j.speaker = p.number)
        """

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
    private func joined(by ids: SpeakerDirectory.Resolved) throws -> Called {
        // Written when all are read: a row that is updated under a cursor may come again, and would count twice.
        var changes: [(id: String, document: Int64, number: Int64)] = []
        var called = Called()
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT p.name, p.kind, p.gender, p.role, p.aliases, p.entity, d.doc_id, p.document, p.number
                FROM document d CROSS JOIN speaker p ON p.document = d.document
                WHERE d.reading = ? AND \(Self.isOne)
                """, arguments: [reading])
        while let row = try rows.next() {
            var speaker = try Self.speaker(row)
            speaker.role = try row.decode(String?.self, atIndex: 3)
            speaker.aliases = try ColumnJSON.strings(try row.decode(atIndex: 4))
            let known: String = try row.decode(atIndex: 5)
            // Organizations and described sources are who their document says.
            let id =
                speaker.kind == .person
                ? ids.id(of: speaker, in: try row.decode(atIndex: 6)) : known
            called.add(speaker, as: id)
            guard known != id else { continue }
            changes.append((id, try row.decode(atIndex: 7), try row.decode(atIndex: 8)))
        }
        let update = try database.cachedStatement(
            sql: "UPDATE speaker SET entity = ? WHERE document = ? AND number = ?")
        for change in changes {
            try update.execute(arguments: [change.id, change.document, change.number])
        }
        return called
    }

    /// Gives every joined name the ids of those who speak by it.
    private func joinSeveral() throws {
        let update = try database.cachedStatement(
            sql: "UPDATE speaker SET entity = ? WHERE document = ? AND number = ?")
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT j.document, j.speaker, j.place, m.entity
                FROM document d
                JOIN joint j ON j.document = d.document
                JOIN speaker m ON m.document = j.document AND m.number = j.member
                WHERE d.reading = ?
                ORDER BY 1, 2, 3
                """, arguments: [reading])
        var ids: [String] = []
        for (i, row) in rows.enumerated() {
            ids.append(try row.decode(atIndex: 3))
            let (document, speaker): (Int64, Int64) = (
                try row.decode(atIndex: 0), try row.decode(atIndex: 1)
            )
            // A place of 0 begins the next.
            let isLast = try i + 1 == rows.count || rows[i + 1].decode(Int.self, atIndex: 2) == 0
            guard isLast else { continue }
            try update.execute(arguments: [ids.joined(separator: "; "), document, speaker])
            ids = []
        }
    }

    private func write(_ called: Called) throws {
        try database.execute(sql: "DELETE FROM identity WHERE reading = ?", arguments: [reading])
        let insert = try RowStatement(
            database, inserting: "identity (reading, speaker_id, name, role, aliases, kind)", 6)
        var values = RowValues()
        try called.forEach { id, identity in
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

/// What the documents of a reading call each speaker.
private struct Called {
    private var numbers: [String: Int] = [:]
    private var ids: [String] = []
    private var mergers: [SpeakerIdentity.Merger] = []

    mutating func add(_ speaker: Speaker, as id: String) {
        if let number = numbers[id] {
            mergers[number].add(speaker)
            return
        }
        numbers[id] = ids.count
        ids.append(id)
        var merger = SpeakerIdentity.Merger()
        merger.add(speaker)
        mergers.append(merger)
    }

    /// Gives every id with its identity to `body`, in the order of the ids.
    func forEach(_ body: (String, SpeakerIdentity) throws -> Void) rethrows {
        for number in ids.indices.sorted(by: { ids[$0] < ids[$1] }) {
            try body(ids[number], mergers[number].identity)
        }
    }
}

/// How many quotations the speakers of one document have; the next document takes its place.
private struct QuotationCounts {
    private let database: Database
    private var document: Int64?
    private var counts: [Int: Int] = [:]

    init(_ database: Database) { self.database = database }

    mutating func count(of speaker: Int, in document: Int64) throws -> Int {
        if self.document != document {
            counts.removeAll(keepingCapacity: true)
            let speakers = try Int.fetchCursor(
                database.cachedStatement(
                    sql: """
                        SELECT DISTINCT coalesce(j.member, q.speaker), q.number
                        FROM quotation q
                        LEFT JOIN joint j ON j.document = q.document AND j.speaker = q.speaker
                        WHERE q.document = ? AND q.is_act = 0 AND q.status <> 'nested'
                            AND q.speaker IS NOT NULL
                        """), arguments: [document])
            while let speaker = try speakers.next() {
                counts[speaker, default: 0] += 1
            }
            self.document = document
        }
        return counts[speaker] ?? 0
    }
}
