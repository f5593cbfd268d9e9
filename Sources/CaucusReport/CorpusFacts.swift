import CaucusStance
import CaucusText

/// What a report's header says of the corpus.
struct CorpusFacts {
    let sources: Int
    let first: CalendarDay?
    let last: CalendarDay?
    /// Of the documents' ids and hashes, in the order of their ids.
    let hash: String

    init(_ documents: [DocumentSummary]) {
        sources = Set(documents.compactMap(\.source)).count
        let days = documents.compactMap { $0.published.flatMap { CalendarDay($0) } }
        first = days.min()
        last = days.max()
        let lines = documents.map { $0.hash + " " + $0.id + "\n" }.sorted()
        hash = SHA256.hex(of: lines.joined())
    }

    /// `3 Jan 2031 – 28 Jun 2031`, or `nil` where no document has a date.
    var dates: String? {
        guard let first, let last else { return nil }
        return first == last ? first.words : first.words + " – " + last.words
    }
}

extension Report {
    var corpus: CorpusFacts { CorpusFacts(documents) }
}
