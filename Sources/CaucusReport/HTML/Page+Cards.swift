import CaucusStance

extension Page {
    /// A speaker's card; `number` gives its anchor, −1 for the leader.
    func card(_ speaker: SpeakerSummary, number: Int) -> Values {
        guard let estimates = speaker.estimates else { return Values() }
        var shown = Array(speaker.counted.prefix(evidenceLimit))
        if let contrary = speaker.contrary, !shown.contains(contrary) {
            shown.removeLast()
            shown.append(contrary)
        }
        let first = shown.prefix(4)
        var values = Values([
            "anchor": Page.anchor(number), "name": Clipping.clipped(speaker.name, to: 120),
            "fullName": speaker.name.utf8.count > 120
                ? Clipping.clipped(speaker.name, to: 500) : nil,
            "role": speaker.role.map { Clipping.clipped($0, to: 200) },
            "aliases": speaker.aliases.prefix(8).map {
                Values(["alias": Clipping.clipped($0, to: 80)])
            },
            "hasAliases": !speaker.aliases.isEmpty,
            "sentence": Wording.sentence(estimates, about: target, documents: speaker.documents),
            "note": Wording.notEstimable(speaker), "net": Numbers.signed(estimates.net.value),
            "interval": Numbers.interval(estimates.net),
            "pooledNet": speaker.pooled.map { Numbers.signed($0.value) },
            "pooledInterval": speaker.pooled.flatMap(Numbers.interval),
            "rankLow": speaker.rank?.low, "rankHigh": speaker.rank?.high,
            "ranked": Numbers.count(report.speakers.count { $0.rank != nil }),
            "counts": counts(speaker), "key": Page.key(estimates),
        ])
        values["evidence"] = first.map { evidence($0, speaker) }
        values["moreEvidence"] = shown.dropFirst(4).map { evidence($0, speaker) }
        values["moreCount"] = shown.count > 4 ? Numbers.count(shown.count - 4) : nil
        let hidden = speaker.counted.count - shown.count
        values["hidden"] = hidden > 0 ? Numbers.count(hidden) : nil
        values["oneSided"] = speaker.contrary == nil && speaker.counted.count > 1
        values["abstained"] = speaker.abstained.prefix(6).map(abstained)
        values["hasAbstained"] = !speaker.abstained.isEmpty
        values["abstainedCount"] = Numbers.count(speaker.abstained.count, "quotation")
        values["shape"] = Plot.row(estimates: estimates, pooled: speaker.pooled)
        return values
    }

    static func anchor(_ number: Int) -> String { number < 0 ? "leader" : "s\(number + 1)" }

    static func key(_ estimates: StanceEstimates) -> String {
        switch estimates.leading {
        case .against: "against"
        case .neutral: "neutral"
        case .favor: "favor"
        }
    }

    private func counts(_ speaker: SpeakerSummary) -> String {
        var parts = [
            Numbers.count(speaker.counted.count, "quotation"),
            Numbers.count(speaker.documents, "article"),
        ]
        if speaker.sources > 0 { parts.append(Numbers.count(speaker.sources, "outlet")) }
        if !speaker.repeated.isEmpty {
            parts.append(Numbers.count(speaker.repeated.count, "reprint") + " not counted")
        }
        if let first = speaker.firstPublished.flatMap({ CalendarDay($0) }),
            let last = speaker.lastPublished.flatMap({ CalendarDay($0) })
        {
            parts.append(first == last ? first.words : first.words + " – " + last.words)
        }
        return parts.joined(separator: " · ")
    }

    private func abstained(_ index: Int) -> Values {
        let quotation = report.quotations[index]
        return Values([
            "quote": Clipping.clipped(quotation.text, to: 240),
            "why": quotation.abstention.map(Wording.abstention) ?? "no score",
            "link": SafeLink.quotation(report.document(of: quotation)?.url, text: quotation.text),
        ])
    }
}
