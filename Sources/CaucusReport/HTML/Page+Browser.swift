import CaucusText
import CaucusQuotes
import CaucusStance
import CaucusText

extension Page {
    /// The most quotations and the most bytes of text that the browser of quotations takes along.
    private static let mostQuotations = 25_000
    private static let mostBytes = 7_000_000

    /// All counted quotations, for the script that lets readers search them: cards show only the most
    /// decisive ones. Everything in it is shown as text; addresses are http or https.
    func browser() -> Values {
        var documents = Numbering()
        var people = Numbering()
        var rows: [Row] = []
        var bytes = 0
        for quotation in report.quotations where quotation.status == .counted {
            guard let p = quotation.probabilities else { continue }
            guard rows.count < Self.mostQuotations, bytes < Self.mostBytes else { break }
            let pieces = QuotationPieces(quotation)
            let text = SafeHTML.readable(Clipping.clipped(pieces.reading, to: 600))
            bytes += text.utf8.count + 40
            // The script makes the fragment of a link from the text, unless the text is not the article's.
            let isOther =
                pieces.texts.count > 1 || text.hasSuffix("…") || text.utf8.contains(0x0A)
            rows.append(
                Row(
                    numbers: [
                        people.number(of: quotation.speaker?.name ?? ""),
                        documents.number(of: quotation.documentID),
                        quotation.stance.flatMap { Stance.allCases.firstIndex(of: $0) } ?? 3,
                        Int((p.net * 100).rounded()),
                    ],
                    texts: [text] + (isOther ? [SafeLink.fragment(pieces.texts) ?? ""] : [])))
        }
        var json = JSONWriter(.embedded, capacity: 2 * bytes)
        json.object { json in
            json.member(
                "people", people.names.map { SafeHTML.readable(Clipping.clipped($0, to: 80)) })
            json.key("documents")
            json.array(documents.names) { $0.array(place($1)) }
            json.key("rows")
            json.array(rows) { $1.write(to: &$0) }
        }
        let all = report.audit.counted
        return Values([
            "any": rows.count > 1, "count": Numbers.count(rows.count),
            "all": rows.count < all ? Numbers.count(all) : nil, "json": json.text,
        ])
    }

    /// Title, outlet, date and address of a document.
    private func place(_ id: String) -> [String] {
        let document = report.documentByID[id]
        let date = document?.published.map {
            CalendarDay($0)?.iso ?? SafeHTML.readable(Clipping.clipped($0, to: 20))
        }
        return [
            SafeHTML.readable(Clipping.clipped(document?.title ?? id, to: 120)),
            SafeHTML.readable(Clipping.clipped(document?.source ?? "", to: 60)), date ?? "",
            SafeLink.web(document?.url) ?? "",
        ]
    }

    /// A quotation as the script reads it: the numbers of speaker, document and stance and the net stance in
    /// percent, then the words and where they differ the fragment of the link.
    private struct Row {
        var numbers: [Int]
        var texts: [String]

        /// Writes an array of the numbers and then the texts.
        func write(to json: inout JSONWriter) {
            let cells = numbers.map(TableCell.integer) + texts.map(TableCell.text)
            json.array(cells) { $0.cell($1) }
        }
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
