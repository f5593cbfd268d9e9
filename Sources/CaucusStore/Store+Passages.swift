public import CaucusStance
import GRDB

extension Store {
    /// What the model read of each scored quotation of a run, by the quotation's id; those that an older version
    /// scored are not in it.
    ///
    /// - Complexity: O(bytes of the passages).
    public func passages(run: String) throws(StoreError) -> [String: KeptPassage] {
        let path = path
        return try read { database in
            let number = try Self.number(of: run, in: database, path)
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT q.quote_id, s.passage, s.passage_spans
                    FROM score s
                    JOIN document d ON d.document = s.document
                    JOIN quotation q ON q.document = s.document AND q.number = s.number
                    WHERE d.run = ? AND s.passage_spans IS NOT NULL
                    """, arguments: [number])
            var passages: [String: KeptPassage] = [:]
            while let row = try rows.next() {
                let text: String? = try row.decode(String?.self, atIndex: 1)
                guard
                    let passage = ColumnJSON.passage(text, try row.decode(atIndex: 2))
                else { throw QuotationRows.OddColumn(name: "passage_spans") }
                passages[try row.decode(atIndex: 0)] = passage
            }
            return passages
        }
    }
}
