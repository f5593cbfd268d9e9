import CaucusText
import CaucusQuotes
import CaucusStance

extension Page {
    /// The most quotations and the most bytes of text that the browser of quotations takes along.
    private static let mostQuotations = 25_000
    private static let mostBytes = 7_000_000

    /// All quotations with a stance, for the script that lets readers search them: cards show only the most
    /// decisive ones. Everything in it is shown as text; addresses are http or https.
    func browser() -> Values {
        var documents = Numbering()
        var people = Numbering()
        var rows: [JSONValue] = []
        var bytes = 0
        for quotation in report.quotations where quotation.stance != nil {
            guard let p = quotation.probabilities, let stance = quotation.stance else { continue }
            guard rows.count < Self.mostQuotations, bytes < Self.mostBytes else { break }
            let pieces = QuotationPieces(quotation)
            let text = SafeHTML.readable(Clipping.clipped(pieces.reading, to: 600))
            bytes += text.utf8.count + 40
            var row: [JSONValue] = [
                .integer(people.number(of: quotation.speaker?.name ?? "")),
                .integer(documents.number(of: quotation.documentID)),
                .integer(stance == .against ? 0 : stance == .neutral ? 1 : 2),
                .integer(Int((p.net * 100).rounded())), .string(text),
            ]
            // The script makes the fragment of a link from the text, unless the text is not the article's.
            if pieces.texts.count > 1 || text.hasSuffix("…")
                || text.utf8.contains(where: { $0 == 0x0A })
            {
                row.append(.string(SafeLink.fragment(pieces.texts) ?? ""))
            }
            rows.append(.array(row))
        }
        let places = documents.names.map { id in
            let document = report.documentByID[id]
            let date = document?.published.map {
                CalendarDay($0)?.iso ?? SafeHTML.readable(Clipping.clipped($0, to: 20))
            }
            return JSONValue.array([
                .string(SafeHTML.readable(Clipping.clipped(document?.title ?? id, to: 120))),
                .string(SafeHTML.readable(Clipping.clipped(document?.source ?? "", to: 60))),
                .string(date ?? ""), .string(SafeLink.web(document?.url) ?? ""),
            ])
        }
        let names = people.names.map {
            JSONValue.string(SafeHTML.readable(Clipping.clipped($0, to: 80)))
        }
        let all = report.quotations.count { $0.stance != nil }
        return Values([
            "any": rows.count > 1, "count": Numbers.count(rows.count),
            "all": rows.count < all ? Numbers.count(all) : nil,
            "json": JSONValue.object([
                ("people", .array(names)), ("documents", .array(places)), ("rows", .array(rows)),
            ]).compact,
        ])
    }
}

/// Numbers for names, in order of appearance.
private struct Numbering {
    private(set) var names: [String] = []
    private var numbers: [String: Int] = [:]

    mutating func number(of name: String) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = names.count
        names.append(name)
        return names.count - 1
    }
}
