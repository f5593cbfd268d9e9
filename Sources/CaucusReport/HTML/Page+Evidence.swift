import CaucusText
import CaucusStance
import CaucusText

extension Page {
    /// Where on the page a quotation is shown.
    enum Site: Hashable {
        case front, own, tones
        case card(Int)
    }

    /// Whether a quotation has its anchor here: on the front, else in the first card that shows it.
    private func isAnchored(_ index: Int, in site: Site) -> Bool {
        switch site {
        case .front, .own: true
        case .card(let number): !key.contains(index) && carriers[index] == number
        case .tones: false
        }
    }

    /// One quotation in its context, with everything needed to check it.
    func evidence(_ index: Int, contrary: Int? = nil, in site: Site) -> Values {
        let own = report.quotations[index]
        let quotation = report.shown(own)
        let document = report.document(of: quotation)
        // The leader's own words are given no stance, and need not speak of the leader.
        let stance = quotation.status == .leader ? nil : quotation.stance
        let isOpen = stance == nil && quotation.status == .counted
        let mention = quotation.mention == .none ? nil : Wording.mention(quotation.mention)
        let direct = quotation.form == .direct
        var values = Values([
            "stance": stance?.rawValue ?? (isOpen ? "open" : "own"),
            "stanceWord": stance.map(Wording.stance) ?? (isOpen ? "not sure" : nil),
            "symbol": stance.map(Wording.symbol) ?? (isOpen ? "○" : nil),
            "pieces": Highlight.pieces(quotation),
            "before": Self.context(quotation.contextBefore, direct: direct, last: true),
            "after": Self.context(quotation.contextAfter, direct: direct, last: false),
            "open": direct ? "“" : nil, "close": direct ? "”" : nil,
            "form": Wording.form(quotation.form), "mention": mention,
            "rule": Clipping.clipped(QuotationFacts.words(ofRule: quotation.rule), to: 60),
            "confidence": Numbers.percent(quotation.confidence),
            "contrary": index == contrary,
        ])
        if let first = (values["after"] as? String)?.unicodeScalars.first {
            // “… four years” and the article's own full stop: no space between.
            values["gap"] = !".,;:!?)]’".unicodeScalars.contains(first)
        }
        values["url"] = SafeLink.quotation(
            document?.url, pieces: QuotationPieces(quotation).texts)
        values["at"] = SafeLink.web(document?.url).flatMap { $0.utf8.count <= 120 ? $0 : nil }
        values["title"] = Clipping.clipped(document?.title ?? quotation.documentID, to: 160)
        values["outlet"] = document?.source.map { Clipping.clipped($0, to: 80) }
        values["date"] = document?.published.map {
            CalendarDay($0)?.words ?? Clipping.clipped($0, to: 40)
        }
        values["joint"] =
            quotation.joint.isEmpty
            ? nil : quotation.speaker.map { Clipping.clipped($0.name, to: 120) }
        values["tone"] = Self.disagreement(quotation)
        let isAnchored = isAnchored(index, in: site)
        let isHere = isAnchored || key.contains(index) || carriers[index] != nil
        values["id"] = isAnchored ? QuotationAnchor.id(quotation.id) : nil
        values["address"] = isHere ? QuotationAnchor.id(quotation.id) : nil
        values["corrected"] = report.handNote(own)
        values["place"] = "\(quotation.start)–\(quotation.end)"
        if site == .front {
            values["who"] = quotation.speaker.map { Clipping.clipped($0.name, to: 120) }
        }
        if let p = quotation.probabilities, stance != nil || isOpen {
            values["probabilities"] = report.stances.map {
                Wording.symbol($0) + " " + Numbers.percent(p[$0])
            }.joined(separator: " ")
        }
        return values
    }

    /// The words beside the content, without the quotation mark that the page sets itself.
    private static func context(_ text: String, direct: Bool, last: Bool) -> String? {
        guard !text.isEmpty else { return nil }
        var scalars = Array(text.unicodeScalars)
        let marks: Set<Unicode.Scalar> = ["\"", "“", "”", "«", "»", "„"]
        if direct, let mark = last ? scalars.last : scalars.first, marks.contains(mark) {
            if last { scalars.removeLast() } else { scalars.removeFirst() }
        }
        scalars = last ? Array(scalars.suffix(280)) : Array(scalars.prefix(280))
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// A warm tone against the leader, or a harsh one in favor.
    private static func disagreement(_ quotation: ScoredQuotation) -> String? {
        switch (quotation.sentiment, quotation.stance) {
        case ("positive", .against): "warm in tone, yet against"
        case ("negative", .favor): "harsh in tone, yet in favor"
        default: nil
        }
    }
}
