import CaucusStatistics

/// Small multiples: a panel a leader, all on one scale.
extension ComparisonParts {
    /// The most panels beside each other.
    private static let mostPanels = 4

    private var leaders: [ComparedLeader] { comparison.leaders }

    /// What stands under every chart.
    private var source: String {
        "\(Numbers.count(comparison.documents.count, "article")); lines are \(Numbers.level(comparison.options.counting.level)) intervals, as the model counts. Caucus \(leaders.first?.run.version ?? "")"
    }

    /// Rows of dots with intervals, the leaders beside each other.
    func rowCharts(_ rows: [ComparedRow], name: String, title: String) -> [ReportFile] {
        guard !rows.isEmpty else { return [] }
        let rows = Array(rows.prefix(15))
        return stride(from: 0, to: leaders.count, by: Self.mostPanels).map { start in
            let panels = Array(start..<min(start + Self.mostPanels, leaders.count))
            let number = start / Self.mostPanels + 1
            return ReportFile(
                name: number == 1 ? "\(name).svg" : "\(name)-\(number).svg",
                text: rowChart(rows, panels, title))
        }
    }

    private func rowChart(_ rows: [ComparedRow], _ panels: [Int], _ title: String) -> String {
        var chart = ChartSVG()
        let (left, right, top, step) = (210.0, 704.0, 86.0, 26.0)
        let bottom = top + Double(rows.count) * step
        let width = (right - left) / Double(panels.count)
        chart.text(title, x: 16, y: 28, size: 17, isBold: true)
        for (i, row) in rows.enumerated() {
            chart.text(
                Clipping.clipped(row.name.isEmpty ? "not told" : row.name, to: 25), x: 16,
                y: top + Double(i) * step + 8)
        }
        for (place, number) in panels.enumerated() {
            let start = left + Double(place) * width + 12
            let end = start + width - 24
            chart.text(
                Clipping.clipped(leaders[number].name, to: panels.count > 2 ? 18 : 30),
                x: (start + end) / 2, y: 54, anchor: .middle, isBold: true)
            chart.text("−1", x: start, y: 70, size: 11, color: ChartSVG.soft)
            chart.text("+1", x: end, y: 70, size: 11, anchor: .end, color: ChartSVG.soft)
            for x in [start, (start + end) / 2, end] {
                chart.line(x, top - 8, x, bottom - 8)
            }
            for (i, row) in rows.enumerated() {
                let y = top + Double(i) * step + 4
                chart.net(row.cells[number].estimates?.net, at: y) {
                    start + Plot.position($0) * (end - start)
                }
            }
        }
        chart.text(source, x: 16, y: bottom + 14, size: 11, color: ChartSVG.soft)
        func words(_ row: ComparedRow, _ number: Int) -> String {
            let net = row.cells[number].estimates?.net
            return leaders[number].name + " " + (net.map(Wording.withInterval) ?? "too few")
        }
        let words = rows.map { row -> String in
            row.name + ": " + panels.map { words(row, $0) }.joined(separator: ", ")
        }
        return chart.file(
            height: bottom + 30, title: title, description: words.joined(separator: "; "))
    }

    /// The net stances over time, the leaders beneath each other; nothing where there are no two steps.
    func timeCharts() -> [ReportFile] {
        guard let first = steps.first, let last = steps.last, last > first else { return [] }
        var chart = ChartSVG()
        let title = "Net stance over time"
        let (left, right) = (56.0, 704.0)
        // Very long spans show only what holds something.
        let shown = last - first < 240 ? Array(first...last) : steps
        func x(_ i: Int) -> Double {
            left + (Double(i) + 0.5) / Double(shown.count) * (right - left)
        }
        chart.text(title, x: 16, y: 28, size: 17, isBold: true)
        let most = max(times.flatMap { $0.values.map(\.count) }.max() ?? 1, 1)
        var top = 48.0
        for (leader, cells) in zip(leaders, times) {
            chart.text(
                Clipping.clipped(leader.name, to: 60), x: left, y: top + 10, isBold: true)
            let (high, low) = (top + 22, top + 122)
            let foot = low + 40
            func y(_ net: Double) -> Double { low - Plot.position(net) * (low - high) }
            for (net, word) in [(1.0, "+1"), (0, "0"), (-1, "−1")] {
                chart.line(left, y(net), right, y(net))
                chart.text(
                    word, x: left - 8, y: y(net) + 4, size: 11, anchor: .end,
                    color: ChartSVG.soft)
            }
            let width = min((right - left) / Double(shown.count) * 0.7, 40)
            for (i, step) in shown.enumerated() {
                guard let cell = cells[step] else { continue }
                let height = Double(cell.count) / Double(most) * 30
                chart.rectangle(
                    x(i) - width / 2, foot - height, width, height, color: ChartSVG.neutral)
                chart.net(cell.estimates?.net, atColumn: x(i), y)
            }
            top = foot + 14
        }
        let stride = max((shown.count + 7) / 8, 1)
        for i in Swift.stride(from: 0, to: shown.count, by: stride) {
            chart.text(
                comparison.step.label(shown[i]), x: x(i), y: top + 4, size: 11, anchor: .middle,
                color: ChartSVG.soft)
        }
        chart.text(
            "Beneath: quotations, up to \(Numbers.count(most)). " + source, x: 16, y: top + 26,
            size: 11, color: ChartSVG.soft)
        let words = zip(leaders, times).map { leader, cells in
            leader.name + ": "
                + steps.compactMap { step in
                    cells[step]?.estimates.map {
                        comparison.step.label(step) + " " + Numbers.signed($0.net.value)
                    }
                }.joined(separator: ", ")
        }
        let file = chart.file(
            height: top + 40, title: title, description: words.joined(separator: "; "))
        return [ReportFile(name: "time.svg", text: file)]
    }
}

extension ChartSVG {
    /// A dot with its interval on a row at `y`.
    fileprivate mutating func net(_ net: Estimate?, at y: Double, _ x: (Double) -> Double) {
        guard let net else { return }
        let color = Self.color(Plot.direction(net))
        if let low = net.low, let high = net.high {
            line(x(low), y, x(high), y, color: color, width: 2)
        }
        dot(x(net.value), y, color: color, isHollow: !net.hasInterval)
    }

    /// A dot with its interval on a column at `x`.
    fileprivate mutating func net(
        _ net: Estimate?, atColumn x: Double, _ y: (Double) -> Double
    ) {
        guard let net else { return }
        let color = Self.color(Plot.direction(net))
        if let low = net.low, let high = net.high {
            line(x, y(low), x, y(high), color: color, width: 2)
        }
        dot(x, y(net.value), color: color, isHollow: !net.hasInterval)
    }
}
