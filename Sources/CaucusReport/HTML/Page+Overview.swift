import CaucusText
import CaucusQuotes
import CaucusStance
import CaucusText

extension Page {
    /// The speakers of the front as rows of dots and bars, most quoted first, and those folded beneath them.
    func overview() -> Values {
        let front = report.frontSpeakers
        let folded = report.foldedSpeakers
        let unnamed = report.speakers.count - report.namedCount
        let rest = report.namedCount - front.count - folded.count
        var values = Values([
            "any": !report.speakers.isEmpty, "hasRows": !front.isEmpty,
            "rows": front.compactMap(row), "folded": folded.compactMap(row),
            "foldedCount": folded.isEmpty ? nil : Numbers.count(folded.count),
            "least": Numbers.count(Report.fewestListed),
            "neutral": report.stances.contains(.neutral),
            "others": others(report.namedCount - front.count, listed: front.count),
            "rest": rest > 0 ? Numbers.count(rest) + (rest == 1 ? " other" : " others") : nil,
            "unnamed": unnamed > 0 ? Numbers.count(unnamed, "source") + " without a name" : nil,
            "chart": chart("speakers"),
        ])
        values["breakdowns"] = [
            !hasOutlets
                ? nil
                : breakdown(
                    report.sources, heading: "By outlet", label: "Outlet", unknown: "outlet unknown"
                ),
            DocumentSummary.isOutlet(column, in: report.documents)
                ? nil
                : breakdown(
                    report.columnValues, heading: "By \(Clipping.clipped(column, to: 40))",
                    label: Clipping.clipped(column, to: 40), unknown: "not given"),
        ].compactMap { $0 }
        values["hasSources"] = hasOutlets
        values["overall"] = report.overall.map { overallRow($0) }.map { [$0] } ?? []
        return values
    }

    /// `and 412 others`, or who they are where nobody is listed; `nil` where all are.
    private func others(_ count: Int, listed: Int) -> String? {
        guard count > 0 else { return nil }
        return listed == 0
            ? Numbers.count(count, "speaker")
            : Numbers.count(count) + (count == 1 ? " other" : " others")
    }

    private func row(number: Int, speaker: SpeakerSummary) -> Values? {
        guard let estimates = speaker.estimates else { return nil }
        var row = Plot.row(
            estimates: estimates, stances: report.stances, basis: estimates.basis(report))
        row["name"] = Clipping.clipped(speaker.name, to: 60)
        row["fullName"] =
            speaker.name.utf8.count > 60 ? Clipping.clipped(speaker.name, to: 500) : nil
        row["anchor"] = anchor(ofCard: number)
        row["role"] = speaker.role.map { Clipping.clipped($0, to: 80) }
        row["quotes"] = Numbers.count(speaker.counted.count)
        row["quotesSort"] = String(speaker.counted.count)
        row["quotesIn"] = speaker.counted.count == 1 ? " quotation in" : " quotations in"
        row["documents"] = Numbers.count(speaker.documents, "article")
        return row
    }

    private func overallRow(_ estimates: StanceEstimates) -> Values {
        var row = Plot.row(
            estimates: estimates, stances: report.stances, basis: estimates.basis(report))
        row["name"] = "All speakers"
        row["quotes"] = Numbers.count(estimates.net.items)
        return row
    }

    /// Whether any document tells its outlet.
    private var hasOutlets: Bool { report.sources.contains { $0.name != nil } }

    private var column: String { report.options.column ?? "" }

    /// The most outlets, or values of a column, on the front, and the most that stand folded beneath them.
    private static let mostOutlets = 10
    private static let mostFoldedOutlets = 30

