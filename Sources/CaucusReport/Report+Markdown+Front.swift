import CaucusStance
import CaucusStatistics
import CaucusText

/// The tables and lists of the text, as the page's front has them.
extension Report {
    /// Speakers of the front, then those that the page folds beneath them.
    func speakersMarkdown() -> String {
        let shown = frontSpeakers + foldedSpeakers
        let rows = shown.compactMap { speaker -> [String]? in
            speaker.element.estimates.map { estimates in
                [
                    Markdown.short(speaker.element.name),
                    Numbers.count(speaker.element.counted.count),
                    Numbers.count(speaker.element.documents),
                ] + Self.cells(estimates, self)
            }
        }
        var out = "## Where speakers stand\n\n"
        out +=
            frontSpeakers.isEmpty
            ? "Nobody is quoted \(Self.fewestListed) times with an interval that says something.\n\n"
            : "The first \(Numbers.count(frontSpeakers.count)) are quoted at least \(Self.fewestListed) times and have an "
                + "interval that is no wider than half of the scale; the others are quoted less often or in too few articles.\n\n"
        out += Markdown.table(["speaker", "quotations", "articles"] + Self.heads(self), rows)
        let rest = speakers.count - shown.count
        return rest > 0 ? out + "\(Numbers.count(rest)) more in speakers.csv.\n\n" : out
    }

    private static func heads(_ report: Report) -> [String] {
        ["net", "interval", "against", "neutral", "favor"] + (report.labelUse == nil ? [] : ["by"])
    }

    private static func cells(_ estimates: StanceEstimates, _ report: Report) -> [String] {
        [
            Numbers.signed(estimates.net.value), Numbers.interval(estimates.net) ?? "not estimable",
            Numbers.percent(estimates.against.value), Numbers.percent(estimates.neutral.value),
            Numbers.percent(estimates.favor.value),
        ] + (estimates.basis(report).map { [$0] } ?? [])
    }

    /// The steps of the timeline that hold something; nothing where there is one step or none.
    func timelineMarkdown() -> String {
        guard periods.count > 1 else { return "" }
        let rows = periods.compactMap { period in
            period.estimates.map {
                [Page.periodWords(period.label), Numbers.count(period.quotations)]
                    + Self.cells($0, self)
            }
        }
        var out = "## Over time\n\n"
        out += Markdown.table([options.period.rawValue, "quotations"] + Self.heads(self), rows)
        if let note = Wording.undated(undated, of: audit.counted) { out += note + "\n\n" }
        return out
    }

    /// Outlets, or the values of another column.
    func breakdownMarkdown(_ summaries: [SourceSummary], _ label: String) -> String {
        guard summaries.contains(where: { $0.name != nil }) else { return "" }
        let name = Markdown.short(label)
        let rows = summaries.prefix(30).map {
            [
                $0.name.map(Markdown.short) ?? "not told", Numbers.count($0.quotations),
                Numbers.count($0.documents),
            ] + Self.cells($0.estimates, self)
        }
        var out = "## By \(name.lowercased())\n\n"
        out += Markdown.table(
            [name.lowercased(), "quotations", "articles"] + Self.heads(self), rows)
        return out + (Page.rest(summaries.count - 30).map { "\($0) in report.json.\n\n" } ?? "")
    }

    /// The quotations of the front.
    func keyMarkdown() -> String {
        let key = keyQuotations
        guard !key.isEmpty else { return "" }
        return "## Quotations that say it most clearly\n\n"
            + key.map { index in
                quoteMarkdown(
                    index, quotations[index].speaker.map { Markdown.short($0.name) } ?? "",
                    quotations[index].stance.map(Wording.stance) ?? "")
            }.joined()
    }

    /// Tone beside stance; nothing where no tone was scored.
    func tonesMarkdown() -> String {
        guard let tones = Tones(self) else { return "" }
        let rows = zip(Tones.words, tones.counts).map { [$0] + $1.map { Numbers.count($0) } }
        var out = "## Tone is not stance\n\n"
        out += Markdown.table(["tone"] + Stance.allCases.map(Wording.stance), rows)
        out += "Warm in tone, yet against: \(Numbers.count(tones.warmAgainst.count)). "
        return out + "Harsh in tone, yet in favor: \(Numbers.count(tones.harshFavor.count)).\n\n"
    }
}
