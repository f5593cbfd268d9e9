package import CaucusStance

/// Finds the quotation of a run that a label of another run is about: the one of the same document whose words are where
/// those of the label were.
///
/// An id is a document's with a colon and the offsets, so that the same words have the same id in every run; where borders
/// moved, the quotation that shares the most with the label's words is taken, if it shares half of what both hold.
package struct LabelMatch {
    private struct Place {
        var id: String
        var start: Int
        var end: Int
    }

    private let ids: Set<String>
    private var byDocument: [String: [Place]] = [:]

    /// The least share of both stretches that one quotation's must have with the other's.
    static let least = 0.5

    package init(_ quotations: [ScoredQuotation]) {
        ids = Set(quotations.map(\.id))
        for quotation in quotations {
            byDocument[quotation.documentID, default: []].append(
                Place(id: quotation.id, start: quotation.start, end: quotation.end))
        }
    }

    /// The id of the label's quotation in this run, or `nil` where nothing matches.
    package func id(of label: String) -> String? {
        if ids.contains(label) { return label }
        guard let (document, start, end) = Self.parts(label) else { return nil }
        var best: (share: Double, id: String)?
        for place in byDocument[document] ?? [] {
            let shared = min(end, place.end) - max(start, place.start)
            let both = max(end, place.end) - min(start, place.start)
            guard shared > 0 else { continue }
            let share = Double(shared) / Double(both)
            if share >= Self.least, share > best?.share ?? 0 { best = (share, place.id) }
        }
        return best?.id
    }

    /// What an id is made of, or `nil` where it is made otherwise.
    static func parts(_ id: String) -> (document: String, start: Int, end: Int)? {
        guard let colon = id.lastIndex(of: ":") else { return nil }
        let ends = id[id.index(after: colon)...].split(
            separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let start = Int(ends[0]), let end = Int(ends[1]), 0 <= start,
            start < end, end < Int.max / 2
        else { return nil }
        return (String(id[..<colon]), start, end)
    }
}