    /// The outlets, or values of a column, as rows; `nil` without any.
    private func breakdown(
        _ summaries: [SourceSummary], heading: String, label: String, unknown: String
    ) -> Values? {
        guard !summaries.isEmpty else { return nil }
        let outlets = label == "Outlet"
        let rows = summaries.prefix(Self.mostFoldedOutlets).map { summary in
            var row = Plot.row(
                estimates: summary.estimates, stances: report.stances,
                basis: summary.estimates.basis(report))
            row["name"] = summary.name.map { Clipping.clipped($0, to: 60) } ?? unknown
            row["quotes"] = Numbers.count(summary.quotations)
            row["quotesSort"] = String(summary.quotations)
            row["quotesIn"] = summary.quotations == 1 ? " quotation in" : " quotations in"
            row["documents"] = Numbers.count(summary.documents, "article")
            return row
        }
        let folded = rows.dropFirst(Self.mostOutlets)
        return Values([
            "heading": heading, "label": label, "rows": Array(rows.prefix(Self.mostOutlets)),
            "moreRows": Array(folded),
            "moreCount": folded.isEmpty ? nil : Numbers.count(folded.count) + " more",
            "section": outlets ? "outlets" : "column",
            "caution": outlets
                ? "Whom and what an outlet quotes, not what the outlet thinks."
                : "The values of this column in the documents.",
            "beyond": Page.rest(summaries.count - Self.mostFoldedOutlets),
            "tools": outlets ? chart("outlets") : nil,
        ])
    }

    /// The timeline: a point a step that holds something, joined to its neighbors where there is no gap.
    func timeline() -> Values {
        let steps = report.periods
        guard steps.count > 1 else { return Values(["any": false]) }
        let height = 200.0
        func x(_ i: Int) -> Double { (Double(i) + 0.5) / Double(steps.count) }
        func y(_ net: Double) -> String { Numbers.table(12 + (1 - net) / 2 * (height - 24)) }
        let most = Double(max(steps.map(\.quotations).max() ?? 1, 1))
        let bars = steps.enumerated().map { i, step in
            let tall = 44 * Double(step.quotations) / most
            return Values([
                "x": Plot.percent(x(i) - 0.35 / Double(steps.count)),
                "y": Numbers.table(270 - tall),
                "width": Plot.percent(0.7 / Double(steps.count)), "height": Numbers.table(tall),
            ])
        }
        var points: [Values] = []
        var lines: [Values] = []
        var previous: (Int, Double)?
        for (i, step) in steps.enumerated() {
            guard let net = step.estimates?.net else {
                previous = nil
                continue
            }
            if let previous {
                lines.append(
                    Values([
                        "x1": Plot.percent(x(previous.0)), "y1": y(previous.1),
                        "x2": Plot.percent(x(i)), "y2": y(net.value),
                    ]))
            }
            previous = (i, net.value)
            var point = Values([
                "x": Plot.percent(x(i)), "y": y(net.value), "label": Self.periodWords(step.label),
                "net": Numbers.signed(net.value),
                "interval": Numbers.interval(net) ?? "not estimable",
                "quotes": Numbers.count(step.quotations),
                "words": Numbers.count(step.quotations, "quotation"),
                "direction": Plot.direction(net), "basis": step.estimates?.basis(report),
            ])
            if let low = net.low, let high = net.high {
                point["range"] = Values(["y1": y(high), "y2": y(low)])
            }
            points.append(point)
        }
        return Values([
            "any": !points.isEmpty, "points": points, "lines": lines, "bars": bars,
            "most": Numbers.count(Int(most), "quotation"), "chart": chart("timeline"),
            "ticks": ticks(steps.map(\.label), x: x), "zero": y(0), "top": y(1), "bottom": y(-1),
            "gaps": steps.contains { $0.estimates == nil }, "hasBasis": report.labelUse != nil,
            "open": steps.contains { $0.estimates.map { !$0.net.hasInterval } ?? false },
            "unit": report.options.period == .month ? "month" : "week",
            "undated": Wording.undated(report.undated, of: report.audit.counted),
        ])
    }

    /// At most six labels, evenly spread; on a narrow screen every other one is shown. Those near the edges keep
    /// within them.
    private func ticks(_ labels: [String], x: (Int) -> Double) -> [Values] {
        let stride = max((labels.count + 5) / 6, 1)
        return Swift.stride(from: 0, to: labels.count, by: stride).enumerated().map { n, i in
            Values([
                "x": Plot.percent(x(i)), "label": Self.periodWords(labels[i]),
                "anchor": x(i) < 0.1 ? "first" : x(i) > 0.9 ? "final" : "mid", "odd": n % 2 == 1,
            ])
        }
    }

    /// `Apr 2031`, or the day of a week's Monday.
    static func periodWords(_ label: String) -> String {
        if let day = CalendarDay(label) { return day.words }
        guard let day = CalendarDay(label + "-01") else { return label }
        return CalendarDay.months[day.month - 1] + " " + String(day.year)
    }
}
