import CaucusText
import CaucusStance
import CaucusStatistics

extension Page {
    /// A speaker's card; `number` gives its anchor.
    func card(_ speaker: SpeakerSummary, number: Int) -> Values {
        guard let estimates = speaker.estimates else { return Values() }
        let shown = report.shownEvidence(of: speaker, open: Self.open, limit: evidenceLimit)
        let shownValues = shown.map {
            evidence($0, contrary: speaker.contrary, in: .card(number))
        }
        var values = Values([
            "anchor": Page.anchor(number), "name": Clipping.clipped(speaker.name, to: 120),
            "fullName": speaker.name.utf8.count > 120
                ? Clipping.clipped(speaker.name, to: 500) : nil,
            "role": speaker.role.map { Clipping.clipped($0, to: 200) },
            "aliases": speaker.aliases.prefix(8).map {
                Values([
                    "alias": Clipping.clipped($0, to: 80),
                    "why": AliasRule.words($0, of: speaker.name),
                ])
            },
            "hasAliases": !speaker.aliases.isEmpty, "joined": joined(speaker),
            "sentence": report.sentence(estimates, about: target, of: speaker),
            "basis": estimates.basis(report),
            "note": Wording.notEstimable(speaker), "net": Numbers.signed(estimates.net.value),
            "interval": Numbers.interval(estimates.net),
            "pooledNet": speaker.pooled.map { Numbers.signed($0.value) },
            "pooledInterval": speaker.pooled.flatMap(Numbers.interval),
            "place": speaker.rank.map { Page.place($0) },
            "ranked": Numbers.count(report.speakers.count { $0.rank != nil }),
            "counts": counts(speaker), "key": Page.key(estimates),
        ])
        values["evidence"] = Array(shownValues.prefix(Self.open))
        values["moreEvidence"] = Array(shownValues.dropFirst(Self.open))
        values["moreCount"] =
            shown.count > Self.open
            ? Numbers.count(shown.count - Self.open, "more quotation") : nil
        let hidden = speaker.counted.count - shown.count
        values["hidden"] = hidden > 0 ? Wording.less(hidden) : nil
        values["allCount"] = hidden > 0 ? Numbers.count(speaker.counted.count) : nil
        values["oneSided"] = speaker.contrary == nil && speaker.counted.count > 1
        values["abstained"] = lines(of: speaker, atMost: 3) { $0.isUnanswered }
        let abstained = count(of: speaker) { $0.isUnanswered }
        values["hasAbstained"] = abstained > 0
        values["abstainedCount"] = Numbers.count(abstained, "quotation")
        let moved = report.moved(to: speaker)
        values["moved"] = moved.prefix(20).map(movedLine)
        values["movedCount"] = moved.isEmpty ? nil : Wording.moved(moved.count)
        values["movedNote"] = Wording.movedNote
        let perhaps = perhaps(speaker)
        values["perhaps"] = perhaps
        values["isAlone"] = !perhaps.isEmpty
        values["shape"] = Plot.row(
            estimates: estimates, stances: report.stances)
        return values
    }

    /// How many quotations of a card are open; the others wait behind a summary.
    static let open = 4

    /// Over how many articles a speaker was joined, or `nil` where there was nothing to join.
    private func joined(_ speaker: SpeakerSummary) -> String? {
        let all = speaker.counted + speaker.others
        let articles = Set(all.map { report.quotations[$0].documentID }).count
        guard articles > 1 else { return nil }
        return "joined over \(Numbers.count(articles, "article")) by name"
    }

    /// Whom an article may mean that names a speaker by one word only: the speakers of that last name, with
    /// links to their cards; empty for all others.
    private func perhaps(_ speaker: SpeakerSummary) -> [Values] {
        guard let surname = Page.loneSurname(speaker) else { return [] }
        return (bearers[surname] ?? []).filter(carded.contains).prefix(3).map { number in
            Values([
                "anchor": Page.anchor(number),
                "name": Clipping.clipped(report.speakers[number].name, to: 80),
            ])
        }
    }

    /// The one word that names a person who stays in an article, in lower case, or `nil`.
    static func loneSurname(_ speaker: SpeakerSummary) -> String? {
        guard speaker.kind == .person, speaker.id.contains("@") else { return nil }
        return lastWord(speaker.name)
    }

    static func lastWord(_ name: String) -> String? {
        name.split(separator: " ").last.map { $0.lowercased() }
    }

    /// `3`, or `2–5`.
    static func place(_ rank: RankIntervals.Rank) -> String {
        rank.low == rank.high ? "\(rank.low)" : "\(rank.low)–\(rank.high)"
    }

    static func anchor(_ number: Int) -> String { "s\(number + 1)" }

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
        let copies = [
            (count(of: speaker) { $0 == .reprint }, "reprint"),
            (count(of: speaker) { $0 == .repeated }, "repetition"),
        ].filter { $0.0 > 0 }.map { Numbers.count($0.0, $0.1) }
        if !copies.isEmpty { parts.append(copies.joined(separator: " and ") + " not counted") }
        if let days = Wording.days(speaker.firstPublished, speaker.lastPublished) {
            parts.append(days)
        }
        return parts.joined(separator: " · ")
    }

    /// How many of a speaker's quotations that count nowhere have such a status.
    func count(of speaker: SpeakerSummary, where isMeant: (QuotationStatus) -> Bool) -> Int {
        speaker.others.count { isMeant(report.quotations[$0].status) }
    }

    /// A speaker's quotations of such a status that count nowhere, and why.
    func lines(
        of speaker: SpeakerSummary, atMost limit: Int, where isMeant: (QuotationStatus) -> Bool
    ) -> [Values] {
        speaker.others.filter { isMeant(report.quotations[$0].status) }.prefix(limit).map { index in
            let quotation = report.shown(report.quotations[index])
            let pieces = QuotationPieces(quotation)
            return Values([
                "quote": Clipping.clipped(pieces.reading, to: 240),
                "form": Wording.form(quotation.form), "mention": Wording.mention(quotation.mention),
                "why": quotation.status.reason,
                "link": SafeLink.quotation(
                    report.document(of: quotation)?.url, pieces: pieces.texts),
            ])
        }
    }

    /// A quotation that labels move to a speaker.
    private func movedLine(_ index: Int) -> Values {
        let own = report.quotations[index]
        let pieces = QuotationPieces(report.shown(own))
        return Values([
            "quote": Clipping.clipped(pieces.reading, to: 240), "form": Wording.form(own.form),
            "mention": Wording.mention(own.mention), "why": report.handNote(own),
            "link": SafeLink.quotation(report.document(of: own)?.url, pieces: pieces.texts),
        ])
    }

    /// The leader's own words, which have no stance.
    func ownWords(_ leader: LeaderSummary) -> Values {
        let shown = leader.quotations.prefix(evidenceLimit)
        let hidden = leader.quotations.count - shown.count
        return Values([
            "name": Clipping.clipped(leader.name, to: 120),
            "role": leader.role.map { Clipping.clipped($0, to: 200) },
            "counts": Wording.own(leader),
            "evidence": shown.prefix(Self.open).map { evidence($0, in: .own) },
            "moreEvidence": shown.dropFirst(Self.open).map { evidence($0, in: .own) },
            "moreCount": shown.count > Self.open
                ? Numbers.count(shown.count - Self.open, "more quotation") : nil,
            "hidden": hidden > 0 ? Wording.moreOwn(hidden) : nil,
        ])
    }
}
