import CaucusStance
import GRDB

/// Marks the quotations of a run that repeat earlier ones, as ``CaucusStance/Duplicates`` tells them.
///
/// - Complexity: reads every quotation about the target once, and once more the words of those that are
///   alike; memory for a fingerprint each, some 200 bytes.
struct CopyMarker {
    private let database: Database
    private let run: Int64

    /// Prepares to mark the quotations of the run with this number.
    init(_ database: Database, run: Int64) {
        self.database = database
        self.run = run
    }

    /// Where a candidate stands, and whether it is marked as a copy.
    private struct Row {
        var document: Int64
        var number: Int64
        var isMarked: Bool
    }

    /// Marks the copies, and clears the marks of those that are none any more.
    func mark() throws {
        let (candidates, rows, stories) = try candidates()
        let words = try database.cachedStatement(
            sql: "SELECT quote FROM quotation WHERE document = ? AND number = ?")
        let copies = try Duplicates.copies(of: candidates, stories: stories) { i in
            try String.fetchOne(words, arguments: [rows[i].document, rows[i].number]) ?? ""
        }
        let update = try database.cachedStatement(
            sql: """
                UPDATE quotation SET duplicate_of = (
                    SELECT quote_id FROM quotation WHERE document = ?3 AND number = ?4)
                WHERE document = ?1 AND number = ?2
                """)
        var next = copies[...]
        for (i, row) in rows.enumerated() {
            if let copy = next.first, copy.copy == i {
                next.removeFirst()
                let original = rows[copy.original]
                try update.execute(arguments: [
                    row.document, row.number, original.document, original.number,
                ])
            } else if row.isMarked {
                try update.execute(arguments: [row.document, row.number, nil, nil])
            }
        }
    }

    /// The quotations about the target that may be copies, the earliest first.
    private func candidates() throws -> ([Duplicates.Candidate], [Row], Duplicates.Stories) {
        let cursor = try GRDB.Row.fetchCursor(
            database,
            sql: """
                SELECT q.document, q.number, q.duplicate_of IS NOT NULL, p.entity, d.doc_id, q.quote,
                    d.text_hash
                FROM score s
                CROSS JOIN document d ON d.document = s.document
                CROSS JOIN quotation q ON q.document = s.document AND q.number = s.number
                CROSS JOIN speaker p ON p.document = s.document AND p.number = q.speaker
                WHERE s.target_mention <> 'none' AND d.run = ?
                ORDER BY coalesce(d.published, '9999'), d.doc_id, q.start, q."end", q.quote_id
                """, arguments: [run])
        var candidates: [Duplicates.Candidate] = []
        var rows: [Row] = []
        var stories = Duplicates.Stories()
        var last: Int64?
        while let row = try cursor.next() {
            let number: Int64 = try row.decode(atIndex: 0)
            if number != last {
                stories.add(try row.decode(String?.self, atIndex: 6), to: Int(number))
                last = number
            }
            var speaker: String = try row.decode(atIndex: 3)
            // A speaker of one document only is the same words elsewhere: copies bring it along.
            let alone = "@" + (try row.decode(String.self, atIndex: 4))
            if speaker.hasSuffix(alone) { speaker.removeLast(alone.count) }
            guard
                let candidate = Duplicates.Candidate(
                    document: Int(number), speaker: speaker, text: try row.decode(atIndex: 5))
            else { continue }
            candidates.append(candidate)
            rows.append(
                Row(
                    document: number, number: try row.decode(atIndex: 1),
                    isMarked: try row.decode(atIndex: 2)))
        }
        return (candidates, rows, stories)
    }
}
