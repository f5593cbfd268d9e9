import CaucusText
import CaucusQuotes
import CaucusStance
import CaucusTarget
import CaucusText

extension Page {
    /// The most quotations and the most bytes of text that the browser of quotations takes along.
    private static let mostQuotations = 25_000
    private static let mostBytes = 2_000_000
    /// How many letters of a quotation it shows.
    private static let mostLetters = 400

    /// All counted quotations, for the script that lets readers search them: cards show only the most
    /// decisive ones. Everything in it is shown as text; addresses are http or https.
    func browser() -> Values {
        var documents = Numbering()
        var people = BrowserPeople(report)
        var rows: [Row] = []
        var bytes = 0
        for own in report.quotations where own.status == .counted {
            let quotation = report.shown(own)
            guard let p = quotation.probabilities else { continue }
            guard rows.count < Self.mostQuotations, bytes < Self.mostBytes else { break }
            let pieces = QuotationPieces(quotation)
            let text = SafeHTML.readable(Clipping.clipped(pieces.reading, to: Self.mostLetters))
            bytes += text.utf8.count + 60
            rows.append(
                Row(
                    numbers: [
                        people.number(of: quotation),
                        documents.number(of: quotation.documentID),
                        quotation.stance.flatMap { Stance.allCases.firstIndex(of: $0) } ?? 3,
                        Int((p.net * 100).rounded()), quotation.start, quotation.end,
                        Self.kinds(of: quotation),
                        // Down, so that what is shown as 0.8 is that much.
                        Int((FilterTest.confidence(quotation) * 100 + 1e-9).rounded(.down)),
                    ],
                    texts: Self.texts(quotation, text, pieces)))
        }
        var json = JSONWriter(.embedded, capacity: 2 * bytes)
        json.object { json in
            people.write(to: &json)
            json.key("documents")
            json.array(documents.names) { $0.array(place($1)) }
            json.key("rows")
            json.array(rows) { $1.write(to: &$0) }
        }
        let all = report.audit.counted
        return Values([
            "any": rows.count > 1, "filtered": report.filterUse != nil,
            "count": Numbers.count(rows.count),
            "all": rows.count < all ? Numbers.count(all) : nil, "json": json.text,
            "most": Numbers.count(Self.mostLetters),
        ])
    }

    /// The words, then the fragment of their link and the address where the script cannot make them of the rest: words that are
    /// not the article's, and ids of quotations that are not made of their document's and their offsets.
    private static func texts(
        _ quotation: ScoredQuotation, _ text: String, _ pieces: QuotationPieces
    ) -> [String] {
        let isOther = pieces.texts.count > 1 || text.hasSuffix("…") || text.utf8.contains(0x0A)
        let fragment = isOther ? SafeLink.fragment(pieces.texts) ?? "" : nil
        let place = "\(quotation.documentID):\(quotation.start)-\(quotation.end)"
        let isPlain = quotation.id == place && QuotationAnchor.isShort(place)
        guard isPlain else { return [text, fragment ?? "?", QuotationAnchor.id(quotation.id)] }
        return [text] + (fragment.map { [$0] } ?? [])
    }

    /// How the words are given and how they speak of the leader, as one number: five of the second to one of the first.
    private static func kinds(of quotation: ScoredQuotation) -> Int {
        let form = Quotation.Form.allCases.firstIndex(of: quotation.form) ?? 0
        let mention = TargetMention.allCases.firstIndex(of: quotation.mention) ?? 0
        return form * TargetMention.allCases.count + mention
    }

    /// Title, outlet, date, address, the key in the addresses of its quotations and the day (ISO 8601) of a document.
    private func place(_ id: String) -> [String] {
        let document = report.documentByID[id]
        let day = document?.published.flatMap { CalendarDay($0) }
        let date = document?.published.map {
            day?.words ?? SafeHTML.readable(Clipping.clipped($0, to: 20))
        }
        return [
            SafeHTML.readable(Clipping.clipped(document?.title ?? id, to: 120)),
            SafeHTML.readable(Clipping.clipped(document?.source ?? "", to: 60)), date ?? "",
            SafeLink.web(document?.url) ?? "", QuotationAnchor.key(id), day?.iso ?? "",
        ]
    }

    /// A quotation as the script reads it: the numbers of speaker, document and stance, the net stance in percent, the
    /// offsets, the kinds and the confidence in percent, then the words and, where the script cannot make them of these, the fragment of the link and the address.
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
