import CaucusStance
import CaucusText

/// What people corrected in single quotations.
extension Report {
    /// The quotation as people who labeled it would have it.
    func shown(_ quotation: ScoredQuotation) -> ScoredQuotation {
        quotation.shown(with: correctedByID[quotation.id])
    }

    /// What people corrected in a quotation, for who reads it; `nil` where that is nothing.
    func handNote(_ quotation: ScoredQuotation) -> String? {
        guard let correction = correctedByID[quotation.id] else { return nil }
        var parts: [String] = []
        if let borders = correction.borders {
            let place = "code points \(borders.start)–\(borders.end)"
            let before = "the run has \(quotation.start)–\(quotation.end)"
            parts.append(
                correction.words == nil
                    ? "the words are at \(place) by hand, which the store does not keep (\(before))"
                    : "borders corrected by hand (\(before))")
        }
        if let speaker = correction.speaker {
            let name = Clipping.clipped(speaker, to: 120)
            let own = quotation.speaker.map { Clipping.clipped($0.name, to: 120) } ?? "nobody"
            parts.append("moved by label from \(own) to \(name)")
        }
        return parts.joined(separator: "; ")
    }

    /// The quotations that labels move to a speaker.
    func moved(to speaker: SpeakerSummary) -> [Int] {
        guard corrected.contains(where: { $0.speakerID == speaker.id }) else { return [] }
        return quotations.indices.filter {
            correctedByID[quotations[$0].id]?.speakerID == speaker.id
        }
    }

    /// How many quotations people corrected, for the notes on labels; `nil` where there are none.
    static func correctedNote(_ corrected: [CorrectedQuotation]) -> String? {
        let borders = corrected.count { $0.borders != nil }
        let speakers = corrected.count { $0.speaker != nil }
        let parts = [
            borders > 0 ? "the borders of \(Numbers.count(borders, "quotation"))" : nil,
            speakers > 0 ? "the speaker of \(Numbers.count(speakers, "quotation"))" : nil,
        ].compactMap(\.self)
        guard !parts.isEmpty else { return nil }
        return "labels correct " + parts.joined(separator: " and ")
            + (speakers > 0
                ? ", told beside each: it counts as not right for the one, and in no share of the other"
                : ", told beside each")
            + "; corrections.csv has what the run says and what people say"
    }

    /// A row a quotation that people corrected; `nil` where there is none.
    func correctionsTable() -> Table? {
        guard !corrected.isEmpty else { return nil }
        let byID = Dictionary(
            quotations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return Table(
            name: "corrections", title: "What people corrected in single quotations",
            columns: Columns.corrections, key: "quote_id",
            reference: ("quote_id", "quotations", "quote_id")
        ) { body in
            for one in corrected {
                guard let quotation = byID[one.quotation] else { continue }
                body([
                    .text(one.quotation), TableCell(quotation.speakerID),
                    TableCell(quotation.speaker?.name), TableCell(one.speakerID),
                    TableCell(one.speaker), .integer(one.speakerPeople),
                    .integer(quotation.start), .integer(quotation.end), .text(quotation.text),
                    one.borders.map { .integer($0.start) } ?? .empty,
                    one.borders.map { .integer($0.end) } ?? .empty, TableCell(one.words),
                    .integer(one.borderPeople), .integer(one.people), .text(run.id),
                ])
            }
        }
    }
}
