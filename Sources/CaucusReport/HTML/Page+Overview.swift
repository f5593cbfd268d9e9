import CaucusQuotes
import CaucusStance

extension Page {
    /// How many speakers the overview lists; the others have their cards and their rows in the table file.
    private static let most = 60

    /// The speakers as rows of dots and bars, from most against to most in favor.
    func overview() -> Values {
        let numbered = Array(report.speakers.enumerated())
        let shown = numbered.prefix(Self.most).sorted { a, b in
            let x = a.element.estimates?.net.value ?? 0
            let y = b.element.estimates?.net.value ?? 0
            return x != y ? x < y : a.element.id < b.element.id
        }
        var rows: [Values] = []
        for (number, speaker) in shown {
            guard let estimates = speaker.estimates else { continue }
            var row = Plot.row(estimates: estimates, pooled: speaker.pooled)
            row["name"] = Clipping.clipped(speaker.name, to: 60)
            row["fullName"] =
                speaker.name.utf8.count > 60 ? Clipping.clipped(speaker.name, to: 500) : nil
            row["anchor"] = Page.anchor(number)
            row["role"] = speaker.role.map { Clipping.clipped($0, to: 80) }
            row["quotes"] = Numbers.count(speaker.counted.count)
            row["quotesSort"] = String(speaker.counted.count)
            row["documents"] = Numbers.count(speaker.documents, "article")
            row["rank"] = speaker.rank.map {
                $0.low == $0.high ? "\($0.low)" : "\($0.low)–\($0.high)"
            }
            row["note"] = Wording.notEstimable(speaker)
            rows.append(row)
        }
        return Values([
            "rows": rows, "any": !rows.isEmpty,
            "anyPooled": report.speakers.contains { $0.pooled != nil },
            "more": report.speakers.count > Self.most
                ? Numbers.count(report.speakers.count - Self.most) : nil,
            "shown": Numbers.count(rows.count), "sources": sources(),
            "hasSources": !sourceRows.isEmpty,
            "overall": report.overall.map { overallRow($0) }.map { [$0] } ?? [],
            "ranked": Numbers.count(report.speakers.count { $0.rank != nil }),
        ])
    }

    private func overallRow(_ estimates: StanceEstimates) -> Values {
        var row = Plot.row(estimates: estimates, pooled: nil)
        row["name"] = "All speakers"
        row["quotes"] = Numbers.count(estimates.net.items)
        return row
    }

    private var sourceRows: [SourceSummary] { Array(report.sources.prefix(30)) }

    private func sources() -> [Values] {
        sourceRows.map { source in
            var row = Plot.row(estimates: source.estimates, pooled: nil)
            row["name"] = source.name.map { Clipping.clipped($0, to: 60) } ?? "outlet unknown"
            row["quotes"] = Numbers.count(source.quotations)
            row["quotesSort"] = String(source.quotations)
            row["documents"] = Numbers.count(source.documents, "article")
            row["note"] =
                source.estimates.net.hasInterval ? nil : "1\u{A0}article: interval not estimable"
            return row
        }
    }

    /// The timeline: a point a step that holds something, joined to its neighbors where there is no gap.
    func timeline() -> Values {
        let steps = report.periods
        guard steps.count > 1 else { return Values(["any": false]) }
        let height = 200.0
        func x(_ i: Int) -> Double { (Double(i) + 0.5) / Double(steps.count) }
        func y(_ net: Double) -> String { Numbers.table(12 + (1 - net) / 2 * (height - 24)) }
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
                "quotes": Numbers.count(step.quotations), "direction": Plot.direction(net),
            ])
            if let low = net.low, let high = net.high {
                point["range"] = Values(["y1": y(high), "y2": y(low)])
            }
            points.append(point)
        }
        return Values([
            "any": !points.isEmpty, "points": points, "lines": lines,
            "ticks": ticks(steps.map(\.label), x: x), "zero": y(0), "top": y(1), "bottom": y(-1),
            "gaps": steps.contains { $0.estimates == nil },
            "unit": report.options.period == .month ? "month" : "week",
        ])
    }

    /// At most six labels, evenly spread.
    private func ticks(_ labels: [String], x: (Int) -> Double) -> [Values] {
        let stride = max((labels.count + 5) / 6, 1)
        return Swift.stride(from: 0, to: labels.count, by: stride).map { i in
            Values(["x": Plot.percent(x(i)), "label": Self.periodWords(labels[i])])
        }
    }

    /// `Apr 2031`, or the day of a week's Monday.
    private static func periodWords(_ label: String) -> String {
        if let day = CalendarDay(label) { return day.words }
        guard let day = CalendarDay(label + "-01") else { return label }
        return CalendarDay.months[day.month - 1] + " " + String(day.year)
    }
}
