import CaucusStance
import CaucusStatistics
import CaucusText

extension Report {
    /// The charts of the page as files of their own: speakers, outlets, timeline; those that have something to show.
    func charts() -> [ReportFile] {
        let target = Clipping.clipped(run.target.name, to: 80)
        let speakers = frontSpeakers.compactMap { speaker -> ChartRow? in
            speaker.element.estimates.map {
                ChartRow(
                    name: speaker.element.name, count: speaker.element.counted.count, estimates: $0)
            }
        }
        let outlets = sources.prefix(20).map {
            ChartRow(
                name: $0.name ?? "outlet unknown", count: $0.quotations, estimates: $0.estimates)
        }
        var files: [ReportFile] = []
        if !speakers.isEmpty {
            let title = "Where speakers stand on \(target)"
            files.append(ReportFile(name: "speakers.svg", text: rows(speakers, title: title)))
        }
        if sources.contains(where: { $0.name != nil }) {
            let title = "What outlets quote about \(target)"
            files.append(ReportFile(name: "outlets.svg", text: rows(outlets, title: title)))
        }
        if let timeline = timelineChart(about: target) {
            files.append(ReportFile(name: "timeline.svg", text: timeline))
        }
        return files
    }

    /// A row of a chart.
    private struct ChartRow {
        var name: String
        var count: Int
        var estimates: StanceEstimates
    }

    /// What stands under every chart.
    private var chartSource: String {
        "\(Numbers.count(documents.count, "article")); lines are \(Numbers.level(options.level)) intervals. Caucus "
            + "\(run.version), run \(run.id)"
    }

    /// Net stances with intervals and the shares beside them, a row each.
    private func rows(_ rows: [ChartRow], title: String) -> String {
        var chart = ChartSVG()
        let (left, middle, bar) = (236.0, 424.0, 560.0)
        let (top, step) = (74.0, 26.0)
        let bottom = top + Double(rows.count) * step
        chart.text(title, x: 16, y: 28, size: 17, isBold: true)
        chart.text(
            "quotations", x: left - 16, y: 56, size: 11, anchor: .end, color: ChartSVG.soft)
        chart.text("−1 against", x: left, y: 56, size: 11, color: ChartSVG.soft)
        chart.text("in favor +1", x: middle, y: 56, size: 11, anchor: .end, color: ChartSVG.soft)
        chart.text("net (interval)", x: middle + 12, y: 56, size: 11, color: ChartSVG.soft)
        chart.key(x: bar, y: 56)
        let zero = (left + middle) / 2
        chart.line(zero, top - 8, zero, bottom - 8)
        func x(_ net: Double) -> Double { left + Plot.position(net) * (middle - left) }
        for (i, row) in rows.enumerated() {
            let y = top + Double(i) * step + 4
            let net = row.estimates.net
            let color = ChartSVG.color(Plot.direction(net))
            chart.text(Clipping.clipped(row.name, to: 26), x: 16, y: y + 4)
            chart.text(
                Numbers.count(row.count), x: left - 16, y: y + 4, size: 12, anchor: .end,
                color: ChartSVG.soft)
            if let low = net.low, let high = net.high {
                chart.line(x(low), y, x(high), y, color: color, width: 2)
            }
            chart.dot(x(net.value), y, color: color, isHollow: !net.hasInterval)
            chart.text(
                Numbers.signed(net.value) + (Numbers.interval(net).map { " (\($0))" } ?? ""),
                x: middle + 12, y: y + 4, size: 11)
            var start = bar
            for (stance, fill) in [
                (Stance.against, ChartSVG.hatch), (.neutral, ChartSVG.neutral),
                (.favor, ChartSVG.dots),
            ] {
                let width = 144 * max(min(row.estimates[stance].value, 1), 0)
                chart.rectangle(start, y - 7, width, 14, color: fill)
                start += width
            }
        }
        chart.text(chartSource, x: 16, y: bottom + 14, size: 11, color: ChartSVG.soft)
        return chart.file(
            height: bottom + 30, title: title,
            description: rows.map {
                "\($0.name): \(Numbers.count($0.count, "quotation")), net stance \(Numbers.signed($0.estimates.net.value))"
                    + (Numbers.interval($0.estimates.net).map { " (\($0))" } ?? "")
            }.joined(separator: "; "))
    }

    /// The net stance by month or week with the number of quotations beneath, or `nil` where there are no two steps.
    private func timelineChart(about target: String) -> String? {
        let steps = periods
        guard steps.count > 1, steps.contains(where: { $0.estimates != nil }) else { return nil }
        var chart = ChartSVG()
        let title = "Net stance toward \(target) over time"
        let (left, right, top, bottom) = (56.0, 704.0, 60.0, 260.0)
        let (countTop, countBottom) = (276.0, 320.0)
        func x(_ i: Int) -> Double {
            left + (Double(i) + 0.5) / Double(steps.count) * (right - left)
        }
        func y(_ net: Double) -> Double { bottom - Plot.position(net) * (bottom - top) }
        chart.text(title, x: 16, y: 28, size: 17, isBold: true)
        for (net, word) in [(1.0, "+1"), (0, "0"), (-1, "−1")] {
            chart.line(left, y(net), right, y(net))
            chart.text(
                word, x: left - 8, y: y(net) + 4, size: 11, anchor: .end, color: ChartSVG.soft)
        }
        let most = Double(max(steps.map(\.quotations).max() ?? 1, 1))
        let width = min((right - left) / Double(steps.count) * 0.7, 40)
        var before: (x: Double, y: Double)?
        for (i, step) in steps.enumerated() {
            let height = Double(step.quotations) / most * (countBottom - countTop)
            chart.rectangle(
                x(i) - width / 2, countBottom - height, width, height, color: ChartSVG.neutral)
            guard let net = step.estimates?.net else {
                before = nil
                continue
            }
            if let before {
                chart.line(before.x, before.y, x(i), y(net.value), color: ChartSVG.soft)
            }
            before = (x(i), y(net.value))
            let color = ChartSVG.color(Plot.direction(net))
            if let low = net.low, let high = net.high {
                chart.line(x(i), y(low), x(i), y(high), color: color, width: 2)
            }
            chart.dot(x(i), y(net.value), color: color, isHollow: !net.hasInterval)
        }
        chart.text(
            "quotations (up to \(Numbers.count(Int(most))))", x: left, y: countTop - 4, size: 11,
            color: ChartSVG.soft)
        let stride = max((steps.count + 5) / 6, 1)
        for i in Swift.stride(from: 0, to: steps.count, by: stride) {
            chart.text(
                Page.periodWords(steps[i].label), x: x(i), y: 338, size: 11, anchor: .middle,
                color: ChartSVG.soft)
        }
        chart.text(chartSource, x: 16, y: 362, size: 11, color: ChartSVG.soft)
        return chart.file(
            height: 376, title: title,
            description: steps.compactMap { step in
                step.estimates.map {
                    "\(Page.periodWords(step.label)): \(Numbers.signed($0.net.value))"
                }
            }.joined(separator: "; "))
    }
}
