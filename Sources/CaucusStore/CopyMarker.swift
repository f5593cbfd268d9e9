import CaucusQuotes
import CaucusStance
import GRDB

/// Marks the quotations of a run that repeat others, as ``CaucusStance/Duplicates`` tells them, and settles whether
/// they count.
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

    /// Where a candidate is, and what is known of it.
    private struct Candidate {
        var document: Int64
        var number: Int64
        var id: String
        var status: QuotationStatus
        var original: String?
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
                UPDATE score SET duplicate_of = ?, status = ?
                WHERE document = ? AND run = ? AND number = ?
                """)
        for (row, copy) in zip(rows, copies) {
            let original = copy.map { rows[$0.original].id }
            let status =
                row.status.isAnswered
                ? copy.map { $0.isSameDocument ? .repeated : .reprint } ?? .counted : row.status
            guard original != row.original || status != row.status else { continue }
            try update.execute(arguments: [
                original, status.rawValue, row.document, run, row.number,
            ])
        }
    }

    /// The quotations about the target that may be copies, the earliest first.
    private func candidates() throws -> ([Duplicates.Candidate], [Candidate], Duplicates.Stories) {
        let cursor = try Row.fetchCursor(
            database,
            sql: """
                SELECT s.document, s.number, s.status, s.duplicate_of, p.name, p.kind, d.doc_id, q.quote,
                    d.text_hash, q.start, q."end"
                FROM score s
                CROSS JOIN document d ON d.document = s.document
                CROSS JOIN quotation q ON q.document = s.document AND q.number = s.number
                CROSS JOIN speaker p ON p.document = s.document
                    AND p.number = coalesce(s.speaker, q.speaker)
                WHERE s.run = ? AND s.target_mention <> 'none' AND s.status <> 'nested'
                ORDER BY coalesce(d.published, '9999'), d.doc_id, q.start, q."end", q.is_act, p.entity
                """, arguments: [run])
        var candidates: [Duplicates.Candidate] = []
        var rows: [Candidate] = []
        var stories = Duplicates.Stories()
        var last: Int64?
        while let row = try cursor.next() {
            let number: Int64 = try row.decode(atIndex: 0)
            if number != last {
                stories.add(try row.decode(String?.self, atIndex: 8), to: Int(number))
                last = number
            }
            guard let kind = Speaker.Kind(rawValue: try row.decode(atIndex: 5)) else {
                throw QuotationRows.OddColumn(name: "kind")
            }
            guard let status = QuotationStatus(rawValue: try row.decode(atIndex: 2)) else {
                throw QuotationRows.OddColumn(name: "status")
            }
            let speaker = Speaker(id: "", name: try row.decode(atIndex: 4), kind: kind)
            guard
                let candidate = Duplicates.Candidate(
                    document: Int(number), speaker: Duplicates.key(of: speaker),
                    text: try row.decode(atIndex: 7), isAnswered: status.isAnswered)
            else { continue }
            candidates.append(candidate)
            let document: String = try row.decode(atIndex: 6)
            let (start, end): (Int, Int) = (
                try row.decode(atIndex: 9), try row.decode(atIndex: 10)
            )
            rows.append(
                Candidate(
                    document: number, number: try row.decode(atIndex: 1),
                    id: "\(document):\(start)-\(end)", status: status,
                    original: try row.decode(atIndex: 3)))
        }
        return (candidates, rows, stories)
    }
}
