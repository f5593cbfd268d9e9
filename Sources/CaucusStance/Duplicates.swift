import CaucusText

/// Finds quotations that a second outlet prints again: wire copy.
public enum Duplicates {
    /// Fewer words than this are too common to call a copy.
    private static let leastWords = 8

    /// The rows with ``ScoredQuotation/duplicateOf`` set where the same words of the same speaker stand in
    /// an earlier document (by date, then by id).
    ///
    /// Words are compared without case, marks and white space. What was marked before stays.
    ///
    /// - Complexity: O(bytes of the quotations + n log n).
    public static func marked(
        _ quotations: [ScoredQuotation], documents: [DocumentSummary]
    ) -> [ScoredQuotation] {
        let dates = Dictionary(
            documents.map { ($0.id, $0.published ?? "9999") }, uniquingKeysWith: { a, _ in a })
        let order = quotations.indices.sorted { a, b in
            let (x, y) = (quotations[a], quotations[b])
            return (dates[x.documentID] ?? "9999", x.documentID, x.start, x.end)
                < (dates[y.documentID] ?? "9999", y.documentID, y.start, y.end)
        }
        var first: [Key: Int] = [:]
        var marked = quotations
        for i in order where marked[i].duplicateOf == nil {
            guard let key = Key(quotations[i]) else { continue }
            guard let original = first[key] else {
                first[key] = i
                continue
            }
            if quotations[original].documentID != quotations[i].documentID {
                marked[i].duplicateOf = quotations[original].id
            }
        }
        return marked
    }

    /// What two copies share.
    private struct Key: Hashable {
        var target: String
        var speaker: String
        var words: [UInt8]

        init?(_ quotation: ScoredQuotation) {
            guard let speaker = quotation.speaker else { return nil }
            var words: [UInt8] = []
            var count = 0
            for part in quotation.text.utf8.split(whereSeparator: { $0 <= 0x20 }) {
                let letters = part.filter { $0 >= 0x80 || $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x41 }
                guard !letters.isEmpty else { continue }
                words.append(contentsOf: letters.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
                words.append(0x20)
                count += 1
            }
            guard count >= Duplicates.leastWords else { return nil }
            target = quotation.target
            self.speaker = speaker.id
            self.words = words
        }
    }
}
