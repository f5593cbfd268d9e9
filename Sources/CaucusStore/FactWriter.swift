import CaucusQuotes
import CaucusStance
import CaucusText
import GRDB

/// Writes what was read in a document: its speakers and its quotations.
struct FactWriter {
    private let database: Database
    private let insertSpeaker: RowStatement
    private let insertJoint: RowStatement
    private let insertQuotation: RowStatement
    private var values = RowValues()
    /// The speakers of the document that was written or looked at last.
    private var speakers = DocumentSpeakers()

    init(_ database: Database) throws {
        self.database = database
        insertSpeaker = try RowStatement(
            database,
            inserting: "speaker (document, number, entity, name, role, aliases, kind, gender)", 8)
        insertJoint = try RowStatement(
            database, inserting: "joint (document, speaker, place, member)", 4)
        insertQuotation = try RowStatement(
            database,
            inserting: """
                quotation (document, number, start, "end", pieces, quote, form, cue, source, speaker,
                    rule, confidence, status, is_act)
                """, 14)
    }

    /// Writes the facts of a document that has none yet.
    mutating func write(_ document: ScoredDocument, as number: Int) throws {
        speakers = DocumentSpeakers(document: number)
        for (i, facts) in document.facts.enumerated() {
            try write(facts, number, i, isAct: false)
        }
    }

    /// The number of a quotation that a speech act toward a leader is, written where no run has found it before.
    mutating func number(ofAct facts: QuotationFacts, in document: Int) throws -> Int {
        let speaker = try facts.speaker.map {
            try number(of: $0, facts.speakerID, facts.joint, in: document)
        }
        let known = try Int.fetchOne(
            try database.cachedStatement(
                sql: """
                    SELECT number FROM quotation
                    WHERE document = ? AND start = ? AND "end" = ? AND is_act = 1 AND speaker IS ?
                    """), arguments: [document, facts.start, facts.end, speaker])
        if let known { return known }
        let last = try Int.fetchOne(
            try database.cachedStatement(
                sql: "SELECT max(number) FROM quotation WHERE document = ?"),
            arguments: [document])
        let next = (last ?? -1) + 1
        try write(facts, document, next, isAct: true)
        return next
    }

    /// The number of a speaker of a document, written where it is new there; of several who speak as one each is
    /// written too.
    mutating func number(
        of speaker: Speaker, _ entity: String?, _ joint: [Speaker] = [], in document: Int
    ) throws -> Int {
        let members = try joint.map { try self.number(of: $0, $0.id, in: document) }
        if speakers.document != document {
            speakers = try DocumentSpeakers(document: document, in: database)
        }
        let (number, isNew) = speakers.number(of: speaker, members)
        guard isNew else { return number }
        for (place, member) in members.enumerated() {
            values.add(document)
            values.add(number)
            values.add(place)
            values.add(member)
            try insertJoint.execute(&values)
        }
        values.add(document)
        values.add(number)
        values.add(entity ?? speaker.id)
        values.add(speaker.name)
        values.add(speaker.role)
        values.add(ColumnJSON.text(speaker.aliases))
        values.add(speaker.kind.rawValue)
        values.add(speaker.gender.rawValue)
        try insertSpeaker.execute(&values)
        return number
    }

    private mutating func write(
        _ facts: QuotationFacts, _ document: Int, _ number: Int, isAct: Bool
    ) throws {
        let speaker = try facts.speaker.map {
            try self.number(of: $0, facts.speakerID, facts.joint, in: document)
        }
        values.add(document)
        values.add(number)
        values.add(facts.start)
        values.add(facts.end)
        if facts.pieces == [Span(facts.start, facts.end)] {
            values.add(String?.none)
        } else {
            values.add { ColumnJSON.append(facts.pieces, to: &$0) }
        }
        values.add(facts.text)
        values.add(facts.form.rawValue)
        values.add(facts.cue)
        values.add(facts.source)
        values.add(speaker)
        values.add(facts.rule)
        values.add(facts.confidence)
        values.add(facts.status.rawValue)
        values.add(isAct ? 1 : 0)
        try insertQuotation.execute(&values)
    }
}

/// The numbers of a document's speakers, by who speaks first.
private struct DocumentSpeakers {
    /// A speaker with the numbers of those who speak as one by that name, or with none.
    private struct Voice: Hashable {
        var speaker: Speaker
        var members: [Int]
    }

    private(set) var document = -1
    private var known: [Voice] = []
    private var numbers: [Voice: Int] = [:]

    /// Of no document.
    init() {}

    /// Of a document without speakers.
    init(document: Int) { self.document = document }

    /// Of a document that was written before.
    init(document: Int, in database: Database) throws {
        self.document = document
        let rows = try Row.fetchAll(
            try database.cachedStatement(
                sql: """
                    SELECT name, role, aliases, kind, gender FROM speaker WHERE document = ?
                    ORDER BY number
                    """), arguments: [document])
        let joint = try Row.fetchAll(
            try database.cachedStatement(
                sql: "SELECT speaker, member FROM joint WHERE document = ? ORDER BY speaker, place"),
            arguments: [document])
        var members: [Int: [Int]] = [:]
        for row in joint {
            members[try row.decode(atIndex: 0), default: []].append(try row.decode(atIndex: 1))
        }
        for (i, row) in rows.enumerated() {
            _ = number(of: try QuotationRows.speaker(row), members[i] ?? [])
        }
    }

    /// More are found by their hash: a document has a handful, and a search is faster than hashing their names.
    private static let few = 64

    /// The number of a speaker, and whether it is new.
    mutating func number(of speaker: Speaker, _ members: [Int]) -> (Int, isNew: Bool) {
        var voice = Voice(speaker: speaker, members: members)
        // The id within the document is made from the name: rows that are read again have none of their own.
        voice.speaker.id = ""
        if known.count < Self.few {
            for i in known.indices
            where known[i].speaker.name == speaker.name && known[i] == voice {
                return (i, false)
            }
        } else {
            if numbers.isEmpty {
                for (number, voice) in known.enumerated() { numbers[voice] = number }
            }
            if let number = numbers[voice] { return (number, false) }
            numbers[voice] = known.count
        }
        known.append(voice)
        return (known.count - 1, true)
    }
}
